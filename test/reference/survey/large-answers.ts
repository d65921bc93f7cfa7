// What differs between an answer and R survey's, for the requests on the million rows.

import { difference, type Loose } from "./reference-tests.ts";

/** Fields of the reference's answers and the numbers of ours that stand for them. */
const fields: Readonly<Record<string, (rows: readonly Loose[]) => readonly number[]>> = {
  est: (rows) => rows.map((row) => row.estimate),
  se: (rows) => rows.map((row) => row.standardError),
  deff: (rows) => rows.map((row) => row.designEffect),
  ci_t_low: (rows) => rows.map((row) => row.low),
  ci_t_high: (rows) => rows.map((row) => row.high),
  ci: (rows) => rows.flatMap((row) => [row.low, row.high]),
  statistic: (rows) => rows.map((row) => row.statistic),
  ndf: (rows) => rows.map((row) => row.degreesOfFreedom[0]),
  ddf: (rows) => rows.map((row) => row.degreesOfFreedom[1]),
  df: (rows) => rows.map((row) => row.degreesOfFreedom[0]),
  p: (rows) => rows.map((row) => row.pValue),
  t: (rows) => rows.map((row) => row.statistic),
  quantile: (rows) => rows.map((row) => row.estimate),
  "ci.2.5": (rows) => rows.map((row) => row.low),
  "ci.97.5": (rows) => rows.map((row) => row.high),
};

const isIterated = ({ statistic, interval }: Loose): boolean =>
  statistic === "glm" || interval === "logit" || interval === "score";

/** Every field of a reference answer that differs from ours beyond the tolerance, in words. */
export function answerDifferences(
  request: Loose,
  rows: readonly Loose[],
  expected: Loose,
): readonly string[] {
  const tolerance = isIterated(request) ? 1e-8 : 1e-12;
  if (typeof expected === "number")
    return [difference("degrees of freedom", [rows[0].degreesOfFreedom], expected, tolerance)].filter(
      (each) => each !== null,
    );
  if (request.interval === "score") return scoreDifferences(rows, expected[request.variables[0]]);
  const given: Loose =
    request.statistic === "quantile"
      ? Object.fromEntries(
          ["quantile", "ci.2.5", "ci.97.5", "se"].map((field) => [
            field,
            expected[request.variables[0]].map((each: Loose) => each[field]),
          ]),
        )
      : expected;
  return Object.entries(fields).flatMap(([field, numbersOf]) => {
    if (given[field] === undefined) return [];
    const apart = difference(`${field}`, numbersOf(rows), given[field], tolerance);
    return apart === null ? [] : [apart];
  });
}

/**
 * R's ends of the score interval do not hold its own quantiles here, of which the interval is made; so the
 * quantiles are compared, and ends of ours must lie around them as those by the share of cases do.
 */
function scoreDifferences(rows: readonly Loose[], expected: readonly Loose[]): readonly string[] {
  return expected.flatMap((of, at) => {
    const { estimate, low, high } = rows[at];
    if (of["ci.2.5"] <= of.quantile) return [`the reference's interval holds ${of.quantile}: compare it`];
    const apart = difference("quantile", [estimate], of.quantile, 1e-12);
    const width = (high - low) / (of["ci.97.5"] - of["ci.2.5"]);
    const around = low < estimate && estimate < high && Math.abs(width - 1) < 0.1;
    return [...(apart === null ? [] : [apart]), ...(around ? [] : [`${low} to ${high} around ${estimate}`])];
  });
}
