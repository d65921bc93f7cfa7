// The report of a review: what people write into it, what an edition freezes, and the document as one tree
// that pages, DOCX and PDF are written from.

import type { Language, Sha256 } from "#kernel";

/** Places for the words of the authors; everything else is made from the records. */
export const reportSections = [
  "summary",
  "introduction",
  "methods",
  "findings",
  "limits",
  "conclusions",
] as const;
export type ReportSection = (typeof reportSections)[number];

/** A number of the report by its name; null: not stated. */
export type ReportNumbers = Readonly<Record<string, number | null>>;

export type ReportAct =
  | {
      readonly kind: "report.section-written";
      readonly section: ReportSection;
      readonly language: Language;
      /** Paragraphs apart by an empty line; `[F1]` cites a finding, `[P:…]` a coding. Empty: taken away. */
      readonly text: string;
    }
  /** A sentence without a passage stands as the view of the authors, or no longer. */
  | {
      readonly kind: "report.marked-as-view";
      readonly section: ReportSection;
      readonly language: Language;
      readonly sentence: string;
      readonly marked: boolean;
    }
  | {
      readonly kind: "report.published";
      /** 1 for the first. */
      readonly edition: number;
      readonly languages: readonly Language[];
      /** The last event it counts. */
      readonly event: number;
      /** Chained hash over the log up to that event. */
      readonly log: Sha256;
      readonly numbers: ReportNumbers;
      readonly documents: readonly { readonly language: Language; readonly sha256: Sha256 }[];
      readonly codeVersion: string;
      readonly note: string | null;
    };

/** A drawing in plain shapes: the page, the SVG and the PDF draw the same. Lengths in pixels. */
export type PictureShape =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tone: "box" | "out" | "end" | "before" | "after";
    }
  | {
      readonly kind: "line";
      readonly points: readonly (readonly [number, number])[];
      readonly arrow: boolean;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      /** Base line. */
      readonly y: number;
      readonly size: number;
      readonly bold: boolean;
      readonly anchor: "start" | "middle" | "end";
      readonly text: string;
    };

export type ReportPicture = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What is seen, in words; the alternative text. */
  readonly description: string;
  readonly shapes: readonly PictureShape[];
};

/** A stretch of text. */
export type ReportText = {
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  /** Of the words, where it is not that of the document. */
  readonly language?: string | undefined;
  /** A place in the document (`#f1`) or an address. */
  readonly href?: string | undefined;
};

export type ReportTable = {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell heads its row, unless `plain`. */
  readonly plain?: true | undefined;
  readonly rows: readonly (readonly (readonly ReportText[])[])[];
  /** Columns of figures, counted from 0. */
  readonly figures: readonly number[];
};

export type ReportBlock =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly id: string; readonly text: string }
  /** `author`: prose that people wrote; `records`: made from the records. */
  | {
      readonly kind: "paragraph";
      readonly by: "records" | "author";
      readonly content: readonly ReportText[];
    }
  | { readonly kind: "list"; readonly items: readonly (readonly ReportText[])[] }
  | { readonly kind: "table"; readonly id: string; readonly table: ReportTable }
  | {
      readonly kind: "figure";
      readonly id: string;
      readonly caption: string;
      readonly picture: ReportPicture;
      readonly table: ReportTable;
    };

export type ReportDocument = {
  readonly review: string;
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Null for a draft. */
  readonly edition: number | null;
  readonly blocks: readonly ReportBlock[];
};
