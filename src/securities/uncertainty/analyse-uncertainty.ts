import { ok, type Result } from "#kernel";
import { type SobolIndices, samplePoints, sobolIndices } from "#statistics";
import type { CompiledIndex } from "../compiled-index.ts";
import { choiceDrawer, type DrawnChoices, type Factors, factorsOf, runDrawer } from "./draw-run.ts";
import { type FlatRun, flatIndex } from "./flat-index.ts";
import { type LeaveOneOut, leaveOneOut } from "./leave-one-out.ts";
import { type RankUncertainty, rankTally } from "./rank-tally.ts";
import { type ScoreUncertainty, scoreTally } from "./score-tally.ts";
import type { UncertaintyFactorId, UncertaintyPlan } from "./uncertainty-plan.ts";

/** How much of the variance of an output each factor makes. */
export type Sensitivity = {
  /** `mean-rank-shift`: mean over areas of how far a rank lies from that of the run; `rank`: of one area. */
  readonly output: "mean-rank-shift" | "rank";
  /** For `rank`. */
  readonly area: string | null;
  readonly variance: number | null;
  /** Rows of the design in which every run had a value, and the others. */
  readonly rows: number;
  readonly rowsUndefined: number;
  readonly factors: readonly ({ readonly factor: UncertaintyFactorId } & SobolIndices["inputs"][number])[];
};

/** How sure the ranks of a run are. Everything here follows from the index, the data, the plan and the seed. */
export type RunUncertainty = {
  readonly recipe: { readonly plan: UncertaintyPlan; readonly seed: number };
  /** Factors that could change something, with the number of their levels; 0: drawn from a range. */
  readonly factors: readonly { readonly factor: UncertaintyFactorId; readonly levels: number }[];
  readonly replicates: number;
  /** Replicates in which some cell had no score since a mean was not defined; its areas have fewer ranks. */
  readonly replicatesUndefined: number;
  /** Runs of the index in all, sensitivities and leave-one-out included. */
  readonly runs: number;
  /** By node, period and area. */
  readonly ranks: readonly RankUncertainty[];
  /** By node, period and area; over replicates that are on the definition's own scale. */
  readonly scores: readonly ScoreUncertainty[];
  /** Of the index itself in the last period; empty without rows or with fewer than two factors. */
  readonly sensitivities: readonly Sensitivity[];
  /** Of the index itself in the last period: each indicator left out in turn, nothing else changed. */
  readonly leaveOneOut: readonly LeaveOneOut[];
};

/** An analysis that is done piece by piece. */
export type UncertaintyWork = {
  readonly total: number;
  /** Runs made so far. */
  readonly done: () => number;
  /** Makes up to so many runs; false once none is left. */
  readonly advance: (runs: number) => boolean;
  /**
   * Ranks over the replicates made so far, for a first answer that is refined: the points of a Sobol' sequence
   * are spread evenly from the first on.
   */
  readonly ranksSoFar: () => { readonly replicates: number; readonly ranks: readonly RankUncertainty[] };
  /** Once none is left. */
  readonly result: () => RunUncertainty;
};

/**
 * Prepares an analysis; `advance` does the work.
 *
 * @param index compiled from definition, data and groups
 * @param seed any integer
 * @returns the work, or the problems of the run as defined
 * @example
 * startUncertainty(compileIndex(
 *     readIndexDefinition({
 *       id: "x",
 *       version: "1",
 *       title: "X",
 *       nodes: [{ id: "top" }, { id: "a", parent: "top", direction: 1 }, { id: "b", parent: "top", direction: 1 }],
 *     }).value,
 *     { areas: ["A", "B"], periods: [null], values: new Map([["a", Float64Array.of(1, 2)], ["b", Float64Array.of(2, 1)]]) },
 *   ), standardUncertaintyPlan({ normalisation: { method: "rank" } }, { replicates: 10, base: 0 }), 1).value.total
 * // => 10
 */
export function startUncertainty(
  index: CompiledIndex,
  plan: UncertaintyPlan,
  seed: number,
): Result<UncertaintyWork> {
  const { definition, grid } = index;
  const asDefined = index.run();
  if (!asDefined.ok) return asDefined;
  const factors = factorsOf(index, plan);
  const root = definition.nodes.find(({ parent }) => parent === null)!.id;
  const inner = definition.nodes.filter(({ direction }) => direction === null).map(({ id }) => id);
  const wanted = plan.nodes === null ? inner : inner.filter((id) => id === root || plan.nodes!.includes(id));
  const nodes = [root, ...wanted.filter((id) => id !== root)];
  const last = grid.periods.length - 1;
  const periods = plan.periods === "all" ? [...grid.periods.keys()] : [last];
  const found = new Map(definition.nodes.map(({ id, weight }) => [id, weight]));
  for (const [id, weight] of asDefined.value.weights) found.set(id, weight);
  const weights = Float64Array.from(definition.nodes, ({ id }) => found.get(id)!);

  const flat = flatIndex(index, factors.steps, found, periods);
  const nominal: FlatRun = { steps: 0, aggregation: null, weights, without: -1, values: null };
  const tally = rankTally(index, flat, { nodes, periods }, plan.replicates);
  tally.begin(flat.run(nominal).tolerance);

  const count = factors.ids.length;
  const base = count < 2 ? 0 : plan.base;
  const rows = Math.max(plan.replicates, base);
  const points = samplePoints(rows, Math.max(1, 2 * count), seed, plan.sampling);
  const draw = runDrawer(index, plan, factors, weights, flat.indicators);
  const width = Math.max(1, 2 * count);
  /** Row of the design A, or of B where `fromB` says so. */
  const runAt = (row: number, fromB: (factor: number) => boolean) =>
    draw((factor) => points[row * width + factor + (fromB(factor) ? count : 0)]!);

  const choices = choiceDrawer(factors, flat.indicators);
  const isOwnAt = (row: number) =>
    isOnOwnScale(
      index,
      factors,
      choices((factor) => points[row * width + factor]!),
    );
  let onOwnScale = 0;
  for (let row = 0; row < plan.replicates; row++) if (isOwnAt(row)) onOwnScale += 1;
  const scored = scoreTally(
    index,
    flat,
    { nodes, periods },
    { most: onOwnScale, probability: plan.probability, which: plan.scores ?? "last" },
  );

  const outputs = outputsOf(index, plan, tally, base, count);
  let replicatesUndefined = 0;
  let next = 0;
  const total = plan.replicates + base * (count + 1) + Math.max(0, base - plan.replicates);
  const replicate = (row: number) => {
    const run = runAt(row, () => false);
    const { tolerance, undefinedCells } = flat.run(run);
    if (row < plan.replicates) {
      if (undefinedCells > 0) replicatesUndefined += 1;
      tally.count(tolerance);
      if (isOnOwnScale(index, factors, run)) scored.count();
    }
    if (row < base) outputs.keep(0, row, tolerance);
  };
  const step = (at: number) => {
    if (at < rows) return replicate(at);
    const [row, column] = [Math.floor((at - rows) / (count + 1)), (at - rows) % (count + 1)];
    const { tolerance } = flat.run(runAt(row, (factor) => column === 0 || factor === column - 1));
    outputs.keep(column + 1, row, tolerance);
  };

  return ok({
    total,
    done: () => next,
    advance(runs) {
      for (const end = Math.min(total, next + runs); next < end; next++) step(next);
      return next < total;
    },
    ranksSoFar: () => ({
      replicates: Math.min(next, plan.replicates),
      ranks: tally.ranks(plan.probability),
    }),
    result() {
      const left = leaveOneOut(index, flat, tally, nominal, periods.length - 1);
      return {
        recipe: { plan, seed },
        factors: factors.ids.map((factor, i) => ({ factor, levels: factors.levels[i]! })),
        replicates: plan.replicates,
        replicatesUndefined,
        runs: total + left.length + 1,
        ranks: tally.ranks(plan.probability),
        scores: scored.scores(tally.nominalScore),
        sensitivities: outputs.sensitivities(factors, seed, plan.probability),
        leaveOneOut: left,
      };
    },
  });
}

/** Z-scores and ranks are on scales of their own; Copeland counts wins: their scores are not mixed with others. */
function isOnOwnScale({ definition }: CompiledIndex, factors: Factors, run: DrawnChoices): boolean {
  if (factors.steps[run.steps]!.normalisation !== undefined) return false;
  const own = definition.aggregation.method === "copeland";
  return run.aggregation === null || (run.aggregation.method === "copeland") === own;
}

/** Outputs whose variance is taken apart, over the whole design. */
function outputsOf(
  { grid }: CompiledIndex,
  plan: UncertaintyPlan,
  tally: ReturnType<typeof rankTally>,
  base: number,
  count: number,
) {
  const areas = plan.areas.map((area) => grid.areas.indexOf(area));
  const period = (plan.periods === "all" ? grid.periods.length : 1) - 1;
  // Part 0 is A, part 1 is B, the others are A with one factor from B.
  const values = [null, ...areas].map(() =>
    Array.from({ length: base === 0 ? 0 : count + 2 }, () => new Float64Array(base)),
  );
  return {
    keep(part: number, row: number, tolerance: number): void {
      const ranks = tally.ranksOf(0, period, tolerance);
      let [shift, both] = [0, 0];
      for (let area = 0; area < ranks.length; area++) {
        const before = tally.nominalRank(0, period, area);
        if (before === 0 || ranks[area] === 0) continue;
        shift += Math.abs(ranks[area]! - before);
        both += 1;
      }
      values[0]![part]![row] = both === 0 ? Number.NaN : shift / both;
      for (const [i, area] of areas.entries()) {
        const rank = ranks[area] ?? 0;
        values[i + 1]![part]![row] = rank === 0 ? Number.NaN : rank;
      }
    },
    sensitivities(factors: Factors, seed: number, level: number): readonly Sensitivity[] {
      if (base === 0) return [];
      return values.map(([a, b, ...ab], i) => {
        const { inputs, variance, rows, rowsUndefined } = sobolIndices(
          { a: a!, b: b!, ab },
          { seed, level, draws: 500 },
        );
        return {
          output: i === 0 ? "mean-rank-shift" : "rank",
          area: i === 0 ? null : plan.areas[i - 1]!,
          variance: Number.isNaN(variance) ? null : variance,
          rows,
          rowsUndefined,
          factors: factors.ids.map((factor, j) => ({ factor, ...inputs[j]! })),
        };
      });
    },
  };
}

export type UncertaintyOptions = {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Milliseconds, of any beginning; with it slices keep to `sliceMilliseconds`, without it to 50 runs. */
  readonly clock?: () => number;
  /** Waited for between slices, so that others get their turn. */
  readonly pause?: () => Promise<void>;
  /** 15 unless said otherwise. */
  readonly sliceMilliseconds?: number;
};

/**
 * How sure the ranks of an index are: Monte Carlo over what could have been chosen otherwise, seeded and
 * reproducible, with what each factor contributes and what each indicator moves.
 *
 * Cost: one run of the index for each replicate and each row and factor of the design, see
 * docs/methods/uncertainty.md for measured times.
 *
 * @param index compiled from definition, data and groups
 * @param plan what is uncertain and by how much; `standardUncertaintyPlan` is that of stored runs
 * @param seed any integer; the same seed gives the same answer everywhere
 * @param options progress, a signal to stop by, and what is needed to work in slices
 * @returns the uncertainty; problems of the run as defined; `null` where the signal stopped it
 * @limits Says how far ranks depend on the choices named in the plan, not whether the index measures what it
 *   should, nor how wrong the data are beyond their sampling error.
 * @source Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for
 *   the quality assessment of composite indicators, Journal of the Royal Statistical Society A 168(2); Saltelli
 *   and others (2010), Computer Physics Communications 181
 * @example
 * analyseUncertainty(compileIndex(
 *     readIndexDefinition({
 *       id: "x",
 *       version: "1",
 *       title: "X",
 *       nodes: [{ id: "top" }, { id: "a", parent: "top", direction: 1 }, { id: "b", parent: "top", direction: 1 }],
 *     }).value,
 *     { areas: ["A", "B"], periods: [null], values: new Map([["a", Float64Array.of(1, 2)], ["b", Float64Array.of(2, 1)]]) },
 *   ), standardUncertaintyPlan({ normalisation: { method: "rank" } }, { replicates: 10, base: 0 }), 1) instanceof Promise
 * // => true
 */
export async function analyseUncertainty(
  index: CompiledIndex,
  plan: UncertaintyPlan,
  seed: number,
  options: UncertaintyOptions = {},
): Promise<Result<RunUncertainty> | null> {
  const { onProgress, signal, clock, pause, sliceMilliseconds = 15 } = options;
  const work = startUncertainty(index, plan, seed);
  if (!work.ok) return work;
  let runs = clock ? 4 : 50;
  for (let goesOn = true; goesOn; ) {
    if (signal?.aborted) return null;
    const began = clock?.() ?? 0;
    goesOn = work.value.advance(runs);
    if (clock) {
      const took = Math.max(0.1, clock() - began);
      runs = Math.max(1, Math.min(4 * runs, Math.floor((runs * sliceMilliseconds) / took)));
    }
    onProgress?.(work.value.done(), work.value.total);
    await pause?.();
  }
  return signal?.aborted ? null : ok(work.value.result());
}
