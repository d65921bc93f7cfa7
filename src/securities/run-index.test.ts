import { expect, test } from "vitest";
import type { IndexObservation, IndexRun } from "./index-run.ts";
import { readIndexDefinition } from "./read-index-definition.ts";
import { runIndex } from "./run-index.ts";

/** The definition of the command contract, word for word. */
const contract = {
  id: "mini",
  version: "1",
  title: "Mini index",
  reconstruction: true,
  nodes: [
    { id: "index", aggregation: "arithmetic" },
    { id: "input", parent: "index", role: "input", weight: 1 },
    { id: "process", parent: "index", role: "process", weight: 1 },
    { id: "outcome", parent: "index", role: "outcome", weight: 2 },
    { id: "I1", parent: "input", direction: 1 },
    { id: "P1", parent: "process", direction: 1 },
    { id: "O1", parent: "outcome", direction: -1 },
  ],
  normalisation: { method: "min-max", low: 0, high: 1 },
  renormaliseSubIndexes: true,
  missing: { minimumShare: 0.5 },
  countryGroups: { scheme: "sesame", probability: 0.6, quantileType: 7 },
};

type Cells = Readonly<Record<string, readonly (number | null)[]>>;
const areas = ["A", "B", "C", "D", "E"];
const rows = (cells: Cells, period: string | null = null): IndexObservation[] =>
  Object.entries(cells).flatMap(([indicator, values]) =>
    values.map((value, i) => ({ area: areas[i]!, indicator, period, value })),
  );

function read(json: object) {
  const definition = readIndexDefinition(json);
  if (!definition.ok) throw new Error(definition.problems.map(({ message }) => message).join("\n"));
  return definition.value;
}
function run(json: object, observations: readonly IndexObservation[]): IndexRun {
  const result = runIndex(read(json), observations);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}
const codesOf = (json: object, observations: readonly IndexObservation[]) => {
  const result = runIndex(read(json), observations);
  return result.ok ? "accepted" : result.problems.map(({ code, at }) => [code, at?.field]);
};
const scoresOf = (found: IndexRun, node: string, period: string | null = null) =>
  found.scores.filter((score) => score.node === node && score.period === period).map(({ score }) => score);

const cells = { I1: [1, 0, 1, 0, 1], P1: [0, 10, 20, 30, 40], O1: [50, 40, 30, 20, 10] };

test("the definition of the contract gives scores, thresholds and country groups that can be worked by hand", () => {
  const found = run(contract, rows(cells));
  expect(scoresOf(found, "outcome")).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(scoresOf(found, "index")).toEqual([0.25, 0.1875, 0.625, 0.5625, 1]);
  expect(found.thresholds.map(({ node, value, n, ties }) => [node, value, n, ties])).toEqual([
    ["index", expect.closeTo(0.5875, 12), 5, 0],
    ["input", 1, 5, 3],
    ["process", expect.closeTo(0.6, 12), 5, 0],
    ["outcome", expect.closeTo(0.6, 12), 5, 0],
  ]);
  expect(found.countryGroups.map(({ group, flag }) => [group, flag])).toEqual([
    ["much-to-be-done", "partial"],
    ["much-to-be-done", null],
    ["much-to-be-done", "partial"],
    ["pragmatist", null],
    ["pacesetter", null],
  ]);
  expect(found.scores[0]).toEqual({
    area: "A",
    node: "index",
    period: null,
    score: 0.25,
    rank: 4,
    n: 3,
    expected: 3,
    reason: null,
  });
  expect(found.normalisation[2]).toEqual({ indicator: "O1", period: null, minimum: 10, maximum: 50, n: 5 });
  expect(found.renormalisation.map(({ node }) => node)).toEqual(["input", "process", "outcome"]);
  expect(found.flags).toEqual([]);
});

test("all three parts at their thresholds and the index below is a pragmatist at the edge", () => {
  // By hand: inputs 0, 1, 2/3, 2/3, 1/3 and outcomes 0, 3/4, 1/2, 3/4, 1 have D at the fourth place of the
  // 60th percentile; of processes only C is above 0. Index of D: (2/3 + 0 + 2·3/4)/4 = 13/24, below 0.6.
  const nodes = contract.nodes.map((node) => (node.id === "O1" ? { ...node, direction: 1 } : node));
  const data = { I1: [0, 30, 20, 20, 10], P1: [20, 20, 30, 20, 20], O1: [0, 30, 20, 30, 40] };
  const found = run({ ...contract, nodes }, rows(data));
  expect(found.thresholds.map(({ value }) => value)).toEqual(
    [0.6, 2 / 3, 0, 0.75].map((v) => expect.closeTo(v, 12)),
  );
  expect(scoresOf(found, "index")[3]).toBeCloseTo(13 / 24, 14);
  expect(found.countryGroups[3]).toEqual({
    area: "D",
    node: "index",
    period: null,
    group: "pragmatist",
    flag: "edge",
  });
});

test("a missing indicator below the minimum share takes its node and every node above, with reasons", () => {
  const found = run(contract, rows({ ...cells, P1: [0, 10, null, 30, 40] }));
  const ofC = found.scores.filter(({ area }) => area === "C");
  expect(ofC.map(({ node, score, reason, rank, n }) => [node, score, reason, rank, n])).toEqual([
    ["index", null, "part_missing", null, 2],
    ["input", 1, null, 1, 1],
    ["process", null, "too_few_indicators", null, 0],
    ["outcome", 0.5, null, 3, 1],
  ]);
  expect(found.countryGroups[2]).toMatchObject({ group: "unclassified", flag: null });
});

test("two of three indicators are enough by default, one of two is not", () => {
  const leaf = (id: string) => ({ id, parent: "top", direction: 1 });
  const three = { id: "t", version: "1", title: "T", nodes: [{ id: "top" }, ...["X", "Y", "Z"].map(leaf)] };
  const found = run(three, rows({ X: [0, 1], Y: [0, 1], Z: [1, null] }));
  // Z has one value only: it does not vary and is dropped, so two of two count.
  expect(found.dropped).toEqual([{ indicator: "Z", reason: "constant" }]);
  const varied = run(three, rows({ X: [0, 1, 1], Y: [0, 1, null], Z: [1, null, null], W: [1, 1, 1] }));
  expect(varied.dropped.map(({ indicator }) => indicator)).toEqual(["Z"]);
  const enough = run(three, rows({ X: [0, 1, 1], Y: [0, 1, null], Z: [1, null, 0] }));
  expect(scoresOf(enough, "top")).toEqual([1 / 3, 1, 0.5]);
  const few = run(three, rows({ X: [0, 1, 1], Y: [0, null, 1], Z: [1, null, 0] }));
  expect(scoresOf(few, "top")[1]).toBeNull();
  expect(few.scores[1]).toMatchObject({ n: 1, expected: 3, reason: "too_few_indicators" });
});

test.each([true, false])(
  "a constant group is dropped for all and no country groups are formed (%s)",
  (stretch) => {
    const found = run(
      { ...contract, renormaliseSubIndexes: stretch },
      rows({ ...cells, I1: [1, 1, 1, 1, null] }),
    );
    expect(found.flags).toEqual(["group_constant", "country_groups_not_formed"]);
    expect(found.droppedNodes).toEqual([{ node: "input", reason: "group_constant" }]);
    // Weights 1 and 2 are left; E has no I1 and is formed all the same, since the group counts for nobody.
    expect(scoresOf(found, "index")).toEqual([0, 0.25, 0.5, 0.75, 1].map((s) => expect.closeTo(s, 14)));
    expect(found.scores.find(({ node }) => node === "input")).toMatchObject({
      score: null,
      reason: "group_constant",
    });
    expect(found.countryGroups).toEqual([]);
    expect(found.scores[0]).toMatchObject({ node: "index", n: 2, expected: 2 });
  },
);

test("a group whose varying indicators cancel out to the same mean is constant, too", () => {
  const nodes = [...contract.nodes, { id: "I2", parent: "input", direction: -1 }];
  const tenths = [0.1, 0.2, 0.3, 0.7, 0.9];
  const found = run({ ...contract, nodes }, rows({ ...cells, I1: tenths, I2: tenths }));
  expect(found.droppedNodes).toEqual([{ node: "input", reason: "group_constant" }]);
});

test("an indicator without any value counts as expected, and is flagged", () => {
  const nodes = [...contract.nodes, { id: "I2", parent: "input", direction: 1 }];
  const found = run({ ...contract, nodes, missing: {} }, rows(cells));
  expect(found.flags).toEqual(["indicator_without_values"]);
  expect(found.scores.find(({ node }) => node === "input")).toMatchObject({
    score: null,
    n: 1,
    expected: 2,
    reason: "too_few_indicators",
  });
  expect(found.normalisation.at(-1)).toEqual({
    indicator: "I2",
    period: null,
    minimum: null,
    maximum: null,
    n: 0,
  });
});

const probe = {
  id: "p",
  version: "1",
  title: "Probe",
  nodes: [{ id: "top" }, { id: "X", parent: "top", direction: 1 }],
};

test("with several periods, minimum and maximum are taken over all, and ranks within each", () => {
  const data = [...rows({ X: [0, 4] }, "2000"), ...rows({ X: [8, 2] }, "2001")];
  const found = run(probe, data);
  expect(scoresOf(found, "top", "2000")).toEqual([0, 0.5]);
  expect(scoresOf(found, "top", "2001")).toEqual([1, 0.25]);
  expect(found.scores.map(({ rank }) => rank)).toEqual([2, 1, 1, 2]);
  expect(found.periods).toEqual(["2000", "2001"]);
});

test("with a reference period, minimum and maximum are its own and other periods may leave the scale", () => {
  const data = [...rows({ X: [0, 4] }, "2000"), ...rows({ X: [8, 2] }, "2001")];
  const found = run({ ...probe, referencePeriod: "2000" }, data);
  expect(scoresOf(found, "top", "2001")).toEqual([2, 0.5]);
  expect(found.normalisation).toEqual([{ indicator: "X", period: "2000", minimum: 0, maximum: 4, n: 2 }]);
  expect(codesOf({ ...probe, referencePeriod: "1999" }, data)).toEqual([
    ["securities.reference-period-absent", "referencePeriod"],
  ]);
});

test("the scale of the definition is used for indicators and sub-indexes alike", () => {
  const found = run({ ...contract, normalisation: { method: "min-max", low: 1, high: 5 } }, rows(cells));
  expect(scoresOf(found, "outcome")).toEqual([1, 2, 3, 4, 5]);
  expect(scoresOf(found, "index")).toEqual([2, 1.75, 3.5, 3.25, 5]);
});

test("every duplicate and every value that is no number is listed, each with its place", () => {
  const data = [...rows({ X: [1, 2] }), { area: "A", indicator: "X", period: null, value: 1 }];
  const worse = [...data, { area: "C", indicator: "X", period: null, value: Number.NaN }, data[1]!];
  expect(codesOf(probe, worse)).toEqual([
    ["securities.observation-duplicate", "observations[2]"],
    ["securities.value-not-finite", "observations[3].value"],
    ["securities.observation-duplicate", "observations[4]"],
  ]);
});

test("rows of areas outside the reference set count for nothing, and faults stand at their own rows", () => {
  const others = [...rows({ X: [7, 9] }), ...rows({ X: [8] }, "2000")].map((row) => ({ ...row, area: "Z" }));
  const unit = (row: IndexObservation, name: string) => ({ ...row, unit: name });
  const [a, b] = rows({ X: [1, 2] });
  const json = { ...probe, referenceAreas: ["A", "B"] };
  expect(scoresOf(run(json, [...others, a!, b!]), "top")).toEqual([0, 1]);
  expect(codesOf(json, [...others, a!, b!, a!])).toEqual([
    ["securities.observation-duplicate", "observations[5]"],
  ]);
  expect(codesOf(json, [...others, a!, { ...b!, period: "2000" }])).toEqual([
    ["securities.periods-mixed", "observations[3].period"],
  ]);
  expect(codesOf(json, [unit(others[0]!, "USD"), unit(a!, "PPP"), unit(b!, "USD")])).toEqual([
    ["securities.units-mixed", "observations[2].unit"],
  ]);
  const definition = readIndexDefinition(json);
  const none = definition.ok ? runIndex(definition.value, others) : definition;
  const message = none.ok ? "" : none.problems[0]?.message;
  expect(message).toContain("None of the 3 observations");
  expect(message).toContain("reference areas (A, B)");
});

test("data of other indicators, or with and without periods, are refused", () => {
  expect(codesOf(probe, rows({ Y: [1, 2] }))).toEqual([["securities.no-observations", undefined]]);
  expect(codesOf(probe, [...rows({ X: [1] }, "2000"), ...rows({ X: [2, 3] })])).toEqual([
    ["securities.periods-mixed", "observations[1].period"],
  ]);
});

test("an area with no value for the index shows as missing and does not vanish", () => {
  const found = run(probe, [...rows({ X: [1, 2] }), { area: "Z", indicator: "Y", period: "1960", value: 5 }]);
  expect(found.areas).toEqual(["A", "B", "Z"]);
  expect(found.periods).toEqual([]);
  expect(scoresOf(found, "top")).toEqual([0, 1, null]);
});

test.each([
  [0.5, [1, 1, null, null], "two of four at a share of one half"],
  [0.75, [1, 1, 1, null], "three of four at a share of three quarters"],
  [0, [1, null, null, null], "one of four at a share of 0"],
])("exactly the minimum share of %s is enough: %j", (minimumShare, values) => {
  const ids = ["W", "X", "Y", "Z"];
  const nodes = [{ id: "top" }, ...ids.map((id) => ({ id, parent: "top", direction: 1 }))];
  const data = rows(Object.fromEntries(ids.map((id, i) => [id, [values[i]!, 0, 1]])));
  expect(scoresOf(run({ ...probe, nodes, missing: { minimumShare } }, data), "top")[0]).toBe(1);
  const less = rows(Object.fromEntries(ids.map((id, i) => [id, [i === 0 ? null : values[i]!, 0, 1]])));
  const found = run({ ...probe, nodes, missing: { minimumShare } }, less);
  expect(found.scores[0]).toMatchObject({ score: null, reason: "too_few_indicators", expected: 4 });
});

test("a node over nodes counts all indicators below it, without those dropped", () => {
  const more = ["I2", "I3"].map((id) => ({ id, parent: "input", direction: 1 }));
  const data = rows({ ...cells, I2: [null, 1, 2, 3, 4], I3: [1, 1, 1, 1, 1] });
  const found = run({ ...contract, nodes: [...contract.nodes, ...more] }, data);
  const counts = found.scores
    .filter(({ area }) => area === "A")
    .map(({ node, n, expected }) => [node, n, expected]);
  expect(counts).toEqual([
    ["index", 3, 4],
    ["input", 1, 2],
    ["process", 1, 1],
    ["outcome", 1, 1],
  ]);
});

test("a sub-index that nobody has in the reference period has no range to be stretched from", () => {
  const nodes = [...contract.nodes, { id: "I2", parent: "input", direction: 1 }];
  const json = { ...contract, nodes, missing: { minimumShare: 1 }, referencePeriod: "2000" };
  const early = rows({ ...cells, I1: [0, 1, null, null, null], I2: [null, null, 0, 1, 1] }, "2000");
  const found = run(json, [...early, ...rows({ ...cells, I2: [1, 0, 1, 0, 1] }, "2001")]);
  const inputs = found.scores.filter(({ node, area }) => node === "input" && area === "A");
  expect(inputs.map(({ reason }) => reason)).toEqual(["too_few_indicators", "not_in_reference"]);
  expect(scoresOf(found, "index", "2001")).toEqual([null, null, null, null, null]);
});

test("thresholds and country groups are those of each period", () => {
  const turned = Object.fromEntries(Object.entries(cells).map(([id, row]) => [id, [...row].reverse()]));
  const later = rows({ ...turned, P1: [10, 10, 10, 10, 10] }, "2001");
  const found = run(contract, [...later, ...rows(cells, "2000")]);
  const alone = run(contract, rows(cells));
  const of = <T extends { readonly period: string | null }>(list: readonly T[], period: string | null) =>
    list.filter((entry) => entry.period === period).map((entry) => ({ ...entry, period: null }));
  expect(of(found.thresholds, "2000")).toEqual(alone.thresholds);
  expect(of(found.countryGroups, "2000")).toEqual(alone.countryGroups);
  expect(of(found.thresholds, "2001").map(({ node, value, ties }) => [node, value, ties])).toEqual([
    ["index", expect.closeTo(0.4875, 12), 0],
    ["input", 1, 3],
    ["process", 0.25, 5],
    ["outcome", expect.closeTo(0.6, 12), 0],
  ]);
  expect(of(found.countryGroups, "2001").map(({ group }) => group)).toEqual([
    "pacesetter",
    "pragmatist",
    "conventional",
    "much-to-be-done",
    "conventional",
  ]);
});

test("a node with a fourth part has thresholds and no country groups; a composite has them for each form", () => {
  const fourth = [...contract.nodes, { id: "X", parent: "index", direction: 1 }];
  const found = run({ ...contract, nodes: fourth }, rows({ ...cells, X: [1, 2, 3, 4, 5] }));
  expect(found.thresholds.length).toBe(4);
  expect(found.countryGroups).toEqual([]);
  expect(found.flags).toEqual(["country_groups_not_formed"]);
  const form = (sign: string) =>
    contract.nodes.map((node) => ({
      ...node,
      id: sign + node.id,
      parent: node.parent ? sign + node.parent : "all",
    }));
  const nodes = [{ id: "all" }, ...form("a."), ...form("b.")];
  const twice = Object.fromEntries(
    ["a.", "b."].flatMap((s) => Object.entries(cells).map(([id, row]) => [s + id, row])),
  );
  const composite = run({ ...contract, nodes }, rows(twice));
  expect(scoresOf(composite, "all")).toEqual([0.25, 0.1875, 0.625, 0.5625, 1]);
  expect([...new Set(composite.countryGroups.map(({ node }) => node))]).toEqual(["a.index", "b.index"]);
  expect(composite.flags).toEqual([]);
});
