// The acts of screening: when each fits, and what it changes.

import { type Problem, problem } from "#kernel";
import type { ScreeningAct, ScreeningStage } from "#records";
import { mayKnow } from "../blind.ts";
import { unknownRecords } from "../records/records.ts";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import {
  countedFor,
  forgetOutcome,
  groupOf,
  screeningOutcome,
  stageOutcome,
  standingDecisions,
} from "./outcome.ts";
import { recordAtStage } from "./record-at-stage.ts";
import { retrievalActs } from "./retrieval.ts";
import { standing } from "./screening-state.ts";
import { sharingActs } from "./sharing-acts.ts";
import { stageActs } from "./stage-acts.ts";
import { rememberTold, wasTold } from "./told.ts";

const nothing = "Nothing was recorded.";
function criterionProblems(
  state: ReviewState,
  act: { readonly stage: ScreeningStage; readonly verdict: string; readonly criterion: string | null },
  version: number,
): readonly Problem[] {
  const criteria = state.protocol.versions[version - 1]?.protocol.criteria ?? [];
  if (act.criterion === null)
    return act.verdict === "exclude" && act.stage === "full-text"
      ? [
          problem(
            "reviews.criterion-missing",
            `Excluding at full text needs the criterion that decided: the flow of the review states how many were excluded for which reason. Name one of ${criteria.map(({ id }) => id).join(", ")}. ${nothing}`,
            { field: "criterion" },
          ),
        ]
      : [];
  return criteria.some(({ id }) => id === act.criterion)
    ? []
    : [
        problem(
          "reviews.criterion-unknown",
          `Version ${version} of the protocol has no criterion "${act.criterion}"; it has ${criteria.map(({ id }) => id).join(", ") || "none"}. ${nothing}`,
          { field: "criterion" },
        ),
      ];
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

function checkWithdrawn(state: ReviewState, event: number, by: string): readonly Problem[] {
  const known = state.screening.undoable.get(event);
  const refuse = (message: string) => [
    problem("reviews.cannot-withdraw", `${message} ${nothing}`, { field: "event" }),
  ];
  if (!known)
    return refuse(
      `Act ${event} is no decision, note, postponement or mark of a screening that could be taken back.`,
    );
  // That a text was missing is a fact anybody may correct who has it now.
  if (known.by !== by && by !== "operator" && known.kind !== "not-retrieved")
    return refuse(
      `Act ${event} was done by somebody else, and everybody takes back only what is their own. Decide yourself, or let an adjudicator settle it.`,
    );
  const stage = known.stage === null ? null : state.screening.stages[known.stage];
  const stands =
    known.kind === "postponement"
      ? stage?.postponed.get(known.by)?.get(known.record)?.event === event
      : known.kind === "note" || known.kind === "not-retrieved"
        ? state.screening[known.kind === "note" ? "notes" : "retrieval"]
            .get(known.record)
            ?.some((one) => one.event === event && one.withdrawn === null)
        : known.kind === "adjudication"
          ? standing(stage?.adjudications.get(known.record))?.event === event
          : standing(stage?.decisions.get(known.record)?.filter((one) => one.by === known.by))?.event ===
            event;
  return stands
    ? []
    : refuse(`Act ${event} stands no more: it was taken back, or something later took its place.`);
}

export const screeningActs: ActRules<ScreeningAct["kind"]> = {
  ...sharingActs,
  ...stageActs,
  ...retrievalActs,
  "screening.decided": {
    parts: ["reviewer"],
    does: "decide on records",
    check: (state, act) => {
      const there = recordAtStage(state, act.stage, act.record);
      const versions = state.protocol.versions.length;
      if (there.length > 0) return there;
      return act.protocol > versions
        ? [
            problem(
              "reviews.protocol-version-unknown",
              `There is no version ${act.protocol} of the protocol; the last is ${versions}. A decision names the version its author saw. ${nothing}`,
              { field: "protocol" },
            ),
          ]
        : criterionProblems(state, act, act.protocol);
    },
    apply: (state, { act, number, at, by }) => {
      const { stage, record, verdict, criterion, reason, protocol, shown } = act;
      const here = state.screening.stages[stage];
      const others = [...standingDecisions(state, stage, countedFor(state, record)).keys()].some(
        (one) => one !== by,
      );
      push(here.decisions, record, {
        event: number,
        at,
        by,
        record,
        verdict,
        criterion,
        reason,
        protocol,
        shown,
        independent: !wasTold(state, stage, record, by) && (!others || !mayKnow(state, stage, record, by)),
        withdrawn: null,
      });
      here.made.set(by, (here.made.get(by) ?? 0) + 1);
      for (const id of groupOf(state, countedFor(state, record))) here.postponed.get(by)?.delete(id);
      state.screening.undoable.set(number, { kind: "decision", stage, record, by });
      forgetOutcome(state, stage, record);
    },
  },
  "screening.postponed": {
    parts: ["reviewer"],
    does: "put records off",
    check: (state, { stage, record }) => recordAtStage(state, stage, record),
    apply: (state, { act: { stage, record, position }, number, by }) => {
      const { postponed } = state.screening.stages[stage];
      const own = postponed.get(by) ?? new Map();
      postponed.set(by, own);
      own.set(record, { event: number, record, position });
      state.screening.undoable.set(number, { kind: "postponement", stage, record, by });
    },
  },
  "screening.withdrawn": {
    parts: ["reviewer", "adjudicator"],
    does: "take back decisions",
    check: (state, { event }, by) => checkWithdrawn(state, event, by),
    apply: (state, { act: { event }, number }) => {
      const known = state.screening.undoable.get(event);
      if (!known) return;
      state.screening.undoable.delete(event);
      const { kind, record, stage, by } = known;
      const here = stage === null ? null : state.screening.stages[stage];
      if (stage !== null && (kind === "decision" || kind === "adjudication"))
        rememberTold(state, stage, record);
      if (kind === "postponement") here?.postponed.get(by)?.delete(record);
      const acts =
        kind === "note" || kind === "not-retrieved"
          ? state.screening[kind === "note" ? "notes" : "retrieval"].get(record)
          : kind === "decision"
            ? here?.decisions.get(record)
            : here?.adjudications.get(record);
      const one = acts?.find((act) => act.event === event);
      if (one) one.withdrawn = number;
      if (stage !== null) forgetOutcome(state, stage, record);
    },
  },
  "screening.noted": {
    parts: ["reviewer", "adjudicator", "owner", "coder"],
    does: "note something on a record",
    check: (state, { record }) => unknownRecords(state, [record]),
    apply: (state, { act: { record, text }, number, at, by }) => {
      const { stage } = screeningOutcome(state, record);
      push(state.screening.notes, record, { event: number, at, by, text, stage, withdrawn: null });
      state.screening.undoable.set(number, { kind: "note", stage: null, record, by });
    },
  },
  "screening.adjudicated": {
    parts: ["adjudicator"],
    does: "settle conflicts",
    check: (state, act) => {
      const there = recordAtStage(state, act.stage, act.record);
      if (there.length > 0) return there;
      const { status, by } = stageOutcome(state, act.stage, act.record);
      if (status !== "conflict" && status !== "possible" && by !== "adjudication")
        return [
          problem(
            "reviews.nothing-to-settle",
            status === "waiting"
              ? `${act.record} still waits for people to decide on it; there is nothing to settle before they have. ${nothing}`
              : `Everybody who decided on ${act.record} agrees; there is nothing to settle. ${nothing}`,
            { field: "record" },
          ),
        ];
      return criterionProblems(state, act, state.protocol.versions.length);
    },
    apply: (state, { act: { stage, record, verdict, criterion, reason }, number, at, by }) => {
      push(state.screening.stages[stage].adjudications, record, {
        event: number,
        at,
        by,
        verdict,
        criterion,
        reason,
        withdrawn: null,
      });
      state.screening.undoable.set(number, { kind: "adjudication", stage, record, by });
      forgetOutcome(state, stage, record);
    },
  },
};
