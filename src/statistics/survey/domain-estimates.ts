import type { DomainSums } from "./domain-sums.ts";
import type { UnitTotals } from "./variance-of-totals.ts";

/** An estimate of several columns in one domain, and what each sampling unit adds to its error. */
export type DomainEstimate = {
  readonly estimate: Float64Array;
  /** Influences summed by unit: the linearisation of the estimate. */
  readonly influence: UnitTotals;
  readonly cases: number;
  /** Sum of the weights. */
  readonly weight: number;
  /** Total of a ratio's denominator. */
  readonly base?: number;
};

const unitsOf = (sums: DomainSums, domain: number) => ({
  from: sums.start[domain]!,
  to: sums.start[domain + 1]!,
});

/** Cases and weights of a domain. */
function sizeOf(sums: DomainSums, domain: number): { readonly cases: number; readonly weight: number } {
  const { from, to } = unitsOf(sums, domain);
  let cases = 0;
  let weight = 0;
  for (let cell = from; cell < to; cell++) {
    cases += sums.cases[cell]!;
    weight += sums.weight[cell]!;
  }
  return { cases, weight };
}

function columnTotals(sums: DomainSums, domain: number): Float64Array {
  const { from, to } = unitsOf(sums, domain);
  const totals = new Float64Array(sums.columns);
  for (let cell = from; cell < to; cell++)
    for (let j = 0; j < sums.columns; j++) totals[j]! += sums.sums[cell * sums.columns + j]!;
  return totals;
}

/**
 * Weighted means of a domain.
 *
 * Formula: `ȳ = Σ w y / Σ w`, influence of a unit `(Σ w y − ȳ Σ w) / Σ w` over its rows.
 *
 * @source Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 5.7
 */
export function domainMeans(sums: DomainSums, domain: number): DomainEstimate {
  const { from, to } = unitsOf(sums, domain);
  const size = sizeOf(sums, domain);
  const beyond = columnTotals(sums, domain).map((total) => total / size.weight);
  const totals = new Float64Array((to - from) * sums.columns);
  for (let cell = from; cell < to; cell++)
    for (let j = 0; j < sums.columns; j++)
      totals[(cell - from) * sums.columns + j] =
        (sums.sums[cell * sums.columns + j]! - beyond[j]! * sums.weight[cell]!) / size.weight;
  return {
    estimate: beyond.map((value, j) => sums.centre[j]! + value),
    influence: { unit: sums.unit.subarray(from, to), totals, columns: sums.columns },
    ...size,
  };
}

/**
 * Weighted totals of a domain, from sums that are not centred.
 *
 * @source Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, chapter 2
 */
export function domainTotals(sums: DomainSums, domain: number): DomainEstimate {
  const { from, to } = unitsOf(sums, domain);
  return {
    estimate: columnTotals(sums, domain),
    influence: {
      unit: sums.unit.subarray(from, to),
      totals: sums.sums.slice(from * sums.columns, to * sums.columns),
      columns: sums.columns,
    },
    ...sizeOf(sums, domain),
  };
}

/**
 * Ratios of the totals of all columns but the last to the total of the last, from sums that are not centred.
 *
 * Formula: `R = Σ w y / Σ w x`, influence of a unit `(Σ w y − R Σ w x) / Σ w x` over its rows.
 *
 * @source Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 5.6
 */
export function domainRatios(sums: DomainSums, domain: number): DomainEstimate {
  const { from, to } = unitsOf(sums, domain);
  const all = columnTotals(sums, domain);
  const columns = sums.columns - 1;
  const base = all[columns]!;
  const estimate = all.subarray(0, columns).map((total) => total / base);
  const totals = new Float64Array((to - from) * columns);
  for (let cell = from; cell < to; cell++) {
    const place = cell * sums.columns;
    for (let j = 0; j < columns; j++)
      totals[(cell - from) * columns + j] =
        (sums.sums[place + j]! - estimate[j]! * sums.sums[place + columns]!) / base;
  }
  return {
    estimate,
    influence: { unit: sums.unit.subarray(from, to), totals, columns },
    base,
    ...sizeOf(sums, domain),
  };
}

/**
 * Primary sampling units less strata, over those that hold cases of the domain.
 *
 * @param unit units of the last stage with cases, ascending
 */
export function degreesOfFreedom(
  stages: readonly { readonly stratumOf: Int32Array; readonly parentOf: Int32Array | null }[],
  unit: Int32Array,
): number {
  let units = 0;
  let strata = 0;
  let lastUnit = -1;
  let lastStratum = -1;
  for (const given of unit) {
    let of = given;
    for (let stage = stages.length - 1; stage > 0; stage--) of = stages[stage]!.parentOf![of]!;
    if (of === lastUnit) continue;
    lastUnit = of;
    units += 1;
    const stratum = stages[0]!.stratumOf[of]!;
    if (stratum !== lastStratum) strata += 1;
    lastStratum = stratum;
  }
  return units - strata;
}

/** A value of the columns of a sum in one row. */
type RowValue = (row: number) => number;

/**
 * Influences of an estimate row by row, for designs whose error is taken from rows: 0 outside the domain.
 *
 * @param values of each column summed
 */
export function rowInfluences(
  statistic: "mean" | "total" | "ratio",
  { estimate, weight }: DomainEstimate,
  values: readonly RowValue[],
  inside: Int32Array,
  baseTotal: number,
): readonly Float64Array[] {
  return Array.from(estimate, (of, j) => {
    const influence = new Float64Array(inside.length);
    const value = values[j]!;
    const base = values[values.length - 1]!;
    for (let row = 0; row < inside.length; row++) {
      if (inside[row]! < 0) continue;
      influence[row] =
        statistic === "mean"
          ? (value(row) - of) / weight
          : statistic === "total"
            ? value(row)
            : (value(row) - of * base(row)) / baseTotal;
    }
    return influence;
  });
}
