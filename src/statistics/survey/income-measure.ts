import type { Incomes } from "./income-distribution.ts";

/** What an influence may need beside the incomes: the density of the domain at a value. */
export type Density = (value: number) => number;

/**
 * A measure of the incomes of a domain, with what each row adds to its error (its linearisation).
 *
 * The poverty line is an argument; that it is itself estimated enters through the slope alone, so that the line
 * may come from the domain, from the whole population or from outside.
 */
export type IncomeMeasure = {
  /** NaN where the measure has no value. */
  readonly estimate: (incomes: Incomes, line: number) => number;
  /**
   * Adds the influences of the domain's rows for a fixed line, and returns how the measure changes with the
   * line.
   */
  readonly influence: (
    incomes: Incomes,
    line: number,
    estimate: number,
    density: Density,
    own: Float64Array,
  ) => number;
  /** Why a domain can be without a value, in words. */
  readonly lacks: string;
};
