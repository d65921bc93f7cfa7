// Reports whose full text could not be obtained. That is a fact and no judgement: one mark holds for everybody,
// anybody who screens may take it back, and it counts for nothing once somebody decided on the text.

import { type Problem, problem } from "#kernel";
import type { ScreeningAct } from "#records";
import type { ActRules } from "../slice.ts";
import { forgetOutcome, notRetrieved, stageOutcome } from "./outcome.ts";
import { recordAtStage } from "./record-at-stage.ts";

const stage = "full-text";
const nothing = "Nothing was recorded.";

const refused = (message: string): readonly Problem[] => [
  problem("reviews.cannot-mark-retrieval", `${message} ${nothing}`, { field: "record" }),
];

type RetrievalKind = Extract<ScreeningAct["kind"], "screening.not-retrieved">;

export const retrievalActs: ActRules<RetrievalKind> = {
  "screening.not-retrieved": {
    parts: ["reviewer", "adjudicator"],
    does: "say that a full text could not be obtained",
    check: (state, { record }) => {
      const there = recordAtStage(state, stage, record);
      if (there.length > 0) return there;
      if (notRetrieved(state, record))
        return refused(`${record} is marked as not retrieved already; the first mark and its reason stand.`);
      const { status, decided } = stageOutcome(state, stage, record);
      return status === "waiting" && decided === 0
        ? []
        : refused(
            `Somebody has decided on ${record} in full text, so its text was there. If they decided without it, let them take the decision back first.`,
          );
    },
    apply: (state, { act: { record, reason }, number, at, by }) => {
      const { retrieval, undoable } = state.screening;
      const marks = retrieval.get(record);
      const mark = { event: number, at, by, reason, withdrawn: null };
      if (marks) marks.push(mark);
      else retrieval.set(record, [mark]);
      undoable.set(number, { kind: "not-retrieved", stage, record, by });
      forgetOutcome(state, stage, record);
    },
  },
};
