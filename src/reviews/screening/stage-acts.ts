// Acts about a stage as a whole: stopped, resumed, skipped, taken up.

import { type Problem, problem } from "#kernel";
import type { ScreeningAct, ScreeningStage } from "#records";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import { planOf, usedStages } from "./outcome.ts";
import { standingStop } from "./screening-state.ts";

const nothing = "Nothing was recorded.";

/** A problem where a stage is not part of this review. */
export function unusedStage(state: ReviewState, stage: ScreeningStage): readonly Problem[] {
  if (usedStages(state).includes(stage)) return [];
  return [
    problem(
      "reviews.stage-unused",
      state.protocol.versions.length === 0
        ? `The review has no protocol yet, and its criteria are what records are decided by. Set the protocol first. ${nothing}`
        : `This review does not screen by ${stage === "full-text" ? "full text" : "title and abstract"}: the protocol leaves the stage out, or it was skipped. ${nothing}`,
      { field: "stage" },
    ),
  ];
}

const refused = (message: string): readonly Problem[] => [
  problem("reviews.stage-stands-otherwise", `${message} ${nothing}`, { field: "stage" }),
];

type StageActKind = Extract<
  ScreeningAct["kind"],
  "screening.stopped" | "screening.resumed" | "screening.stage-skipped" | "screening.stage-taken-up"
>;

export const stageActs: ActRules<StageActKind> = {
  "screening.stopped": {
    parts: ["owner"],
    does: "stop the reading of a stage",
    check: (state, { stage, saw }) => {
      const unused = unusedStage(state, stage);
      if (unused.length > 0) return unused;
      if (standingStop(state.screening.stages[stage]))
        return refused("Reading was stopped already at this stage.");
      return saw.event > state.last
        ? refused(`The figures given name event ${saw.event}, and the log ends with ${state.last}.`)
        : [];
    },
    apply: (state, { act: { stage, rule, parameters, saw }, number, at, by }) => {
      state.screening.stages[stage].stops.push({
        event: number,
        at,
        by,
        rule,
        parameters,
        saw,
        resumed: null,
      });
    },
  },
  "screening.resumed": {
    parts: ["owner"],
    does: "resume the reading of a stage",
    check: (state, { stage }) =>
      standingStop(state.screening.stages[stage]) ? [] : refused("Reading is not stopped at this stage."),
    apply: (state, { act: { stage, reason }, number, at }) => {
      const stop = standingStop(state.screening.stages[stage]);
      if (stop) stop.resumed = { event: number, at, reason };
    },
  },
  "screening.stage-skipped": {
    parts: ["owner"],
    does: "skip a stage",
    check: unusedOnly,
    apply: (state, { act: { stage, reason }, number }) => {
      state.screening.stages[stage].used = { used: false, reason, event: number };
    },
  },
  "screening.stage-taken-up": {
    parts: ["owner"],
    does: "take up a stage",
    check: (state, { stage }) => {
      if (planOf(state, stage) === null)
        return refused("The protocol does not say how this stage is done. Amend the protocol first.");
      return usedStages(state).includes(stage) ? refused("The stage is in use already.") : [];
    },
    apply: (state, { act: { stage, reason }, number }) => {
      state.screening.stages[stage].used = { used: true, reason, event: number };
    },
  },
};

function unusedOnly(state: ReviewState, { stage }: { readonly stage: ScreeningStage }): readonly Problem[] {
  return unusedStage(state, stage);
}
