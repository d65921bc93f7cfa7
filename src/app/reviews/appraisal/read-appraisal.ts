// The appraisal of a review: its reports, one of them, its instruments, and how well people agree.

import { ok } from "#kernel";
import type { Instrument } from "#records";
import {
  appraisalAgreement as agreementOf,
  appraisalOutcome,
  appraisalPlan,
  differingItems,
  includedRecords,
  mayKnowAppraisal,
  selectedRecords,
  standingSubmissions,
} from "#reviews";
import type { AgreementFigure, AgreementSummary } from "#statistics";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { type KnownReview, knownReview } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { readyInstruments } from "./ready-instruments.ts";
import { definitionsOf, partsIn, reportAtHand, shownReports, shownText } from "./report-at-hand.ts";
import { shownDraft, shownFinal, shownSubmission } from "./shown-appraisal.ts";
import { shownReport } from "./shown-report.ts";

/** An instrument as an answer takes it, whose lists may be written to. */
const shownInstrument = (instrument: Instrument) =>
  instrument as unknown as NonNullable<RouteReply<"reviewAppraisal">["instrument"]>;

const partsOf = (known: KnownReview) => {
  const { isReviewer, mayReconcile, mayDefine } = partsIn(known);
  return { mayAppraise: isReviewer, mayReconcile, mayDecide: mayReconcile || mayDefine, mayDefine };
};

const shownPlan = (plan: ReturnType<typeof appraisalPlan>) =>
  plan && { instrument: plan.instrument, version: plan.version, appraisers: plan.appraisers };

/** What somebody has of a record: nothing, a draft, or a submission that stands. */
function mineOf({ state, me }: KnownReview, record: string): "none" | "draft" | "submitted" {
  if (me === null) return "none";
  if (standingSubmissions(state, record).has(me)) return "submitted";
  return state.appraisal.drafts.get(record)?.has(me) ? "draft" : "none";
}

export const reviewAppraisal: RouteUseCase<"reviewAppraisal"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const reports = await shownReports(effects, actor, state, includedRecords(state));
  const plan = appraisalPlan(state);
  return ok({
    plan: shownPlan(plan),
    instrument: plan?.definition ? shownInstrument(plan.definition) : null,
    ...partsOf(known.value),
    reports: reports.map(({ one, report }) => {
      const { status, submitted, final } = appraisalOutcome(state, one.record.id);
      const told = mayKnowAppraisal(state, one.record.id, me) ? final : null;
      return {
        ...report,
        status,
        submitted,
        mine: mineOf(known.value, one.record.id),
        grade: told?.rule.grade ?? null,
        value: told?.rule.value ?? null,
        judgement: told?.judgement?.grade ?? null,
      };
    }),
    selected: selectedRecords(state).length,
  });
};

export const reviewInstruments: RouteUseCase<"reviewInstruments"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state } = known.value;
  const plan = appraisalPlan(state);
  const all = definitionsOf(
    [...state.appraisal.instruments.values()].map(({ instrument }) => instrument),
    readyInstruments,
    state.appraisal.used,
    plan && { id: plan.instrument, version: plan.version },
  );
  return ok({
    mayDefine: partsOf(known.value).mayDefine,
    instruments: all.map(({ definition, ...one }) => ({ ...one, instrument: shownInstrument(definition) })),
  });
};

export const appraisedRecord: RouteUseCase<"appraisedRecord"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const hand = await reportAtHand(effects, actor, known.value, input);
  if (!hand.ok) return hand;
  const { one, held, readable } = hand.value;
  const record = one.record.id;
  const plan = appraisalPlan(state);
  const { status, submitted, final, decision } = appraisalOutcome(state, record);
  const knows = mayKnowAppraisal(state, record, me);
  const all = [...standingSubmissions(state, record).values()];
  const told = all
    .filter(({ by }) => by === me || knows)
    .sort((a, b) => Number(b.by === me) - Number(a.by === me) || a.event - b.event);
  const draft = me === null ? undefined : state.appraisal.drafts.get(record)?.get(me);
  const { mayAppraise, mayReconcile, mayDecide } = partsOf(known.value);
  return ok({
    report: shownReport(one, held.text),
    ...shownText(held),
    plan: shownPlan(plan),
    instrument: plan?.definition ? shownInstrument(plan.definition) : null,
    mayAppraise,
    mayReconcile,
    mayDecide,
    status,
    submitted,
    draft: draft ? shownDraft(draft.content, readable) : null,
    appraisals: told.map((each) => shownSubmission(state, each, me, readable, plan?.definition ?? null)),
    hidden: all.length - told.length,
    differing: knows ? [...differingItems(all.map(({ content }) => content.answers))] : [],
    final: final && knows ? shownFinal(final, readable) : null,
    decision: decision && {
      verdict: decision.verdict,
      reason: decision.reason,
      by: nameIn(state, decision.by),
      at: decision.at,
    },
  });
};

type Figures = NonNullable<RouteReply<"appraisalAgreement">["plain"]>;

const shownFigure = ({ value, reason, units, pairs, interval }: AgreementFigure): Figures["percent"] => ({
  value,
  reason,
  units,
  pairs,
  lower: interval?.lower ?? null,
  upper: interval?.upper ?? null,
  level: interval?.level ?? 0.95,
});

const shownFigures = (summary: AgreementSummary, names: readonly string[]): Figures => ({
  percent: shownFigure(summary.percent),
  cohen: shownFigure(summary.cohen),
  alpha: shownFigure(summary.alpha),
  gwet: shownFigure(summary.gwet),
  pairs: summary.ofPairs.map((pair) => ({
    members: pair.raters.map((place) => names[place] ?? ""),
    kappa: shownFigure(pair.kappa),
  })),
});

export const appraisalAgreement: RouteUseCase<"appraisalAgreement"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state } = known.value;
  const found = agreementOf(state);
  if (!found.ok) return found;
  const agreement = found.value;
  const names = agreement?.raters.map((rater) => nameIn(state, rater)) ?? [];
  return ok({
    planned: agreement !== null,
    records: agreement?.records ?? 0,
    items: agreement?.plain.units ?? 0,
    raters: [...names],
    notIndependent: agreement?.notIndependent ?? 0,
    unvalued: agreement?.unvalued ?? 0,
    plain: agreement && shownFigures(agreement.plain, names),
    weighted: agreement && shownFigures(agreement.weighted, names),
  });
};
