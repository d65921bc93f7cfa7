// Extraction: the form as a definition, rows of cells with the passages they rest on, and how two people's
// rows become one.

import type { Anchor } from "./anchor.ts";
import type { EvidenceDemand, TypedQuote, Wording } from "./appraisal.ts";

export const fieldKinds = ["text", "choice", "choices", "number", "date", "yes-no"] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type FieldOption = { readonly id: string; readonly label: Wording };

/** What a proposal fills in: the words of the passage, or its kind where an option bears that name. */
export const proposalFills = ["passage-text", "passage-kind"] as const;
export type ProposalFill = (typeof proposalFills)[number];

export type ExtractionField = {
  /** Columns are keyed by it; labels may be equal. */
  readonly id: string;
  readonly label: Wording;
  readonly help: Wording | null;
  readonly kind: FieldKind;
  readonly options: readonly FieldOption[];
  /** A row is complete when it has a value or says why there is none. */
  readonly required: boolean;
  /** Whether a value must rest on a passage: the cell's own, or that of its row. */
  readonly passage: EvidenceDemand;
  readonly fill: ProposalFill | null;
};

export type ExtractionForm = {
  readonly id: string;
  readonly version: string;
  readonly title: Wording;
  readonly note: Wording | null;
  readonly source: string | null;
  readonly fields: readonly ExtractionField[];
};

/** Why a cell has no value; a cell that is not there has simply not been looked at. */
export const cellMissings = ["not-reported", "not-applicable", "unclear", "not-retrievable"] as const;
export type CellMissing = (typeof cellMissings)[number];

/** By the kind of the field: text, option, options, number, ISO day, month or year, yes or no. */
export type CellValue = string | number | boolean | readonly string[];

export type ExtractionCell = {
  readonly value: CellValue | null;
  /** Set exactly where there is no value. */
  readonly missing: CellMissing | null;
  readonly anchor: Anchor | null;
  readonly typed: TypedQuote | null;
  readonly note: string | null;
};

export type ExtractionRow = {
  readonly row: string;
  /** The passage the row rests on. */
  readonly anchor: Anchor | null;
  readonly typed: TypedQuote | null;
  /** The passage of the registry it was taken over from; null where a person found it. */
  readonly proposal: string | null;
  readonly cells: Readonly<Record<string, ExtractionCell>>;
};

type OfForm = { readonly record: string; readonly form: string; readonly version: string };

export type ExtractionAct =
  | { readonly kind: "form.defined"; readonly form: ExtractionForm }
  | ({ readonly kind: "extraction.row-set" } & OfForm & ExtractionRow)
  | { readonly kind: "extraction.row-removed"; readonly record: string; readonly row: string }
  | {
      readonly kind: "extraction.submitted";
      readonly record: string;
      /** Why there is no row; null where there are rows. */
      readonly nothing: string | null;
    }
  /** Opens one's own again. */
  | { readonly kind: "extraction.withdrawn"; readonly record: string; readonly reason: string }
  | ({
      readonly kind: "extraction.reconciled";
      readonly rows: readonly ExtractionRow[];
      readonly reason: string;
    } & OfForm);
