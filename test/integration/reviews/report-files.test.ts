// The report as Word and PDF files: read back with other programs' eyes, they say what the page says.

import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, it } from "vitest";
import { type Effects, prepareDemonstration, useCases } from "#app";
import { type Language, languages } from "#kernel";
import { visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { effectsOn, value } from "./sample-review.ts";

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] };

const rolesOf = (node: Node | null): readonly string[] =>
  node === null ? [] : [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)];
const altsOf = (node: Node | null): readonly string[] =>
  node === null ? [] : [...(node.alt ? [node.alt] : []), ...(node.children ?? []).flatMap(altsOf)];

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
    const pdf = await getDocument({ data: await file("pdf", lang), useSystemFonts: false, verbosity: 0 })
      .promise;
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: document.title, Language: lang });
    expect(metadata?.getRaw()).toContain("<pdfuaid:part>1</pdfuaid:part>");
    // A map, whatever its type says.
    const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;
    expect(marks.get("Marked")).toBe(true);
    const roles = new Map<string, number>();
    const alts: string[] = [];
    let text = "";
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const tree = (await page.getStructTree()) as Node | null;
      for (const role of rolesOf(tree)) roles.set(role, (roles.get(role) ?? 0) + 1);
      alts.push(...altsOf(tree));
      for (const item of (await page.getTextContent()).items) if ("str" in item) text += item.str;
    }
    const count = (kind: string, level?: number) =>
      document.blocks.filter(
        (block) =>
          block.kind === kind && (level === undefined || ("level" in block && block.level === level)),
      ).length;
    expect(roles.get("H1")).toBe(1);
    expect(roles.get("H2")).toBe(count("heading", 2));
    expect(roles.get("H3")).toBe(count("heading", 3));
    expect(alts.filter((alt) => alt.length > 20)).toHaveLength(count("figure"));
    for (const role of ["Table", "TR", "TH", "TD", "Caption", "L", "LI", "LBody", "P", "Link"])
      expect(roles.get(role), role).toBeGreaterThan(0);
    // Every heading and every cell of the flow, whatever line it was broken into.
    const bare = (words: string) => words.replace(/\s+/gu, "");
    const whole = bare(text);
    for (const block of document.blocks) {
      if (block.kind === "heading") expect(whole).toContain(bare(block.text));
      if (block.kind === "figure")
        for (const row of block.table.rows)
          for (const cell of row) expect(whole).toContain(bare(cell.map((part) => part.text).join("")));
    }
    expect(whole).not.toContain("\ufffd");
    await pdf.loadingTask.destroy();
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
