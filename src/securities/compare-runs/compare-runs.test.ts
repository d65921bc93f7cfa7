import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IndexDefinition } from "../index-definition.ts";
import type { IndexObservation } from "../index-run.ts";
import { readIndexDefinition } from "../read-index-definition.ts";
import { runIndex } from "../run-index.ts";
import { compareRuns } from "./compare-runs.ts";
import type { ComparedRun } from "./mixture.ts";
import type { RunComparison } from "./run-comparison.ts";

type Json = Readonly<Record<string, unknown>>;
const definitionOf = (json: Json): IndexDefinition => {
  const read = readIndexDefinition(json);
  if (!read.ok) throw new Error(read.problems[0]!.message);
  return read.value;
};
const given = <T>(
  result: { ok: true; value: T } | { ok: false; problems: readonly { message: string }[] },
): T => {
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};

const three = (weights: readonly number[] = [1, 1, 1], more: Json = {}): Json => ({
  id: "three",
  version: "1",
  title: "Three",
  nodes: [
    { id: "index" },
    ...weights.map((weight, i) => ({ id: `I${i + 1}`, parent: "index", direction: 1, weight })),
  ],
  missing: { minimumShare: 0.3 },
  ...more,
});

type Table = Readonly<Record<string, readonly (number | null)[]>>;
const sideOf = (json: Json, table: Table, period: string | null = "2020"): ComparedRun => ({
  definition: definitionOf(json),
  areas: Object.keys(table).sort(),
  periods: [period],
  observations: Object.entries(table).flatMap(([area, values]) =>
    values.map((value, i): IndexObservation => ({ area, indicator: `I${i + 1}`, period, value })),
  ),
});
const compared = (from: ComparedRun, to: ComparedRun, options = {}): RunComparison =>
  given(compareRuns(from, to, options));
const ofArea = (comparison: RunComparison, area: string) =>
  comparison.areas.find((change) => change.area === area)!;
const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);

const base: Table = { XAA: [9, 9, 9], XAB: [7, 5, 6], XAC: [4, 6, 5], XAD: [2, 3, 4], XAE: [1, 1, 1] };

describe("the comparison of two runs", () => {
  test("of a run with itself has no causes, and every area stands where it stood", () => {
    const found = compared(sideOf(three(), base), sideOf(three(), base));
    expect(found.causes).toEqual([]);
    expect(found.mixtures).toBe(1);
    for (const { from, to, places } of found.areas) {
      expect(from).toEqual(to);
      expect(places).toEqual([]);
    }
  });

  test("gives the whole change to new values where nothing else changed", () => {
    const found = compared(sideOf(three(), base), sideOf(three(), { ...base, XAD: [9, 8, 8] }));
    expect(found.causes.map(({ cause }) => cause)).toEqual(["values"]);
    expect(ofArea(found, "XAD")).toMatchObject({ from: { rank: 4 }, to: { rank: 2 }, places: [2] });
    expect(found.changes.values.map(({ series, changed }) => [series, changed])).toEqual([
      ["I1", 1],
      ["I2", 1],
      ["I3", 1],
    ]);
  });

  test("tells what a country that left and new weights did apart from each other", () => {
    const { XAA: _, ...without } = base;
    const found = compared(sideOf(three(), base), sideOf(three([1, 5, 1]), without));
    expect(found.causes.map(({ cause }) => cause)).toEqual(["areas", "definition"]);
    expect(found.changes.left).toEqual(["XAA"]);
    expect(ofArea(found, "XAA")).toMatchObject({ state: "left", to: null, places: [] });
    // XAE stays last under either weights: one place is won by the country that left, and none by weights.
    expect(ofArea(found, "XAE")).toMatchObject({ from: { rank: 5 }, to: { rank: 4 }, places: [1, 0] });
    // XAC passes XAB by the new weights, and both gain the place of XAA.
    expect(ofArea(found, "XAC")).toMatchObject({ from: { rank: 3 }, to: { rank: 1 }, places: [1, 1] });
    expect(ofArea(found, "XAB")).toMatchObject({ from: { rank: 2 }, to: { rank: 2 }, places: [1, -1] });
  });

  test("gives a country that came its own values in every mixture", () => {
    const found = compared(
      sideOf(three(), base),
      sideOf(three(), { ...base, XAD: [2, 4, 4], XAF: [10, 10, 10] }),
    );
    expect(found.causes.map(({ cause }) => cause)).toEqual(["values", "areas"]);
    expect(found.changes.entered).toEqual(["XAF"]);
    // Where it is in the set it stands first, also beside the old values: XAE loses its place to it alone.
    expect(ofArea(found, "XAE")).toMatchObject({ from: { rank: 5 }, to: { rank: 6 }, places: [0, -1] });
  });

  test("takes the values of an indicator that one definition lacks from the run that has it", () => {
    const two = { ...three([1, 1]), version: "0" };
    const old: Table = Object.fromEntries(Object.entries(base).map(([a, v]) => [a, v.slice(0, 2)]));
    const found = compared(sideOf(two, old), sideOf(three(), { ...base, XAC: [4, 6, 9] }));
    expect(found.causes.map(({ cause }) => cause)).toEqual(["definition"]);
    expect(found.changes).toMatchObject({ indicatorsAdded: ["I3"], definition: ["indicators"] });
    expect(ofArea(found, "XAC")).toMatchObject({ from: { rank: 3 }, to: { rank: 2 }, withoutRank: 0 });
  });

  test("lays two runs of one period each on one another: another year's figures are new values", () => {
    const found = compared(
      sideOf(three(), base, "2020"),
      sideOf(three(), { ...base, XAD: [9, 8, 8] }, "2021"),
    );
    expect(found.periods).toEqual(["2020", "2021"]);
    expect(found.causes.map(({ cause }) => cause)).toEqual(["values"]);
  });

  test("tells another choice among sources from new values, in shares that sum", () => {
    // Two sources: the old choice takes the first, the new one the second; meanwhile XAE has new data in both.
    const first: Table = base;
    const second: Table = { ...base, XAD: [8, 8, 8] };
    const news = { XAE: [9.5, 9.5, 9.5] };
    const rows = (table: Table) => sideOf(three(), table).observations;
    const from = { ...sideOf(three(), first), chosenLikeTheOther: rows(second) };
    const to = {
      ...sideOf(three(), { ...second, ...news }),
      chosenLikeTheOther: rows({ ...first, ...news }),
    };
    const found = compared(from, to);
    expect(found.causes.map(({ cause }) => cause)).toEqual(["values", "choice"]);
    // Three cells are chosen otherwise, over the old data as over the new.
    expect(found.changes.chosenOtherwise).toBe(3);
    expect(found.changes.values.map(({ changed }) => changed)).toEqual([1, 1, 1]);
    expect(ofArea(found, "XAE")).toMatchObject({ from: { rank: 5 }, to: { rank: 1 }, places: [4, 0] });
    const moved = ofArea(found, "XAD");
    expect(moved).toMatchObject({ from: { rank: 4 }, to: { rank: 3 }, places: [-1, 2] });
    for (const { from: a, to: b, places } of found.areas) expect(sum(places)).toBe(a!.rank - b!.rank);
    // The same rows without the knowledge of the choice are new values alone.
    expect(
      compared(sideOf(three(), first), sideOf(three(), { ...second, ...news })).causes.map(
        ({ cause }) => cause,
      ),
    ).toEqual(["values"]);
  });

  test("groups of areas by which holes were filled are part of the rules", () => {
    const holes: Table = { ...base, XAD: [null, 3, 4] };
    const json = three([1, 1, 1], { imputation: { method: "group-mean", groupBy: "income-group" } });
    const grouped = (high: readonly string[]) => ({
      ...sideOf(json, holes),
      attributes: new Map([
        [
          "income-group",
          new Map(Object.keys(base).map((area) => [area, high.includes(area) ? "high" : "low"])),
        ],
      ]),
    });
    const found = compared(grouped(["XAA", "XAD"]), grouped(["XAA", "XAB"]));
    expect(found.causes.map(({ cause }) => cause)).toEqual(["rules"]);
    expect(found.changes.rules).toBe(true);
    const moved = ofArea(found, "XAD");
    expect(moved.scores[0]).toBeCloseTo(moved.to!.score - moved.from!.score, 12);
    expect(moved.scores[0]).not.toBe(0);
  });

  test("counts an area half way where a mixture gives it no rank, and says how often", () => {
    // XAB has one value of three in the old data, which the new rule (at least two thirds) would refuse.
    const poor = { ...base, XAB: [9, null, null] };
    const strict = { ...three([1, 1, 1], { missing: { minimumShare: 0.6 } }), version: "2" };
    const found = compared(sideOf(three(), poor), sideOf(strict, { ...base, XAB: [3, 3, 3] }));
    expect(found.causes.map(({ cause }) => cause)).toEqual(["values", "rules"]);
    const moved = ofArea(found, "XAB");
    expect(moved.withoutRank).toBe(1);
    expect(sum(moved.places)).toBe(moved.from!.rank - moved.to!.rank);
  });

  test("divides new values by indicator and a new definition by part, within their shares", () => {
    const later = sideOf(
      three([1, 4, 1], { aggregation: "geometric", normalisation: { method: "min-max", low: 1, high: 2 } }),
      {
        ...base,
        XAD: [9, 2, 4],
        XAB: [7, 1, 6],
      },
    );
    for (const divide of ["values", "definition"] as const) {
      const found = compared(sideOf(three(), base), later, { divide });
      const at = found.causes.findIndex(({ cause }) => cause === divide);
      expect(found.divided!.parts).toEqual(
        divide === "values" ? ["I1", "I2"] : ["weights", "normalisation", "aggregation"],
      );
      for (const { state, places, parts } of found.areas)
        if (state === "both") expect(sum(parts)).toBeCloseTo(places[at]!, 12);
    }
  });

  test("tells periods apart where a run has several", () => {
    const long = (rows: readonly (readonly [string, string, number])[]): ComparedRun => ({
      definition: definitionOf(three([1])),
      areas: ["XAA", "XAB", "XAC"],
      periods: ["2019", "2020"],
      observations: rows.map(([area, period, value]) => ({ area, indicator: "I1", period, value })),
    });
    const run = long([
      ["XAA", "2019", 9],
      ["XAB", "2019", 5],
      ["XAC", "2019", 1],
      ["XAA", "2020", 2],
      ["XAB", "2020", 5],
      ["XAC", "2020", 1],
    ]);
    const found = compared(run, run, { periods: ["2019", "2020"] });
    expect(found.causes.map(({ cause }) => cause)).toEqual(["period"]);
    expect(ofArea(found, "XAA")).toMatchObject({ from: { rank: 1 }, to: { rank: 2 }, places: [-1] });
    expect(compareRuns(run, run, { periods: ["2019", "2021"] })).toMatchObject({
      problems: [{ code: "securities.not-comparable", at: { field: "period" } }],
    });
    expect(compareRuns(run, run, { nodes: ["index", "I1"] })).toMatchObject({
      problems: [{ code: "securities.not-comparable", at: { field: "node" } }],
    });
  });

  test("goes on where a mixture cannot be computed, and names it", () => {
    const fixed = { ...three(), referencePeriod: "2021", version: "2" };
    const from = { ...sideOf(three(), base), periods: ["2019", "2020"] };
    const to = { ...sideOf(fixed, { ...base, XAD: [9, 8, 8] }, "2021"), periods: ["2020", "2021"] };
    const found = compared(from, to, { periods: ["2020", "2021"] });
    expect(found.failed.map(({ causes }) => causes)).toEqual([["definition"], ["values", "definition"]]);
    expect(found.failed[0]!.problem.code).toBe("securities.reference-period-absent");
    for (const { from: a, to: b, places } of found.areas)
      expect(sum(places)).toBeCloseTo(a!.rank - b!.rank, 12);
  });
});

const figure = fc.option(fc.integer({ min: 1, max: 30 }), { freq: 9, nil: null });
const tables = fc
  .uniqueArray(fc.constantFrom("XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH"), { minLength: 4 })
  .chain((areas) =>
    fc.record(
      Object.fromEntries(areas.map((area) => [area, fc.array(figure, { minLength: 3, maxLength: 3 })])),
    ),
  );
const definitions = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 3 }),
    aggregation: fc.constantFrom("arithmetic", "median", "harmonic"),
    normalisation: fc.constantFrom({ method: "min-max", low: 1, high: 100 }, { method: "rank" }),
    imputation: fc.constantFrom("none", "mean"),
  })
  .map(({ weights, ...more }) => three(weights, more));

describe("the shares of a comparison", () => {
  test("sum to the change of rank and of score of every area, for any two runs", () => {
    fc.assert(
      fc.property(
        definitions,
        definitions,
        tables,
        tables,
        fc.constantFrom(undefined, "values" as const, "definition" as const),
        (first, second, before, after, divide) => {
          const [from, to] = [sideOf(first, before), sideOf(second, after)];
          const found = compareRuns(from, to, { divide });
          const runs = [from, to].map((run) => runIndex(run.definition, run.observations));
          if (!found.ok) {
            expect(runs.some((run) => !run.ok)).toBe(true);
            return;
          }
          const at = found.value.causes.findIndex(({ cause }) => cause === divide);
          for (const { area, state, from: a, to: b, places, scores, parts } of found.value.areas) {
            for (const [run, standing] of [
              [runs[0]!, a],
              [runs[1]!, b],
            ] as const) {
              const score = run.ok && run.value.scores.find((s) => s.area === area && s.node === "index");
              expect(standing?.rank ?? null).toBe((score || null)?.rank ?? null);
            }
            if (state !== "both") continue;
            expect(sum(places)).toBeCloseTo(a!.rank - b!.rank, 10);
            expect(sum(scores)).toBeCloseTo(b!.score - a!.score, 10);
            if (at >= 0) expect(sum(parts)).toBeCloseTo(places[at]!, 10);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("turn round when the runs change places", () => {
    fc.assert(
      fc.property(definitions, definitions, tables, tables, (first, second, before, after) => {
        const [from, to] = [sideOf(first, before), sideOf(second, after)];
        const [there, back] = [compareRuns(from, to), compareRuns(to, from)];
        if (!there.ok || !back.ok) return;
        expect(there.value.causes.map(({ cause }) => cause)).toEqual(
          back.value.causes.map(({ cause }) => cause),
        );
        for (const { area, places } of there.value.areas)
          for (const [c, share] of ofArea(back.value, area).places.entries())
            expect(share).toBeCloseTo(-places[c]!, 10);
      }),
      { numRuns: 40 },
    );
  });
});
