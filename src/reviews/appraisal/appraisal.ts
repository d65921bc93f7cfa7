// The acts of appraisal: when each fits, and what it changes.

import { type Problem, problem } from "#kernel";
import type { AppraisalAct, AppraisalContent } from "#records";
import { unknownRecords } from "../records/records.ts";
import { countedFor, groupOf, screeningOutcome } from "../screening/outcome.ts";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import {
  appraisalOutcome,
  appraisalPlan,
  differingItems,
  enoughAppraised,
  instrumentOf,
  standingSubmissions,
} from "./appraisal-outcome.ts";
import { versionName } from "./appraisal-state.ts";
import { answerProblems, instrumentProblems } from "./instrument-problems.ts";

const nothing = "Nothing was recorded.";

const one = (code: string, message: string, field: string): readonly Problem[] => [
  problem(code, `${message} ${nothing}`, { field }),
];

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** A record that counts and that the screening has let through. */
export function notIncluded(state: ReviewState, record: string): readonly Problem[] {
  const unknown = unknownRecords(state, [record]);
  if (unknown.length > 0) return unknown;
  const kept = countedFor(state, record);
  if (kept !== record)
    return one(
      "reviews.record-is-duplicate",
      `${record} is a duplicate of ${kept}, which stands for both. Work on ${kept}.`,
      "record",
    );
  return screeningOutcome(state, record).status === "included"
    ? []
    : one(
        "reviews.record-not-included",
        `The screening has not included ${record}, or does so no more. Reports are read whole once they are included.`,
        "record",
      );
}

/** The record, the plan and the instrument an act names. */
function notPlanned(state: ReviewState, act: AppraisalContent): readonly Problem[] {
  const there = notIncluded(state, act.record);
  if (there.length > 0) return there;
  const plan = appraisalPlan(state);
  if (plan === null)
    return one(
      "reviews.not-planned",
      "The protocol plans no appraisal. Choose an instrument on the page of instruments; that amends the protocol.",
      "instrument",
    );
  if (plan.instrument !== act.instrument || plan.version !== act.version)
    return one(
      "reviews.definition-stands-otherwise",
      `The protocol names the instrument ${versionName(plan.instrument, plan.version)}, and these answers are to ${versionName(act.instrument, act.version)}. Look at the page anew.`,
      "instrument",
    );
  return plan.definition === null
    ? one(
        "reviews.definition-unknown",
        `The protocol names the instrument ${versionName(act.instrument, act.version)}, which was not taken into the review. An owner takes it on the page of instruments.`,
        "instrument",
      )
    : [];
}

function answered(state: ReviewState, act: AppraisalContent, isComplete: boolean): readonly Problem[] {
  const instrument = instrumentOf(state, act.instrument, act.version);
  return instrument ? answerProblems(instrument, act, isComplete) : [];
}

function ownAnswers(
  state: ReviewState,
  act: AppraisalContent,
  by: string,
  isComplete: boolean,
): readonly Problem[] {
  const unplanned = notPlanned(state, act);
  if (unplanned.length > 0) return unplanned;
  if (standingSubmissions(state, act.record).has(by))
    return one(
      "reviews.submitted-already",
      `You have submitted your appraisal of ${act.record}. Open it again first; others may have seen it.`,
      "record",
    );
  return answered(state, act, isComplete);
}

const draftsOf = (state: ReviewState, record: string) => {
  const { drafts } = state.appraisal;
  const found = drafts.get(record) ?? new Map();
  drafts.set(record, found);
  return found;
};

const contentOf = (act: AppraisalContent): AppraisalContent => ({
  record: act.record,
  instrument: act.instrument,
  version: act.version,
  answers: act.answers,
  judgement: act.judgement,
});

export const appraisalActs: ActRules<AppraisalAct["kind"]> = {
  "instrument.defined": {
    parts: ["owner"],
    does: "define instruments of appraisal",
    check: (state, { instrument }) => {
      const name = versionName(instrument.id, instrument.version);
      return state.appraisal.used.has(name)
        ? one(
            "reviews.definition-in-use",
            `Somebody has appraised by ${name}, and its answers mean what it said then. Give the changed instrument a new version.`,
            "instrument.version",
          )
        : instrumentProblems(instrument);
    },
    apply: (state, { act: { instrument }, number }) => {
      state.appraisal.instruments.set(versionName(instrument.id, instrument.version), {
        instrument,
        event: number,
      });
    },
  },
  "appraisal.drafted": {
    parts: ["reviewer"],
    does: "appraise reports",
    check: (state, act, by) => ownAnswers(state, act, by, false),
    apply: (state, { act, number, at, by }) => {
      draftsOf(state, act.record).set(by, { event: number, at, content: contentOf(act) });
      state.appraisal.used.add(versionName(act.instrument, act.version));
    },
  },
  "appraisal.submitted": {
    parts: ["reviewer"],
    does: "appraise reports",
    check: (state, act, by) => ownAnswers(state, act, by, true),
    apply: (state, { act, number, at, by }) => {
      const required = appraisalPlan(state)?.appraisers ?? 1;
      const others = [...standingSubmissions(state, act.record).keys()].filter((name) => name !== by);
      // Once enough had submitted all could read all, whoever opened theirs again since.
      const couldRead = groupOf(state, act.record).some((id) => state.appraisal.opened.has(id));
      push(state.appraisal.submissions, act.record, {
        event: number,
        at,
        by,
        content: contentOf(act),
        independent: required > 1 ? others.length < required && !couldRead : others.length === 0,
        withdrawn: null,
      });
      if (enoughAppraised(state, act.record)) state.appraisal.opened.add(act.record);
      state.appraisal.drafts.get(act.record)?.delete(by);
      state.appraisal.used.add(versionName(act.instrument, act.version));
    },
  },
  "appraisal.withdrawn": {
    parts: ["reviewer"],
    does: "open their appraisals again",
    check: (state, { record }, by) => {
      const unknown = unknownRecords(state, [record]);
      if (unknown.length > 0) return unknown;
      return standingSubmissions(state, record).has(by)
        ? []
        : one(
            "reviews.cannot-withdraw",
            `You have no submitted appraisal of ${record} to open again.`,
            "record",
          );
    },
    apply: (state, { act: { record }, number, at, by }) => {
      const own = standingSubmissions(state, record).get(by);
      if (!own) return;
      own.withdrawn = number;
      draftsOf(state, own.content.record).set(by, { event: number, at, content: own.content });
    },
  },
  "appraisal.reconciled": {
    parts: ["adjudicator"],
    does: "reconcile appraisals",
    check: (state, act) => {
      const unplanned = notPlanned(state, act);
      if (unplanned.length > 0) return unplanned;
      const submitted = [...standingSubmissions(state, act.record).values()];
      if (!enoughAppraised(state, act.record))
        return one(
          "reviews.nothing-to-settle",
          `${act.record} still waits for ${(appraisalPlan(state)?.appraisers ?? 1) - submitted.length} more to appraise it; there is nothing to reconcile before.`,
          "record",
        );
      const { status, final } = appraisalOutcome(state, act.record);
      const same = differingItems(submitted.map(({ content }) => content.answers)).length === 0;
      if (same && status !== "to-reconcile" && final?.by !== "reconciled")
        return one(
          "reviews.nothing-to-settle",
          `Everybody who appraised ${act.record} gave the same ratings; there is nothing to reconcile.`,
          "record",
        );
      return answered(state, act, true);
    },
    apply: (state, { act, number, at, by }) => {
      const { instrument, version, answers, judgement, reason } = act;
      push(state.appraisal.reconciled, act.record, {
        event: number,
        at,
        by,
        instrument,
        version,
        answers,
        judgement,
        reason,
      });
    },
  },
  "appraisal.decided": {
    parts: ["owner", "adjudicator"],
    does: "decide on appraised reports",
    check: (state, { record }) => {
      const there = notIncluded(state, record);
      if (there.length > 0) return there;
      return appraisalOutcome(state, record).final
        ? []
        : one(
            "reviews.not-appraised",
            `${record} has no appraisal that stands: not enough people have appraised it, or they differ and nobody has reconciled them. A report is not put in or out on its quality before that.`,
            "record",
          );
    },
    apply: (state, { act: { record, verdict, reason }, number, at, by }) => {
      push(state.appraisal.decisions, record, { event: number, at, by, verdict, reason });
    },
  },
};
