// The protocol by version: a decision is read against the version that stood when it was made.

import { type Problem, problem } from "#kernel";
import type { ProtocolAct, ScreeningStage, StagePlan } from "#records";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import type { ProtocolVersion } from "./protocol-state.ts";

/** Counts an act under the version that stands. */
export function countAct(state: ReviewState, kind: string): void {
  const version = state.protocol.versions.length;
  const counts = state.protocol.actsUnder.get(version) ?? new Map<string, number>();
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  state.protocol.actsUnder.set(version, counts);
}

/** The version that stands; null before the first. */
export const standingProtocol = (state: ReviewState): ProtocolVersion | null =>
  state.protocol.versions.at(-1) ?? null;

/** The version under which an event was made. */
export const protocolAt = (state: ReviewState, event: number): ProtocolVersion | null =>
  state.protocol.versions.findLast((one) => one.event <= event) ?? null;

/** How a stage is screened; null where the protocol leaves it out or says nothing. */
export function stagePlan(state: ReviewState, stage: ScreeningStage): StagePlan | null {
  const plan = standingProtocol(state)?.protocol.stages.find((one) => one.stage === stage);
  return plan?.used ? plan : null;
}

function twice(ids: readonly string[], what: string, field: string): readonly Problem[] {
  const again = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  return again.map((id) =>
    problem(
      "reviews.identifier-twice",
      `The ${what} "${id}" stands twice in the protocol. Decisions refer to it by this identifier: give each its own. Nothing was recorded.`,
      { field },
    ),
  );
}

function check(state: ReviewState, { protocol, reason }: ProtocolAct): readonly Problem[] {
  const before = standingProtocol(state)?.protocol;
  const questions = protocol.questions.flatMap((one) => [one.id, ...one.subQuestions.map(({ id }) => id)]);
  return [
    ...twice(questions, "question", "questions"),
    ...twice(
      protocol.criteria.map(({ id }) => id),
      "criterion",
      "criteria",
    ),
    ...twice(
      protocol.sources.map(({ id }) => id),
      "source",
      "sources",
    ),
    ...twice(
      protocol.stages.map(({ stage }) => stage),
      "stage",
      "stages",
    ),
    ...(before && (reason ?? "").trim() === ""
      ? [
          problem(
            "reviews.amendment-without-reason",
            "An amendment of the protocol needs a reason: readers must be able to see why the rules changed after the work began. Give it in a sentence. Nothing was recorded.",
            { field: "reason" },
          ),
        ]
      : []),
    ...(before && JSON.stringify(before) === JSON.stringify(protocol)
      ? [
          problem(
            "reviews.nothing-amended",
            "This is the protocol as it stands; there is nothing to amend. Nothing was recorded.",
          ),
        ]
      : []),
  ];
}

export const protocolActs: ActRules<ProtocolAct["kind"]> = {
  "protocol.set": {
    parts: ["owner"],
    does: "set the protocol",
    check,
    apply: (state, { act, at, by, number }) => {
      state.protocol.versions.push({
        version: state.protocol.versions.length + 1,
        protocol: act.protocol,
        at,
        by,
        reason: act.reason,
        event: number,
      });
    },
  },
};
