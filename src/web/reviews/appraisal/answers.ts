// Answers while they are filled in: one an item, sent as a list.

import type { AppraisalAnswer, Instrument, Judgement } from "#records";

export type Filled = {
  readonly answers: Readonly<Record<string, AppraisalAnswer>>;
  readonly judgement: Judgement | null;
};

export const emptyAnswer = (item: string): AppraisalAnswer => ({
  item,
  rating: "",
  justification: "",
  quote: null,
  typed: null,
});

export const filledFrom = (answers: readonly AppraisalAnswer[], judgement: Judgement | null): Filled => ({
  answers: Object.fromEntries(answers.map((answer) => [answer.item, answer])),
  judgement,
});

/** Answers that have a rating, in the order of the instrument. */
export const answersToSend = (instrument: Instrument, { answers }: Filled): readonly AppraisalAnswer[] =>
  instrument.sections
    .flatMap(({ items }) => items.map(({ id }) => answers[id]))
    .filter((answer) => answer !== undefined && answer.rating !== "") as readonly AppraisalAnswer[];

/** A judgement counts once it has a grade and a reason. */
export const judgementToSend = ({ judgement }: Filled): Judgement | null =>
  judgement && judgement.grade !== "" && judgement.reason.trim() !== "" ? judgement : null;

export const ratingsOf = ({ answers }: Filled): ReadonlyMap<string, string> =>
  new Map(Object.values(answers).map(({ item, rating }) => [item, rating]));
