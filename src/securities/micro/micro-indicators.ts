import { type Localised, languages } from "#kernel";
import type { MicroIndexDefinition } from "./micro-definition.ts";
import { microIndicator } from "./micro-estimates.ts";
import { publishedScores } from "./micro-observations.ts";
import { scorePlan } from "./score-plan.ts";

type Words = Required<Localised>;

const words = {
  mean: {
    en: "# (mean score)",
    fr: "# (score moyen)",
    es: "# (puntuación media)",
    pt: "# (pontuação média)",
  },
  deficit: {
    en: "# (share with a deficit)",
    fr: "# (part en déficit)",
    es: "# (proporción con déficit)",
    pt: "# (proporção com défice)",
  },
  meanIs: {
    en: "Weighted mean of the scores of persons or establishments, from 0 to 1, each laid out by the limits of the questionnaire.",
    fr: "Moyenne pondérée des scores des personnes ou des établissements, de 0 à 1, établis selon les bornes du questionnaire.",
    es: "Media ponderada de las puntuaciones de personas o establecimientos, de 0 a 1, según los límites del cuestionario.",
    pt: "Média ponderada das pontuações de pessoas ou estabelecimentos, de 0 a 1, segundo os limites do questionário.",
  },
  deficitIs: {
    en: "Weighted share of persons or establishments whose score lies below #.",
    fr: "Part pondérée des personnes ou des établissements dont le score est inférieur à #.",
    es: "Proporción ponderada de personas o establecimientos cuya puntuación es inferior a #.",
    pt: "Proporção ponderada de pessoas ou estabelecimentos cuja pontuação é inferior a #.",
  },
  index: {
    en: "Index from 0 to 1.",
    fr: "Indice de 0 à 1.",
    es: "Índice de 0 a 1.",
    pt: "Índice de 0 a 1.",
  },
  ratio: {
    en: "Share, from 0 to 1.",
    fr: "Part, de 0 à 1.",
    es: "Proporción, de 0 a 1.",
    pt: "Proporção, de 0 a 1.",
  },
} as const satisfies Readonly<Record<string, Words>>;

const filled = (text: Words, by: Localised): Localised =>
  Object.fromEntries(
    languages.map((language) => [language, text[language].replace("#", by[language] ?? by.en)]),
  ) as Localised;
const same = (text: string): Localised => ({ en: text, fr: text, es: text, pt: text });

/** The file of a catalogue of indicators. */
export type MicroIndicatorFile = {
  readonly id: string;
  readonly version: string;
  readonly reconstruction: boolean;
  readonly evidence?: string;
  readonly indicators: readonly {
    readonly id: string;
    readonly label: Localised;
    readonly form: string;
    readonly level: string;
    readonly direction: 1 | -1;
    readonly unit: string;
    readonly [field: string]: unknown;
  }[];
};

/**
 * The indicators that estimates of a micro-level index become, as records for the catalogue of indicators: for
 * each form of security the mean score and the share with a deficit.
 *
 * The combined index and steps that belong to no single form have no record: the catalogue is ordered by form.
 * Their observations can be used in an index all the same.
 *
 * @param definition as `readMicroIndex` gives it
 * @returns what `readIndicatorCatalogue` reads; outcomes, since they show what came of rules and
 *   mechanisms, at the level household or enterprise
 * @source docs/methods/micro-indexes.md
 * @example
 * microIndicatorCatalogue(
 *   readMicroIndex(
 *     {
 *       ...{ id: "mini", version: "1", kind: "people", file: "persons", reconstruction: false },
 *       title: { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" },
 *       forms: [{ form: "income", items: [{ variable: "q1", group: "outcome", recode: { from: 5, to: 1 } }] }],
 *     },
 *     "mini.json",
 *   ).value,
 * ).indicators.map(({ id, direction }) => [id, direction])
 * // => [["mini.income", 1], ["mini.income.deficit", -1]]
 */
export function microIndicatorCatalogue(definition: MicroIndexDefinition): MicroIndicatorFile {
  const published = publishedScores(definition);
  const indicators = scorePlan(definition).flatMap(
    ({ id, label, form }): MicroIndicatorFile["indicators"] => {
      if (!published.has(id) || form === null) return [];
      const shared = {
        form,
        level: definition.kind === "people" ? "household" : "enterprise",
        group: "outcome",
        type: "ratio",
        scale: [0, 1],
        breakdowns: definition.kind === "people" ? ["sex"] : [],
        evidence: { tag: "own", ...(definition.evidence !== null && { note: definition.evidence }) },
      } as const;
      const name = microIndicator(definition, id);
      const text = (entry: Localised) => ({ text: entry, by: "ours" as const });
      return [
        {
          ...{ ...shared, id: name, label: filled(words.mean, label), direction: 1, unit: "IX" },
          documentation: { definition: text(words.meanIs), unit: text(words.index) },
        },
        {
          ...{
            ...shared,
            id: `${name}.deficit`,
            label: filled(words.deficit, label),
            direction: -1,
            unit: "RT",
          },
          documentation: {
            definition: text(filled(words.deficitIs, same(String(definition.deficitBelow)))),
            unit: text(words.ratio),
          },
        },
      ];
    },
  );
  const { id, version, reconstruction, evidence } = definition;
  return {
    ...{ id: `${id}-indicators`, version, reconstruction, indicators },
    ...(evidence !== null && { evidence }),
  };
}
