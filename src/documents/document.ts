// The shape of a document that has been read: its text, and where in it everything stands. Knows nothing
// about what the passages mean; that is the business of the readers under `sources`.

import type { Language, Problem, Span } from "#kernel";

export type DocumentFormat = "text" | "pdf" | "docx" | "html";

export type BlockKind = "heading" | "paragraph" | "list-item" | "table" | "footnote" | "page-furniture";

/** A heading, paragraph, list item, table, footnote or running head, in reading order. */
export type Block = {
  readonly kind: BlockKind;
  /** 1 for the outermost heading or list. */
  readonly level?: number;
  /** Printed number without its final dot, such as `2.3` or `36`; repaired where its neighbours prove it. */
  readonly number?: string;
  /** Normalised label of a list item, such as `(a)`; absent for bullets. */
  readonly label?: string;
  /** The label or number as it stands in the text, such as `(@`. */
  readonly printedLabel?: string;
  /** Readable text: white space joined, words broken at line ends mended. The exact text is in the spans. */
  readonly text: string;
  readonly spans: readonly Span[];
  /** 1-based; null where the format has no pages. */
  readonly page: number | null;
};

export type TableCell = { readonly text: string; readonly spans: readonly Span[] };
export type TableRow = { readonly cells: readonly TableCell[]; readonly spans: readonly Span[] };
export type Table = {
  readonly spans: readonly Span[];
  readonly page: number | null;
  readonly rows: readonly TableRow[];
  /** How many of the first rows head the columns; absent where the file does not say. */
  readonly headerRows?: number;
};

export type ReadDocument = {
  readonly format: DocumentFormat;
  readonly language: Language | null;
  readonly title: string | null;
  /** Number of pages; null where the format has none. */
  readonly pages: number | null;
  /** What `socle read --text` prints; all spans count its Unicode code points. */
  readonly text: string;
  readonly pageSpans: readonly Span[];
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly warnings: readonly Problem[];
};

/** Ceilings that keep a hostile or mistaken file from taking the machine down. */
export type ReadingLimits = {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Pages of a PDF. */
  readonly maxPages: number;
  /** Characters of text that come out. */
  readonly maxCharacters: number;
  /** Bytes a DOCX may unfold to. */
  readonly maxUnpackedBytes: number;
  /** Nesting of HTML or XML elements. */
  readonly maxDepth: number;
};

export const defaultReadingLimits: ReadingLimits = {
  maxBytes: 200_000_000,
  maxPages: 5_000,
  maxCharacters: 50_000_000,
  maxUnpackedBytes: 200_000_000,
  maxDepth: 512,
};

/** Limits left out are those of `defaultReadingLimits`. */
export type ReadingOptions = Partial<ReadingLimits> & {
  /** The format, where the caller knows it better than the first bytes and the name. */
  readonly format?: DocumentFormat;
  /**
   * Told after each page of a PDF how many pages have been read, of how many; answers "stop" to end the
   * reading there, which gives the problem `documents.stopped` and nothing else.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: callers that only show progress give nothing back
  readonly onPage?: (page: number, pages: number) => void | "stop";
};
