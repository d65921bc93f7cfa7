// The worked example of the index method: five countries, one form, two inputs, one process, two outcomes.
// Expected values are fractions worked by hand, so that the last digit is theirs and not a program's.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { simulatedDefinition, values } from "../../fixtures/worked-example.ts";
import { json, patience, scratchFolder, socle } from "./socle.ts";

const folder = scratchFolder();
afterAll(() => folder.remove());
vi.setConfig({ testTimeout: patience });

const areas = ["A", "B", "C", "D", "E"];
type Score = {
  readonly area: string;
  readonly node: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly n: number;
  readonly expected: number;
};
type Run = {
  readonly scores: readonly Score[];
  readonly thresholds: readonly { readonly node: string; readonly value: number }[];
  readonly countryGroups: readonly { readonly area: string; readonly group: string }[];
  readonly recipe: { readonly inputs: readonly string[]; readonly definition: { readonly sha256: string } };
};

let files = 0;
async function run(changes: object, left: readonly string[] = [], cells = values): Promise<Run> {
  files += 1;
  const definitionPath = join(folder.path, `definition-${files}.json`);
  const dataPath = join(folder.path, `data-${files}.csv`);
  writeFileSync(definitionPath, JSON.stringify({ ...simulatedDefinition, ...changes }));
  const rows = Object.entries(cells).flatMap(([indicator, all]) =>
    all.map(
      (value, i) => `${areas[i]},${indicator},${left.includes(`${areas[i]}/${indicator}`) ? "" : value}`,
    ),
  );
  writeFileSync(dataPath, `area,indicator,value\n${rows.join("\n")}\n`);
  const said = await socle(["index", "run", definitionPath, dataPath, "--json"]);
  expect(said).toMatchObject({ status: 0, err: "" });
  return json<Run>(said);
}

const scoresOf = ({ scores }: Run, node: string) =>
  scores.filter((score) => score.node === node).map(({ score }) => score);
const groups = {
  A: "pacesetter",
  B: "much-to-be-done",
  C: "much-to-be-done",
  D: "conventional",
  E: "pragmatist",
};
const groupsOf = (given: Run) =>
  Object.fromEntries(given.countryGroups.map(({ area, group }) => [area, group]));
const thresholdsOf = (given: Run) =>
  Object.fromEntries(given.thresholds.map(({ node, value }) => [node, value]));

/** Equal to all digits that a double can carry through a handful of operations. */
function expectDigits(found: readonly (number | null)[], expected: readonly number[]) {
  expect(found.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]!.toPrecision(15)).toBe(value.toPrecision(15));
}

describe("socle index run", () => {
  it("gives the worked example with renormalised sub-indexes", async () => {
    const given = await run({});
    expect(scoresOf(given, "input")).toEqual([1, 0.5, 0.5, 1, 0]);
    expect(scoresOf(given, "process")).toEqual([1, 0.5, 0.25, 0.75, 0]);
    expectDigits(scoresOf(given, "outcome"), [1, 4 / 7, 2 / 7, 0, 1]);
    expectDigits(scoresOf(given, "index"), [1, 15 / 28, 37 / 112, 7 / 16, 1 / 2]);
    const ranks = given.scores.filter(({ node }) => node === "index").map(({ rank }) => rank);
    expect(ranks).toEqual([1, 2, 5, 4, 3]);
    const thresholds = thresholdsOf(given);
    expectDigits(
      ["index", "input", "process", "outcome"].map((node) => thresholds[node]!),
      [18 / 35, 0.7, 0.6, 26 / 35],
    );
    expect(groupsOf(given)).toEqual(groups);
    for (const { n, expected } of given.scores.filter(({ node }) => node === "index"))
      expect([n, expected]).toEqual([5, 5]);
  });

  it("gives the worked example without renormalising, ties included", async () => {
    const given = await run({ renormaliseSubIndexes: false });
    expectDigits(scoresOf(given, "index"), [15 / 16, 1 / 2, 5 / 16, 7 / 16, 7 / 16]);
    expect(given.scores.filter(({ node }) => node === "index").map(({ rank }) => rank)).toEqual([
      1, 2, 5, 3, 3,
    ]);
    expectDigits([thresholdsOf(given)["index"]!, thresholdsOf(given)["outcome"]!], [0.4625, 0.65]);
    expect(groupsOf(given)).toEqual(groups);
  });

  it("moves every country when one cell is missing", async () => {
    const given = await run({ renormaliseSubIndexes: false, missing: { minimumShare: 0 } }, ["E/O2"]);
    expectDigits(scoresOf(given, "outcome"), [1, 7 / 12, 7 / 24, 0, 3 / 4]);
    expectDigits(scoresOf(given, "index"), [1, 13 / 24, 1 / 3, 7 / 16, 3 / 8]);
  });

  it("gives no score, with the reason, where too few indicators have a value", async () => {
    const given = await run({}, ["E/O2"]);
    const score = given.scores.find(({ area, node }) => area === "E" && node === "index");
    expect(score).toMatchObject({ score: null, rank: null, reason: expect.any(String) });
    expect(groupsOf(given)["E"]).toBe("unclassified");
  });

  it("names definition and data by their hashes, the same however the file is laid out", async () => {
    const [one, other] = [await run({}), await run({})];
    expect(one.recipe).toEqual(other.recipe);
    const changed = await run({}, [], { ...values, P1: [20, 10, 5, 15, 1] });
    expect(changed.recipe.inputs).not.toEqual(one.recipe.inputs);
    expect(changed.recipe.definition).toEqual(one.recipe.definition);
  });

  it("tells all that is wrong with both files at once", async () => {
    const definitionPath = join(folder.path, "bad.json");
    writeFileSync(
      definitionPath,
      JSON.stringify({
        ...simulatedDefinition,
        nodes: [...simulatedDefinition.nodes, { id: "I1", parent: "inptu", direction: 1 }],
      }),
    );
    const dataPath = join(folder.path, "bad.csv");
    writeFileSync(dataPath, "area,indicator,value\nA,I1,one\n,I1,2\nB,I1,3\n");
    const said = await socle(["index", "run", definitionPath, dataPath, "--json"]);
    expect(said.status).toBe(1);
    const { problems } = json<{ problems: { code: string; at?: object }[] }>(said);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      "app.cell-empty",
      "app.value-unreadable",
      "securities.node-duplicate",
      "securities.parent-unknown",
    ]);
    expect(problems.find(({ code }) => code === "app.value-unreadable")?.at).toMatchObject({
      row: 2,
      column: "value",
    });
  });

  it("prints the ranking for people", async () => {
    const { out } = await socle([
      "index",
      "run",
      join(folder.path, "definition-1.json"),
      join(folder.path, "data-1.csv"),
    ]);
    expect(out).toMatch(/^mini, version 1\n/);
    expect(out).toMatch(/\nB +2 +0\.5357 +5 of 5 +much-to-be-done\n/);
    expect(out).toContain("The definition is a reconstruction.");
  });
});
