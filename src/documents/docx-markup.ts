// The body of a Word document to markup that the reader of HTML understands: headings by style and outline,
// labels as Word would print them, tables, notes, text boxes. Deleted text and hidden text stay out.

import { type ListLabel, Numbering } from "./docx-numbering.ts";
import { numberOf, outlineLevel, type ParagraphStyle, stylesOf } from "./docx-styles.ts";
import { childNamed, childrenNamed, isOn, stated, type XmlElement } from "./docx-xml.ts";

export type WordParts = {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
};

export type WordMarkup = {
  readonly markup: string;
  /** Changes that were tracked and not yet accepted. */
  readonly insertions: number;
  readonly deletions: number;
  /** Other documents that Word would have taken in on opening. */
  readonly importedParts: number;
};

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;"));

/** Signs of the fonts Symbol and Wingdings that lists and forms use. */
const signs: Readonly<Record<string, string>> = {
  F0B7: "•",
  F0A7: "▪",
  F0FC: "✓",
  F0FB: "✗",
  F0A8: "☐",
  F06F: "☐",
  F0FE: "☒",
  F078: "☒",
  F0E0: "→",
  F0D8: "➢",
};

const isLeftOut = new Set([
  "w:pPr",
  "w:rPr",
  "w:tblPr",
  "w:tblGrid",
  "w:trPr",
  "w:tcPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:sectPr",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:object",
]);

export function markupOf(parts: WordParts): WordMarkup {
  const writer = new Writer(parts);
  const body = childNamed(parts.document, "w:body");
  const text = body ? writer.blocks(body) : "";
  const notes = writer.notes();
  return {
    markup: `<!doctype html><html><body>${text}${notes}</body></html>`,
    insertions: writer.insertions,
    deletions: writer.deletions,
    importedParts: writer.importedParts,
  };
}

class Writer {
  insertions = 0;
  deletions = 0;
  importedParts = 0;
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  readonly #numbering: Numbering;
  readonly #notes: readonly (readonly [kind: string, notes: ReadonlyMap<string, XmlElement>])[];
  readonly #mentioned: XmlElement[] = [];
  /** Text boxes of the paragraph that is being written. */
  #boxes: XmlElement[] = [];
  #isInCell = false;

  constructor(parts: WordParts) {
    this.#styles = stylesOf(parts.styles);
    this.#numbering = new Numbering(parts.numbering);
    const byId = (notes: XmlElement | null, name: string) =>
      new Map(
        childrenNamed(notes ?? undefined, name)
          .filter((note) => !/separator|notice/i.test(note.attributes["w:type"] ?? ""))
          .map((note) => [note.attributes["w:id"] ?? "", note]),
      );
    this.#notes = [
      ["w:footnoteReference", byId(parts.footnotes, "w:footnote")],
      ["w:endnoteReference", byId(parts.endnotes, "w:endnote")],
    ];
  }

  blocks(parent: XmlElement): string {
    let markup = "";
    for (const child of parent.children) {
      if (typeof child === "string") continue;
      if (child.name === "w:p") markup += this.#paragraph(child);
      else if (child.name === "w:tbl") markup += this.#table(child);
      else if (child.name === "w:altChunk") this.importedParts++;
      else if (child.name === "w:del" || child.name === "w:moveFrom") this.deletions++;
      else if (!isLeftOut.has(child.name)) markup += this.blocks(chosen(child));
    }
    return markup;
  }

  /** The notes that the text mentions, in its order; notes may mention no others. */
  notes(): string {
    const items = this.#mentioned.map((note, i) => `<li id="footnote-${i + 1}">${this.blocks(note)}</li>`);
    return items.length === 0 ? "" : `<ol>${items.join("")}</ol>`;
  }

  #paragraph(paragraph: XmlElement): string {
    const properties = childNamed(paragraph, "w:pPr");
    const styleId = stated(properties, "w:pStyle");
    const style = styleId === null ? undefined : this.#styles.get(styleId);
    const outer = this.#boxes;
    this.#boxes = [];
    const words = this.#inline(paragraph, style?.isBold ?? false);
    const boxes = this.#boxes.map((box) => this.blocks(box)).join("");
    this.#boxes = outer;
    // An empty paragraph has no number, and a note mark alone is no paragraph.
    if (words.replace(/<[^>]*>/g, "").trim() === "") return boxes;
    const label = this.#label(properties, styleId, style);
    const outline = stated(properties, "w:outlineLvl");
    const level =
      outline === null ? (style?.level ?? null) : style?.isContents ? null : outlineLevel(properties);
    return this.#element(words, label, level) + boxes;
  }

  #element(words: string, label: ListLabel | null, level: number | null): string {
    const printed = label?.kind === "label" ? label.text : "";
    const prefixed = printed === "" ? words : `${escaped(printed)} ${words}`;
    if (this.#isInCell) return `<p>${label?.kind === "bullet" ? `• ${words}` : prefixed}</p>`;
    if (level !== null) return `<h${Math.min(level, 6)}>${prefixed}</h${Math.min(level, 6)}>`;
    if (label === null) return `<p>${words}</p>`;
    // “Recommendation 3:” is more than a label: it belongs to the text.
    if (label.kind === "label" && /\p{L}{5}/u.test(printed)) return `<p>${prefixed}</p>`;
    const marker = label.kind === "bullet" ? "" : ` data-label="${escaped(printed)}"`;
    return `<li data-depth="${label.depth + 1}"${marker}>${words}</li>`;
  }

  #label(
    properties: XmlElement | undefined,
    styleId: string | null,
    style: ParagraphStyle | undefined,
  ): ListLabel | null {
    const own = childNamed(properties, "w:numPr");
    const list = stated(own, "w:numId") ?? style?.list ?? null;
    if (list === null || list === "0") return null;
    const depth =
      numberOf(stated(own, "w:ilvl")) ??
      (styleId === null ? null : this.#numbering.depthOf(list, styleId)) ??
      style?.depth ??
      0;
    return this.#numbering.next(list, depth);
  }

  #inline(parent: XmlElement, isBold: boolean): string {
    let markup = "";
    for (const child of parent.children) {
      if (typeof child === "string") continue;
      switch (child.name) {
        case "w:r":
          markup += this.#run(child, isBold);
          break;
        case "w:ins":
        case "w:moveTo":
          this.insertions++;
          markup += this.#inline(child, isBold);
          break;
        case "w:del":
        case "w:moveFrom":
          this.deletions++;
          break;
        case "m:t":
          markup += escaped(child.children.join(""));
          break;
        default:
          if (!isLeftOut.has(child.name)) markup += this.#inline(chosen(child), isBold);
      }
    }
    return markup;
  }

  #run(run: XmlElement, inherited: boolean): string {
    const properties = childNamed(run, "w:rPr");
    if (isOn(properties, "w:vanish")) return "";
    const isBold = childNamed(properties, "w:b") === undefined ? inherited : isOn(properties, "w:b");
    const words = this.#words(run);
    return isBold && words !== "" ? `<b>${words}</b>` : words;
  }

  #words(run: XmlElement): string {
    let markup = "";
    for (const child of run.children) {
      if (typeof child === "string") continue;
      switch (child.name) {
        case "w:t":
          markup += escaped(child.children.join(""));
          break;
        case "w:tab":
        case "w:ptab":
          markup += " ";
          break;
        case "w:br":
        case "w:cr":
          markup += "<br>";
          break;
        case "w:noBreakHyphen":
          markup += "‑";
          break;
        case "w:sym":
          markup += signOf(child.attributes["w:char"] ?? "");
          break;
        case "w:footnoteReference":
        case "w:endnoteReference":
          markup += this.#mark(child);
          break;
        case "w:txbxContent":
          this.#boxes.push(child);
          break;
        default:
          if (!isLeftOut.has(child.name)) markup += this.#words(chosen(child));
      }
    }
    return markup;
  }

  #mark(reference: XmlElement): string {
    const notes = this.#notes.find(([kind]) => kind === reference.name)?.[1];
    const note = notes?.get(reference.attributes["w:id"] ?? "");
    if (note === undefined) return "";
    this.#mentioned.push(note);
    return `[${this.#mentioned.length}]`;
  }

  #table(table: XmlElement): string {
    let rows = "";
    for (const row of rowsIn(table)) {
      const properties = childNamed(row, "w:trPr");
      if (childNamed(properties, "w:del")) {
        this.deletions++;
        continue;
      }
      const tag = isOn(properties, "w:tblHeader") ? "th" : "td";
      rows += `<tr>${cellsIn(row)
        .map((cell) => this.#cell(cell, tag))
        .join("")}</tr>`;
    }
    return `<table>${rows}</table>`;
  }

  #cell(cell: XmlElement, tag: string): string {
    const properties = childNamed(cell, "w:tcPr");
    const width = numberOf(stated(properties, "w:gridSpan")) ?? 1;
    const span = width > 1 ? ` colspan="${width}"` : "";
    const merged = childNamed(properties, "w:vMerge");
    // The lower parts of a merged cell are empty; its words stand in the first.
    if (merged && merged.attributes["w:val"] !== "restart") return `<${tag}${span}></${tag}>`;
    const before = this.#isInCell;
    this.#isInCell = true;
    const content = this.blocks(cell);
    this.#isInCell = before;
    return `<${tag}${span}>${content}</${tag}>`;
  }
}

/** Of the same thing said twice for old and new programs, the first. */
function chosen(element: XmlElement): XmlElement {
  if (element.name !== "mc:AlternateContent") return element;
  return childNamed(element, "mc:Choice") ?? childNamed(element, "mc:Fallback") ?? element;
}

/** Rows and cells also stand inside content controls. */
const rowsIn = (table: XmlElement): readonly XmlElement[] => inside(table, "w:tr", "w:tbl");
const cellsIn = (row: XmlElement): readonly XmlElement[] => inside(row, "w:tc", "w:tr");

function inside(parent: XmlElement, name: string, not: string): readonly XmlElement[] {
  return parent.children.flatMap((child) =>
    typeof child === "string" || isLeftOut.has(child.name) || child.name === not
      ? []
      : child.name === name
        ? [child]
        : inside(child, name, not),
  );
}

function signOf(code: string): string {
  const upper = code.toUpperCase();
  const known = signs[upper];
  if (known !== undefined) return known;
  const point = Number.parseInt(upper, 16);
  return point >= 0x20 && point < 0xe000 ? escaped(String.fromCharCode(point)) : "";
}
