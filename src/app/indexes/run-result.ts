import type { IndexRun } from "#securities";
import type { IntervalOf } from "./uncertainty.ts";

/**
 * The stored result of a run in the declared shape of answers, its intervals beside the ranks. Stored by us,
 * hence not checked again.
 */
export function readRunResult(result: unknown, intervalsOf: IntervalOf) {
  const { scores, thresholds, countryGroups, dropped, droppedNodes, flags, ...more } = result as IndexRun;
  return {
    scores: scores.map((score) => ({ ...score, ...intervalsOf(score.area, score.node, score.period) })),
    thresholds: [...thresholds],
    countryGroups: [...countryGroups],
    dropped: [...dropped],
    droppedNodes: [...droppedNodes],
    flags: [...flags],
    ...(more.weights && { weights: [...more.weights] }),
    ...(more.withoutScale && { withoutScale: [...more.withoutScale] }),
    ...(more.cells && { cells: [...more.cells] }),
    ...(more.leftOut && { leftOut: [...more.leftOut] }),
    ...(more.areaNotes && {
      areaNotes: more.areaNotes.map((note) => ({ ...note, successors: [...note.successors] })),
    }),
  };
}
