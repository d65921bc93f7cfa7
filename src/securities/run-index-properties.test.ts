// What must hold for any data: order, units, bounds, and the cost at the size of the world.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { IndexObservation, IndexRun } from "./index-run.ts";
import { readIndexDefinition } from "./read-index-definition.ts";
import { runIndex } from "./run-index.ts";

const contract = {
  id: "mini",
  version: "1",
  title: "Mini index",
  nodes: [
    { id: "index" },
    { id: "input", parent: "index", role: "input" },
    { id: "process", parent: "index", role: "process" },
    { id: "outcome", parent: "index", role: "outcome", weight: 2 },
    { id: "I1", parent: "input", direction: 1 },
    { id: "P1", parent: "process", direction: 1 },
    { id: "O1", parent: "outcome", direction: -1 },
  ],
  countryGroups: { scheme: "sesame" },
};

type Cells = Readonly<Record<string, readonly (number | null)[]>>;
const cells = { I1: [1, 0, 1, 0, 1], P1: [0, 10, 20, 30, 40], O1: [50, 40, 30, 20, 10] };
const rows = (data: Cells, period: string | null = null): IndexObservation[] =>
  Object.entries(data).flatMap(([indicator, values]) =>
    values.map((value, i) => ({ area: "ABCDE"[i]!, indicator, period, value })),
  );

function run(json: object, observations: readonly IndexObservation[]): IndexRun {
  const definition = readIndexDefinition(json);
  const result = definition.ok ? runIndex(definition.value, observations) : definition;
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}
const scoresOf = (found: IndexRun, node: string) =>
  found.scores.filter((score) => score.node === node).map(({ score }) => score);

const table = fc.record(
  Object.fromEntries(
    ["I1", "P1", "O1"].map((id) => [
      id,
      fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { nil: null }), { minLength: 5, maxLength: 5 }),
    ]),
  ),
);
const same = (a: readonly (number | null)[], b: readonly (number | null)[]) => {
  for (const [i, value] of a.entries())
    if (value === null) expect(b[i]).toBeNull();
    else expect(b[i]).toBeCloseTo(value, 10);
};

test("the order of the observations changes nothing, to the bit", () => {
  fc.assert(
    fc.property(table, fc.infiniteStream(fc.nat()), (data, keys) => {
      const ordered = [...rows(data as Cells, "2001"), ...rows(cells, "2000")];
      const shuffled = ordered
        .map((row) => ({ row, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      expect(run(contract, shuffled)).toEqual(run(contract, ordered));
    }),
    { numRuns: 50 },
  );
});

test("another unit of an indicator changes no score, and a turned sign with a turned direction neither", () => {
  fc.assert(
    fc.property(table, (data) => {
      const before = run(contract, rows(data as Cells));
      const turned = Object.fromEntries(
        Object.entries(data as Cells).map(([id, values]) => [
          id,
          values.map((value) => (value === null ? null : id === "O1" ? -value : 1000 * value + 7)),
        ]),
      );
      const nodes = contract.nodes.map((node) => (node.id === "O1" ? { ...node, direction: 1 } : node));
      const after = run({ ...contract, nodes }, rows(turned));
      same(
        before.scores.map(({ score }) => score),
        after.scores.map(({ score }) => score),
      );
    }),
    { numRuns: 100 },
  );
});

test("scores stay on the scale, and the best of each stretched group is at its top", () => {
  fc.assert(
    fc.property(table, (data) => {
      const found = run(contract, rows(data as Cells));
      for (const { score, reason } of found.scores)
        if (score === null) expect(reason).not.toBeNull();
        else expect(score >= 0 && score <= 1).toBe(true);
      for (const node of ["input", "process", "outcome"]) {
        const present = scoresOf(found, node).filter((score) => score !== null);
        if (present.length > 0) expect(Math.max(...present)).toBe(1);
      }
    }),
    { numRuns: 100 },
  );
});

test("200 areas, 72 indicators and 20 periods take seconds at the most", () => {
  const leaves = Array.from({ length: 72 }, (_, i) => ({ id: `X${i}`, parent: `G${i % 24}`, direction: 1 }));
  const groups = Array.from({ length: 24 }, (_, i) => ({
    id: `G${i}`,
    parent: `F${i % 8}`,
    role: (["input", "process", "outcome"] as const)[Math.floor(i / 8)],
  }));
  const forms = Array.from({ length: 8 }, (_, i) => ({ id: `F${i}`, parent: "top" }));
  const nodes = [{ id: "top" }, ...forms, ...groups, ...leaves];
  const observations = leaves.flatMap(({ id }, i) =>
    Array.from({ length: 4000 }, (_, k) => ({
      area: `A${k % 200}`,
      indicator: id,
      period: String(2000 + Math.floor(k / 200)),
      value: (k * 7919 + i * 104729) % 1009,
    })),
  );
  // Measured: 0.15 to 0.3 seconds. Work that grows with the square of anything would outlast the test.
  const found = run({ ...contract, nodes }, observations);
  expect(found.scores.length).toBe(33 * 4000);
  expect(found.countryGroups.length).toBe(8 * 4000);
});
