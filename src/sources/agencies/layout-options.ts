import type { MissingReason } from "#kernel";

/** What the person who knows the file says about it; each wins over what the header suggests. */
export type LayoutOptions = {
  /** Indicator code of the whole file; wins over a column. */
  readonly indicator?: string;
  /** Agency or survey where no column gives one. */
  readonly source?: string;
  readonly unit?: string;
  readonly sex?: string;
  /** Period where no column gives one, for example a law file of 2018. */
  readonly period?: string;
  /** Columns by role, for headers nobody else uses. */
  readonly columns?: Readonly<
    Partial<Record<"area" | "indicator" | "period" | "value" | "source" | "unit", string>>
  >;
  /** Columns that are part of the key although they look like attributes. */
  readonly breakdowns?: readonly string[];
  /** Columns that are attributes although they look like breakdowns. */
  readonly attributes?: readonly string[];
  /** Value columns, one an indicator. */
  readonly measures?: readonly string[];
  readonly ignore?: readonly string[];
  /** Further texts that mean "no value", with the reason. */
  readonly missingTexts?: Readonly<Record<string, MissingReason>>;
};

/** Source of observations whose file and importer name none. */
export const unstatedSource = "unstated";

export const defaultMissingTexts: Readonly<Record<string, MissingReason>> = {
  "..": "missing",
  "...": "missing",
  ":": "missing",
  NaN: "missing",
  nan: "missing",
  NA: "missing",
  "N/A": "missing",
  "n/a": "missing",
  null: "missing",
  NULL: "missing",
  _Z: "not-applicable",
};
