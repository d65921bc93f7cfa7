// The worked example of the project's method paper (methods 2.2): five countries, five indicators. Numbers
// from `golden/golden.json` and `golden/edge_cases.json` of the reference folder, which were recomputed by
// an independent script; here they are held to the last digit printed there.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { countryGroupName, type IndexObservation, readIndexDefinition, runIndex } from "#securities";

const reference = resolve(
  import.meta.dirname,
  "../../..",
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
);
const folder = resolve(reference, "methods/golden");
const isAbsent = !existsSync(folder);

test("the reference numbers are there where nothing may be skipped", () => {
  expect(isAbsent && process.env["CI"] === "true", `nothing at ${folder}: set SOCLE_REFERENCE`).toBe(false);
});

type Row = readonly (number | null)[];
type Columns = Readonly<Record<string, Row>>;
type MiniIndex = {
  readonly countries: readonly string[];
  readonly raw: Columns;
  readonly expect: Expected;
  readonly expect_renormalised_subindexes: Expected;
  readonly expect_O2_missing_for_E_no_renorm: Columns;
};
type Expected = Readonly<Record<string, Row>> & {
  readonly p60: Readonly<Record<string, number>>;
  readonly cluster: readonly (string | null)[];
};
type EdgeCases = {
  readonly constant_indicator: { readonly add_raw: Columns; readonly expect: Expected };
  readonly missing_sub_index: { readonly change: Columns; readonly expect: Expected };
  readonly competition_rank: { readonly expect: Row };
  readonly negative_test_constant_as_half: { readonly sub_I_wrong: Row };
};

const load = <T>(name: string): T => JSON.parse(readFileSync(resolve(folder, name), "utf8")) as T;

const observationsOf = (areas: readonly string[], raw: Columns): IndexObservation[] =>
  Object.entries(raw).flatMap(([indicator, values]) =>
    areas.map((area, i) => ({ area, indicator, period: null, value: values[i] ?? null })),
  );

const node = (id: string, parent: string, direction = 1) => ({ id, parent, direction });
const definitionOf = (settings: object, extra: readonly object[] = []) => ({
  id: "mini",
  version: "1",
  title: "Mini index",
  reconstruction: true,
  nodes: [
    { id: "index", aggregation: "arithmetic" },
    { id: "I", parent: "index", role: "input", weight: 1 },
    { id: "P", parent: "index", role: "process", weight: 1 },
    { id: "O", parent: "index", role: "outcome", weight: 2 },
    node("I1", "I"),
    node("I2", "I"),
    node("P1", "P"),
    node("O1", "O", -1),
    node("O2", "O"),
    ...extra,
  ],
  normalisation: { method: "min-max", low: 0, high: 1 },
  countryGroups: { scheme: "sesame", probability: 0.6, quantileType: 7 },
  ...settings,
});

function run(json: unknown, observations: readonly IndexObservation[]) {
  const definition = readIndexDefinition(json);
  if (!definition.ok) throw new Error(definition.problems.map(({ message }) => message).join("\n"));
  const result = runIndex(definition.value, observations);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return {
    ...result.value,
    of: (id: string) => result.value.scores.filter((score) => score.node === id).map(({ score }) => score),
    ranks: result.value.scores.filter((score) => score.node === "index").map(({ rank }) => rank),
    groups: result.value.countryGroups.map(({ group }) =>
      group === "unclassified" ? null : countryGroupName(group).en.toLowerCase(),
    ),
    threshold: (id: string) => result.value.thresholds.find((limit) => limit.node === id)?.value,
  };
}

/** The reference prints ten digits after the point where a number needs more. */
function expectRow(found: Row, expected: Row) {
  expect(found.length).toBe(expected.length);
  for (const [i, value] of expected.entries())
    if (value === null) expect(found[i]).toBeNull();
    else expect(found[i]).toBeCloseTo(value, 10);
}

function expectRun(found: ReturnType<typeof run>, expected: Expected) {
  for (const id of ["I", "P", "O"])
    if (expected[`sub_${id}`]) expectRow(found.of(id), expected[`sub_${id}`]!);
  expectRow(found.of("index"), expected["index"]!);
  for (const [id, value] of Object.entries(expected.p60 ?? {}))
    expect(found.threshold(id)).toBeCloseTo(value, 10);
  if (expected.cluster)
    expect(found.groups).toEqual(
      expected.cluster.map((name) => name?.toLowerCase().replaceAll("-", " ") ?? null),
    );
}

describe.skipIf(isAbsent)("the worked example of five countries", () => {
  const mini = isAbsent
    ? (null as never)
    : load<{ readonly mini_index: MiniIndex }>("golden.json").mini_index;
  const edge = isAbsent ? (null as never) : load<EdgeCases>("edge_cases.json");
  const plain = { renormaliseSubIndexes: false };

  test("plain: sub-indexes, index, thresholds and country groups", () => {
    expectRun(run(definitionOf(plain), observationsOf(mini.countries, mini.raw)), mini.expect);
  });

  test("with renormalised sub-indexes, which is the default", () => {
    const found = run(definitionOf({}), observationsOf(mini.countries, mini.raw));
    expectRun(found, mini.expect_renormalised_subindexes);
  });

  test("one cell missing moves its country and, by the new maximum, all others", () => {
    const expected = mini.expect_O2_missing_for_E_no_renorm;
    const raw = { ...mini.raw, O2: mini.raw["O2"]!.map((value, i) => (i === 4 ? null : value)) };
    const found = run(
      definitionOf({ ...plain, missing: { minimumShare: 0 } }),
      observationsOf(mini.countries, raw),
    );
    expectRow(found.of("O"), expected["sub_O"]!);
    expectRow(found.of("index"), expected["index"]!);
    const single = {
      id: "probe",
      version: "1",
      title: "O2 alone",
      nodes: [{ id: "top" }, node("O2", "top")],
    };
    expectRow(run(single, observationsOf(mini.countries, raw)).of("top"), expected["n_O2"]!);
  });

  test("under the default minimum share that country has no outcome and no index", () => {
    const raw = { ...mini.raw, O2: mini.raw["O2"]!.map((value, i) => (i === 4 ? null : value)) };
    const found = run(definitionOf(plain), observationsOf(mini.countries, raw));
    expect(found.of("O")[4]).toBeNull();
    expect(found.of("index")[4]).toBeNull();
  });

  test("a constant indicator is dropped and flagged, and never scored a half", () => {
    const { add_raw, expect: expected } = edge.constant_indicator;
    const observations = observationsOf(mini.countries, { ...mini.raw, ...add_raw });
    const found = run(definitionOf(plain, [node("I3", "I")]), observations);
    expectRun(found, expected);
    expect(found.dropped).toEqual([{ indicator: "I3", reason: "constant" }]);
    expect(found.of("I")[0]).not.toBeCloseTo(edge.negative_test_constant_as_half.sub_I_wrong[0]!, 6);
  });

  test("a country without a whole group has no index, no rank and no country group", () => {
    const { change, expect: expected } = edge.missing_sub_index;
    const found = run(definitionOf(plain), observationsOf(mini.countries, { ...mini.raw, ...change }));
    expectRun(found, expected);
    expect(found.ranks).toEqual(expected["rank"]);
  });

  test("ties share the better rank", () => {
    const found = run(definitionOf(plain), observationsOf(mini.countries, mini.raw));
    expect(found.ranks).toEqual(edge.competition_rank.expect);
  });
});

describe.skipIf(isAbsent)("the composite of seven forms", () => {
  type Composite = {
    readonly scores: Readonly<Record<string, number>>;
    readonly weighted_2_2: number;
    readonly unweighted: number;
  };
  const composite = isAbsent
    ? (null as never)
    : load<{ readonly composite: Composite }>("golden.json").composite;
  // Two more areas at 0 and at 1 fix minimum and maximum, so that the scores given pass unchanged.
  const scoreOf = (doubled: readonly string[]) => {
    const forms = Object.keys(composite.scores);
    const nodes = forms.map((id) => ({
      id,
      parent: "top",
      direction: 1,
      weight: doubled.includes(id) ? 2 : 1,
    }));
    const raw = Object.fromEntries(forms.map((id) => [id, [composite.scores[id]!, 0, 1]]));
    const json = { id: "c", version: "1", title: "Composite", nodes: [{ id: "top" }, ...nodes] };
    return run(json, observationsOf(["A", "LOW", "TOP"], raw)).of("top")[0];
  };

  test("income and representation counted twice", () => {
    expect(scoreOf(["ISI", "RSI"])).toBeCloseTo(composite.weighted_2_2, 15);
  });

  test("all counted once", () => {
    expect(scoreOf([])).toBeCloseTo(composite.unweighted, 15);
  });
});
