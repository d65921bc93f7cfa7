/** A value of a column as its file writes it, and in how many rows it stands. */
export type CountedValue = { readonly code: string; readonly count: number };

/** What was counted in a column of a file, and what the file itself says of it; nothing is guessed here. */
export type CountedColumn = {
  /** The file of the edition it lies in, by the name that requests use. */
  readonly file: string;
  readonly name: string;
  /** Whether every cell that is not empty is a number. */
  readonly holds: "number" | "text";
  readonly rows: number;
  /** Rows with an empty cell, or with what the file's own format keeps as missing. */
  readonly missing: number;
  /** Distinct values, or `null` where counting was given up. */
  readonly distinct: number | null;
  /** Values with their counts, all of them where `values.length` is `distinct`, else the most frequent. */
  readonly values: readonly CountedValue[];
  /** Of columns of numbers. */
  readonly min: number | null;
  readonly max: number | null;
  /** Of columns of numbers: whether all are whole. */
  readonly whole: boolean;
  /** What SPSS or Stata files call the column. */
  readonly label: string | null;
  /** What SPSS or Stata files call the values; values that no row has are among them. */
  readonly valueLabels: readonly { readonly code: string; readonly label: string }[];
  /** Values that the file itself marks as no answer (SPSS's user-missing values). */
  readonly missingCodes: readonly string[];
};

/** Whether every value of the column is listed. */
export const isListed = (column: CountedColumn): boolean => column.distinct === column.values.length;
