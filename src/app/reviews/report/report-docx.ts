// The report as a Word file: styles for headings, header rows in tables, the language of the document and of
// stretches in another one. Figures are given by the table of their numbers, which any version of Word reads.

import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Language } from "#kernel";
import type { ReportBlock, ReportDocument, ReportTable, ReportText } from "#records";

const locales: Readonly<Record<Language, string>> = { en: "en-GB", fr: "fr-FR", es: "es-ES", pt: "pt-PT" };

/** Names of bookmarks take letters, digits and underscores, forty at most. */
const bookmarkName = (id: string): string => `b_${id.replace(/[^A-Za-z0-9]/g, "_")}`.slice(0, 40);

/** Word files hold no control characters. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "");

function runs(content: readonly ReportText[], known: ReadonlySet<string>): ParagraphChild[] {
  return content.map(({ text, bold, italic, language, href }) => {
    const isLink = href !== undefined && (!href.startsWith("#") || known.has(href.slice(1)));
    const run = new TextRun({
      text: plain(text),
      bold: bold ?? false,
      italics: italic ?? false,
      ...(language !== undefined && { language: { value: locales[language as Language] ?? language } }),
      ...(isLink && { style: "Hyperlink" }),
    });
    if (!isLink) return run;
    return href.startsWith("#")
      ? new InternalHyperlink({ anchor: bookmarkName(href.slice(1)), children: [run] })
      : new ExternalHyperlink({ link: href, children: [run] });
  });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "8A94A0" } as const;
const borders = { top: line, bottom: line, left: line, right: line } as const;

function table(given: ReportTable, known: ReadonlySet<string>): Table {
  const cell = (content: readonly ReportText[], column: number, isHead: boolean) =>
    new TableCell({
      borders,
      children: [
        new Paragraph({
          alignment: given.figures.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: runs(isHead ? content.map((part) => ({ ...part, bold: true })) : content, known),
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: given.columns.map((text, n) => cell([{ text }], n, true)),
      }),
      ...given.rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((content, n) => cell(content, n, false)) }),
      ),
    ],
  });
}

const caption = (id: string, text: string): Paragraph =>
  new Paragraph({
    style: "Caption",
    keepNext: true,
    children: [new Bookmark({ id: bookmarkName(id), children: [new TextRun(plain(text))] })],
  });

function blockParts(block: ReportBlock, known: ReadonlySet<string>): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          children: [
            new Bookmark({ id: bookmarkName(block.id), children: [new TextRun(plain(block.text))] }),
          ],
        }),
      ];
    case "paragraph":
      return [new Paragraph({ children: runs(block.content, known), spacing: { after: 140 } })];
    case "list":
      return block.items.map((item) => new Paragraph({ children: runs(item, known), bullet: { level: 0 } }));
    case "table":
      return [caption(block.id, block.table.caption), table(block.table, known), new Paragraph({})];
    case "figure":
      return [
        caption(block.id, block.caption),
        new Paragraph({ children: [new TextRun(plain(block.picture.description))] }),
        table(block.table, known),
        new Paragraph({}),
      ];
  }
}

/** Bytes of the file. */
export async function reportDocx(document: ReportDocument): Promise<Uint8Array> {
  const known = new Set(
    document.blocks.flatMap((block) =>
      block.kind === "paragraph" || block.kind === "list" ? [] : [block.id],
    ),
  ).add("title");
  const file = new Document({
    title: plain(document.title),
    subject: plain(document.subtitle),
    creator: "Socle",
    styles: {
      default: {
        document: { run: { font: "Calibri", size: 22, language: { value: locales[document.language] } } },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [
              new Bookmark({ id: bookmarkName("title"), children: [new TextRun(plain(document.title))] }),
            ],
          }),
          new Paragraph({ children: [new TextRun({ text: plain(document.subtitle), italics: true })] }),
          ...document.blocks.flatMap((block) => blockParts(block, known)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
