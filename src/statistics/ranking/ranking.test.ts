import { describe, expect, it } from "vitest";
import { orderQuality } from "./order-quality.ts";
import { prepareRanking } from "./ranking.ts";
import { rankingModels } from "./ranking-models.ts";
import { simulateScreening } from "./simulate-screening.ts";
import { whyRanked } from "./why-ranked.ts";

const records = [
  "cash transfer for mothers",
  "cash transfer for mothers",
  "river fish stocks",
  "maternity cash benefit for mothers",
  "fish in a river",
  "",
  "river ecology",
].map((title) => ({ title, abstract: "" }));
const relevant = [true, true, false, true, false, false, false];

describe("the figures of an order", () => {
  it("are those worked out by hand", () => {
    // Places 1, 3 and 8 of ten: c sums to 10+8+3 = 21; loss = (3(10 − 1) − 21)/(3 · 7).
    const { loss, atd, wss95, wss100, recall10, ndcg } = orderQuality([1, 0, 1, 0, 0, 0, 0, 1, 0, 0]);
    expect(loss).toBeCloseTo(6 / 21, 14);
    expect(atd).toBeCloseTo(0.4, 14);
    expect(wss95).toBeCloseTo(0.95 - 0.8, 14);
    expect(wss100).toBeCloseTo(0.2, 14);
    expect(recall10).toBeCloseTo(1 / 3, 14);
    expect(ndcg).toBeCloseTo((1 + 1 / 2 + 1 / Math.log2(9)) / (1 + 1 / Math.log2(3) + 1 / 2), 14);
  });

  it("are not invented where there is nothing to find", () => {
    expect(orderQuality([0, 0])).toMatchObject({ relevant: 0, loss: null, ndcg: null });
    expect(orderQuality([1, 1])).toMatchObject({ loss: null, wss100: 0 });
    expect(orderQuality([])).toMatchObject({ records: 0, loss: null });
  });
});

describe("a ranking", () => {
  it("keeps the sequence until both kinds of judgement are there", () => {
    const ranking = prepareRanking(records, "elas-u4");
    expect(ranking.rank([])).toMatchObject({ basis: "sequence", fit: null });
    const one = ranking.rank([{ record: 3, relevant: true }]);
    expect([one.basis, ...one.order]).toEqual(["sequence", 0, 1, 2, 4, 5, 6]);
  });

  it("puts what resembles the relevant first, equal ones in their sequence", () => {
    const { basis, order, scores } = prepareRanking(records, "elas-u4").rank([
      { record: 3, relevant: true },
      { record: 4, relevant: false },
    ]);
    expect(basis).toBe("judgements");
    expect([...order].slice(0, 2)).toEqual([0, 1]);
    expect(scores[0]).toBe(scores[1]);
    expect(order.at(-1)).toBe(2);
  });

  it("comes to the same whether judgements came one by one, changed on the way, or at once", () => {
    const slow = prepareRanking(records, "elas-u4");
    slow.rank([
      { record: 3, relevant: true },
      { record: 2, relevant: false },
    ]);
    slow.rank([
      { record: 3, relevant: false },
      { record: 2, relevant: true },
    ]);
    const judgements = [
      { record: 0, relevant: true },
      { record: 4, relevant: true },
      { record: 2, relevant: false },
      { record: 4, relevant: false },
    ];
    const step = slow.rank(judgements);
    const once = prepareRanking(records, "elas-u4").rank(judgements.toReversed().slice(1).toReversed());
    const last = prepareRanking(records, "elas-u4").rank([
      { record: 0, relevant: true },
      { record: 2, relevant: false },
      { record: 4, relevant: false },
    ]);
    expect([...step.order]).toEqual([...last.order]);
    for (const [i, score] of last.scores.entries()) expect(step.scores[i]).toBeCloseTo(score, 12);
    expect([...once.scores]).not.toEqual([...last.scores]);
  });
});

describe("the reasons of a score", () => {
  const judgements = [
    { record: 3, relevant: true },
    { record: 0, relevant: true },
    { record: 4, relevant: false },
  ];
  const ranking = prepareRanking(records, "elas-u4");
  const standing = ranking.rank(judgements);

  it.each(rankingModels)("sum to the score exactly in %s, whatever is named", (model) => {
    const own = prepareRanking(records, model, "cash for mothers");
    const learnt = own.rank(judgements);
    for (const record of records.keys())
      for (const most of [0, 2, 100]) {
        const { score, base, terms, otherTerms } = whyRanked(own, learnt, record, most)!;
        const sum = terms.reduce((all, { contribution }) => all + contribution, base + otherTerms);
        expect(sum).toBeCloseTo(score, 13);
        expect(score).toBe(learnt.scores[record]);
      }
  });

  it("name the terms that move it most, and the relevant records most like it", () => {
    const { terms, nearest } = whyRanked(ranking, standing, 1, 3)!;
    expect(terms).toHaveLength(3);
    expect(terms[0]!.contribution).toBeGreaterThan(0);
    expect(terms.map(({ term }) => term)).toContain("mothers");
    expect(nearest.map(({ record }) => record)).toEqual([0, 3]);
    expect(nearest[0]!.likeness).toBeGreaterThan(nearest[1]!.likeness);
  });

  it("leave the record itself and irrelevant ones out of its neighbours", () => {
    const of = (record: number) => whyRanked(ranking, standing, record, 9)!.nearest;
    expect(of(0).map(({ record }) => record)).toEqual([3]);
    expect(of(2)).toEqual([]);
  });

  it("are not there before there is something to learn from", () => {
    expect(whyRanked(ranking, ranking.rank([]), 0, 3)).toBeNull();
  });
});

describe("a simulation", () => {
  const played = (plan: Partial<Parameters<typeof simulateScreening>[2]> = {}) => {
    let now = 0;
    const play = simulateScreening(records, relevant, {
      model: "elas-u4",
      criteria: "",
      priors: [3, 4],
      perQuery: 1,
      end: null,
      clock: () => now++,
      ...plan,
    });
    const yielded: number[] = [];
    let step = play.next();
    for (; !step.done; step = play.next()) yielded.push(step.value);
    return { ...step.value, yielded };
  };

  it("orders all records but the priors, one refit a record", () => {
    const { order, quality, retrainMs, yielded, first, vectoriseMs } = played();
    expect(order.toSorted()).toEqual([0, 1, 2, 5, 6]);
    expect(order.slice(0, 2)).toEqual([0, 1]);
    expect(quality).toMatchObject({ records: 5, relevant: 2, loss: 0 });
    expect(retrainMs).toEqual([1, 1, 1, 1, 1]);
    expect(vectoriseMs).toBe(1);
    expect(yielded).toEqual([2, 3, 4, 5, 6]);
    expect(first.map(([record]) => record)).toEqual([0, 1, 2, 5, 6]);
  });

  it("screens several records between two refits", () => {
    expect(played({ perQuery: 3 })).toMatchObject({ retrainMs: [1, 1], yielded: [2, 5] });
  });

  it("ends where it is told to, and counts what was left in the order it stood in", () => {
    const { order, labelsInOrder, quality } = played({
      end: ({ total, labelsInOrder }) => total === 7 && labelsInOrder.join("") === "101",
    });
    expect({ order, labelsInOrder }).toEqual({ order: [0], labelsInOrder: [1, 0, 1] });
    expect(quality).toMatchObject({ records: 5, relevant: 2, loss: 0 });
  });

  it("begins without priors in the sequence given", () => {
    const { order } = played({ priors: [] });
    expect(order.slice(0, 3)).toEqual([0, 1, 2]);
    expect(order).toHaveLength(7);
  });
});
