// What Word computes, hides or keeps apart: numbers of lists, headings by style and outline, notes, text
// boxes, tracked changes, merged cells. Made by hand as Word writes it, and by the `docx` package.

import {
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document.ts";

const space =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const styled = (text: string, style: string) => paragraph(text, `<w:pStyle w:val="${style}"/>`);
const listed = (text: string, depth: number, list = 1) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

type Parts = Readonly<Record<string, string | Uint8Array>>;

function packed(body: string, parts: Parts = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`;
  const all: Parts = { "word/document.xml": document, ...parts };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}
const read = async (bytes: Uint8Array) => {
  const result = await readDocument(bytes, "report.docx");
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const codes = async (bytes: Uint8Array) => {
  const result = await readDocument(bytes, "report.docx");
  return (result.ok ? result.value.warnings : result.problems).map(({ code }) => code);
};
const shown = ({ blocks }: Awaited<ReturnType<typeof read>>) =>
  blocks.map(({ kind, level, number, label, text }) => [kind, level ?? null, number ?? label ?? null, text]);

const style = (id: string, name: string, properties = "", based = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based && `<w:basedOn w:val="${based}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
const level = (depth: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering ${space}>
  <w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%2)")}${level(2, "lowerRoman", "(%3)")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, "upperRoman", "%1.", '<w:pStyle w:val="Titre1"/>')}${level(1, "decimal", "%1.%2", '<w:pStyle w:val="Titre2"/><w:isLgl/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="9">${level(0, "decimal", "Recommendation %1:")}${level(1, "bullet", "")}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>
</w:numbering>`;

describe("numbers that Word computes", () => {
  const of = async (body: string) => shown(await read(packed(body, { "word/numbering.xml": numbering })));

  it("become labels and numbers, each depth with its own count", async () => {
    expect(
      await of(
        listed("one", 0) +
          listed("a", 1) +
          listed("b", 1) +
          listed("deep", 2) +
          listed("two", 0) +
          listed("a", 1),
      ),
    ).toEqual([
      ["list-item", 1, "1", "one"],
      ["list-item", 2, "(a)", "a"],
      ["list-item", 2, "(b)", "b"],
      ["list-item", 3, "(i)", "deep"],
      ["list-item", 1, "2", "two"],
      ["list-item", 2, "(a)", "a"],
    ]);
  });

  it("begin anew where a list says so, and go on where it does not", async () => {
    const items = await of(listed("one", 0) + listed("two", 0) + listed("new", 0, 3) + listed("next", 0, 3));
    expect(items.map(([, , number]) => number)).toEqual(["1", "2", "1", "2"]);
  });

  it("stay with the text where they are words, and are no label where they are bullets", async () => {
    expect(await of(listed("Do this.", 0, 4) + listed("point", 1, 4) + listed("Do that.", 0, 4))).toEqual([
      ["paragraph", null, null, "Recommendation 1: Do this."],
      ["list-item", 2, null, "point"],
      ["paragraph", null, null, "Recommendation 2: Do that."],
    ]);
  });

  it("number headings by their style, in Roman and in plain figures", async () => {
    const list = '<w:numPr><w:numId w:val="2"/></w:numPr>';
    const styles = `<w:styles ${space}>${style("Titre1", "heading 1", list)}${style("Titre2", "heading 2", list)}</w:styles>`;
    const body = ["Titre1", "Titre2", "Titre2", "Titre1", "Titre2"].map((id) => styled("Words", id)).join("");
    const { text } = await read(packed(body, { "word/numbering.xml": numbering, "word/styles.xml": styles }));
    expect(text.split("\n\n")).toEqual(["I. Words", "1.1 Words", "1.2 Words", "II. Words", "2.1 Words"]);
  });
});

describe("headings", () => {
  it("are known by style in four languages, by a style they are based on, and by outline level", async () => {
    const styles = `<w:styles ${space}>${[
      style("a", "heading 2"),
      style("b", "Titre 2"),
      style("c", "Título 3"),
      style("d", "Own style", "", "a"),
      style("e", "Annex", '<w:outlineLvl w:val="0"/>'),
      style("f", "Body", '<w:outlineLvl w:val="9"/>'),
      style("g", "toc 1", "", "a"),
    ].join("")}</w:styles>`;
    const body = [..."abcdefg"].map((id) => styled(`Style ${id}`, id)).join("");
    const outlined = paragraph("By hand", '<w:outlineLvl w:val="1"/>');
    const read_ = shown(await read(packed(body + outlined, { "word/styles.xml": styles })));
    expect(read_.map(([kind, depth]) => (kind === "heading" ? depth : null))).toEqual([
      2,
      2,
      3,
      2,
      1,
      null,
      null,
      2,
    ]);
  });

  it("are known where the file calls its prefix otherwise and has no styles", async () => {
    const body = `<?xml version="1.0"?><x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:pPr><x:pStyle x:val="Ttulo1"/></x:pPr><x:r><x:t>Conclusões</x:t></x:r></x:p></x:body></x:document>`;
    const styles = `<w:styles ${space}>${style("Ttulo1", "Ttulo1")}</w:styles>`;
    const parts = { "word/document.xml": body, "word/styles.xml": styles };
    expect(shown(await read(packed("", parts)))).toEqual([["heading", 1, null, "Conclusões"]]);
  });
});

describe("what stands apart", () => {
  it("text boxes are read once and behind their paragraph, hidden words and fields' code not at all", async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph("In the box")}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph("In the box")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>";
    const field = "<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>";
    const { text } = await read(
      packed(`<w:p>${run("Around.")}${box}${hidden}${field}</w:p>${paragraph("After.")}`),
    );
    expect(text).toBe("Around.\n\nIn the box\n\nAfter.");
  });

  it("other documents to be taken in are missed aloud", async () => {
    expect(await codes(packed(`${paragraph("Words.")}<w:altChunk/>`))).toEqual(["documents.part-left-out"]);
  });

  it("macros are left alone and mentioned", async () => {
    expect(await codes(packed(paragraph("Words."), { "word/vbaProject.bin": new Uint8Array(9) }))).toEqual([
      "documents.macros-ignored",
    ]);
  });
});

describe("what is refused", () => {
  it("document types in any part, also behind a long beginning and in UTF-16", async () => {
    const late = `<?xml version="1.0"?><!--${" ".repeat(9_000)}--><!DOCTYPE x><w:document ${space}/>`;
    expect(await codes(packed("", { "word/document.xml": late }))).toEqual(["documents.entity-refused"]);
    const evil = `\ufeff<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:styles ${space}/>`;
    const wide = new Uint8Array(Uint16Array.from(evil, (c) => c.charCodeAt(0)).buffer);
    expect(await codes(packed("", { "word/styles.xml": wide }))).toEqual(["documents.entity-refused"]);
  });

  it("nesting that no document needs, and XML that does not close", async () => {
    expect(await codes(packed("<w:sdt>".repeat(100_000)))).toEqual(["documents.too-deep"]);
    expect(await codes(packed("<w:p><w:r></w:p>"))).toEqual(["documents.damaged"]);
  });

  it("other archives, by their name", async () => {
    const result = await readDocument(zipSync({ "xl/workbook.xml": strToU8("<x/>") }), "table.docx");
    expect(result.ok ? "" : result.problems[0]!.message).toContain("is a spreadsheet");
  });
});

describe("a document of the docx package", () => {
  const cell = (content: string | readonly (Paragraph | Table)[], options = {}) =>
    new TableCell({ children: typeof content === "string" ? [new Paragraph(content)] : content, ...options });
  const change = { id: 1, author: "A", date: "2020-01-01T00:00:00Z" };
  const made = Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph("A note at the foot.")] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph("RUNNING HEAD")] }) },
          footers: { default: new Footer({ children: [new Paragraph("RUNNING FOOT")] }) },
          children: [
            new Paragraph({ text: "Conclusions", heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [new TextRun("It works"), new FootnoteReferenceRun(1), new TextRun(" well.")],
            }),
            new Paragraph({
              children: [
                new TextRun("kept "),
                new InsertedTextRun({ text: "and inserted", ...change }),
                new DeletedTextRun({ text: "deleted", ...change }),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ tableHeader: true, children: [cell("A"), cell("B"), cell("C")] }),
                new TableRow({ children: [cell("wide", { columnSpan: 2 }), cell("x")] }),
                new TableRow({
                  children: [
                    cell("tall", { rowSpan: 2 }),
                    cell("1"),
                    cell([new Table({ rows: [new TableRow({ children: [cell("in"), cell("side")] })] })]),
                  ],
                }),
                new TableRow({ children: [cell("2"), cell("3")] }),
              ],
            }),
          ],
        },
      ],
    }),
  );

  it("gives its notes at the end, its changes as Word would accept them, and no running heads", async () => {
    const document = await read(new Uint8Array(await made));
    expect(shown(document).filter(([kind]) => kind !== "table")).toEqual([
      ["heading", 1, null, "Conclusions"],
      ["paragraph", null, null, "It works[1] well."],
      ["paragraph", null, null, "kept and inserted"],
      ["footnote", null, "1", "A note at the foot."],
    ]);
    expect(document.warnings.map(({ code }) => code)).toEqual(["documents.tracked-changes"]);
    expect(document.warnings[0]!.message).toContain("1 insertions were read as text, 1 deletions");
  });

  it("gives tables whose columns agree, with their head", async () => {
    const { tables } = await read(new Uint8Array(await made));
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))).toEqual([
      [
        ["A", "B", "C"],
        ["wide", "", "x"],
        ["tall", "1", "in side"],
        ["", "2", "3"],
      ],
    ]);
    expect(tables[0]!.headerRows).toBe(1);
  });
});
