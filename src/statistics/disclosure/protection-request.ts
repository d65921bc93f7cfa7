import type { ProtectedDimension, Protection } from "./protection.ts";

export type ProtectionRequest = {
  readonly rows: number;
  readonly dimensions: readonly ProtectedDimension[];
  /** By dimension and row the place of the level; -1 is no answer, a level of its own. */
  readonly codes: readonly Int32Array[];
  /** By row; a row of weight 0 is no case. Without them every row is one. */
  readonly weights?: Float64Array;
  /** Quantities that means and totals are taken of: NaN where a row has no value. */
  readonly measured?: readonly { readonly name: string; readonly values: Float64Array }[];
  /** Cells with fewer cases are withheld. */
  readonly minimumCases: number;
  /** For totals of what is measured: withheld where all but the two largest sum to less than p % of the largest. */
  readonly dominancePercent?: number;
  /** How many variables a table can cross at the most, a subset included: 1 to 3. */
  readonly order: number;
  /** What was decided at an earlier time: cells withheld then stay withheld, by name of their levels. */
  readonly earlier?: Protection;
  readonly seed: number;
  /** Told how much is done; answers whether to go on. */
  readonly onward?: (done: number, total: number) => boolean;
};
