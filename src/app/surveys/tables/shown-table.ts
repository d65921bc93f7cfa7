// A table as it is answered: cells with their errors and flags, what is withheld taken out, and all that a reader
// must know to use it.

import type { z } from "zod";
import type { StudyTableShape, TableCellShape } from "#contract";
import type { Citation, Language, Recipe } from "#kernel";
import { ok, type Result } from "#kernel";
import type { Study, StudyEdition } from "#records";
import { canonicalJson, sha256Of } from "../../canonical-json.ts";
import { type CellEstimate, type CellEstimates, cellEstimates } from "./cell-estimates.ts";
import { type CellGuard, leastForMedian, openGuard, type TableGuard, tableGuard } from "./cell-guard.ts";
import { coefficientOfVariation, qualityOf, thresholds } from "./cell-quality.ts";
import type { CheckedQuestion } from "./check-question.ts";
import type { CodedVariable } from "./coded-column.ts";
import { designFacts, type FileContext } from "./file-context.ts";
import { groupTest } from "./group-test.ts";
import { all, type LaidTable, laidTable, type Place } from "./laid-table.ts";
import { inLanguage, said, saidInAll } from "./said.ts";
import {
  allTogether,
  caveatWords,
  designParts,
  designWords,
  errorWords,
  noteWords,
  qualityWords,
  singleUnitWords,
  statisticWords,
} from "./table-words.data.ts";

export type StudyTable = z.output<typeof StudyTableShape>;
type Cell = z.output<typeof TableCellShape>;

/** The recipe of every table on demand. */
export const tableMethod = "survey.table";

/** A study with one edition of its data. */
export type StudyData = {
  readonly study: Study;
  readonly edition: StudyEdition;
  /** Whether an earlier edition was published, too. */
  readonly isLater: boolean;
};

export type ShownFor = {
  /** The decision on cells; `null` for those who may see the rows. */
  readonly guard: CellGuard | null;
  readonly language: Language;
  readonly codeVersion: string;
};

/** A question answered over rows at hand. */
export function tableOf(
  data: StudyData,
  context: FileContext,
  checked: CheckedQuestion,
  { guard, language, codeVersion }: ShownFor,
): Result<StudyTable> {
  const laid = laidTable(checked, context.table, context);
  if (!laid.ok) return laid;
  const protection = guard === null ? openGuard : tableGuard(guard, laid.value);
  const table = { ...laid.value, sharesOfAll: protection.sharesOfAll };
  const estimates = cellEstimates(context, table);
  if (!estimates.ok) return estimates;
  const cells = cellsOf(table, estimates.value, protection);
  const withheld = cells.filter((cell) => cell.withheld !== null).length;
  const isOpen = (row: Place, column: Place, level: number | null) =>
    protection.withheld(row, column, level) === null;
  const { study, edition } = data;
  const { question, variable } = checked;
  return ok({
    study: study.id,
    title: study.title,
    origin: study.origin,
    edition: edition.version,
    file: question.file,
    statistic: question.statistic,
    variable:
      variable === null
        ? null
        : {
            name: variable.name,
            label: variable.label,
            question: variable.question,
            unit: variable.unit,
          },
    rows: axisOf(table.rows, true),
    columns: axisOf(table.columns, true),
    levels: axisOf(table.measured.kind === "categorical" ? table.measured.coded : null, false),
    subset:
      table.subset === null
        ? null
        : {
            variable: table.subset.coded.variable.name,
            label: table.subset.coded.variable.label,
            code: table.subset.coded.levels[table.subset.place]!.code,
            level: table.subset.coded.levels[table.subset.place]!.label,
          },
    confidence: question.confidence,
    ...(question.statistic === "share" && { base: table.sharesOfAll ? "all" : "answered" }),
    cells,
    ...groupTest(context, laid.value, isOpen, language),
    protection: { applied: guard !== null, minimumCases: edition.minimumCases, withheld },
    design: designOf(checked, context),
    universe: study.universe.text,
    method: methodOf(question.statistic, context, language),
    thresholds: { ...thresholds },
    notes: notesOf(data, context, table, estimates.value, { guard, withheld, protection, language }),
    caveats: caveatsOf(data),
    citation: citationOf(data),
    licence: study.licence,
    recipe: recipeOf(data, question, codeVersion),
  });
}

function axisOf(coded: CodedVariable | null, withAll: boolean): StudyTable["rows"] {
  if (coded === null) return null;
  const levels = coded.levels.map(({ code, label }) => ({ code: code as string | null, label }));
  return {
    variable: coded.variable.name,
    label: coded.variable.label,
    levels: withAll ? [...levels, { code: null, label: allTogether }] : levels,
  };
}

function cellsOf(laid: LaidTable, estimates: CellEstimates, guard: TableGuard): Cell[] {
  const { rows, columns, measured, tally } = laid;
  const { statistic } = laid.checked.question;
  const isShare = statistic === "share" || statistic === "at-risk-of-poverty";
  const places = (axis: CodedVariable | null): readonly Place[] =>
    axis === null ? [all] : [...axis.levels.keys(), all];
  const levels = measured.kind === "categorical" ? [...measured.coded.levels.keys()] : [null];
  const codeOf = (axis: CodedVariable | null, place: Place) =>
    axis === null || place === all ? null : axis.levels[place]!.code;
  const cell = (row: Place, column: Place, level: number | null): Cell => {
    const place = {
      row: codeOf(rows, row),
      column: codeOf(columns, column),
      level: measured.kind === "categorical" ? measured.coded.levels[level!]!.code : null,
    };
    const withheld = guard.withheld(row, column, level);
    if (withheld !== null) return { ...place, ...nothing, withheld, empty: false };
    const base = tally.cases(row, column);
    const own = level === null ? base : tally.ofLevel(row, column, level);
    const left = guard.showsMissing(row, column) ? base - tally.answered(row, column) : null;
    const missing = guard.sharesOfAll ? 0 : left;
    const found = estimates.of(row, column, level) ?? (statistic === "count" ? none : null);
    if (found === null) return { ...place, ...nothing, cases: 0, missing, withheld: null, empty: own === 0 };
    return { ...place, ...shown(found, isShare), missing, withheld: null, empty: own === 0 };
  };
  return places(rows).flatMap((row) =>
    places(columns).flatMap((column) => levels.map((level) => cell(row, column, level))),
  );
}

const nothing = {
  estimate: null,
  standardError: null,
  low: null,
  high: null,
  coefficientOfVariation: null,
  degreesOfFreedom: null,
  cases: null,
  missing: null,
  quality: null,
} as const;

/** A count of nobody in the sample. */
const none: CellEstimate = {
  estimate: 0,
  standardError: 0,
  low: null,
  high: null,
  degreesOfFreedom: null,
  cases: 0,
};

function shown(found: CellEstimate, isShare: boolean) {
  const coefficient = coefficientOfVariation(found.estimate, found.standardError, isShare);
  return {
    ...found,
    coefficientOfVariation: coefficient,
    quality:
      found.estimate === null || found.cases === 0
        ? null
        : qualityOf(coefficient, found.cases, found.degreesOfFreedom),
  };
}

/** The design in a sentence, and what it comes to. */
export function designOf({ file }: Pick<CheckedQuestion, "file">, context: FileContext) {
  const facts = designFacts(context);
  const { clusters, weights } = file.design;
  return {
    statement: saidInAll(designWords, {
      strata: facts.strata,
      units: facts.units,
      clusters:
        clusters.length === 0
          ? designParts.rows
          : saidInAll(designParts.clusters, { name: clusters.join(" › ") }),
      weights:
        typeof weights === "string"
          ? saidInAll(designParts.weighted, { name: weights })
          : typeof weights === "number"
            ? designParts.unweighted
            : designParts.fromCounts,
    }),
    strata: facts.strata,
    units: facts.units,
    degreesOfFreedom: facts.degreesOfFreedom,
  };
}

const methodOf = (statistic: StudyTable["statistic"], { design }: FileContext, language: Language): string =>
  [
    statisticWords[statistic],
    design.replicates === undefined ? errorWords.linearised : errorWords.replicated,
    qualityWords,
  ]
    .map((words) => words[language])
    .join(" ");

function notesOf(
  { isLater }: StudyData,
  context: FileContext,
  laid: LaidTable,
  { facts }: CellEstimates,
  {
    guard,
    withheld,
    protection,
    language,
  }: {
    readonly guard: CellGuard | null;
    readonly withheld: number;
    readonly protection: TableGuard;
    readonly language: Language;
  },
): string[] {
  const notes: string[] = [];
  const note = (key: keyof typeof noteWords, values: Parameters<typeof said>[1]) =>
    notes.push(said(noteWords[key], values, language));
  const { checked, tally, rows, columns } = laid;
  const { variable, question } = checked;
  if (guard === null) note("plain", {});
  else if (withheld > 0) note("withheld", { n: withheld, minimum: guard.minimumCases });
  const missing = tally.cases(all, all) - tally.answered(all, all);
  if (protection.sharesOfAll && variable !== null) note("unanswered", { label: variable.label });
  else if (missing > 0 && variable !== null && protection.showsMissing(all, all))
    note("missing", { n: missing, label: variable.label });
  for (const [axis, of, n] of [
    ["rows", rows, tally.offRows],
    ["columns", columns, tally.offColumns],
  ] as const)
    if (of !== null && n > 0 && protection.showsOff(axis)) note("off", { n, label: of.variable.label });
  const universe = variable?.universe ?? null;
  if (variable !== null && universe !== null) note("universe", { label: variable.label, universe });
  if (checked.sexLeftOut) note("sexLeftOut", {});
  const { singleUnitStrata } = designFacts(context);
  if (singleUnitStrata > 0)
    note(singleUnitStrata === 1 ? "singleOne" : "single", {
      n: singleUnitStrata,
      treatment: singleUnitWords[checked.file.design.singleUnit],
    });
  // Of a figure of all alone: with all of them withheld the line would tell of them.
  if (facts.threshold !== undefined && protection.withheld(all, all, null) === null)
    note("line", { x: facts.threshold.toPrecision(6) });
  if (facts.negatives !== undefined && facts.negatives > 0 && guard === null)
    note("negatives", { n: facts.negatives });
  if (question.statistic === "median" && guard !== null)
    note("medians", { n: leastForMedian(guard.minimumCases) });
  if (guard !== null && isLater) note("earlier", {});
  if (variable?.note) notes.push(inLanguage(variable.note, language));
  return notes;
}

/** What holds of every figure of a study. */
export function caveatsOf({ study, edition }: Pick<StudyData, "study" | "edition">): string[] {
  const { origin, coverage } = study;
  const reach = coverage.places.length === 0 ? "" : ` ${coverage.places.join(", ")}.`;
  return [
    ...new Set([
      ...(origin === "real" ? [] : [caveatWords[origin]]),
      ...(coverage.class === "national" ? [] : [`${caveatWords[coverage.class]}${reach}`]),
      ...(edition.state === "raw" ? [caveatWords.raw] : []),
      ...study.caveats,
    ]),
  ];
}

export const citationOf = ({ study, edition }: Pick<StudyData, "study" | "edition">): Citation => ({
  ...study.citation,
  title: `${study.citation.title}, ${study.id}, version ${edition.version}`,
});

/** What a table was made of and how: the question and the edition by their hashes. */
export const recipeOf = (
  { edition }: Pick<StudyData, "edition">,
  question: unknown,
  codeVersion: string,
): Recipe & { inputs: StudyTable["recipe"]["inputs"] } => ({
  method: tableMethod,
  definition: { id: "table", version: "1", sha256: sha256Of(canonicalJson(question)) },
  inputs: [edition.checksum],
  seed: null,
  codeVersion,
});
