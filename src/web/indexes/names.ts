// Names of what an index is made of, in the language of the page. Definitions and catalogues carry their
// own names; what has none is shown by its code.

import { areaName, isInventedAreaCode, type Language } from "#kernel";
import {
  countryGroupIds,
  countryGroupName,
  formIds,
  formOfSecurity,
  indicatorRoleName,
  indicatorRoles,
} from "#securities";

type Texts = { readonly en: string } & { readonly [L in Language]?: string | undefined };

/** A text in the language of the page, or in English where it has not been translated. */
export const inLanguage = (text: Texts, language: Language): string => text[language] ?? text.en;

export function formName(form: string | null, language: Language): string {
  const known = formIds.find((id) => id === form);
  return known ? inLanguage(formOfSecurity(known).name, language) : (form ?? "");
}

export function groupName(group: string, language: Language): string {
  const known = countryGroupIds.find((id) => id === group);
  return known ? inLanguage(countryGroupName(known), language) : group;
}

export function roleName(role: string, language: Language): string {
  const known = indicatorRoles.find((id) => id === role);
  return known ? inLanguage(indicatorRoleName(known), language) : role;
}

/** Name of an area; an invented one is never mistaken for a real one where its mark is not beside it. */
export const placeName = (code: string, language: Language, inventedWord?: string): string =>
  inventedWord && isInventedAreaCode(code)
    ? `${areaName(code, language)} (${inventedWord})`
    : areaName(code, language);
