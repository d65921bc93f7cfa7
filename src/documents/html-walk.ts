// Walks an HTML tree in document order and writes blocks and tables as it goes.

import type { Span } from "#kernel";
import type { Block, BlockKind, Table } from "./document.ts";
import {
  attribute,
  cellsOf,
  type HtmlElement,
  type HtmlNode,
  headingLevelOf,
  isBlockElement,
  isElement,
  isFurniture,
  isHeadRow,
  isLayoutTable,
  isLeftOut,
  isNote,
  isPairs,
  pairsOf,
  rowsOf,
} from "./html-nodes.ts";
import type { HtmlText } from "./html-text.ts";
import { labelOfPosition } from "./label-sequence.ts";
import { endsSentence, readMarker } from "./markers.ts";

type Pair = readonly [start: number, end: number];
type Draft = Omit<Block, "spans" | "page"> & { readonly pairs: readonly Pair[] };
type CellDraft = { readonly text: string; readonly columns: number; readonly rows: number };
type DraftTable = {
  readonly heads: number;
  readonly rows: readonly (readonly { readonly text: string; readonly pairs: readonly Pair[] }[])[];
};

type Context = {
  readonly kind: BlockKind;
  readonly level: number;
  /** Label or number of the list item that has not been written yet. */
  marker: { readonly printed: string; readonly label?: string; readonly number?: string } | null;
  readonly depth: number;
};

export class TooDeep extends Error {}

export class HtmlWalk {
  readonly #text: HtmlText;
  readonly #deepest: number;
  readonly #blocks: (Draft | { readonly table: DraftTable })[] = [];
  #inline = "";
  #isBold = true;

  constructor(text: HtmlText, deepest: number) {
    this.#text = text;
    this.#deepest = deepest;
  }

  walk(root: HtmlElement): void {
    const context: Context = { kind: "paragraph", level: 0, marker: null, depth: 0 };
    this.#children(root, context, false);
    this.#flush(context);
  }

  /** Blocks and tables with spans in code points. */
  finish(span: (pair: Pair) => Span): {
    readonly blocks: readonly Block[];
    readonly tables: readonly Table[];
  } {
    const tables: Table[] = [];
    const blocks = this.#blocks.map((entry): Block => {
      if (!("table" in entry)) {
        const { pairs, ...rest } = entry;
        return { ...rest, spans: pairs.map(span), page: null };
      }
      const rows = entry.table.rows.map((cells) => {
        const read = cells.map(({ text, pairs }) => ({ text, spans: pairs.map(span) }));
        const places = read.flatMap(({ spans }) => spans);
        const first = places[0];
        const last = places[places.length - 1];
        return { cells: read, spans: first && last ? [[first[0], last[1]] as Span] : [] };
      });
      const table: Table = {
        rows,
        spans: rows.flatMap(({ spans }) => spans),
        page: null,
        ...(entry.table.heads > 0 ? { headerRows: entry.table.heads } : {}),
      };
      tables.push(table);
      const text = rows.map(({ cells }) => cells.map((cell) => cell.text).join(" | ")).join("\n");
      return { kind: "table", text, spans: table.spans, page: null };
    });
    return { blocks, tables };
  }

  #children(element: { readonly childNodes: readonly HtmlNode[] }, context: Context, bold: boolean): void {
    if (context.depth > this.#deepest) throw new TooDeep();
    for (const node of element.childNodes) {
      if (node.nodeName === "#text" && "value" in node) this.#words(node.value, bold);
      else if (isElement(node) && !isLeftOut(node)) this.#element(node, context, bold);
    }
  }

  #words(value: string, bold: boolean): void {
    this.#inline += value;
    if (!bold && /\S/.test(value)) this.#isBold = false;
  }

  #element(element: HtmlElement, context: Context, bold: boolean): void {
    const deeper = { depth: context.depth + 1 };
    if (element.tagName === "br") {
      this.#inline += "\n";
      return;
    }
    if (!isBlockElement(element)) {
      this.#children(
        element,
        inheriting(context, deeper),
        bold || element.tagName === "strong" || element.tagName === "b",
      );
      return;
    }
    this.#flush(context);
    const level = headingLevelOf(element);
    if (element.tagName === "table" && !isLayoutTable(element)) this.#table(element, context);
    else if (level !== null) this.#inside(element, { kind: "heading", level, marker: null, ...deeper });
    else if (isFurniture(element))
      this.#inside(element, { kind: "page-furniture", level: 0, marker: null, ...deeper });
    else if (isNote(element)) this.#inside(element, { kind: "footnote", level: 0, marker: null, ...deeper });
    else if (element.tagName === "ol" || element.tagName === "ul") this.#list(element, context);
    else if (element.tagName === "li" && attribute(element, "data-depth") !== null)
      this.#inside(element, {
        kind: context.kind === "footnote" ? "footnote" : "list-item",
        level: Number(attribute(element, "data-depth")) || 1,
        marker: markerOf(attribute(element, "data-label")),
        ...deeper,
      });
    else if (element.tagName === "dl" && isPairs(element)) this.#pairs(element, context);
    else {
      const inner = inheriting(context, deeper);
      this.#children(element, inner, bold);
      this.#flush(inner);
    }
  }

  #inside(element: HtmlElement, context: Context): void {
    this.#children(element, context, false);
    this.#flush(context);
  }

  #list(list: HtmlElement, context: Context): void {
    let position = Number(attribute(list, "start") ?? 1);
    for (const item of list.childNodes) {
      if (!isElement(item) || isLeftOut(item)) continue;
      const own = attribute(item, "value");
      if (own !== null && /^\d+$/.test(own)) position = Number(own);
      const isNoteItem = context.kind === "footnote" || isNote(item);
      this.#inside(item, {
        kind: isNoteItem ? "footnote" : "list-item",
        level: context.kind === "list-item" ? context.level + 1 : 1,
        marker: list.tagName === "ol" ? markerAt(position, attribute(list, "type") ?? "1") : { printed: "-" },
        depth: context.depth + 2,
      });
      position++;
    }
  }

  #table(table: HtmlElement, context: Context): void {
    const caption = table.childNodes.find(
      (node): node is HtmlElement => isElement(node) && node.tagName === "caption",
    );
    if (caption)
      this.#inside(caption, { kind: "paragraph", level: 0, marker: null, depth: context.depth + 1 });
    this.#text.separate("\n\n");
    this.#rows(
      rowsOf(table).map((row) => ({
        isHead: isHeadRow(row),
        cells: cellsOf(row).map((cell) => ({
          text: wordsOf(cell, context.depth + 2, this.#deepest),
          columns: spanOf(cell, "colspan"),
          rows: spanOf(cell, "rowspan"),
        })),
      })),
    );
  }

  /** Terms and what is said of them: a table of two columns. */
  #pairs(list: HtmlElement, context: Context): void {
    this.#text.separate("\n\n");
    const rows: { readonly isHead: false; readonly cells: CellDraft[] }[] = [];
    for (const child of pairsOf(list)) {
      const text = wordsOf(child, context.depth + 2, this.#deepest);
      const row = rows[rows.length - 1];
      if (child.tagName === "dd" && row?.cells.length === 1) row.cells.push({ text, columns: 1, rows: 1 });
      else if (child.tagName === "dd" && row)
        row.cells[1] = { ...row.cells[1]!, text: `${row.cells[1]!.text}\n${text}` };
      else rows.push({ isHead: false, cells: [{ text, columns: 1, rows: 1 }] });
    }
    this.#rows(rows);
  }

  /** Fields that a merged cell covers stay empty, so that the columns of all rows agree. */
  #rows(rows: readonly { readonly isHead: boolean; readonly cells: readonly CellDraft[] }[]): void {
    const covered: number[] = [];
    let heads = 0;
    const written = rows.map(({ isHead, cells }, r) => {
      if (r > 0) this.#text.add("\n");
      if (isHead && heads === r) heads++;
      const row: DraftTable["rows"][number][number][] = [];
      const isOpen = () => row.length < mostColumns && (covered[row.length] ?? 0) > 0;
      const add = (text: string) => {
        if (row.length > 0) this.#text.add("\t");
        row.push({ text: text.replace(/\n/g, " "), pairs: text === "" ? [] : [this.#text.add(text)] });
      };
      const addCovered = () => {
        while (isOpen()) {
          covered[row.length] = covered[row.length]! - 1;
          add("");
        }
      };
      for (const cell of cells) {
        addCovered();
        for (let c = 0; c < cell.columns && (c === 0 || row.length < mostColumns); c++) {
          covered[row.length] = cell.rows - 1;
          add(c === 0 ? cell.text : "");
        }
      }
      addCovered();
      return row;
    });
    this.#blocks.push({ table: { rows: written, heads } });
  }

  /** Writes what has gathered since the last block began. */
  #flush(context: Context): void {
    const words = collapsed(this.#inline);
    const allBold = this.#isBold;
    this.#inline = "";
    this.#isBold = true;
    if (words === "") return;
    this.#text.separate("\n\n");
    const given = context.marker;
    context.marker = null;
    const printedInText = given === null || given.printed === "-" ? readMarker(words) : null;
    const believed =
      printedInText !== null && !printedInText.alone && printedInText.style !== "bullet"
        ? printedInText
        : null;
    if (given !== null && given.printed !== "-") this.#text.add(`${given.printed} `);
    else if (given !== null && believed === null) this.#text.add("- ");
    if (believed !== null) this.#text.add(words.slice(0, believed.length));
    const own = believed === null ? words : words.slice(believed.length);
    const pair = this.#text.add(own);
    const kind =
      context.kind === "paragraph" && believed?.style === "parenthesis" ? "list-item" : context.kind;
    const isHeading =
      kind === "paragraph" && allBold && own.length <= 100 && !endsSentence(own) && /\p{L}/u.test(own);
    const number = believed?.style === "number" ? believed.value : given?.number;
    const label = believed?.style === "parenthesis" ? `(${believed.value})` : given?.label;
    const printed =
      believed?.printed ?? (given !== null && given.printed !== "-" ? given.printed : undefined);
    const level = isHeading
      ? 7
      : kind === "heading" || kind === "list-item"
        ? Math.max(context.level, 1)
        : null;
    this.#blocks.push({
      kind: isHeading ? "heading" : kind,
      ...(level !== null ? { level } : {}),
      ...(number !== undefined ? { number } : {}),
      ...(label !== undefined ? { label } : {}),
      ...(printed !== undefined ? { printedLabel: printed } : {}),
      text: own.replace(/\s+/g, " "),
      pairs: [pair],
    });
  }
}

/** A context one level deeper that shares the marker still to be written. */
function inheriting(context: Context, deeper: { readonly depth: number }): Context {
  return {
    kind: context.kind,
    level: context.level,
    depth: deeper.depth,
    get marker() {
      return context.marker;
    },
    set marker(value) {
      context.marker = value;
    },
  };
}

/** Merged cells wider or taller than this are a mistake. */
const mostColumns = 200;
const mostRows = 5_000;

function spanOf(cell: HtmlElement, name: "colspan" | "rowspan"): number {
  const stated = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(stated) && stated > 1
    ? Math.min(stated, name === "colspan" ? mostColumns : mostRows)
    : 1;
}

/** The marker of a label as a word processor prints it; a bullet where there is none. */
function markerOf(label: string | null): NonNullable<Context["marker"]> {
  if (label === null) return { printed: "-" };
  const read = readMarker(`${label} x`);
  if (read?.style === "number") return { printed: label, number: read.value };
  const value = /^\(?([\p{L}\d]{1,6})[.)]*$/u.exec(label)?.[1];
  return value === undefined ? { printed: label } : { printed: label, label: `(${value})` };
}

function markerAt(position: number, type: string): NonNullable<Context["marker"]> {
  const value = labelOfPosition(position, type);
  return type === "1"
    ? { printed: `${value}.`, number: value }
    : { printed: `${value}.`, label: `(${value})` };
}

const collapsed = (text: string) =>
  text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .replace(/\n(?!\n)/g, " ")
    .trim();

/** The words of a cell, paragraphs on lines of their own. */
function wordsOf(element: HtmlElement, depth: number, deepest: number): string {
  if (depth > deepest) throw new TooDeep();
  let text = "";
  for (const node of element.childNodes) {
    if (node.nodeName === "#text" && "value" in node) text += node.value.replace(/\s+/g, " ");
    else if (isElement(node) && !isLeftOut(node)) {
      const inner = wordsOf(node, depth + 1, deepest);
      text += node.tagName === "br" ? "\n" : isBlockElement(node) ? `\n${inner}\n` : inner;
    }
  }
  return text
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
}
