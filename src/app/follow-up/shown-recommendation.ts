// Recommendations in the declared shapes of answers.

import type { z } from "zod";
import type { ListedRecommendationShape } from "#contract";
import type { ListedRecommendation } from "#store";

export type ShownRecommendation = z.output<typeof ListedRecommendationShape>;

/** One line of a list. */
export const shownListed = (
  { record, row, place }: ListedRecommendation,
  today: string,
): ShownRecommendation => ({
  id: record.id,
  number: record.number,
  text: record.text,
  language: record.language,
  priority: record.priority,
  unit: place.unit,
  evaluation: place.evaluation,
  document: record.document,
  passage: record.passages[0] ?? null,
  region: place.region,
  countries: [...place.countries],
  year: place.year,
  themes: [...place.themes],
  origin: record.origin,
  inReading: record.inReading,
  state: row.state,
  verdict: row.verdict,
  answeredInGeneral: row.answeredInGeneral,
  responseDue: row.responseDue,
  actionDue: row.actionDue,
  responseOverdue: row.responseDue !== null && row.responseDue < today,
  actionOverdue: row.actionDue !== null && row.actionDue < today,
  actions: row.actions,
  toVerify: row.toVerify,
});
