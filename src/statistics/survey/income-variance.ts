import { ok, type Result } from "#kernel";
import { covarianceOfInfluences, unitTotals } from "./covariance-of-influences.ts";
import { domainSums } from "./domain-sums.ts";
import type { SampleDesign } from "./sample-design.ts";
import type { Codes } from "./survey-table.ts";
import { type UnitTotals, type VarianceOptions, varianceOfTotals } from "./variance-of-totals.ts";

/** Influences of a measure by domain: those of its own rows, and what the common line adds for all rows. */
export type InfluencesByDomain = {
  /** Of each row for the domain it lies in. */
  readonly own: Float64Array;
  /** Influences of a line that is estimated from all rows; `null` where each domain has its own, or none. */
  readonly line: { readonly inside: Int32Array; readonly influence: Float64Array } | null;
  /** How much the measure of each domain changes with the line. */
  readonly slopes: Float64Array;
};

/**
 * The variance of a measure in each domain that has rows; NaN in the others.
 *
 * Cost: two passes over the rows, then for each domain the units with cases, or all units where the line comes
 * from all rows. With calibrated weights, which spread over all rows, a few passes over the rows for each
 * domain.
 */
export function domainVariances(
  design: SampleDesign,
  domains: Codes,
  { own, line, slopes }: InfluencesByDomain,
  options: VarianceOptions,
): Result<Float64Array> {
  const variances = new Float64Array(domains.count).fill(Number.NaN);
  if (design.calibration !== undefined)
    return calibratedVariances(design, domains, { own, line, slopes }, options, variances);
  const sums = domainSums(design, domains, [{ kind: "number", values: own }], false);
  const common = line === null ? null : unitTotals(design, line.inside, [line.influence]);
  for (let domain = 0; domain < domains.count; domain++) {
    const from = sums.start[domain]!;
    const to = sums.start[domain + 1]!;
    if (from === to) continue;
    const part = { unit: sums.unit.subarray(from, to), totals: sums.sums.subarray(from, to), columns: 1 };
    const totals = common === null ? part : joined(common, slopes[domain]!, part);
    const variance = varianceOfTotals(design, totals, options);
    if (!variance.ok) return variance;
    variances[domain] = variance.value[0]!;
  }
  return ok(variances);
}

/** Totals of all units times a factor, with those of some of them added; units ascend in both. */
function joined(common: UnitTotals, factor: number, part: UnitTotals): UnitTotals {
  const totals = common.totals.map((total) => factor * total);
  let at = 0;
  for (const [place, unit] of part.unit.entries()) {
    while (common.unit[at] !== unit) at++;
    totals[at]! += part.totals[place]!;
  }
  return { unit: common.unit, totals, columns: 1 };
}

function calibratedVariances(
  design: SampleDesign,
  { codes, count }: Codes,
  { own, line, slopes }: InfluencesByDomain,
  options: VarianceOptions,
  variances: Float64Array,
): Result<Float64Array> {
  const present = new Uint8Array(count);
  for (const code of codes) if (code >= 0) present[code] = 1;
  const all = new Int32Array(codes.length);
  for (let domain = 0; domain < count; domain++) {
    if (present[domain] === 0) continue;
    const slope = slopes[domain]!;
    const influence = own.map(
      (value, row) =>
        (codes[row] === domain ? value : 0) + (line === null ? 0 : slope * line.influence[row]!),
    );
    const covariance = covarianceOfInfluences(design, all, [influence], options);
    if (!covariance.ok) return covariance;
    variances[domain] = covariance.value[0]!;
  }
  return ok(variances);
}
