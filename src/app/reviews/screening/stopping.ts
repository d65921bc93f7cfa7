import { readingStoppingRules, type ScreeningStage } from "#records";
import { type ReviewState, settledInOrder } from "#reviews";
import { defaultStoppingAims, defaultStoppingRule, stoppingRules } from "#statistics";
import type { RouteReply } from "../../use-case.ts";

type Estimate = RouteReply<"screeningProgress">["stopping"][number];

/**
 * What each stopping rule says of a stage as it stands, the rule of the protocol first. Only settled records
 * count, in the order in which they were first read.
 */
export function stoppingEstimates(state: ReviewState, stage: ScreeningStage): Estimate[] {
  const plan = state.protocol.versions.at(-1)?.protocol.stopping ?? null;
  const aims = plan
    ? { target: plan.targetRecall, confidence: plan.confidence }
    : { target: defaultStoppingAims.target, confidence: defaultStoppingAims.confidence };
  const chosen = plan?.rule ?? defaultStoppingRule;
  const { total, labels, drawnAtRandom, open } = settledInOrder(state, stage);
  if (total === 0) return [];
  return [...readingStoppingRules]
    .sort((a, b) => Number(b === chosen) - Number(a === chosen))
    .map((rule) => {
      const said = stoppingRules[rule].check({ total, labelsInOrder: labels, drawnAtRandom, ...aims });
      return {
        rule,
        chosen: plan !== null && rule === chosen,
        targetRecall: aims.target,
        confidence: aims.confidence,
        records: total,
        read: said.read,
        found: said.found,
        // A promise holds for complete draws only: what was read must be settled first.
        stop: said.stop && (open === 0 || said.guarantee === "none"),
        open,
        next: said.next,
        probability: said.p,
        recall: { ...said.recall },
        left: said.recordsLeft,
        guarantee: said.guarantee,
      };
    });
}
