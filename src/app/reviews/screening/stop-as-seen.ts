import { fail, ok, problem, type Result } from "#kernel";
import type { ActOf } from "#records";
import type { ReviewState } from "#reviews";
import { stoppingEstimates } from "./stopping.ts";

type Stopped = ActOf<"screening.stopped">;

/**
 * A stop with what its rule says of the log as it stands: the figures that the report cites later are counted
 * here and never taken from whoever sends them.
 */
export function stopAsSeen(state: ReviewState, act: Stopped): Result<Stopped> {
  const estimates = stoppingEstimates(state, act.stage);
  const estimate = estimates.find(({ rule }) => rule === act.rule);
  if (!estimate)
    return fail(
      problem(
        "app.stopping-rule-unknown",
        `"${act.rule}" is no stopping rule that can be asked of this stage; there are ${estimates.map(({ rule }) => rule).join(", ") || "none before a record is settled"}. Nothing was recorded.`,
        { field: "rule" },
      ),
    );
  return ok({
    ...act,
    parameters: { targetRecall: estimate.targetRecall, confidence: estimate.confidence },
    saw: {
      event: state.last,
      records: estimate.records,
      screened: estimate.read,
      included: estimate.found,
      recall: estimate.recall.lower,
      probability: estimate.probability,
    },
  });
}
