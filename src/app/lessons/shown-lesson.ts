// Lessons in the declared shape of answers.

import type { z } from "zod";
import type { LessonShape } from "#contract";
import { isLanguage } from "#kernel";
import type { LessonText } from "#records";
import type { ListedLesson } from "#store";

export type ShownLesson = z.output<typeof LessonShape>;

const shownText = ({ printed, spans }: LessonText) => ({
  printed,
  spans: spans.map(([start, end]): [number, number] => [start, end]),
});

/** Names of people are not told; when they decided is. */
export const shownLesson = ({ record, version, place }: ListedLesson): ShownLesson => {
  const { provenance: _, decisions, evaluation: __, ...rest } = record;
  return {
    ...rest,
    version,
    passages: [...record.passages],
    fields: Object.fromEntries(
      Object.entries(record.fields).map(([name, text]) => [name, shownText(text)]),
    ) as ShownLesson["fields"],
    transferability: record.transferability && shownText(record.transferability),
    branches: [...record.branches],
    populations: [...record.populations],
    themes: [...record.themes],
    decided: Object.fromEntries(
      Object.entries(decisions).map(([name, { at }]) => [name, at]),
    ) as ShownLesson["decided"],
    evaluation: place.evaluation,
    title: place.title,
    titleLanguage:
      place.titleLanguage !== null && isLanguage(place.titleLanguage) ? place.titleLanguage : null,
    region: place.region,
    countries: [...place.countries],
    year: place.year,
    evaluationBranches: [...place.branches],
    evaluationPopulations: [...place.populations],
  };
};
