// Figures of ELAS u4 on the nine sets with one record a refit, made with scikit-learn 1.2.1 (liblinear, which
// stops at 1e-4 and visits records in random order, so neighbours may be swapped).

import { describe, expect, test } from "vitest";
import { simulateScreening } from "#statistics";
import { isAbsent, labelledSet, referenceJson, refused, setNames, where } from "./labelled-sets.ts";

test("the baseline is there where nothing may be skipped", () => {
  expect(refused, where).toBe(false);
});

type Baseline = Readonly<
  Record<
    string,
    {
      readonly per_run: readonly {
        readonly loss: number;
        readonly ATD: number;
        readonly WSS95: number;
        readonly WSS100: number;
        readonly RRF10: number;
        readonly ndcg: number;
        readonly prior: readonly number[];
      }[];
    }
  >
>;

describe.skipIf(isAbsent).each(setNames)("ELAS u4 on %s", (set) => {
  test("has the figures of the baseline", () => {
    const { texts, labels } = labelledSet(set);
    const [run] = referenceJson<Baseline>("baseline-nquery1.json")[`synergy_${set}|u4`]!.per_run;
    const relevant = labels.filter(Boolean).length;
    const play = simulateScreening(texts, labels, {
      model: "elas-u4",
      criteria: "",
      priors: run!.prior,
      perQuery: 1,
      // The rest is irrelevant once all relevant records are found, in whatever order it comes.
      end: ({ labelsInOrder }) => labelsInOrder.reduce((sum, label) => sum + label, 0) === relevant,
      clock: () => 0,
    });
    let step = play.next();
    while (!step.done) step = play.next();
    const { loss, atd, wss95, wss100, recall10, ndcg } = step.value.quality;
    expect(loss).toBeCloseTo(run!.loss, 3);
    expect(atd).toBeCloseTo(run!.ATD, 3);
    expect(wss95).toBeCloseTo(run!.WSS95, 2);
    expect(wss100).toBeCloseTo(run!.WSS100, 2);
    expect(recall10).toBeCloseTo(run!.RRF10, 4);
    expect(ndcg).toBeCloseTo(run!.ndcg, 3);
  });
});
