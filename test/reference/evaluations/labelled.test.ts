// The reader against the labelled reports of test/fixtures/labelled: figures, printed, and floors they must not
// fall below. The held-out folder is not looked at by those who write the reader; it tells how it does on
// reports it was not written for.

import { describe, expect, it } from "vitest";
import { scoreReadings } from "#sources";
import { labelledFolder, readFolder, tableOf } from "./labelled-folder.ts";

/** What the project aims at; a floor below it is a debt. */
const goals = {
  recommendation: 0.95,
  "lesson-learned": 0.9,
  "good-practice": 0.9,
  "management-response": 0.9,
} as const;
type Kind = keyof typeof goals;
const kinds = Object.keys(goals) as Kind[];

/** F1 reached, rounded down. Floors are raised when the reader gets better, never lowered. */
const floors: Readonly<
  Record<"development" | "trial" | "trial-2" | "trial-3" | "held-out", Readonly<Record<Kind, number>>>
> = {
  development: {
    recommendation: 0.99,
    "lesson-learned": 0.99,
    "good-practice": 1,
    "management-response": 0.99,
  },
  // Written without a look at the rules, which were mended afterwards: no longer unseen.
  trial: {
    recommendation: 0.99,
    "lesson-learned": 0.99,
    "good-practice": 1,
    "management-response": 0.99,
  },
  // Their first readings: 0.907, 0.944, 1.000, 0.612 and 0.941, 0.789, 1.000, 0.766.
  "trial-2": {
    recommendation: 0.99,
    "lesson-learned": 0.99,
    "good-practice": 1,
    "management-response": 0.99,
  },
  "trial-3": {
    recommendation: 0.99,
    "lesson-learned": 0.99,
    "good-practice": 1,
    "management-response": 0.99,
  },
  "held-out": {
    recommendation: 0.94,
    "lesson-learned": 0.93,
    "good-practice": 1,
    "management-response": 0.81,
  },
};

describe.each(Object.entries(floors))("the labelled reports of %s", (folder, floor) => {
  it("are read at least as well as they were", async () => {
    const score = scoreReadings(await readFolder(labelledFolder(folder)));
    console.log(`${folder}\n${tableOf(score, kinds)}`);
    for (const kind of kinds) {
      const f1 = score.kinds.find((one) => one.kind === kind)?.f1 ?? 0;
      expect(f1, `${kind} in ${folder}: F1 (the goal is ${goals[kind]})`).toBeGreaterThanOrEqual(floor[kind]);
    }
  });
});
