import type { IndexRun } from "#securities";

/** The stored result of a run in the declared shape of answers. Stored by us, hence not checked again. */
export function readRunResult(result: unknown) {
  const run = result as IndexRun;
  return {
    scores: [...run.scores],
    thresholds: [...run.thresholds],
    countryGroups: [...run.countryGroups],
    dropped: [...run.dropped, ...run.droppedNodes.map(({ node, reason }) => ({ indicator: node, reason }))],
    flags: [...run.flags],
  };
}
