// Orderings of the pipeline ELAS u4 made by scikit-learn 1.2.1 (vectoriser), numpy 1.24.2 and an active-set
// solver in float64: `python3 make_orderings.py Donners_2021 Nelson_2002 Sep_2021` in the reference folder.

import { describe, expect, test } from "vitest";
import { prepareRanking, simulateScreening } from "#statistics";
import { inverseFrequency, sortedColumns, termText } from "../../../src/statistics/ranking/term-rows.ts";
import { isAbsent, labelledSet, referenceJson, refused, where } from "./labelled-sets.ts";

test("the orderings are there where nothing may be skipped", () => {
  expect(refused, where).toBe(false);
});

type Ordering = {
  readonly features: {
    readonly count: number;
    readonly nonzeros: number;
    readonly terms: readonly { readonly index: number; readonly term: string; readonly idf: number }[];
    readonly row0: {
      readonly nonzeros: number;
      readonly largest: readonly { readonly term: string; readonly value: number }[];
    };
  };
  readonly runs: readonly {
    readonly priors: string;
    readonly prior_rows: readonly number[];
    readonly exact: {
      readonly order_rows: readonly number[];
      readonly metrics: Readonly<Record<string, number>>;
      readonly first_fit: {
        readonly intercept: number;
        readonly coef_norm: number;
        readonly top20: readonly { readonly row: number; readonly score: number }[];
      };
    };
  }[];
};

describe.skipIf(isAbsent).each(["Donners_2021", "Nelson_2002", "Sep_2021"])("ELAS u4 on %s", (set) => {
  const reference = isAbsent ? null : referenceJson<Ordering>(`orderings/${set}.json`);
  const { texts, labels } = isAbsent ? { texts: [], labels: [] } : labelledSet(set);

  test("has the terms, weights and rows of the reference", () => {
    const { rows } = prepareRanking(texts, "elas-u4");
    const { count, nonzeros, terms, row0 } = reference!.features;
    expect(rows.frequencies.length).toBe(count);
    expect(rows.values.length).toBe(nonzeros);
    const sorted = sortedColumns(rows);
    for (const { index, term, idf } of terms) {
      const column = sorted[index]!;
      expect(termText(rows, column)).toBe(term);
      expect(inverseFrequency(rows.size, rows.frequencies[column]!)).toBeCloseTo(idf, 12);
    }
    const first = new Map<string, number>();
    for (let k = rows.starts[0]!; k < rows.starts[1]!; k++)
      first.set(termText(rows, rows.columns[k]!), rows.values[k]!);
    expect(first.size).toBe(row0.nonzeros);
    for (const { term, value } of row0.largest) expect(first.get(term)).toBeCloseTo(value, 12);
  });

  test.each(["seed1000", "seed1001", "validation-largest"])(
    "gives the same scores and the same order on every record, priors %s",
    (priors) => {
      const { prior_rows, exact } = reference!.runs.find((run) => run.priors === priors)!;
      const first = prepareRanking(texts, "elas-u4").rank(
        prior_rows.map((record) => ({ record, relevant: labels[record]! })),
      );
      expect(first.fit!.solution.intercept).toBeCloseTo(exact.first_fit.intercept, 11);
      for (const [place, { row, score }] of exact.first_fit.top20.entries()) {
        expect(first.order[place]).toBe(row);
        expect(Math.abs(first.scores[row]! - score)).toBeLessThan(1e-11);
      }
      const play = simulateScreening(texts, labels, {
        model: "elas-u4",
        criteria: "",
        priors: prior_rows,
        perQuery: 1,
        end: null,
        clock: () => 0,
      });
      let step = play.next();
      while (!step.done) step = play.next();
      expect(step.value.order).toEqual(exact.order_rows);
      const { loss, atd, wss95, recall10, ndcg } = step.value.quality;
      for (const [name, value] of Object.entries({ loss, atd, wss95, recall10, ndcg }))
        expect(value, name).toBeCloseTo(exact.metrics[name]!, 12);
    },
  );
});
