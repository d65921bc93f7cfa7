// Who once knew what others had decided on a record that has come open again: what was read is not forgotten
// when a decision is taken back.

import type { ScreeningStage } from "#records";
import { memberParts } from "../members/members.ts";
import type { ReviewState } from "../state.ts";
import { countedFor, groupOf, planOf, stageOutcome, standingDecisions } from "./outcome.ts";

/** To be called before a decision or what an adjudicator said is taken back. */
export function rememberTold(state: ReviewState, stage: ScreeningStage, record: string): void {
  const kept = countedFor(state, record);
  const { status, enough } = stageOutcome(state, stage, kept);
  const settled = status === "included" || status === "excluded";
  if (!settled && !enough) return;
  const { told } = state.screening.stages[stage];
  const of = [...standingDecisions(state, stage, kept).keys()];
  const everybody = settled || planOf(state, stage)?.blind === false;
  told.set(kept, [...(told.get(kept) ?? []), { of, everybody }]);
}

/** Whether somebody may have learnt, at an earlier time, what another decided on a record. */
export function wasTold(state: ReviewState, stage: ScreeningStage, record: string, by: string): boolean {
  const { told } = state.screening.stages[stage];
  if (told.size === 0) return false;
  const settles = memberParts(state, by).includes("adjudicator");
  return groupOf(state, countedFor(state, record))
    .flatMap((id) => told.get(id) ?? [])
    .some(({ of, everybody }) => (everybody || settles) && of.some((one) => one !== by));
}
