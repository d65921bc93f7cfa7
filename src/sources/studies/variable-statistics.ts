/**
 * What was counted of a variable, for its description. Numbers of cases, without weights. What the caller
 * withholds to protect respondents is null, and is left out.
 */
export type VariableStatistics = {
  readonly file: string;
  readonly name: string;
  /** Rows with an answer, and rows without. */
  readonly valid: number | null;
  readonly invalid: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  /** Digits behind the decimal point. */
  readonly decimals: number | null;
  readonly frequencies: readonly { readonly code: string; readonly count: number | null }[];
};
