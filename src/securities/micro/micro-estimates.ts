import { failAll, ok, type Problem, type Result } from "#kernel";
import type { StudyVariable } from "#records";
import { type AnswerRow, estimateSurvey, type SurveyColumn, type SurveyTable } from "#statistics";
import { scoreTolerance } from "../comparison.ts";
import type { MicroIndexDefinition } from "./micro-definition.ts";
import type { MicroScore, MicroScores } from "./micro-scores.ts";

/** `mean` of a score; the shares of rows `below` the deficit level, and at it or `above`. */
export const microMeasures = ["mean", "below", "above"] as const;
export type MicroMeasure = (typeof microMeasures)[number];

export type MicroEstimate = {
  /** Id of the score, such as `income`. */
  readonly score: string;
  readonly measure: MicroMeasure;
  /** Values of the columns it is parted by; empty for all. */
  readonly group: Readonly<Record<string, string | number>>;
  /** `null` where nobody of the group has the score. */
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly confidence: number;
  /** `null`: the normal distribution. */
  readonly degreesOfFreedom: number | null;
  readonly n: number;
  /** Rows of the group without the score. */
  readonly missing: number;
};

export type MicroEstimates = {
  readonly deficitBelow: number;
  /** Column of women and men, where there is one. */
  readonly sex: string | null;
  readonly estimates: readonly MicroEstimate[];
};

export type MicroEstimateOptions = {
  /** Each list of columns parts the estimates anew; for all, and by sex where it is known, unless given. */
  readonly by?: readonly (readonly string[])[];
  /** Instead of the definition's level. */
  readonly deficitBelow?: number;
  readonly confidence?: number;
  readonly dictionary?: readonly StudyVariable[];
  /** Rows the estimates are for; the others still count as drawn. */
  readonly where?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Levels of scores to estimate; all unless given. */
  readonly levels?: readonly MicroScore["level"][];
};

/**
 * Name under which a score stands beside the columns of the file, and under which it is published.
 *
 * @example
 * microIndicator({ id: "pss" }, "income") // => "pss.income"
 */
export const microIndicator = (definition: Pick<MicroIndexDefinition, "id">, score: string): string =>
  `${definition.id}.${score}`;

/** The column of women and men: the variable that the dictionary calls so. */
export const sexColumn = (
  definition: MicroIndexDefinition,
  dictionary: readonly StudyVariable[],
  table: SurveyTable,
): string | null => {
  const of = dictionary.filter(({ concept, name }) => concept === "sex" && table.columns.has(name));
  return (of.find(({ file }) => file === definition.file) ?? of[0])?.name ?? null;
};

/**
 * Weighted means of scores, and shares of persons or establishments below and above the deficit level, with
 * errors by the design of the survey: for all, by sex, and by any other groups.
 *
 * Meaning: scores stand as further columns beside those of the file; each estimate rests on the rows that have
 * the score, and rows without it are counted. A domain keeps all units of the design.
 *
 * Cost: for each score and each way of parting a few passes over the rows.
 *
 * @param definition as `readMicroIndex` gives it
 * @param scores what `microScores` gave for the table of the context
 * @param context what `surveyContext` gives for design and table
 * @returns estimates in the order of scores, partings, measures and groups, or the problems of the engine:
 *   columns that are not there, strata with a single unit
 * @limits Scores are taken as they are: that items were chosen and weighed by somebody is no part of the error.
 * @source docs/methods/micro-indexes.md
 */
export function microEstimates(
  definition: MicroIndexDefinition,
  scores: MicroScores,
  context: Parameters<typeof estimateSurvey>[0],
  options: MicroEstimateOptions = {},
): Result<MicroEstimates> {
  const sex = sexColumn(definition, options.dictionary ?? [], context.table);
  const partings = options.by ?? (sex === null ? [[]] : [[], [sex]]);
  const deficitBelow = options.deficitBelow ?? definition.deficitBelow;
  const confidence = options.confidence ?? 0.95;
  const taken = scores.scores.filter(({ level }) => options.levels?.includes(level) ?? true);
  const table = withScores(definition, taken, context.table);
  // What falls short of the level by a rounding has no deficit.
  const roundings = scoreTolerance({ low: 0, high: 1 });
  const where = { ...universeOf(definition, context.table), ...options.where };
  const problems: Problem[] = [];
  const estimates: MicroEstimate[] = [];
  for (const score of taken)
    for (const by of partings) {
      if (score.without === scores.inside) {
        estimates.push(...microMeasures.map((measure) => nobody(score, measure, confidence, scores.inside)));
        break;
      }
      const frame = {
        ...{ id: score.id, variables: [microIndicator(definition, score.id)], by, confidence },
        where,
      };
      const means = estimateSurvey({ ...context, table }, { ...frame, statistic: "mean" });
      const deficits = estimateSurvey(
        { ...context, table },
        { ...frame, statistic: "deficit", threshold: deficitBelow - roundings },
      );
      for (const answer of [means, deficits]) if (!answer.ok) problems.push(...answer.problems);
      if (!means.ok || !deficits.ok) continue;
      const below = deficits.value.filter((row) => "measure" in row && row.measure === "share");
      estimates.push(
        ...means.value.map((row) => estimateOf(score.id, "mean", row, confidence)),
        ...below.map((row) => estimateOf(score.id, "below", row, confidence)),
        ...below.map((row) => turnedRound(estimateOf(score.id, "above", row, confidence))),
      );
    }
  return problems.length > 0 ? failAll(eachOnce(problems)) : ok({ deficitBelow, sex, estimates });
}

/** Rows that the index is of, as a selection: codes that no row has would be refused. */
function universeOf(
  { universe }: MicroIndexDefinition,
  table: SurveyTable,
): Readonly<Record<string, readonly (string | number)[]>> {
  const column = universe === null ? undefined : table.columns.get(universe.variable);
  if (universe === null || column === undefined) return {};
  const met =
    column.kind === "category"
      ? universe.codes.filter((code) => column.levels.includes(code))
      : universe.codes.map(Number).filter((code) => column.values.includes(code));
  return { [universe.variable]: met };
}

/** The table with a column for each score; columns of the file are not copied. */
function withScores(
  definition: MicroIndexDefinition,
  scores: readonly MicroScore[],
  table: SurveyTable,
): SurveyTable {
  const columns = new Map<string, SurveyColumn>(table.columns);
  for (const { id, values } of scores)
    columns.set(microIndicator(definition, id), { kind: "number", values });
  return { ...table, columns };
}

const finite = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

function estimateOf(score: string, measure: MicroMeasure, row: AnswerRow, confidence: number): MicroEstimate {
  const of = row as Readonly<Record<string, unknown>>;
  return {
    ...{ score, measure, group: (of["group"] ?? {}) as MicroEstimate["group"] },
    estimate: finite(of["estimate"]),
    standardError: finite(of["standardError"]),
    low: finite(of["low"]),
    high: finite(of["high"]),
    confidence,
    degreesOfFreedom: finite(of["degreesOfFreedom"]),
    n: finite(of["n"]) ?? 0,
    missing: finite(of["missing"]) ?? 0,
  };
}

const less = (value: number | null): number | null => (value === null ? null : 1 - value);

/** The share that is not below. */
const turnedRound = (of: MicroEstimate): MicroEstimate => ({
  ...of,
  estimate: less(of.estimate),
  low: less(of.high),
  high: less(of.low),
});

const nobody = (
  { id }: MicroScore,
  measure: MicroMeasure,
  confidence: number,
  missing: number,
): MicroEstimate => ({
  ...{ score: id, measure, group: {}, estimate: null, standardError: null, low: null, high: null },
  ...{ confidence, degreesOfFreedom: null, n: 0, missing },
});

const eachOnce = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((one) => [`${one.code}\n${one.message}`, one])).values(),
];
