import { type Problem, problem } from "#kernel";
import type { ScreeningStage } from "#records";
import { unknownRecords } from "../records/records.ts";
import type { ReviewState } from "../state.ts";
import { countedFor, hasReached } from "./outcome.ts";
import { unusedStage } from "./stage-acts.ts";

const stageWords: Readonly<Record<ScreeningStage, string>> = {
  "title-abstract": "title and abstract",
  "full-text": "full text",
};

/** Problems where the stage is not used or the record has not come to it; none: it stands there. */
export function recordAtStage(state: ReviewState, stage: ScreeningStage, record: string): readonly Problem[] {
  const unknown = unknownRecords(state, [record]);
  if (unknown.length > 0) return unknown;
  const unused = unusedStage(state, stage);
  if (unused.length > 0) return unused;
  if (hasReached(state, stage, countedFor(state, record))) return [];
  return [
    problem(
      "reviews.record-not-at-stage",
      `${record} has not come to the stage ${stageWords[stage]}: an earlier stage has not included it, or does so no more. Nothing was recorded.`,
      { field: "record" },
    ),
  ];
}
