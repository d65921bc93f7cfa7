// The names of fields' values in the four languages, for pages and files alike.

import { areaName, type Language, languages } from "#kernel";
import { type ReviewState, standingProtocol } from "#reviews";
import { readyVocabularies } from "../../registry/ready-vocabularies.ts";
import type { RouteReply } from "../../use-case.ts";

export type Label = RouteReply<"reviewMap">["rows"]["label"];
export type ShownField = RouteReply<"reviewMap">["rows"];

/** Vocabularies whose terms are the values of a field. */
const vocabularyOf: Readonly<Record<string, string>> = {
  type: "evaluation-type",
  timing: "evaluation-timing",
  nature: "evaluation-nature",
  region: "region",
  branch: "branch",
  theme: "theme",
};

const everywhere = (say: (language: Language) => string): Label =>
  Object.fromEntries(languages.map((language) => [language, say(language)]));

/** Null where the value is its own name. */
export function labelOf(state: ReviewState, field: string, value: string): Label {
  if (field === "country") return everywhere((language) => areaName(value, language));
  if (field === "question") {
    const asked = (standingProtocol(state)?.protocol.questions ?? []).flatMap((one) => [
      one,
      ...one.subQuestions,
    ]);
    const text = asked.find(({ id }) => id === value)?.text;
    return text === undefined ? null : everywhere(() => `${value} ${text}`);
  }
  const vocabulary = readyVocabularies.find(({ id }) => id === vocabularyOf[field]);
  const label = vocabulary?.terms.find(({ code }) => code === value)?.label;
  return label ? { ...label } : null;
}

export const wordOf = (label: Label, language: Language, otherwise: string): string =>
  label?.[language] ?? label?.en ?? otherwise;
