// No answer holds NaN or Infinity, whatever the definition and the data are: random trees with random
// methods over values that go wrong.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { IndexObservation } from "./index-run.ts";
import { readIndexDefinition } from "./read-index-definition.ts";
import { runIndex } from "./run-index.ts";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const value = fc.oneof(
  { arbitrary: fc.integer({ min: -3, max: 3 }), weight: 6 },
  { arbitrary: fc.constant(null), weight: 3 },
  { arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }), weight: 2 },
  { arbitrary: fc.constantFrom(1e308, -1e308, 5e-324, 0, -0), weight: 1 },
);
const normalisation = fc.oneof(
  fc.constantFrom(
    "min-max",
    "z-score",
    "rank",
    "borda",
    "percentile-rank",
    "fraction-of-maximum",
    "distance-to-maximum",
  ),
  fc.record({ method: fc.constant("min-max"), low: fc.constantFrom(0, 1), high: fc.constantFrom(2, 100) }),
  fc.record({
    method: fc.constantFrom("scaled", "goalposts"),
    from: fc.constantFrom(-1, 0),
    to: fc.constantFrom(1, 2),
  }),
  fc.record({
    method: fc.constant("distance-to-target"),
    target: fc.constantFrom(-3, 0, 1),
    cap: fc.boolean(),
  }),
  fc.record({
    method: fc.constant("distance-to-reference"),
    area: fc.constantFrom("A", "B"),
    cap: fc.boolean(),
  }),
);
const aggregation = fc.oneof(
  fc.constantFrom("arithmetic", "geometric", "harmonic", "median", "copeland"),
  fc.record({ method: fc.constant("power"), power: fc.constantFrom(-1, 0, 0.5, 2, 3) }),
);
const imputation = fc.oneof(
  fc.constantFrom("none", "mean", "median", "linear"),
  fc.record({ method: fc.constantFrom("group-mean", "group-median"), groupBy: fc.constant("kind") }),
  fc.record({ method: fc.constant("latest"), mostYears: fc.constantFrom(0, 1, 5) }),
);
const treatment = fc.oneof(
  fc.constantFrom("none", "winsorise", "log-ct", "log-gii", "box-cox"),
  fc.record({
    method: fc.constant("winsorise"),
    skewness: fc.constant(0.1),
    kurtosis: fc.constant(0.1),
    atMost: fc.constantFrom(0, 1, 3),
    otherwise: fc.constantFrom("none", "log-ct", "log-gii", "box-cox"),
  }),
);
const indicator = fc.record({
  direction: fc.constantFrom(1, -1),
  weight: fc.constantFrom(0, 1, 2.5),
  normalisation: maybe(normalisation),
  imputation: maybe(imputation),
  treatment: maybe(treatment),
  transformation: maybe(
    fc.oneof(
      fc.constantFrom("log", "square-root"),
      fc.record({ method: fc.constant("cap"), low: fc.constant(0) }),
    ),
  ),
  denominator: maybe(fc.constantFrom("X0", "D")),
  parent: fc.constantFrom("input", "process", "outcome", "top"),
});
const definition = fc.record({
  indicators: fc.array(indicator, { minLength: 1, maxLength: 5 }),
  normalisation: maybe(normalisation),
  aggregation: maybe(aggregation),
  imputation: maybe(imputation),
  treatment: maybe(treatment),
  weights: maybe(fc.constantFrom("given", "equal", "principal-components", "correlation-balanced")),
  screening: maybe(fc.record({ minimumShare: fc.constantFrom(0.3, 1) })),
  renormaliseSubIndexes: fc.boolean(),
  minimumShare: fc.constantFrom(0, 0.5),
  isOfOnePeriod: fc.boolean(),
  data: fc.array(fc.array(value, { minLength: 8, maxLength: 8 }), { minLength: 6, maxLength: 6 }),
});

type Made = typeof definition extends fc.Arbitrary<infer T> ? T : never;

function jsonOf({ indicators, minimumShare, isOfOnePeriod, data: _, ...settings }: Made): object {
  const leaves = indicators.map((leaf, i) => ({ id: `X${i}`, ...leaf }));
  const roles = ["input", "process", "outcome"].filter((role) =>
    leaves.some(({ parent }) => parent === role),
  );
  return JSON.parse(
    JSON.stringify({
      id: "p",
      version: "1",
      title: "Probe",
      nodes: [{ id: "top" }, ...roles.map((role) => ({ id: role, role, parent: "top" })), ...leaves],
      areaGroups: { kind: { low: ["A", "B"], high: ["C"] } },
      missing: { minimumShare },
      countryGroups: { scheme: "sesame" },
      ...(isOfOnePeriod && { referencePeriod: "2001" }),
      ...settings,
    }),
  );
}

const observationsOf = ({ data }: Made): IndexObservation[] =>
  data.flatMap((values, i) =>
    values.map((figure, k) => ({
      area: "ABCD"[k % 4]!,
      indicator: i === 5 ? "D" : `X${i}`,
      period: k < 4 ? "2000" : "2001",
      value: figure,
    })),
  );

/** Where a value that JSON cannot write stands, or `null`. */
function unsound(value: unknown, path = "run"): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : `${path} is ${value}`;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unsound(inner, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

test("no run of a random definition over random data holds NaN or Infinity, and no score lacks its reason", () => {
  let runs = 0;
  fc.assert(
    fc.property(definition, (made) => {
      const read = readIndexDefinition(jsonOf(made));
      if (!read.ok) {
        for (const { message } of read.problems) expect(message).not.toMatch(/NaN|Infinity|undefined/);
        return;
      }
      const found = runIndex(read.value, observationsOf(made), { stages: true });
      if (!found.ok) {
        for (const { message } of found.problems) expect(message).not.toMatch(/NaN|Infinity|undefined/);
        return;
      }
      runs += 1;
      expect(unsound(found.value)).toBeNull();
      for (const { score, rank, reason } of found.value.scores)
        expect([score === null, rank === null]).toEqual([reason !== null, reason !== null]);
    }),
    { numRuns: 500 },
  );
  expect(runs).toBeGreaterThan(100);
});
