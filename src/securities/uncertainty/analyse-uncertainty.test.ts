import { describe, expect, test } from "vitest";
import { seededRandom } from "#kernel";
import { competitionRank, samplePoints } from "#statistics";
import { type CompiledIndex, compileIndex } from "../compiled-index.ts";
import type { IndexObservation } from "../index-run.ts";
import { readIndexDefinition } from "../read-index-definition.ts";
import { gridOf } from "../run-index.ts";
import { analyseUncertainty, type RunUncertainty, startUncertainty } from "./analyse-uncertainty.ts";
import { factorsOf, runDrawer } from "./draw-run.ts";
import { standardUncertaintyPlan, type UncertaintyPlan } from "./uncertainty-plan.ts";

const areas = Array.from({ length: 20 }, (_, i) => `A${String(i).padStart(2, "0")}`);
const indicators = ["a", "b", "c", "d", "e", "f"];
const nothing = {
  weights: null,
  normalisation: [],
  aggregation: [],
  leaveOneOut: false,
  samplingError: false,
} as const satisfies Partial<UncertaintyPlan>;

function indexOf(json: object, errors: (indicator: string, value: number) => number | null = () => null) {
  const definition = readIndexDefinition({
    id: "x",
    version: "1",
    title: "x",
    nodes: [
      { id: "top" },
      { id: "left", parent: "top" },
      { id: "right", parent: "top", weight: 2 },
      ...indicators.map((id, i) => ({ id, parent: i < 3 ? "left" : "right", direction: 1 })),
    ],
    ...json,
  });
  if (!definition.ok) throw new Error(JSON.stringify(definition.problems));
  const random = seededRandom(11);
  const observations = indicators.flatMap((indicator) =>
    areas.map((area): IndexObservation => {
      const value = random() * 10;
      return { area, indicator, period: null, value, standardError: errors(indicator, value) };
    }),
  );
  const grid = gridOf(definition.value, observations);
  if (!grid.ok) throw new Error(JSON.stringify(grid.problems));
  return compileIndex(definition.value, grid.value);
}

function analysed(index: CompiledIndex, changes: Partial<UncertaintyPlan>, seed = 1): RunUncertainty {
  const work = startUncertainty(index, standardUncertaintyPlan(index.definition, changes), seed);
  if (!work.ok) throw new Error(work.problems[0]!.message);
  while (work.value.advance(7));
  return work.value.result();
}

const width = ({ ranks }: RunUncertainty) =>
  ranks.filter(({ node }) => node === "top").reduce((sum, { low, high }) => sum + high! - low!, 0);

describe("uncertainty of an index", () => {
  test("the seed decides everything; slices, progress and pauses decide nothing", async () => {
    const index = indexOf({}, (_, value) => 0.1 * value);
    const plan = standardUncertaintyPlan(index.definition, { replicates: 300, base: 16, areas: ["A03"] });
    const whole = analysed(index, plan);
    let [time, seen] = [0, 0];
    const sliced = await analyseUncertainty(index, plan, 1, {
      clock: () => (time += 3),
      pause: async () => undefined,
      onProgress: (done, total) => {
        seen = done / total;
      },
    });
    expect(sliced?.ok && sliced.value).toEqual(whole);
    expect(seen).toBe(1);
    expect(analysed(index, plan, 2).ranks).not.toEqual(whole.ranks);
    expect(await analyseUncertainty(index, plan, 1, { signal: AbortSignal.abort() })).toBeNull();
  });

  test("with nothing uncertain every interval is the rank itself, and no factor is named", () => {
    const found = analysed(indexOf({}), { ...nothing, replicates: 20 });
    expect(found.factors).toEqual([]);
    expect(found.sensitivities).toEqual([]);
    for (const { rank, low, median, high, mean, n } of found.ranks)
      expect([low, median, high, mean, n]).toEqual([rank, rank, rank, rank, 20]);
    for (const { score, low, high } of found.scores) expect([low, high]).toEqual([score, score]);
  });

  test("the more weights may move, and the larger the sampling errors, the wider the intervals", () => {
    const weights = [0.05, 0.25, 0.75].map((share) =>
      width(analysed(indexOf({}), { ...nothing, weights: share, replicates: 500 })),
    );
    expect(weights[0]!).toBeLessThan(weights[1]!);
    expect(weights[1]!).toBeLessThan(weights[2]!);
    const errors = [0.1, 0.5, 2].map((error) =>
      width(
        analysed(
          indexOf({}, () => error),
          { ...nothing, samplingError: true, replicates: 500 },
        ),
      ),
    );
    expect(errors[0]!).toBeLessThan(errors[1]!);
    expect(errors[1]!).toBeLessThan(errors[2]!);
  });

  test("weights are drawn evenly to both sides, an indicator left out as often as any and as none", () => {
    const index = indexOf({});
    const plan = standardUncertaintyPlan(index.definition);
    const factors = factorsOf(index, plan);
    const indicatorsAt = [3, 4, 5, 6, 7, 8];
    const draw = runDrawer(index, plan, factors, new Float64Array(9).fill(2), indicatorsAt);
    const points = samplePoints(1400, factors.ids.length, 5);
    const [drawn, left, shapes] = [[] as number[], new Map<number, number>(), new Set<string>()];
    for (let row = 0; row < 1400; row++) {
      const run = draw((factor) => points[row * factors.ids.length + factor]!);
      drawn.push(...run.weights);
      left.set(run.without, (left.get(run.without) ?? 0) + 1);
      shapes.add(`${run.steps} ${run.aggregation?.method}`);
    }
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(1.5);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(2.5);
    for (const [from, to] of [
      [1.5, 1.75],
      [1.75, 2],
      [2, 2.25],
      [2.25, 2.5],
    ] as const)
      expect(drawn.filter((weight) => weight >= from && weight < to).length / drawn.length).toBeCloseTo(
        0.25,
        1,
      );
    expect([...left.keys()].sort((a, b) => a - b)).toEqual([-1, ...indicatorsAt]);
    for (const count of left.values()) expect(Math.abs(count - 200)).toBeLessThan(5);
    expect(shapes.size).toBe(3 * 2);
  });

  test("sampling errors of one indicator spread scores as the formula says", () => {
    // One indicator with fixed ends: the score is value/10, its error 0.5/10; 95 per cent lie within ±1.96 of it.
    const index = indexOf(
      {
        nodes: [{ id: "top" }, { id: "a", parent: "top", direction: 1 }],
        normalisation: { method: "goalposts", from: 0, to: 10, scale: 1, truncate: false },
      },
      () => 0.5,
    );
    const found = analysed(index, { ...nothing, samplingError: true, replicates: 4000 });
    for (const { score, low, high, mean } of found.scores) {
      expect(Math.abs(low! - (score! - 1.96 * 0.05)), `${score}`).toBeLessThan(0.012);
      expect(Math.abs(high! - (score! + 1.96 * 0.05)), `${score}`).toBeLessThan(0.012);
      expect(Math.abs(mean! - score!)).toBeLessThan(0.004);
    }
  });

  test("errors of a series that only divides an indicator are no factor; those of the indicator are", () => {
    const nodes = [{ id: "top" }, { id: "a", parent: "top", direction: 1, denominator: "b" }];
    const factorsWith = (series: string) =>
      analysed(
        indexOf({ nodes }, (indicator) => (indicator === series ? 0.5 : null)),
        { ...nothing, samplingError: true, replicates: 10 },
      ).factors.map(({ factor }) => factor);
    expect([factorsWith("a"), factorsWith("b")]).toEqual([["sampling-error"], []]);
  });

  test("a factor that does nothing has a total of 0, and one that does all has a first order of about 1", () => {
    // With one indicator below each node weights cannot change the order of areas; normalisation can.
    const nodes = [
      { id: "top" },
      { id: "a", parent: "top", direction: 1 },
      { id: "b", parent: "top", direction: 1, normalisation: "rank" },
    ];
    const found = analysed(indexOf({ nodes: nodes.slice(0, 2) }), { base: 64, replicates: 10 });
    expect(found.sensitivities[0]?.factors.every(({ total }) => total === null)).toBe(true);
    const two = analysed(
      indexOf({ nodes }, (indicator) => (indicator === "a" ? 1e-9 : null)),
      {
        ...nothing,
        weights: 0.5,
        samplingError: true,
        base: 256,
        replicates: 10,
      },
    );
    const [weights, errors] = two.sensitivities[0]!.factors;
    expect([weights!.factor, errors!.factor]).toEqual(["weights", "sampling-error"]);
    expect(weights!.first!.value).toBeGreaterThan(0.99);
    expect(errors!.total!.value).toBeLessThan(0.01);
  });

  test("leave-one-out is the index without the indicator, to the rank", () => {
    const index = indexOf({});
    const found = analysed(index, { replicates: 10, base: 0 });
    const ranksOf = (without?: string) => {
      const run = index.run(without === undefined ? {} : { without });
      if (!run.ok) throw new Error("run");
      return competitionRank([...run.value.nodes.get("top")!.values]) as readonly number[];
    };
    const before = ranksOf();
    for (const one of found.leaveOneOut) {
      const shifts = ranksOf(one.indicator).map((rank, i) => Math.abs(rank - before[i]!));
      expect(one.largestShift).toBe(Math.max(...shifts));
      expect(one.meanShift).toBeCloseTo(shifts.reduce((sum, shift) => sum + shift, 0) / 20, 12);
      expect(one.moved).toBe(shifts.filter((shift) => shift > 0).length);
    }
  });

  test("replicates whose mean is not defined are counted, and their areas have fewer ranks", () => {
    // The definition's own geometric mean of values that errors carry below 0.
    const index = indexOf(
      {
        normalisation: { method: "goalposts", from: 0, to: 10, scale: 1, truncate: false },
        aggregation: "geometric",
      },
      () => 1,
    );
    const found = analysed(index, { ...nothing, samplingError: true, replicates: 400 });
    expect(found.replicatesUndefined).toBeGreaterThan(100);
    const without = found.ranks.filter(({ n }) => n < 400);
    expect(without.length).toBeGreaterThan(0);
    expect(found.ranks.every(({ n, low }) => (n === 0) === (low === null))).toBe(true);
  });

  test("an area is named in the plan: its own rank is explained beside the shift of all", () => {
    const found = analysed(indexOf({}), { base: 32, replicates: 50, areas: ["A05", "nobody"] });
    expect(found.sensitivities.map(({ output, area }) => [output, area])).toEqual([
      ["mean-rank-shift", null],
      ["rank", "A05"],
      ["rank", "nobody"],
    ]);
    expect(found.sensitivities[2]!.rows).toBe(0);
  });

  test("scores come from replicates on the definition's own scale alone", () => {
    const found = analysed(indexOf({}), { replicates: 900, base: 0 });
    for (const { n, low, high } of found.scores) {
      expect(n).toBeGreaterThan(250);
      expect(n).toBeLessThan(350);
      expect(low! >= 0 && high! <= 1).toBe(true);
    }
  });

  test("a first answer is that of an analysis of as many replicates, told with their number", () => {
    const index = indexOf({});
    const plan = (replicates: number) => standardUncertaintyPlan(index.definition, { replicates, base: 0 });
    const work = startUncertainty(index, plan(500), 3);
    if (!work.ok) throw new Error("work");
    work.value.advance(80);
    expect(work.value.ranksSoFar()).toEqual({
      replicates: 80,
      ranks: analysed(index, plan(80), 3).ranks,
    });
    while (work.value.advance(100));
    expect(work.value.ranksSoFar().ranks).toEqual(work.value.result().ranks);
  });

  test("scores of an earlier period have the interval they would have as the last one", () => {
    // Extremes are taken over all periods, so that the order of the periods changes no score.
    const random = seededRandom(4);
    const draws = ["2001", "2002", "2003"].map(() =>
      indicators.map((_, i) => areas.map(() => (random() < 0.06 ? Number.NaN : 1 + i + 9 * random()))),
    );
    const over = (order: readonly number[]) => {
      const { definition } = indexOf({ aggregation: "geometric" });
      const values = new Map(
        indicators.map((id, i) => [id, Float64Array.from(order.flatMap((at) => draws[at]![i]!))]),
      );
      return compileIndex(definition, { areas, periods: ["2001", "2002", "2003"], values });
    };
    const given = { replicates: 700, base: 0 };
    const whole = analysed(over([0, 1, 2]), given);
    expect(whole.scores.length).toBe(3 * 3 * areas.length);
    for (const [at, order] of [
      [0, [1, 2, 0]],
      [1, [2, 0, 1]],
    ] as const) {
      const turned = analysed(over(order), { ...given, scores: "last" });
      expect(turned.scores.length).toBe(3 * areas.length);
      for (const last of turned.scores) {
        const { area, node } = last;
        const own = whole.scores.find(
          (one) => one.area === area && one.node === node && one.period === `200${at + 1}`,
        )!;
        expect([own.score, own.low, own.high, own.n]).toEqual([last.score, last.low, last.high, last.n]);
        expect(own.median).toBeNull();
        if (own.mean !== null) expect(own.mean).toBeCloseTo(last.mean!, 12);
      }
    }
  });
});
