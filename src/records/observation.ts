import type { MissingReason, Sha256 } from "#kernel";
import type { Origin } from "./source-file.ts";

/** One published figure of one agency. Sources are never merged: `source` is part of the key. */
export type Observation = {
  readonly area: string;
  readonly indicator: string;
  readonly period: string;
  readonly source: string;
  readonly sex: string;
  /** Further breakdowns by dimension; empty when there are none. */
  readonly breakdowns: Readonly<Record<string, string>>;
  /** Code as printed; a multiplier stands in it (`USD*10^6`), the value itself is never multiplied. */
  readonly unit: string | null;
  readonly value: number | null;
  readonly missing: MissingReason | null;
  /** Status flag as the source prints it (SDMX CL_OBS_STATUS). */
  readonly status: string | null;
  readonly note: string | null;
  /** What else the source says of the value (DECIMALS, UNIT_MEASURE_TYPE), as printed. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly origin: Origin;
  /** The cell it was read from. */
  readonly file: Sha256;
  readonly row: number;
  readonly column: string;
};

/** The address of an observation inside a release, used by `socle trace`. */
export type ObservationKey = {
  readonly release: string;
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly source: string;
  readonly sex: string;
  readonly breakdowns: Readonly<Record<string, string>>;
};

/**
 * How a delimited file becomes observations: which column feeds which dimension. Made by
 * `sources/agencies` from the header and a sample, carried out by `store` set-wise, so that five million
 * rows cost one pass of the engine and not one object a row.
 */
export type ObservationLayout = {
  readonly dialect: { readonly delimiter: string; readonly quote: string; readonly encoding: "utf-8" };
  /** Every column of the file in order, without byte-order mark. */
  readonly header: readonly string[];
  /** `long`: one value a row; `wide`: one column a period; `measures`: one column an indicator. */
  readonly shape: "long" | "wide" | "measures";
  readonly area: ObservationField;
  readonly indicator: ObservationField;
  readonly period: ObservationField;
  readonly source: ObservationField;
  readonly unit: ObservationField;
  /** Power of ten by which printed values are to be multiplied; carried in the unit, never applied. */
  readonly unitMultiplier: ObservationField;
  readonly sex: ObservationField;
  readonly status: ObservationField;
  /** A reason code of `missingReasons`, where the file has a column for it. */
  readonly missing: ObservationField;
  /** Columns whose texts become the note; several are joined, each under its name. */
  readonly notes: readonly string[];
  /** Column of the values when `long`. */
  readonly value: string | null;
  /** When `wide`: the value columns and the period each stands for. */
  readonly wide: readonly { readonly column: string; readonly period: string }[];
  /** When `measures`: the value columns and the indicator each stands for. */
  readonly measures: readonly { readonly column: string; readonly indicator: string }[];
  /** Dimension id by column; part of an observation's key. */
  readonly breakdowns: readonly { readonly dimension: string; readonly column: string }[];
  /** Further attributes of the source, kept and not part of the key. */
  readonly attributes: readonly { readonly attribute: string; readonly column: string }[];
  /** Texts in a value cell that mean "no value", with their reason: `..`, `NaN`; the empty cell always does. */
  readonly missingTexts: Readonly<Record<string, MissingReason>>;
  /** SDMX action of each row (I, A, R, M, D). */
  readonly actionColumn: string | null;
  /** SDMX-CSV with labels: cells read `CODE: Label`, and the code counts. */
  readonly labelled: boolean;
};

/** `reads: "agency"` takes the agency of a structure id such as `ILO:DF_X(1.0)`. */
export type ObservationField =
  | { readonly column: string; readonly reads?: "agency" }
  | { readonly constant: string | null };

/** Stands for no area: rows that carry it are left out of a release, and counted. */
export const leftOutArea = "~left-out";

/** What the spellings of a file stand for; null = unknown, a problem for each row that uses it. */
export type ObservationSpellings = {
  /** `leftOutArea` for rows that whoever imports the file wants left out. */
  area(spelling: string): string | null;
  sex(spelling: string): string | null;
};
