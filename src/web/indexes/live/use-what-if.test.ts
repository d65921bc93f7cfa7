// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { compileIndex, readIndexDefinition } from "#securities";
import { useWhatIf } from "./use-what-if.ts";
import { type WhatIfAddress, withWeight } from "./what-if.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const read = readIndexDefinition({
  id: "mini",
  version: "1",
  title: "Mini",
  nodes: [
    { id: "index", aggregation: "arithmetic" },
    { id: "A", parent: "index", direction: 1 },
    { id: "B", parent: "index", direction: 1 },
  ],
});
if (!read.ok) throw new Error(read.problems[0]!.message);
const compiled = compileIndex(read.value, {
  areas: ["XAA", "XAB"],
  periods: ["2015"],
  values: new Map([
    ["A", Float64Array.of(1, 2)],
    ["B", Float64Array.of(2, 1)],
  ]),
});

function bench(first: WhatIfAddress = {}) {
  const write = vi.fn<(address: WhatIfAddress) => void>();
  const hook = renderHook(({ address }) => useWhatIf(compiled, address, write), {
    initialProps: { address: first },
  });
  const move = (id: string, weight: number) =>
    act(() => hook.result.current.set((now) => withWeight(now, id, weight, 1)));
  return { ...hook, write, move };
}

it("keeps every movement made before the page is drawn again, and writes them once the hand rests", () => {
  const { result, write, move } = bench();
  const { set } = result.current;
  act(() => {
    set((now) => withWeight(now, "A", 3, 1));
    set((now) => withWeight(now, "B", 2, 1));
  });
  move("A", 4);
  expect([...result.current.whatIf.weights]).toEqual([
    ["A", 4],
    ["B", 2],
  ]);
  expect(write).not.toHaveBeenCalled();
  act(() => void vi.advanceTimersByTime(1_000));
  expect(write.mock.calls.map(([address]) => address.w)).toEqual(["1:4,2:2"]);
});

it("follows the way back, and forgets a movement whose address was not written yet", () => {
  const { result, rerender, write, move } = bench({ w: "1:3" });
  move("A", 4);
  rerender({ address: {} });
  act(() => void vi.advanceTimersByTime(1_000));
  expect(result.current.whatIf.weights.size).toBe(0);
  expect(write).not.toHaveBeenCalled();
});

it("hands out the same function at every movement, so that sliders at rest are not drawn anew", () => {
  const { result, move } = bench();
  const { set } = result.current;
  move("A", 2);
  expect(result.current.set).toBe(set);
});
