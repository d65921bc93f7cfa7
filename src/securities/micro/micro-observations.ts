import type { MissingReason } from "#kernel";
import type { CoverageClass, StudyVariable } from "#records";
import type { MicroIndexDefinition } from "./micro-definition.ts";
import { type MicroEstimate, type MicroEstimates, microIndicator } from "./micro-estimates.ts";
import { scorePlan } from "./score-plan.ts";

/** A row of the long table in which observations are imported; standard errors in the unit of the value. */
export type MicroObservation = {
  readonly area: string;
  /** `pss.income` the mean of a score, `pss.income.deficit` the share below the level. */
  readonly indicator: string;
  readonly period: string;
  /** `T`, `F`, `M`. */
  readonly sex: string;
  readonly value: number | null;
  readonly missing: MissingReason | null;
  readonly unit: "IX" | "RT";
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Cases it rests on. */
  readonly n: number;
  readonly source: string;
  /** Further columns it is parted by; and how far the sample reaches, where that is not the nation. */
  readonly breakdowns: Readonly<Record<string, string>>;
};

export type MicroObservationAbout = {
  readonly area: string;
  readonly period: string;
  /** The study, as figures are to cite it. */
  readonly source: string;
  readonly coverage: CoverageClass;
  readonly dictionary?: readonly StudyVariable[];
  /** What codes of the column of sex mean; from the dictionary's English labels unless given. */
  readonly sexes?: Readonly<Record<string, "F" | "M">>;
};

/**
 * Estimates of a micro-level index as observations of indicators, so that a national index can use them with
 * their sampling errors: means of forms, steps and the combined index, and shares of deficits; for all and by
 * what they were parted by.
 *
 * A figure of a sample that does not reach the nation carries a breakdown `coverage`, so that no index over
 * nations takes it for theirs.
 *
 * @param definition as `readMicroIndex` gives it
 * @param estimates what `microEstimates` gave
 * @param about area, period, source and reach of the figures
 * @returns rows in the order of the estimates; groups of items and steps by themselves are left out, and so are
 *   shares above the level, which say the same
 * @limits A study of several areas gives figures of them all together; ask for estimates of each with `where`.
 * @source docs/methods/micro-indexes.md
 */
export function microObservations(
  definition: MicroIndexDefinition,
  estimates: MicroEstimates,
  about: MicroObservationAbout,
): readonly MicroObservation[] {
  const published = publishedScores(definition);
  const sexes = about.sexes ?? sexesOf(estimates.sex, about.dictionary ?? []);
  return estimates.estimates
    .filter(({ score, measure }) => published.has(score) && measure !== "above")
    .map((one) => observationOf(definition, one, estimates.sex, sexes, about));
}

/**
 * Scores that are published: forms, steps and the combined index; parts where they stand beside each other.
 *
 * @example
 * [
 *   ...publishedScores(
 *     readMicroIndex(
 *       {
 *         ...{ id: "mini", version: "1", kind: "people", file: "persons", reconstruction: false },
 *         title: { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" },
 *         forms: [{ form: "income", items: [{ variable: "q1", group: "outcome", recode: { from: 5, to: 1 } }] }],
 *       },
 *       "mini.json",
 *     ).value,
 *   ),
 * ]
 * // => ["income"]
 */
export const publishedScores = (definition: MicroIndexDefinition): ReadonlySet<string> =>
  new Set(
    scorePlan(definition).flatMap(({ id, level }) =>
      level === "group" || (level === "part" && id.endsWith(".own")) ? [] : [id],
    ),
  );

function observationOf(
  definition: MicroIndexDefinition,
  { score, measure, group, estimate, standardError, low, high, n }: MicroEstimate,
  sexColumn: string | null,
  sexes: Readonly<Record<string, "F" | "M">>,
  about: MicroObservationAbout,
): MicroObservation {
  const code = sexColumn === null ? undefined : group[sexColumn];
  const sex = code === undefined ? "T" : sexes[String(code)];
  const rest = Object.entries(group).filter(([name]) => name !== sexColumn || sex === undefined);
  return {
    ...{ area: about.area, indicator: microIndicator(definition, score), period: about.period },
    ...(measure === "mean"
      ? { unit: "IX" as const }
      : { unit: "RT" as const, indicator: `${microIndicator(definition, score)}.deficit` }),
    sex: sex ?? "T",
    value: estimate,
    missing: estimate === null ? "insufficient" : null,
    ...{ standardError, low, high, n, source: about.source },
    breakdowns: {
      ...Object.fromEntries(
        rest.map(([name, value]) => [
          (shared as readonly string[]).includes(name) ? `by_${name}` : name,
          String(value),
        ]),
      ),
      ...(about.coverage !== "national" && { coverage: about.coverage }),
    },
  };
}

const feminine = /^(f|females?|wom[ae]n|girls?)$/i;
const masculine = /^(m|males?|m[ae]n|boys?)$/i;

/** What the codes of sex mean, by their English labels. */
function sexesOf(
  column: string | null,
  dictionary: readonly StudyVariable[],
): Readonly<Record<string, "F" | "M">> {
  const variable = dictionary.find(({ name, concept }) => name === column && concept === "sex");
  const sexes: Record<string, "F" | "M"> = {};
  for (const { code, label } of variable?.categories ?? []) {
    const words = (label.en ?? "").trim();
    if (feminine.test(words)) sexes[code] = "F";
    else if (masculine.test(words)) sexes[code] = "M";
  }
  return sexes;
}

/** Columns before those of the breakdowns, as the import of observations knows them. */
const shared = [
  "area",
  "indicator",
  "period",
  "sex",
  "value",
  "unit",
  "standard_error",
  "lower_bound",
  "upper_bound",
  "sample_size",
  "missing",
  "source",
] as const;

/**
 * The long table of observations as texts, header first: what `socle import observations` reads, standard errors
 * included.
 * @example
 * ((definition, table, design) =>
 *   microObservationTable(
 *     microObservations(
 *       definition,
 *       microEstimates(definition, microScores(definition, table).value, surveyContext(design, table).value).value,
 *       { area: "XAA", period: "2024", source: "PSS 2024", coverage: "national" },
 *     ),
 *   ).map((cells) => cells.slice(0, 6)))(
 *   readMicroIndex(
 *     {
 *       ...{ id: "mini", version: "1", kind: "people", file: "persons", reconstruction: false },
 *       title: { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" },
 *       forms: [{ form: "income", items: [{ variable: "q1", group: "outcome", recode: { from: 5, to: 1 } }] }],
 *     },
 *     "mini.json",
 *   ).value,
 *   { rows: 4, columns: new Map([["q1", { kind: "number", values: Float64Array.of(1, 2, 4, 5) }]]) },
 *   { clusters: [], strata: [], weights: 20, fpc: [], nested: false, singleUnit: "fail" },
 * )[1]
 * // => ["XAA", "mini.income", "2024", "T", "0.5", "IX"]
 */
export function microObservationTable(
  observations: readonly MicroObservation[],
): readonly (readonly string[])[] {
  const dimensions = [...new Set(observations.flatMap(({ breakdowns }) => Object.keys(breakdowns)))];
  const number = (value: number | null) => (value === null ? "" : String(value));
  return [
    [...shared, ...dimensions],
    ...observations.map((one) => [
      ...[one.area, one.indicator, one.period, one.sex, number(one.value), one.unit],
      ...[number(one.standardError), number(one.low), number(one.high), String(one.n)],
      ...[one.missing ?? "", one.source],
      ...dimensions.map((dimension) => one.breakdowns[dimension] ?? ""),
    ]),
  ];
}
