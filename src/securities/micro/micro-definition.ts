// What an index of persons or establishments is made of: answers of a questionnaire, laid between 0 and 1 by the
// questionnaire's own limits, joined by form and group or by steps. Shapes only; `read-micro-index.ts` makes
// them from JSON, `micro-scores.ts` computes with them.

import type { Localised, MissingReason } from "#kernel";
import type { StudyKind } from "#records";
import type { FormId, IndicatorRole } from "../security-terms.ts";

/** A column of the file, or arithmetic over columns: a share, a sum, what is left to 1, how far from 1. */
export type MicroExpression =
  | { readonly op: "variable"; readonly name: string }
  | { readonly op: "share"; readonly part: MicroExpression; readonly of: MicroExpression }
  | { readonly op: "sum"; readonly of: readonly MicroExpression[] }
  | { readonly op: "one-minus"; readonly of: MicroExpression }
  | { readonly op: "difference-to-one"; readonly of: MicroExpression };

/** How an answer becomes a number between 0 and 1. */
export type MicroRecode =
  /** Each code its number; a code that is not there, and no missing one either, is told. */
  | { readonly method: "codes"; readonly codes: Readonly<Record<string, number>> }
  /** 1 for these codes, 0 for every other answer. */
  | { readonly method: "is"; readonly codes: readonly string[] }
  /**
   * On the line from 0 at `from` to 1 at `to`, the limits of the questionnaire. An answer beyond them is cut and
   * told, unless `cut` says that more than the limit counts as the limit.
   */
  | { readonly method: "linear"; readonly from: number; readonly to: number; readonly cut: boolean };

/** Rows that have one of the codes in a column. */
export type RowsWith = { readonly variable: string; readonly codes: readonly string[] };

export type MicroItem = {
  readonly id: string;
  readonly label: Localised | null;
  readonly answer: MicroExpression;
  readonly recode: MicroRecode;
  /** Above 0. */
  readonly weight: number;
  /** Whom the question was put to, where the file leaves the cells of all others empty. */
  readonly asked: RowsWith | null;
  /** Why a cell is empty where the question was put, or where nothing says to whom it was put. */
  readonly empty: MissingReason;
  /** Codes that are no answer, besides those of the definition. */
  readonly missingCodes: Readonly<Record<string, MissingReason>>;
  readonly evidence: string | null;
};

export type MicroForm = {
  readonly form: FormId;
  readonly label: Localised | null;
  /** Groups with at least one item, in the order input, process, outcome. */
  readonly groups: readonly {
    readonly role: IndicatorRole;
    readonly weight: number;
    readonly items: readonly MicroItem[];
  }[];
  /** In the combined index. */
  readonly weight: number;
  readonly evidence: string | null;
};

export type MicroStep = {
  readonly id: string;
  readonly label: Localised;
  readonly weight: number;
  readonly items: readonly MicroItem[];
  readonly evidence: string | null;
};

export type MicroStructure =
  | { readonly of: "forms"; readonly forms: readonly MicroForm[]; readonly combined: boolean }
  /** `cumulative`: each step holds those before it; else parts beside each other and one index of all. */
  | { readonly of: "steps"; readonly steps: readonly MicroStep[]; readonly cumulative: boolean };

export type MicroIndexDefinition = {
  readonly id: string;
  readonly version: string;
  readonly title: Localised;
  /** What it is and what it is not, for readers. */
  readonly note: Localised | null;
  readonly kind: StudyKind;
  /** File of the study; a row of it is what gets scores. */
  readonly file: string;
  /** Of whom it is; all rows where `null`. */
  readonly universe: RowsWith | null;
  /** Made after descriptions of an index whose exact content is not known. */
  readonly reconstruction: boolean;
  readonly evidence: string | null;
  /** The form an index of steps belongs to, where it belongs to one. */
  readonly form: FormId | null;
  /** Share of a group's items that must be answered; `null`: two thirds exactly. */
  readonly minimumShare: number | null;
  /** A score below it is a deficit. */
  readonly deficitBelow: number;
  /** Codes that are no answer wherever they stand. */
  readonly missingCodes: Readonly<Record<string, MissingReason>>;
  readonly structure: MicroStructure;
};
