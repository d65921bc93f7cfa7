// What a mapping is: plain JSON that says which columns of a foreign table fill which fields of our records,
// and how. It is saved, and used again on the next file with the same header.

import type { DateOrder } from "#documents";
import type { MissingReason, Problem } from "#kernel";
import type { Evaluation, Oddity } from "#records";
import type { MappingFieldId } from "./mapping-fields.ts";

export const mappingVersion = 1;

/** `comma` splits outside parentheses only; `and` also where a language says et, y, e. */
export const separators = ["newline", "semicolon", "bar", "comma-blanks", "comma", "slash", "and"] as const;
export type Separator = (typeof separators)[number];

export type ValueMapping = {
  /** The foreign value as printed; compared without case, accents and double blanks. */
  readonly from: string;
  /** True where the value may go on in parentheses after it. */
  readonly isPrefix: boolean;
  /** Our code; null where the value is a way to say that there is none. */
  readonly to: string | null;
  readonly missing: MissingReason | null;
};

export type FieldMapping = {
  readonly field: MappingFieldId;
  /** Names of columns; of several the first filled one counts, in lists all. */
  readonly columns: readonly string[];
  /** What parts several values in a cell; none = the cell is one value. */
  readonly separators: readonly Separator[];
  readonly values: readonly ValueMapping[];
  /** Where figures of a date can be day or month. */
  readonly dateOrder: DateOrder | null;
  /** ISO 4217, for amounts without a currency of their own. */
  readonly currency: string | null;
};

export type EvaluationMapping = {
  readonly version: typeof mappingVersion;
  /** What the source is called; part of what identifiers are made from where the source has none. */
  readonly source: string;
  /** Begins every identifier: `iom` makes `iom-…`. */
  readonly prefix: string;
  readonly sheet: string | null;
  /** Names of all columns of the table the mapping was made for. */
  readonly header: readonly string[];
  readonly fields: readonly FieldMapping[];
  /** Columns left out; every other one without a field is kept with the record under its own name. */
  readonly leftOut: readonly string[];
};

export type ValueProposal = {
  readonly value: string;
  readonly count: number;
  readonly to: string | null;
  readonly missing: MissingReason | null;
  /** True where it is known by what stands before a parenthesis. */
  readonly isPrefix: boolean;
  /** What it may mean where it is not mapped; to be accepted by a person. */
  readonly suggestion: string | null;
  readonly reason: string;
};

export type FieldProposal = {
  readonly field: MappingFieldId;
  readonly columns: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
  readonly alternatives: readonly {
    readonly column: string;
    readonly confidence: number;
    readonly reason: string;
  }[];
  /** Values of code fields, of countries and languages, most frequent first; and words for "no value". */
  readonly values: readonly ValueProposal[];
};

export type MappingProposal = {
  readonly mapping: EvaluationMapping;
  readonly fields: readonly FieldProposal[];
  /** Columns that fill no field, with a few of their values. */
  readonly unused: readonly {
    readonly column: string;
    readonly filled: number;
    readonly examples: readonly string[];
  }[];
  readonly problems: readonly Problem[];
};

/** What the record's identifier is made of. */
export type IdBasis = "column" | "title-and-year" | "whole-row";

export type RowOutcome = {
  /** 1-based, counting the header line. */
  readonly row: number;
  /** `new`, `changed` and `unchanged` against the records known; `refused` has no record. */
  readonly state: "new" | "changed" | "unchanged" | "refused";
  readonly record: Evaluation | null;
  readonly idBasis: IdBasis | null;
  /** Fields in which the record differs from the known one. */
  readonly changed: readonly string[];
  readonly oddities: readonly Oddity[];
  /** Why the row makes no record. */
  readonly problems: readonly Problem[];
};

export type OpenValue = {
  readonly field: MappingFieldId;
  readonly value: string;
  readonly count: number;
  readonly rows: readonly number[];
};

export type MappingOutcome = {
  readonly rows: readonly RowOutcome[];
  /** Values that no rule maps, most frequent first. */
  readonly openValues: readonly OpenValue[];
  /** Of the table as a whole. */
  readonly problems: readonly Problem[];
};
