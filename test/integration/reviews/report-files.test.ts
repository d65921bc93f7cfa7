// The report as Word and PDF files: read back with other programs' eyes, they say what the page says.

import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { type Effects, prepareDemonstration, useCases } from "#app";
import { type Language, languages } from "#kernel";
import { visitor } from "#records";
import { readTaggedPdf } from "../../fixtures/read-tagged-pdf.ts";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { effectsOn, value } from "./sample-review.ts";

describeOnEngines("the files of a report", (engine) => {
  const store = sharedStore(engine);
  const id = "what-works-2012-2018";
  let effects: Effects;
  beforeAll(async () => {
    effects = effectsOn(store());
    value(await prepareDemonstration(effects));
  });
  const file = async (format: "docx" | "pdf", lang: Language): Promise<Uint8Array> => {
    const download = value(await useCases.downloadReviewReport(effects, visitor, { id, lang, format }));
    const parts: Uint8Array[] = [];
    for await (const part of download.stream) parts.push(part);
    return new Uint8Array(Buffer.concat(parts));
  };

  it.each(languages)("is a PDF with language, title, structure and alternative texts in %s", async (lang) => {
    const { document } = value(await useCases.reviewReport(effects, visitor, { id, lang }));
    const pdf = await readTaggedPdf(await file("pdf", lang));
    expect(pdf.about).toMatchObject({ Title: document.title, Subject: document.subtitle, Language: lang });
    expect(pdf.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.isMarked).toBe(true);
    // A heading is broken into lines, its words are not.
    const bare = (words: string) => words.replace(/\s+/gu, "");
    const said = (role: string) => pdf.of(role).map(({ text }) => bare(text));
    const headings = (level: number) =>
      document.blocks.flatMap((block) =>
        block.kind === "heading" && block.level === level ? [bare(block.text)] : [],
      );
    expect(said("H1")).toEqual([bare(document.title)]);
    // The first is that of the contents, in the words of the language.
    const contents = { en: "Contents", fr: "Tabledesmatières", es: "Índice", pt: "Sumário" }[lang];
    expect(said("H2")).toEqual([contents, ...headings(2)]);
    expect(said("H3")).toEqual(headings(3));
    expect(pdf.bookmarks.map(bare)).toEqual([
      bare(document.title),
      ...document.blocks.flatMap((block) => (block.kind === "heading" ? [bare(block.text)] : [])),
    ]);
    const figures = document.blocks.flatMap((block) => (block.kind === "figure" ? [block] : []));
    expect(figures.length).toBeGreaterThan(1);
    expect(pdf.of("Figure").map(({ alt }) => alt)).toEqual(figures.map(({ picture }) => picture.description));
    // Each table with its caption and its head, each cell of a figure's table with its words.
    const tables = document.blocks.flatMap((block) =>
      block.kind === "table" || block.kind === "figure" ? [block.table] : [],
    );
    expect(said("TH")).toEqual(tables.flatMap(({ columns }) => columns.map(bare)));
    expect(said("Caption")).toEqual(expect.arrayContaining(tables.map(({ caption }) => bare(caption))));
    for (const { table } of figures)
      for (const row of table.rows)
        for (const cell of row) {
          const words = bare(cell.map((part) => part.text).join(""));
          if (words !== "") expect(said("TD")).toContain(words);
        }
    for (const role of ["L", "LI", "LBody", "P", "Link"]) expect(said(role).length, role).toBeGreaterThan(0);
    expect(pdf.text).not.toContain("\ufffd");
  });

  it.each(languages)("is a Word file with the same headings, tables and language in %s", async (lang) => {
    const { document } = value(await useCases.reviewReport(effects, visitor, { id, lang }));
    const parts = unzipSync(await file("docx", lang));
    const body = strFromU8(parts["word/document.xml"] as Uint8Array);
    const styles = strFromU8(parts["word/styles.xml"] as Uint8Array);
    expect(styles).toMatch(new RegExp(`w:lang w:val="${lang}-`));
    const tables = document.blocks.filter(({ kind }) => kind === "table" || kind === "figure").length;
    expect(body.match(/<w:tbl>/g)).toHaveLength(tables);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    const words = body.replace(/<[^>]+>/g, "");
    for (const block of document.blocks)
      if (block.kind === "heading")
        expect(words).toContain(block.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
    expect(words).toContain("16");
  });
});
