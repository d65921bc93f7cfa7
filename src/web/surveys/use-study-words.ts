import { areaName } from "#kernel";
import type { CoverageClass, QuestionPlace } from "#records";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName } from "../indexes/names.ts";

/** What is said of studies in more than one place of the pages. */
export function useStudyWords() {
  const say = useWords("surveys");
  const language = useLanguage();
  const format = useFormat();
  const dimension = (id: string) => (id === "basic" ? say("dimension.basic") : formName(id, language));
  return {
    dimension,
    /** Where a question stands: dimension, angle, nature. */
    place: (place: QuestionPlace | null): string =>
      place === null
        ? ""
        : [dimension(place.dimension), say(`angle.${place.angle}`), say(`nature.${place.nature}`)].join(
            " · ",
          ),
    areas: (areas: readonly string[]): string => format.list(areas.map((area) => areaName(area, language))),
    years: ({ from, to }: { readonly from: number; readonly to: number }): string =>
      from === to ? `${from}` : `${from}–${to}`,
    /** How far the sample reaches, as a sentence that nobody can read as more. */
    coverage: (kind: CoverageClass, places: readonly string[]): string =>
      places.length === 0 || kind === "national"
        ? say(`coverage.${kind}`)
        : say(`coverageOf.${kind}`, { places: format.list(places) }),
  };
}
