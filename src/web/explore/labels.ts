// How areas, indicators and other values read: by name, by code or by both.

import { areaName } from "#kernel";
import { useIndicators } from "../data/use-indicators.ts";
import { hasWord, useLanguage, useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import type { ExploreState, ListFilter } from "./search-params.ts";

export type Labels = ReturnType<typeof useLabels>;

export function useLabels(kind: ExploreState["labels"]) {
  const language = useLanguage();
  const say = useWords("explore");
  const term = useWords("terms");
  const sayChart = useWords("charts");
  const indicators = useIndicators();
  const both = (name: string, code: string) =>
    kind === "code" ? code : kind === "both" && name !== code ? `${name} (${code})` : name;
  const area = (code: string) => both(areaName(code, language), code);
  const indicator = (code: string) => both(indicators.label(code), code);
  const sex = (code: string) => both(codeText(sayChart, "sex", code), code);
  return {
    indicators,
    area,
    indicator,
    sex,
    unit: (code: string | null) => (code === null ? "" : both(codeText(sayChart, "unit", code), code)),
    status: (code: string) =>
      hasWord("explore", `status.${code}`) ? say(`status.${code}`) : codeText(sayChart, "status", code),
    missing: (code: string | null) => codeText(sayChart, "missing", code ?? "missing"),
    /** A value of a filter. */
    of: (name: ListFilter, value: string): string => {
      switch (name) {
        case "area":
          return area(value);
        case "indicator":
          return indicator(value);
        case "sex":
          return sex(value);
        case "region":
          return both(term(`region.${value}`), value);
        case "by":
          return value.replace(":", ": ");
        default:
          return value;
      }
    },
  };
}
