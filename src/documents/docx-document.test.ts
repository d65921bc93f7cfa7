import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { defaultReadingLimits } from "./document.ts";
import { readDocx } from "./docx-document.ts";

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const styles = `<?xml version="1.0"?><w:styles ${space}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>`;
const wordRelations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

const paragraph = (text: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;

function docx(body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(types),
    "_rels/.rels": strToU8(relations),
    "word/_rels/document.xml.rels": strToU8(wordRelations),
    "word/styles.xml": strToU8(styles),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  });
}
const codes = async (bytes: Uint8Array, limits = defaultReadingLimits) => {
  const result = await readDocx(bytes, "report.docx", limits);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};

describe("readDocx", () => {
  it("gives headings, numbered paragraphs and tables", async () => {
    const body =
      paragraph("3. Recommendations", "H1") +
      paragraph("36. The evaluation 😀 recommends:") +
      paragraph("(a) Register the workers.") +
      `<w:tbl><w:tr>${cell("No.")}${cell("Title")}</w:tr><w:tr>${cell("1")}${cell("Étude")}</w:tr></w:tbl>`;
    const result = await readDocx(docx(body), "report.docx", defaultReadingLimits);
    if (!result.ok) throw new Error(result.problems[0]!.message);
    const { format, blocks, tables } = result.value;
    expect(format).toBe("docx");
    expect(blocks.map((block) => [block.kind, block.number ?? block.label ?? null, block.text])).toEqual([
      ["heading", "3", "Recommendations"],
      ["paragraph", "36", "The evaluation 😀 recommends:"],
      ["list-item", "(a)", "Register the workers."],
      ["table", null, "No. | Title\n1 | Étude"],
    ]);
    expect(tables[0]!.rows[1]!.cells[1]!.text).toBe("Étude");
  });

  it("never unfolds pictures and embedded files, however large they say they are", async () => {
    const picture = new Uint8Array(50_000_000);
    const result = await readDocx(
      docx(paragraph("Words."), { "word/media/image1.png": picture }),
      "report.docx",
      {
        ...defaultReadingLimits,
        maxUnpackedBytes: 1_000_000,
      },
    );
    expect(result.ok && result.value.text).toBe("Words.");
  });

  it("refuses a zip bomb before unfolding it", async () => {
    const bomb = strToU8(`<?xml version="1.0"?><w:document ${space}>${" ".repeat(30_000_000)}</w:document>`);
    expect(await codes(docx("", { "word/document.xml": bomb }))).toEqual(["documents.unfolds-too-large"]);
    expect(await codes(docx(paragraph("x")), { ...defaultReadingLimits, maxUnpackedBytes: 100 })).toEqual([
      "documents.unfolds-too-large",
    ]);
  });

  it("refuses document types and entities", async () => {
    const evil = strToU8(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><w:document ${space}><w:body/></w:document>`,
    );
    expect(await codes(docx("", { "word/document.xml": evil }))).toEqual(["documents.entity-refused"]);
  });

  it("says what is wrong with another archive, and with half a file", async () => {
    expect(await codes(zipSync({ "a.txt": strToU8("a") }))).toEqual(["documents.format-unknown"]);
    const whole = docx(paragraph("Words."));
    expect(await codes(whole.subarray(0, whole.length / 2))).toEqual(["documents.damaged"]);
  });
});
