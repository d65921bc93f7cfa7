// The texts in report-texts/ as blocks, and blocks as HTML, Word and plain text. Knows the few marks that
// these texts use: #, -, 1., | and empty lines.

import { strToU8, zipSync } from "fflate";

export type ReportBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** Blocks are separated by empty lines. */
export function blocksOf(text: string): readonly ReportBlock[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((part): ReportBlock => {
      const lines = part.split("\n");
      const heading = /^(#+) (.+)$/.exec(part);
      if (heading) return { kind: "heading", level: heading[1]!.length, text: heading[2]! };
      if (part.startsWith("|"))
        return { kind: "table", rows: lines.filter((line) => !/^[|\s:-]+$/.test(line)).map(cellsOf) };
      if (/^(?:-|\d+\.) /.test(part) && lines.every((line) => /^(?:-|\d+\.) /.test(line)))
        return {
          kind: "list",
          ordered: !part.startsWith("-"),
          items: lines.map((line) => line.replace(/^(?:-|\d+\.) /, "")),
        };
      return { kind: "paragraph", text: lines.join(" ") };
    });
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const titleOf = (blocks: readonly ReportBlock[]): string =>
  blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []))[0]!;

const style = `
  body { font: 11pt/1.5 "Liberation Serif", Georgia, serif; color: #1c1c1c; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
  h1, h2, h3, th { font-family: "Liberation Sans", Arial, sans-serif; line-height: 1.25; }
  h1 { font-size: 22pt; margin: 1.2em 0 0.3em; } h2 { font-size: 15pt; margin-top: 1.6em; } h3 { font-size: 12pt; margin-top: 1.2em; }
  h2, h3 { break-after: avoid; } table { border-collapse: collapse; margin: 1em 0; } tr { break-inside: avoid; }
  th, td { border: 1px solid #999; padding: 0.3em 0.6em; text-align: left; vertical-align: top; font-size: 10pt; }
  p, li { orphans: 3; widows: 3; } .invented { border: 1px solid #8a3b00; padding: 0.5em 0.8em; color: #8a3b00; }
  @media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt; line-height: 1.4; } }`;

export function htmlOf(blocks: readonly ReportBlock[], language: string): string {
  const body = blocks.map((block, i) => {
    if (block.kind === "heading") return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    if (block.kind === "paragraph")
      return `<p${i === 0 ? ' class="invented"' : ""}>${escaped(block.text)}</p>`;
    if (block.kind === "list") {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join("\n")}\n</${tag}>`;
    }
    const row = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
    const [head, ...rest] = block.rows;
    return `<table>\n<thead>${row(head!, "th")}</thead>\n<tbody>\n${rest.map((cells) => row(cells, "td")).join("\n")}\n</tbody>\n</table>`;
  });
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${escaped(titleOf(blocks))}</title>\n<style>${style}\n</style>\n</head>\n<body>\n${body.join("\n")}\n</body>\n</html>\n`;
}

/** Lines of at most 90 letters, headings alone between empty lines. */
export function textOf(blocks: readonly ReportBlock[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === "heading") return block.text;
    if (block.kind === "paragraph") return wrapped(block.text, "");
    if (block.kind === "list")
      return block.items
        .map((item, i) => wrapped(`${block.ordered ? `${i + 1}.` : "-"} ${item}`, "   "))
        .join("\n");
    return block.rows.map((cells) => cells.join("\t")).join("\n");
  });
  return `${parts.join("\n\n")}\n`;
}

function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > 90) {
      lines.push(line);
      line = indent + word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

const xml = (content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageNs = "http://schemas.openxmlformats.org/package/2006";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A Word document with heading styles, a table and numbered lists; the same bytes at every run. */
export function docxOf(blocks: readonly ReportBlock[], language: string): Uint8Array {
  const run = (text: string, bold = false) =>
    `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const paragraph = (content: string, properties = "") =>
    `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
  const body = blocks.flatMap((block): readonly string[] => {
    if (block.kind === "heading")
      return [
        paragraph(
          run(block.text),
          `<w:pStyle w:val="${block.level === 1 ? "Title" : `Heading${block.level - 1}`}"/>`,
        ),
      ];
    if (block.kind === "paragraph") return [paragraph(run(block.text))];
    if (block.kind === "list")
      return block.items.map((item) =>
        paragraph(
          run(item),
          `<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${block.ordered ? 2 : 1}"/></w:numPr>`,
        ),
      );
    const cell = (text: string, bold: boolean, width: number) =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(run(text, bold))}</w:tc>`;
    const rows = block.rows.map(
      (cells, i) =>
        `<w:tr>${i === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((text, j) => cell(text, i === 0, j === 0 ? 2800 : 6200)).join("")}</w:tr>`,
    );
    return [
      `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2800"/><w:gridCol w:w="6200"/></w:tblGrid>${rows.join("")}</w:tbl>`,
      paragraph(""),
    ];
  });
  const headingStyle = (id: string, name: string, size: number, level: number | null) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/>${level === null ? "" : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="999999"/>`)
    .join("");
  const numbering = (id: number, format: string, text: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>`;
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
  const files = {
    "[Content_Types].xml": xml(
      `<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/word/document.xml", `${word}.document.main+xml`)}${override("/word/styles.xml", `${word}.styles+xml`)}${override("/word/numbering.xml", `${word}.numbering+xml`)}${override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}</Types>`,
    ),
    "_rels/.rels": xml(
      `<Relationships xmlns="${packageNs}/relationships">${relation(1, `${office}/officeDocument`, "word/document.xml")}${relation(2, `${packageNs}/relationships/metadata/core-properties`, "docProps/core.xml")}</Relationships>`,
    ),
    "docProps/core.xml": xml(
      `<cp:coreProperties xmlns:cp="${packageNs}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(titleOf(blocks))}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`,
    ),
    "word/_rels/document.xml.rels": xml(
      `<Relationships xmlns="${packageNs}/relationships">${relation(1, `${office}/styles`, "styles.xml")}${relation(2, `${office}/numbering`, "numbering.xml")}</Relationships>`,
    ),
    "word/styles.xml": xml(
      `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${headingStyle("Title", "Title", 44, null)}${headingStyle("Heading1", "heading 1", 30, 0)}${headingStyle("Heading2", "heading 2", 25, 1)}<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style></w:styles>`,
    ),
    "word/numbering.xml": xml(
      `<w:numbering ${w}>${numbering(0, "bullet", "•")}${numbering(1, "decimal", "%1.")}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    ),
    "word/document.xml": xml(
      `<w:document ${w}><w:body>${body.join("")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ),
  };
  // A fixed date, or the bytes would differ at every run; ZIP knows none before 1980.
  return zipSync(files, { mtime: new Date(1980, 0, 1, 0, 0, 0) });
}
