// How the values of lessons read in the language of the page.

import { areaName } from "#kernel";
import { useLanguage, useWords } from "../i18n.ts";
import { useTermLabel } from "../registry/use-terms.ts";
import type { LessonFacetName } from "./search-params.ts";

export const notStated = "none";

export function useLessonLabel(): (name: LessonFacetName, value: string) => string {
  const say = useWords("lessons");
  const term = useWords("terms");
  const label = useTermLabel();
  const language = useLanguage();
  return (name, value) => {
    if (value === notStated) return term("notStated");
    switch (name) {
      case "kind":
        return term(`kinds.${value}`);
      case "branch":
        return label("branches", value);
      case "population":
        return label("populations", value);
      case "region":
        return term(`region.${value}`);
      case "country":
        return areaName(value, language);
      case "language":
        return term(`language.${value}`);
      case "factor":
        return say(`factor.${value}`);
      case "nature":
        return say(`nature.${value}`);
      case "status":
        return say(`status.${value}`);
      case "year":
        return value;
    }
  };
}
