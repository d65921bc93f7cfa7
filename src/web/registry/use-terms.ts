// The words of the vocabularies in the language of the page.

import { type CallReply, routes } from "#contract";
import type { Language, Localised } from "#kernel";
import { useApi } from "../api.ts";
import { useLanguage } from "../i18n.ts";

export type Vocabulary = CallReply<typeof routes.vocabulary>[number];

/** A text in a language, or in English where it is not translated yet. */
export const inLanguage = (text: Readonly<Partial<Localised>> | null, language: Language): string =>
  text?.[language] || text?.en || "";

const vocabularyOf: Readonly<Record<string, string>> = {
  themes: "theme",
  populations: "population",
  branches: "branch",
  criteria: "criterion",
  sdgTargets: "sdg-target",
  type: "evaluation-type",
  timing: "evaluation-timing",
  nature: "evaluation-nature",
  status: "evaluation-status",
  region: "region",
};

export function useVocabularies(): ReadonlyMap<string, Vocabulary> {
  const answer = useApi(routes.listVocabularies, {});
  return new Map((answer.value ?? []).map((vocabulary) => [vocabulary.id, vocabulary]));
}

/** The label of a value of a field; the value itself where no vocabulary knows it. */
export function useTermLabel(): (field: string, value: string) => string {
  const vocabularies = useVocabularies();
  const language = useLanguage();
  return (field, value) => {
    const terms = vocabularies.get(vocabularyOf[field] ?? "")?.terms;
    const found = terms?.find(({ code }) => code === value);
    if (!found) return value;
    const label = inLanguage(found.label as Localised, language);
    return field === "sdgTargets" ? `${value} ${label}` : label;
  };
}
