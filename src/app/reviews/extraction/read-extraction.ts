// The extraction of a review: its reports, one of them, its forms, and what the reader proposes.

import { ok } from "#kernel";
import type { Anchor, ExtractionForm, PassageKind } from "#records";
import {
  comparedRows,
  extractionOutcome,
  extractionPlan,
  mayKnowExtraction,
  ownExtractions,
  selectedRecords,
} from "#reviews";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { readyForms } from "../appraisal/ready-instruments.ts";
import {
  definitionsOf,
  partsIn,
  reportAtHand,
  shownReports,
  shownText,
} from "../appraisal/report-at-hand.ts";
import { type Readable, shownAnchor, shownReport } from "../appraisal/shown-report.ts";
import { heldText } from "../coding/held-text.ts";
import { type KnownReview, knownReview, reviewToActIn } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { mayReadRow, shownRow, shownRows } from "./shown-rows.ts";

type Reply = RouteReply<"extractedRecord">;

const shownForm = (form: ExtractionForm) =>
  form as unknown as NonNullable<RouteReply<"reviewExtraction">["form"]>;

const partsOf = (known: KnownReview) => {
  const { isReviewer, mayReconcile, mayDefine } = partsIn(known);
  return { mayExtract: isReviewer, mayReconcile, mayDefine };
};

const shownPlan = (plan: ReturnType<typeof extractionPlan>) =>
  plan && { form: plan.form, version: plan.version, extractors: plan.extractors };

export const reviewExtraction: RouteUseCase<"reviewExtraction"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const reports = await shownReports(effects, actor, state, selectedRecords(state));
  const plan = extractionPlan(state);
  return ok({
    plan: shownPlan(plan),
    form: plan?.definition ? shownForm(plan.definition) : null,
    ...partsOf(known.value),
    reports: reports.map(({ one, report }) => {
      const { status, submitted, rows } = extractionOutcome(state, one.record.id);
      const own = me === null ? undefined : ownExtractions(state, one.record.id).get(me);
      return {
        ...report,
        status,
        submitted,
        mine: own ? (own.submitted ? ("submitted" as const) : ("draft" as const)) : ("none" as const),
        ownRows: own?.rows.size ?? 0,
        rows: mayKnowExtraction(state, one.record.id, me) ? rows.length : 0,
      };
    }),
  });
};

export const reviewForms: RouteUseCase<"reviewForms"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state } = known.value;
  const plan = extractionPlan(state);
  const { forms, used } = state.extraction;
  const all = definitionsOf(
    [...forms.values()].map(({ form }) => form),
    readyForms,
    used,
    plan && { id: plan.form, version: plan.version },
  );
  return ok({
    mayDefine: partsOf(known.value).mayDefine,
    forms: all.map(({ definition, ...one }) => ({ ...one, form: shownForm(definition) })),
  });
};

function shownOwn(
  { state, me }: KnownReview,
  own: ReturnType<typeof ownExtractions> extends ReadonlyMap<string, infer O> ? O : never,
  readable: Readable,
): NonNullable<Reply["own"]> {
  return {
    by: nameIn(state, own.by),
    own: own.by === me,
    submitted: own.submitted !== null,
    nothing: own.submitted?.nothing ?? null,
    ...shownRows(own.rows.values(), readable),
  };
}

export const extractedRecord: RouteUseCase<"extractedRecord"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const hand = await reportAtHand(effects, actor, known.value, input);
  if (!hand.ok) return hand;
  const { one, held, readable } = hand.value;
  const record = one.record.id;
  const plan = extractionPlan(state);
  const outcome = extractionOutcome(state, record);
  const knows = mayKnowExtraction(state, record, me);
  const all = [...ownExtractions(state, record).values()];
  const mine = all.find(({ by }) => by === me);
  const others = all.filter(({ by }) => by !== me);
  const submitted = all.filter((own) => own.submitted !== null);
  const [first, second] = knows ? submitted : [];
  const pairs = first && second ? comparedRows([...first.rows.values()], [...second.rows.values()]) : [];
  const { mayExtract, mayReconcile } = partsOf(known.value);
  return ok({
    report: shownReport(one, held.text),
    ...shownText(held),
    plan: shownPlan(plan),
    form: plan?.definition ? shownForm(plan.definition) : null,
    mayExtract,
    mayReconcile,
    status: outcome.status,
    submitted: outcome.submitted,
    by: knows ? outcome.by : null,
    own: mine ? shownOwn(known.value, mine, readable) : null,
    others: knows
      ? others.filter((own) => own.submitted).map((own) => shownOwn(known.value, own, readable))
      : [],
    hidden: knows ? 0 : others.filter((own) => own.submitted).length,
    pairs: pairs
      .filter((pair) => [pair.first, pair.second].every((row) => row === null || mayReadRow(readable, row)))
      .map((pair) => ({
        first: pair.first && shownRow(pair.first),
        second: pair.second && shownRow(pair.second),
        differing: [...pair.differing],
      })),
    pairNames: [first, second].flatMap((own) => (own ? [nameIn(state, own.by)] : [])),
    rows: knows ? shownRows(outcome.rows, readable).rows : [],
    nothing: knows ? outcome.nothing : null,
  });
};

/** Kinds of passage that are worth a row. */
const proposedKinds: readonly PassageKind[] = [
  "finding",
  "conclusion",
  "recommendation",
  "lesson-learned",
  "good-practice",
];

export const extractionProposals: RouteUseCase<"extractionProposals"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const known = await reviewToActIn(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const hand = await reportAtHand(effects, actor, known.value, input);
  if (!hand.ok) return hand;
  const record = hand.value.one.record.id;
  const { document } = shownText(hand.value.held);
  const reading = document ? await heldText(catalogue, document) : null;
  if (!reading) return ok({ taken: 0, proposals: [] });
  const passages = (await catalogue.passages.ofDocument(reading.source)).filter(({ kind }) =>
    proposedKinds.includes(kind),
  );
  const own = me === null ? undefined : ownExtractions(state, record).get(me);
  const taken = new Set([...(own?.rows.values() ?? [])].flatMap(({ proposal }) => proposal ?? []));
  const open = passages
    .filter(({ id }) => !taken.has(id))
    .sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
  return ok({
    taken: passages.length - open.length,
    proposals: open.map(({ id, kind, label, text: quote, spans, page, confidence, reason }) => {
      const anchor: Anchor = {
        record,
        source: reading.source,
        textVersion: reading.textVersion,
        spans,
        quote,
        page,
        passage: id,
      };
      return { anchor: shownAnchor(anchor), kind, label, confidence, reason };
    }),
  });
};
