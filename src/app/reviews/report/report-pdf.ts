// The report as a tagged PDF after PDF/UA-1: language, title, structure tree, header cells, alternative texts,
// embedded fonts. Written by the project's own code, so that it needs neither a browser nor a typesetter.

import type { PictureShape, ReportBlock, ReportDocument, ReportPicture, ReportTable } from "#records";
import { arrowHead, pictureColours } from "#reviews";
import { pdfNumber, pdfText } from "./pdf/pdf-file.ts";
import { drawLine, drawLines, type SetLine, setLines } from "./pdf/set-text.ts";
import { type Drawn, type Element, pageSize, TaggedPages, textWidth } from "./pdf/tagged-pages.ts";

const left = pageSize.margin;
const textSize = 10.5;
const cellSize = 8.5;
const cellPadding = 3;

/** Bytes of the file. */
export function reportPdf(document: ReportDocument): Uint8Array {
  const pages = new TaggedPages();
  const title = pages.element("H1", pages.document);
  pages.place("title");
  drawLines(pages, title, setLines(pages, [{ text: document.title }], 20, textWidth, true), left, 20);
  pages.y -= 6;
  paragraph(pages, [{ text: document.subtitle, italic: true }]);
  for (const block of document.blocks) drawBlock(pages, block);
  return pages.finish({ title: document.title, subject: document.subtitle, language: document.language });
}

function paragraph(pages: TaggedPages, content: Parameters<typeof setLines>[1]): void {
  const lines = setLines(pages, content, textSize, textWidth);
  if (lines.length === 0) return;
  drawLines(pages, pages.element("P", pages.document), lines, left, textSize);
  pages.y -= 6;
}

function drawBlock(pages: TaggedPages, block: ReportBlock): void {
  switch (block.kind) {
    case "heading": {
      const size = block.level === 2 ? 15 : 12;
      // A heading stays with what follows it.
      pages.y -= size * 0.9;
      pages.ensure(size * 4);
      const element = pages.element(`H${block.level}`, pages.document);
      pages.place(block.id);
      pages.heading(block.level, block.text, block.id);
      drawLines(pages, element, setLines(pages, [{ text: block.text }], size, textWidth, true), left, size);
      pages.y -= 4;
      return;
    }
    case "paragraph":
      paragraph(pages, block.content);
      return;
    case "list": {
      const list = pages.element("L", pages.document, "/A<</O/List/ListNumbering/Disc>>");
      for (const item of block.items) {
        const lines = setLines(pages, item, textSize, textWidth - 14);
        const entry = pages.element("LI", list);
        const label = pages.element("Lbl", entry);
        const body = pages.element("LBody", entry);
        const [first, ...others] = lines;
        if (!first) continue;
        pages.ensure(textSize * 1.4);
        pages.y -= textSize * 1.4;
        pages.text(label, "• ", { x: left + 2, y: pages.y, face: "Regular", size: textSize });
        drawLine(pages, body, first, left + 14, textSize);
        drawLines(pages, body, others, left + 14, textSize);
      }
      pages.y -= 6;
      return;
    }
    case "table":
      drawTable(pages, block.table, block.id);
      return;
    case "figure":
      drawFigure(pages, block.picture, block.caption, block.id);
      drawTable(pages, block.table, `${block.id}-table`);
      return;
  }
}

/** Widths by what the columns hold: none narrower than its longest word where that fits. */
function columnWidths(pages: TaggedPages, table: ReportTable): readonly number[] {
  const texts = table.columns.map((column, n) => [
    column,
    ...table.rows.map((row) => (row[n] ?? []).map(({ text }) => text).join("")),
  ]);
  const wide = (text: string) => pages.widthOf(text, "Bold", cellSize) + 2 * cellPadding + 2;
  const least = texts.map((all) =>
    Math.min(120, Math.max(...all.flatMap((text) => text.split(/\s+/u).map(wide)))),
  );
  const wished = texts.map((all, n) => Math.max(least[n] ?? 0, Math.min(400, Math.max(...all.map(wide)))));
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  if (sum(wished) <= textWidth) {
    const rest = textWidth - sum(wished);
    return wished.map((one) => one + (rest * one) / sum(wished));
  }
  if (sum(least) >= textWidth) return least.map((one) => (one * textWidth) / sum(least));
  const rest = textWidth - sum(least);
  const wishes = wished.map((one, n) => one - (least[n] ?? 0));
  return least.map((one, n) => one + (rest * (wishes[n] ?? 0)) / Math.max(1, sum(wishes)));
}

function drawTable(pages: TaggedPages, table: ReportTable, id: string): void {
  pages.ensure(60);
  pages.place(id);
  const element = pages.element("Table", pages.document);
  const caption = pages.element("Caption", element);
  drawLines(
    pages,
    caption,
    setLines(pages, [{ text: table.caption }], textSize, textWidth, true),
    left,
    textSize,
  );
  pages.y -= 4;
  const widths = columnWidths(pages, table);
  const starts = widths.map((_, n) => left + widths.slice(0, n).reduce((sum, one) => sum + one, 0));
  const rule = () =>
    pages.decoration(
      `0.5 w 0.5 G ${left} ${pdfNumber(pages.y)} m ${pdfNumber(left + textWidth)} ${pdfNumber(pages.y)} l S 0 G\n`,
    );
  const row = (owner: Element, cells: readonly Parameters<typeof setLines>[1][], isHead: boolean) => {
    const lines = cells.map((cell, n) =>
      setLines(
        pages,
        cell,
        cellSize,
        (widths[n] ?? 0) - 2 * cellPadding,
        isHead || (n === 0 && !table.plain),
      ),
    );
    const elements = cells.map((_, n) =>
      isHead || (n === 0 && !table.plain)
        ? pages.element("TH", owner, `/A<</O/Table/Scope/${isHead ? "Column" : "Row"}>>`)
        : pages.element("TD", owner),
    );
    const height = Math.max(...lines.map(({ length }) => length), 1);
    pages.ensure(Math.min(height, 40) * cellSize * 1.35 + 6);
    rule();
    pages.y -= 3;
    for (let n = 0; n < height; n++) {
      pages.ensure(cellSize * 1.35);
      pages.y -= cellSize * 1.35;
      for (const [column, set] of lines.entries()) {
        const line: SetLine | undefined = set[n];
        const owned = elements[column];
        if (!line || !owned) continue;
        const used = line.reduce((sum, { width }) => sum + width, 0);
        const isRight = table.figures.includes(column);
        const start = (starts[column] ?? left) + cellPadding;
        const room = (widths[column] ?? 0) - 2 * cellPadding;
        drawLine(pages, owned, line, isRight ? start + Math.max(0, room - used) : start, cellSize);
      }
    }
    pages.y -= 4;
  };
  row(
    pages.element("TR", pages.element("THead", element)),
    table.columns.map((text) => [{ text }]),
    true,
  );
  const body = pages.element("TBody", element);
  for (const cells of table.rows) row(pages.element("TR", body), cells, false);
  rule();
  pages.y -= 12;
}

const colour = (hex: string): string =>
  [1, 3, 5].map((at) => pdfNumber(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");

/** The drawing scaled to the column, or to the page where it is high. */
function drawFigure(pages: TaggedPages, picture: ReportPicture, caption: string, id: string): void {
  const room = pageSize.height - 2 * pageSize.margin - 60;
  const scale = Math.min(textWidth / picture.width, room / picture.height);
  const height = picture.height * scale;
  pages.ensure(height + 48);
  pages.y -= 8;
  pages.place(id);
  const bottom = pages.y - height;
  const x = (value: number) => left + value * scale;
  const y = (value: number) => pages.y - value * scale;
  const point = ([px, py]: readonly [number, number]) => `${pdfNumber(x(px))} ${pdfNumber(y(py))}`;
  const texts: Drawn[] = [];
  const operators = picture.shapes.map((shape: PictureShape): string => {
    if (shape.kind === "rect")
      return `${colour(pictureColours[shape.tone])} rg ${colour(pictureColours.rule)} RG 0.7 w ${pdfNumber(x(shape.x))} ${pdfNumber(y(shape.y + shape.height))} ${pdfNumber(shape.width * scale)} ${pdfNumber(shape.height * scale)} re B\n`;
    if (shape.kind === "line") {
      const [first, ...others] = shape.points;
      if (!first) return "";
      const line = `${colour(pictureColours.rule)} RG 0.8 w ${point(first)} m ${others.map((one) => `${point(one)} l`).join(" ")} S\n`;
      if (!shape.arrow) return line;
      const [tip, ...corners] = arrowHead(shape.points);
      return tip
        ? `${line}${colour(pictureColours.rule)} rg ${point(tip)} m ${corners.map((one) => `${point(one)} l`).join(" ")} f\n`
        : line;
    }
    const face = shape.bold ? "Bold" : "Regular";
    const size = shape.size * scale;
    const wide = pages.widthOf(shape.text, face, size);
    const shift = shape.anchor === "end" ? wide : shape.anchor === "middle" ? wide / 2 : 0;
    texts.push({ text: `${shape.text} `, x: x(shape.x) - shift, y: y(shape.y), face, size });
    return "";
  });
  const box = [left, bottom, left + picture.width * scale, pages.y].map(pdfNumber).join(" ");
  const figure = pages.element(
    "Figure",
    pages.document,
    `/Alt ${pdfText(picture.description)}/A<</O/Layout/BBox[${box}]/Placement/Block>>`,
  );
  pages.drawing(figure, `${operators.join("")}${colour(pictureColours.ink)} rg\n`, texts);
  pages.y = bottom - 4;
  const below = pages.element("Caption", figure);
  drawLines(pages, below, setLines(pages, [{ text: caption }], textSize, textWidth, true), left, textSize);
  pages.y -= 10;
}
