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
  readonly unit: string | null;
  readonly value: number | null;
  readonly missing: MissingReason | null;
  /** Status flag as the source prints it (SDMX CL_OBS_STATUS). */
  readonly status: string | null;
  readonly note: string | null;
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
  readonly header: readonly string[];
  /** `long`: one value a row; `wide`: one column a period. */
  readonly shape: "long" | "wide";
  readonly area: ObservationField;
  readonly indicator: ObservationField;
  readonly period: ObservationField;
  readonly source: ObservationField;
  readonly unit: ObservationField;
  readonly sex: ObservationField;
  readonly status: ObservationField;
  readonly note: ObservationField;
  /** Column of the values; for `wide` the columns and the period each stands for. */
  readonly value: string | null;
  readonly wide: readonly { readonly column: string; readonly period: string }[];
  /** Dimension id by column. */
  readonly breakdowns: readonly { readonly dimension: string; readonly column: string }[];
  /** Texts in a value cell that mean "no value", with their reason: `""`, `..`, `NaN`, `_Z`. */
  readonly missingTexts: Readonly<Record<string, MissingReason>>;
  /** Spellings of areas found in the file and the code each stands for; the engine joins on it. */
  readonly areaCodes: Readonly<Record<string, string>>;
  /** What the area column holds; null-mapped spellings are problems. */
  readonly actionColumn: string | null;
};

export type ObservationField = { readonly column: string } | { readonly constant: string | null };
