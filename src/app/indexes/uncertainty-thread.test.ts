import { expect, test } from "vitest";
import { compileIndex, gridOf, readIndexDefinition, standardUncertaintyPlan } from "#securities";
import { uncertaintyApart } from "./uncertainty-thread.ts";

const definition = readIndexDefinition({
  id: "x",
  version: "1",
  title: "x",
  imputation: { method: "group-mean", groupBy: "kind" },
  nodes: [{ id: "top" }, ...["a", "b", "c"].map((id) => ({ id, parent: "top", direction: 1 }))],
});
if (!definition.ok) throw new Error("definition");
const values = { a: [1, 5, 3, 9], b: [7, null, 4, 2], c: [3, 3, 8, 1] };
const grid = gridOf(
  definition.value,
  Object.entries(values).flatMap(([indicator, all]) =>
    all.map((value, i) => ({ area: "KLMN"[i]!, indicator, period: null, value, standardError: 0.5 })),
  ),
);
if (!grid.ok) throw new Error("grid");
const index = compileIndex(definition.value, grid.value, new Map([["kind", ["p", "p", "q", "p"]]]));
const plan = standardUncertaintyPlan(definition.value, { replicates: 150, base: 8 });

test("a thread gives what slices give, and tells how far it is", async () => {
  const seen: number[] = [];
  const progress = ({ done, total }: { done: number; total: number | null }) =>
    seen.push(done / (total ?? 1));
  const here = await uncertaintyApart(index, plan, 3);
  const there = await uncertaintyApart(index, plan, 3, { progress }, 0);
  expect(here?.ok).toBe(true);
  expect(there).toEqual(here);
  expect(seen.at(-1)).toBe(1);
});

test("both can be stopped", async () => {
  const stop = new AbortController();
  const long = { ...plan, replicates: 400_000 };
  const [here, there] = [
    uncertaintyApart(index, long, 3, { signal: stop.signal }),
    uncertaintyApart(index, long, 3, { signal: stop.signal }, 0),
  ];
  setTimeout(() => stop.abort(), 30);
  expect(await Promise.all([here, there])).toEqual([null, null]);
});
