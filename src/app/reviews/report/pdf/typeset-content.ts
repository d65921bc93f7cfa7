// The report as data for the typesetter: words made settable, places that are linked to, widths of columns,
// sections that need a page on its side. Words stay words: nothing here is markup.

import type { ReportBlock, ReportDocument, ReportTable, ReportText } from "#records";
import { pictureSvg } from "#reviews";

/** A stretch of words with one look; `report.typ` reads these names. */
type Words = {
  readonly pieces: readonly string[];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly language: string | null;
  /** A place in the document that it leads to. */
  readonly to: string | null;
  /** An address that it leads to. */
  readonly address: string | null;
  /** Its own name, where something leads back to it. */
  readonly place: string | null;
};

type Run = readonly Words[];

type Block =
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly id: string | null;
      readonly text: string;
    }
  | { readonly kind: "paragraph"; readonly content: Run }
  | { readonly kind: "list"; readonly items: readonly Run[] }
  | {
      readonly kind: "table";
      readonly id: string | null;
      readonly caption: Run;
      readonly columns: readonly Run[];
      readonly widths: readonly number[];
      readonly figures: readonly boolean[];
      readonly rows: readonly (readonly Run[])[];
    }
  | {
      readonly kind: "figure";
      readonly id: string | null;
      readonly caption: string;
      readonly svg: string;
      /** Null where nobody described it: the typesetter then refuses the report. */
      readonly description: string | null;
      /** Of the width of the page. */
      readonly share: number;
    };

export type TypesetContent = {
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  /** At the head of the following pages. */
  readonly running: string;
  readonly runningEnd: string;
  readonly sections: readonly { readonly wide: boolean; readonly blocks: readonly Block[] }[];
};

const mostRunning = 60;
const longWord = 22;
const pieceOfWord = 8;
/** From so many columns on a table is set on a page on its side. */
const wideFrom = 8;
/** Points within the margins: width of an upright page, height left for a drawing on it, width of a page on its side. */
const room = { width: 470, height: 560, wide: 716 } as const;

/**
 * Tabs, breaks and signs without a shape become blanks. Signs that turn the direction of all that follows are
 * left out, so that words quoted from elsewhere cannot turn those after them; the marks that give one place a
 * direction stay.
 */
const settable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

/** The pieces that a text may be broken into beside its blanks: long words, such as addresses, in parts. */
const piecesOf = (text: string): readonly string[] =>
  settable(text)
    .split(/(\S{22,})/u)
    .filter((part) => part !== "")
    .flatMap((part) =>
      part.length < longWord || /\s/u.test(part)
        ? [part]
        : (part.match(new RegExp(`.{1,${pieceOfWord}}\\p{M}*`, "gsu")) ?? [part]),
    );

/** The language of ISO 639 at the beginning of a tag; null where there is none. */
const languageCode = (tag: string | undefined): string | null =>
  /^([a-z]{2,3})(?:-|$)/iu.exec(tag ?? "")?.[1]?.toLowerCase() ?? null;

const isAddress = (href: string): boolean => /^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/iu.test(href);

/** Places by name, each given once; citations by the place they lead to, for the way back. */
class Places {
  readonly #known: ReadonlySet<string>;
  readonly #given = new Set<string>();
  readonly #cited = new Set<string>();

  constructor(document: ReportDocument) {
    this.#known = new Set([
      "title",
      ...document.blocks.flatMap((block) => ("id" in block ? [block.id] : [])),
    ]);
  }

  give(id: string): string | null {
    if (id === "" || this.#given.has(id)) return null;
    this.#given.add(id);
    return id;
  }

  link(href: string | undefined): Pick<Words, "to" | "address" | "place"> {
    if (href === undefined) return { to: null, address: null, place: null };
    if (!href.startsWith("#")) return { to: null, address: isAddress(href) ? href : null, place: null };
    const to = href.slice(1);
    if (!this.#known.has(to)) return { to: null, address: null, place: null };
    const isFirst = !this.#cited.has(to);
    this.#cited.add(to);
    return { to, address: null, place: isFirst ? `from ${to}` : null };
  }

  /** Where the first citation of a place stands. */
  back(id: string): string | null {
    return this.#cited.has(id) ? `from ${id}` : null;
  }
}

const plain = (text: string, bold = false): Words => ({
  pieces: piecesOf(text),
  bold,
  italic: false,
  language: null,
  to: null,
  address: null,
  place: null,
});

const runOf = (content: readonly ReportText[], places: Places, bold = false): Run =>
  content
    .filter(({ text }) => settable(text) !== "")
    .map((part) => ({
      pieces: piecesOf(part.text),
      bold: bold || part.bold === true,
      italic: part.italic === true,
      language: languageCode(part.language),
      ...places.link(part.href),
    }));

/** Rough width in ems: letters of East Asian scripts are as wide as high. */
const emsOf = (text: string): number =>
  text.length * 0.6 +
  (text.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/gu)?.length ?? 0) * 0.4;

/** Widths in points by what the columns hold: none narrower than its longest word where that fits. */
function columnWidths(table: ReportTable, width: number): readonly number[] {
  const size = 8.5;
  const padding = 9;
  const texts = table.columns.map((column, n) => [
    column,
    ...table.rows.map((row) => (row[n] ?? []).map(({ text }) => text).join("")),
  ]);
  const wide = (text: string) => emsOf(text) * size + padding;
  const most = (list: readonly number[]) => list.reduce((top, one) => Math.max(top, one), 1);
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const least = texts.map((all) =>
    Math.min(
      120,
      most(all.flatMap((text) => text.split(/\s+/u).map((word) => wide(word.slice(0, longWord))))),
    ),
  );
  const wished = texts.map((all, n) => Math.max(least[n] ?? 1, Math.min(400, most(all.map(wide)))));
  const scaled = (list: readonly number[], to: number) => list.map((one) => (one * to) / sum(list));
  // A small table stays small, so that a figure is near what it is of.
  if (sum(wished) <= width) return scaled(wished, Math.min(width, Math.max(sum(wished) * 1.2, width / 2)));
  if (sum(least) >= width) return scaled(least, width);
  const rest = width - sum(least);
  const wishes = wished.map((one, n) => one - (least[n] ?? 0));
  return least.map((one, n) => one + (rest * (wishes[n] ?? 0)) / sum(wishes));
}

function tableOf(id: string, table: ReportTable, places: Places): Block {
  const back = places.back(id);
  return {
    kind: "table",
    id: places.give(id),
    caption: [{ ...plain(table.caption), to: back }],
    columns: table.columns.map((text) => [plain(text)]),
    widths: columnWidths(table, table.columns.length < wideFrom ? room.width : room.wide),
    figures: table.columns.map((_, n) => table.figures.includes(n)),
    rows: table.rows.map((row) =>
      table.columns.map((_, n) => runOf(row[n] ?? [], places, n === 0 && !table.plain)),
    ),
  };
}

function blocksOf(block: ReportBlock, document: ReportDocument, places: Places): readonly Block[] {
  switch (block.kind) {
    case "heading":
      return [{ kind: "heading", level: block.level, id: places.give(block.id), text: settable(block.text) }];
    case "paragraph": {
      const content = runOf(block.content, places);
      return content.length === 0 ? [] : [{ kind: "paragraph", content }];
    }
    case "list":
      return [{ kind: "list", items: block.items.map((item) => runOf(item, places)) }];
    case "table":
      return [tableOf(block.id, block.table, places)];
    case "figure": {
      const { picture } = block;
      const scale = Math.min(1, room.height / ((picture.height * room.width) / picture.width));
      return [
        {
          kind: "figure",
          id: places.give(block.id),
          caption: settable(block.caption),
          svg: settable(pictureSvg(picture, document.language)),
          description: settable(picture.description).trim() || null,
          share: scale,
        },
        tableOf(`${block.id}-table`, block.table, places),
      ];
    }
  }
}

const isWide = (block: ReportBlock): boolean =>
  block.kind === "table" && block.table.columns.length >= wideFrom;

/** What `report.typ` reads. */
export function typesetContent(document: ReportDocument): TypesetContent {
  const places = new Places(document);
  const sections: { wide: boolean; blocks: Block[] }[] = [{ wide: false, blocks: [] }];
  for (const [n, block] of document.blocks.entries()) {
    if (block.kind === "heading" && block.level === 2) {
      const end = document.blocks.findIndex(
        (other, at) => at > n && other.kind === "heading" && other.level === 2,
      );
      const own = document.blocks.slice(n, end === -1 ? undefined : end);
      sections.push({ wide: own.some(isWide), blocks: [] });
    }
    sections.at(-1)?.blocks.push(...blocksOf(block, document, places));
  }
  const title = settable(document.title);
  return {
    language: document.language,
    title,
    subtitle: settable(document.subtitle),
    running: title.length > mostRunning ? `${[...title].slice(0, mostRunning).join("")}…` : title,
    runningEnd: settable(document.subtitle),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}
