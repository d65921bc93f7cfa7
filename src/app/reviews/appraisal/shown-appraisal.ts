import {
  type AppraisalAnswer,
  type AppraisalContent,
  type Instrument,
  type OverallRating,
  overallRating,
} from "#records";
import { type FinalAppraisal, type ReviewState, ratingsByItem, type Submission } from "#reviews";
import type { RouteReply } from "../../use-case.ts";
import { nameIn } from "../names.ts";
import { mayReadAnchor, type Readable, shownAnchor } from "./shown-report.ts";

type Reply = RouteReply<"appraisedRecord">;
type ShownAnswer = Reply["appraisals"][number]["answers"][number];

/** Answers without the quotes from texts that may not be read. */
export const shownAnswers = (answers: readonly AppraisalAnswer[], readable: Readable): ShownAnswer[] =>
  answers.map(({ item, rating, justification, quote, typed }) => ({
    item,
    rating,
    justification,
    quote: quote !== null && mayReadAnchor(readable, quote) ? shownAnchor(quote) : null,
    typed: typed && { ...typed },
  }));

const shownRating = (rating: OverallRating): Reply["appraisals"][number]["rule"] => ({
  value: rating.value,
  grade: rating.grade,
  sections: rating.sections.map((section) => ({ ...section })),
  open: [...rating.open],
});

const unrated: OverallRating = { value: null, grade: null, sections: [], open: [] };

export const shownSubmission = (
  state: ReviewState,
  { by, at, content }: Submission,
  me: string | null,
  readable: Readable,
  instrument: Instrument | null,
): Reply["appraisals"][number] => ({
  by: nameIn(state, by),
  own: by === me,
  at,
  instrument: content.instrument,
  version: content.version,
  answers: shownAnswers(content.answers, readable),
  judgement: content.judgement,
  rule: shownRating(instrument ? overallRating(instrument, ratingsByItem(content.answers)) : unrated),
});

export const shownDraft = (content: AppraisalContent, readable: Readable): NonNullable<Reply["draft"]> => ({
  answers: shownAnswers(content.answers, readable),
  judgement: content.judgement,
});

export const shownFinal = (final: FinalAppraisal, readable: Readable): NonNullable<Reply["final"]> => ({
  by: final.by,
  instrument: final.instrument.id,
  version: final.instrument.version,
  answers: shownAnswers(final.answers, readable),
  judgement: final.judgement,
  rule: shownRating(final.rule),
});
