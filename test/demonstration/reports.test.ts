// The committed reports are what their texts give; the PDF alone is made by a browser and only read here.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "#documents";
import { blocksOf, docxOf, htmlOf, type ReportBlock, textOf } from "../../demonstration/report-blocks.ts";

const file = (name: string) => readFileSync(new URL(`../../demonstration/${name}`, import.meta.url));
const blocks = (name: string) => blocksOf(file(`report-texts/${name}.md`).toString("utf8"));
const names = [
  "maternity-benefit-alvane",
  "travailleurs-informels-corvana",
  "reforma-pensiones-dalmere",
  "seguro-desemprego-isarna",
];

/** Words of a text without what a format adds: markers, line ends, kinds of blanks. */
const words = (text: string) => text.replace(/[•\s]+/gu, " ").trim();
const itemsOf = (block: ReportBlock): readonly string[] =>
  block.kind === "list" ? block.items : block.kind === "table" ? block.rows.flat() : [block.text];

describe("the invented reports", () => {
  it("are the bytes that their texts give", () => {
    const docx = docxOf(blocks("travailleurs-informels-corvana"), "fr-FR");
    expect(Buffer.compare(docx, file("reports/travailleurs-informels-corvana.docx"))).toBe(0);
    expect(htmlOf(blocks("reforma-pensiones-dalmere"), "es")).toBe(
      file("reports/reforma-pensiones-dalmere.html").toString("utf8"),
    );
    expect(textOf(blocks("seguro-desemprego-isarna"))).toBe(
      file("reports/seguro-desemprego-isarna.txt").toString("utf8"),
    );
  });

  it("hold every paragraph of their texts once read, in each of the four formats", async () => {
    const formats = ["pdf", "docx", "html", "txt"];
    for (const [i, name] of names.entries()) {
      const path = `reports/${name}.${formats[i]}`;
      const read = await readDocument(new Uint8Array(file(path)), path);
      if (!read.ok) throw new Error(read.problems[0]!.message);
      const found = words(read.value.text);
      const paragraphs = blocks(name).filter(({ kind }) => kind === "paragraph" || kind === "list");
      const lost = paragraphs
        .flatMap(itemsOf)
        // A page that ends in the paragraph puts its foot and the next head into the text of a PDF.
        .filter(
          (text) =>
            !found.includes(words(text)) &&
            !(formats[i] === "pdf" && found.includes(words(text.slice(0, 60)))),
        );
      expect(lost, path).toEqual([]);
    }
  });

  it("say in the first line and in a field that they are invented", () => {
    for (const name of names) {
      const [first, ...rest] = blocks(name);
      expect(itemsOf(first!)[0], name).toMatch(/invented|inventé|inventado/);
      const field = rest
        .flatMap(itemsOf)
        .find((text) =>
          /^(Invented report|Rapport inventé|Informe inventado|Estado do documento: relatório inventado)/.test(
            text,
          ),
        );
      expect(field, name).toBeDefined();
    }
  });
});
