// Content to DOCX: heading styles, Word's own numbering and tables, notes, running head and foot.

import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Content, Node } from "./markup.ts";

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];

export async function wordFile(content: Content): Promise<Uint8Array> {
  const { settings, nodes } = content;
  const walk = new Walk(settings.get("numberedheadings") === "yes");
  const children = nodes.flatMap((node) => walk.node(node));
  const document = new Document({
    title: settings.get("title") ?? "",
    creator: "Invented for tests",
    footnotes: Object.fromEntries(
      walk.notes.map((text, i) => [String(i + 1), { children: [new Paragraph({ children: runs(text) })] }]),
    ),
    numbering: {
      config: [
        { reference: "headings", levels: headingLevels() },
        ...walk.lists.map(({ reference, mark }) => ({
          reference,
          levels: [listLevel(mark)],
        })),
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(settings.get("head") ?? "")] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [`${settings.get("foot") ?? ""} `, PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const headingLevels = () =>
  [0, 1, 2].map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `${Array.from({ length: level + 1 }, (_, i) => `%${i + 1}`).join(".")}.`,
    alignment: AlignmentType.START,
  }));

const listLevel = (mark: "number" | "letter") => ({
  level: 0,
  format: mark === "number" ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER,
  text: mark === "number" ? "%1." : "(%1)",
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 500, hanging: 360 } } },
});

class Walk {
  readonly notes: string[] = [];
  readonly lists: { reference: string; mark: "number" | "letter" }[] = [];
  readonly #numbered: boolean;

  constructor(numbered: boolean) {
    this.#numbered = numbered;
  }

  node(node: Node): FileChild[] {
    switch (node.kind) {
      case "heading":
        return [
          new Paragraph({
            heading: levels[node.level - 1]!,
            children: runs(node.text),
            // The title of the report is a heading of level 1 and bears no number.
            ...(this.#numbered && node.level > 1
              ? { numbering: { reference: "headings", level: node.level - 2 } }
              : {}),
          }),
        ];
      case "paragraph":
        return [new Paragraph({ spacing: { after: 140 }, children: this.#withNotes(node.text) })];
      case "note":
        this.notes.push(node.text.replace(/^\^?\d+\^?\s*/, ""));
        return [];
      case "contents":
        return [new Paragraph(node.text.replace(/ \| /, "\t"))];
      case "page-break":
        return [new Paragraph({ pageBreakBefore: true, children: [] })];
      case "box":
        return [table([[node.nodes.flatMap((inner) => this.node(inner))]]), new Paragraph({ children: [] })];
      case "list":
        return this.#list(node);
      case "table":
        return [
          table(
            node.rows.map((cells) =>
              cells.map((cell) => cell.split(" // ").map((text) => new Paragraph({ children: runs(text) }))),
            ),
          ),
          new Paragraph({ children: [] }),
        ];
    }
  }

  #list({ mark, items }: Extract<Node, { kind: "list" }>): FileChild[] {
    const reference = `list-${this.lists.length + 1}`;
    if (mark !== "bullet") this.lists.push({ reference, mark });
    return items.flatMap(({ text, inner }) => [
      new Paragraph({
        children: runs(text),
        ...(mark === "bullet" ? { bullet: { level: 0 } } : { numbering: { reference, level: 0 } }),
      }),
      ...inner.map((line) => new Paragraph({ children: runs(line), bullet: { level: 1 } })),
    ]);
  }

  // `^1^` in the text is the mark of the note with that number.
  #withNotes(text: string) {
    return text
      .split(/(\^\d+\^)/)
      .flatMap((part) =>
        /^\^\d+\^$/.test(part) ? [new FootnoteReferenceRun(Number(part.slice(1, -1)))] : runs(part),
      );
  }
}

const table = (rows: readonly (readonly FileChild[][])[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (children) =>
              new TableCell({
                children: children as Paragraph[],
                ...(cells.length === 1 && rows.some((other) => other.length > 1)
                  ? { columnSpan: Math.max(...rows.map((other) => other.length)) }
                  : {}),
              }),
          ),
        }),
    ),
  });

const runs = (text: string): TextRun[] =>
  text
    .split(/(\*\*.+?\*\*|__.+?__)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("**")
        ? new TextRun({ text: part.slice(2, -2), bold: true })
        : part.startsWith("__")
          ? new TextRun({ text: part.slice(2, -2), italics: true })
          : new TextRun(part),
    );
