// How sure the ranks of an index are. For a page that follows a slider:
//
//   const compiled = compileIndex(definition, grid, groups);
//   const plan = standardUncertaintyPlan(definition, { replicates: 500, base: 0, periods: "last" });
//   const found = await analyseUncertainty(compiled, plan, 1, {
//     clock: () => performance.now(),
//     pause: () => new Promise((resolve) => setTimeout(resolve)),   // in a web worker too: messages get in
//     signal,                                                       // stopped: the answer is null
//   });
//   found.value.ranks: { area, node, period, rank, low, median, high, mean, n, topTen, groups? }[]
//
// Slices keep to 15 ms unless `sliceMilliseconds` says otherwise. Weights moved by the reader: compile a
// definition with these weights, `{ ...definition, nodes: nodes.map((n) => ({ ...n, weight })), weights: "given" }`.

export {
  analyseUncertainty,
  type RunUncertainty,
  type Sensitivity,
  startUncertainty,
  type UncertaintyOptions,
  type UncertaintyWork,
} from "./analyse-uncertainty.ts";
export type { LeaveOneOut } from "./leave-one-out.ts";
export type { RankUncertainty } from "./rank-tally.ts";
export type { ScoreUncertainty } from "./score-tally.ts";
export {
  standardUncertaintyPlan,
  type UncertaintyFactorId,
  type UncertaintyPlan,
  uncertaintyFactors,
} from "./uncertainty-plan.ts";
