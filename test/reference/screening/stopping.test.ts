// The published stopping test on reference orderings, made from memory of the paper and not from its authors'
// code: 95 per cent recall at 95 per cent confidence after every record from the 20th, priors counted as read.

import { describe, expect, test } from "vitest";
import { defaultStoppingAims, stoppingRules } from "#statistics";
import { isAbsent, labelledSet, referenceJson, refused, where } from "./labelled-sets.ts";

test("the reference is there where nothing may be skipped", () => {
  expect(refused, where).toBe(false);
});

type Ordering = {
  readonly runs: readonly {
    readonly prior_rows: readonly number[];
    readonly exact: { readonly order_rows: readonly number[] };
  }[];
};
type Stop = { readonly d: string; readonly stop: number; readonly recall: number };

describe.skipIf(isAbsent).each(["Donners_2021", "Nelson_2002", "Sep_2021"] as const)("%s", (set) => {
  const order = () => {
    const { labels } = labelledSet(set);
    const [run] = referenceJson<Ordering>(`orderings/${set}.json`).runs;
    return [...run!.prior_rows, ...run!.exact.order_rows].map((row) => (labels[row] ? 1 : 0));
  };

  test("the published test stops at the same record", () => {
    const expected = referenceJson<readonly Stop[]>("stopping-hypergeometric.json").find(
      ({ d }) => d === set,
    )!;
    const run = stoppingRules.hypergeometric.simulate(order(), defaultStoppingAims);
    expect(run.read).toBe(expected.stop);
    expect(run.recall).toBeCloseTo(expected.recall, 3);
  });

  test("the rules with a guarantee reach the target as often as they say", () => {
    const labels = order();
    for (const name of ["certified", "control-list"] as const) {
      let reached = 0;
      for (let seed = 0; seed < 300; seed++)
        if (stoppingRules[name].simulate(labels, { ...defaultStoppingAims, seed }).recall >= 0.95 - 1e-12)
          reached++;
      // 0.95 less three standard errors of 300 seeds.
      expect(reached / 300, name).toBeGreaterThan(0.912);
    }
  });
});
