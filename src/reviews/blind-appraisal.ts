// Who may know what others answered or extracted. Where two people work on a report, neither sees the other's
// before both have submitted; then every member does. Those who take no part see what is settled.

import { appraisalOutcome, appraisalPlan, enoughAppraised } from "./appraisal/appraisal-outcome.ts";
import { enoughExtracted, extractionOutcome, extractionPlan } from "./extraction/extraction-outcome.ts";
import { isMember } from "./members/members.ts";
import type { ReviewState } from "./state.ts";

export function mayKnowAppraisal(state: ReviewState, record: string, viewer: string | null): boolean {
  if (viewer === "operator") return true;
  if (viewer === null || !isMember(state, viewer)) return appraisalOutcome(state, record).final !== null;
  return (appraisalPlan(state)?.appraisers ?? 1) === 1 || enoughAppraised(state, record);
}

export function mayKnowExtraction(state: ReviewState, record: string, viewer: string | null): boolean {
  if (viewer === "operator") return true;
  if (viewer === null || !isMember(state, viewer))
    return extractionOutcome(state, record).status === "extracted";
  return (extractionPlan(state)?.extractors ?? 1) === 1 || enoughExtracted(state, record);
}
