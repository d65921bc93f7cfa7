import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { layProbabilities, probabilitiesMissing, squaresOf } from "./compile-probabilities.ts";
import { pairedCodes } from "./paired-codes.ts";
import type { DesignDeclaration, SampleDesign, SamplingStage } from "./sample-design.ts";
import {
  type Codes,
  cellText,
  codesOf,
  isMissing,
  type SurveyColumn,
  type SurveyTable,
} from "./survey-table.ts";

/** A row as the file shows it: counted from 1, after the line of names. */
export const fileRow = (row: number): number => row + 2;

const firstFew = (rows: readonly number[]): string =>
  `${rows.length > 1 ? "rows" : "row"} ${rows.map(fileRow).join(", ")}`;

/**
 * A sample design laid out for estimation.
 *
 * Meaning: stages after the last one with population counts add nothing to the variance, because without
 * counts the units of a stage count as drawn with replacement, and then the first stage holds all of the
 * spread; where counts are given for the first stages only, later ones count as complete.
 *
 * Cost: a few passes over the rows for each stage; 4 bytes a row for each stage, 8 for the weights.
 *
 * @param declaration names of columns, stage by stage
 * @param table the rows
 * @returns the design, or every problem found: unknown columns, empty cells, weights below 0, units in two
 *   strata, population counts that differ inside a stratum or lie below the sample
 * @limits Units drawn with unequal probabilities count as drawn with replacement unless `pps` says otherwise.
 * @source Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, chapters 3 and 4
 */
export function compileDesign(declaration: DesignDeclaration, table: SurveyTable): Result<SampleDesign> {
  const problems: Problem[] = [];
  const stageCount = Math.max(1, declaration.clusters.length);
  for (const [name, given] of [
    ["strata", declaration.strata],
    ["fpc", declaration.fpc],
  ] as const)
    if (given.length > stageCount)
      problems.push(
        problem(
          "statistics.survey-stages-uneven",
          `The design gives ${name} for ${given.length} stages and has ${stageCount}. ` +
            "Leave out what is too much, or name the sampling units of the further stages.",
          { field: `design.${name}` },
        ),
      );
  const column = (name: string, field: string): SurveyColumn | null => {
    const found = table.columns.get(name);
    if (found !== undefined) return checkedComplete(found, name, field, problems);
    problems.push(columnUnknown(name, field, table));
    return null;
  };
  const clusters = declaration.clusters.map((name, at) => column(name, `design.clusters[${at}]`));
  const strata = declaration.strata.map((name, at) =>
    name === null ? null : column(name, `design.strata[${at}]`),
  );
  const counts = declaration.fpc.map((name, at) =>
    numbers(column(name, `design.fpc[${at}]`), name, at, problems),
  );
  const given =
    typeof declaration.weights === "string" ? column(declaration.weights, "design.weights") : null;
  if (given !== null && given.kind === "category")
    problems.push(notNumeric(String(declaration.weights), "design.weights", "Weights are numbers.", given));
  if (declaration.weights === null && declaration.fpc.length === 0)
    problems.push(
      problem(
        "statistics.survey-weights-missing",
        "The design has no weights and no population counts to make them from. Name the column of weights.",
        { field: "design.weights" },
      ),
    );
  const pps = declaration.pps ?? null;
  if (pps !== null && declaration.fpc.length === 0) problems.push(probabilitiesMissing());
  const squares =
    pps === null || (declaration.ppsSquares ?? null) === null
      ? null
      : squaresOf(table.columns.get(declaration.ppsSquares!), declaration.ppsSquares!);
  if (squares?.ok === false) problems.push(...squares.problems);
  if (table.rows === 0)
    return fail(
      problem("statistics.no-values", "The data hold no rows. Check that the right file was given."),
    );
  if (problems.length > 0) return failAll(problems);

  const stages: SamplingStage[] = [];
  // The column itself: nothing changes the weights of a design once they are laid out.
  const weights =
    given?.kind === "number"
      ? given.values
      : new Float64Array(table.rows).fill(typeof declaration.weights === "number" ? declaration.weights : 1);
  const used = Math.max(1, declaration.fpc.length);
  let above: Codes | null = null;
  for (let at = 0; at < stageCount; at++) {
    if (at >= used) break;
    const stratum = strata[at] ?? null;
    const cluster = clusters[at] ?? null;
    const count = counts[at] ?? null;
    const name = declaration.fpc[at] ?? "";
    let stage: LaidStage = layStage(table.rows, above, stratum, cluster, count);
    problems.push(
      ...(declaration.nested || at > 0
        ? []
        : unitsInTwoStrata(stage, cluster, declaration.clusters[at] ?? "")),
    );
    if (pps !== null && count !== null && (at === 0 || isFractions(count))) {
      const known = at === 0 && squares?.ok ? squares.value : null;
      const unequal = layProbabilities({ stage, probabilities: count, name, at }, pps, known);
      if (unequal.ok) stage = { ...stage, unequal: unequal.value };
      else problems.push(...unequal.problems);
    } else problems.push(...fractionProblems(stage, count, name, at));
    if (declaration.weights === null)
      for (let row = 0; row < table.rows; row++)
        weights[row]! /=
          stage.unequal === undefined ? stage.fraction[stage.stratumOfRow[row]!]! : count![row]!;
    stages.push(stage);
    above = { codes: stage.unitOfRow, count: stage.units };
  }
  problems.push(...weightProblems(weights, declaration.weights));
  if (problems.length > 0) return failAll(problems);
  const [first, ...rest] = stages;
  return ok({
    rows: table.rows,
    weights,
    stages: [first!, ...rest],
    unitOfRow: above!.codes,
    singleUnit: declaration.singleUnit,
  });
}

type LaidStage = SamplingStage & {
  readonly stratumOfRow: Int32Array;
  readonly unitOfRow: Int32Array;
  /** Cluster of the file each unit stands for. */
  readonly clusterOf: Int32Array;
};

function layStage(
  rows: number,
  above: Codes | null,
  stratum: SurveyColumn | null,
  cluster: SurveyColumn | null,
  count: Float64Array | null,
): LaidStage {
  const one: Codes = { codes: new Int32Array(rows), count: 1 };
  const stratumCodes = stratum === null ? { ...one, labels: [""] } : codesOf(stratum);
  const strata = pairedCodes(above ?? one, stratumCodes);
  const clusterCodes =
    cluster === null
      ? { codes: Int32Array.from({ length: rows }, (_, row) => row), count: rows }
      : codesOf(cluster);
  const units = pairedCodes(strata, clusterCodes);
  const drawn = new Int32Array(strata.count);
  for (const of of units.first) drawn[of]! += 1;
  const fraction = new Float64Array(strata.count);
  if (count !== null) {
    const fractions = isFractions(count);
    for (let row = 0; row < rows; row++) {
      const of = strata.codes[row]!;
      fraction[of] = fractions ? count[row]! : drawn[of]! / count[row]!;
    }
  }
  return {
    units: units.count,
    strata: strata.count,
    stratumOf: units.first,
    parentOf: above === null ? null : units.first.map((of) => strata.first[of]!),
    drawn,
    fraction,
    stratumLabel: (of) => stratumCodes.labels[strata.second[of]!] || "the whole sample",
    stratumOfRow: strata.codes,
    unitOfRow: units.codes,
    clusterOf: units.second,
  };
}

/** Population counts that are all at most 1 are sampling fractions. */
const isFractions = (count: Float64Array): boolean => count.every((value) => value <= 1);

function checkedComplete(
  column: SurveyColumn,
  name: string,
  field: string,
  problems: Problem[],
): SurveyColumn {
  const rows = column.kind === "number" ? column.values.length : column.codes.length;
  let missing = 0;
  const first: number[] = [];
  for (let row = 0; row < rows; row++)
    if (isMissing(column, row)) {
      missing += 1;
      if (first.length < 5) first.push(row);
    }
  if (missing > 0)
    problems.push(
      problem(
        "statistics.survey-design-value-missing",
        `Column "${name}" is empty in ${missing} of ${rows} rows (${firstFew(first)}${missing > 5 ? " and others" : ""}). ` +
          "The design needs a value in each row: without it nobody knows how the row was drawn.",
        { field, column: name, row: fileRow(first[0]!) },
      ),
    );
  return column;
}

function numbers(
  column: SurveyColumn | null,
  name: string,
  at: number,
  problems: Problem[],
): Float64Array | null {
  if (column === null || column.kind === "number") return column?.values ?? null;
  problems.push(notNumeric(name, `design.fpc[${at}]`, "Population counts are numbers.", column));
  return null;
}

/** A column of text where numbers are needed: how many cells are none, and the first of them. */
export function notNumeric(name: string, field: string, why: string, column: SurveyColumn): Problem {
  const { rows, first, count } = faultsOf(column);
  return problem(
    "statistics.survey-column-not-numeric",
    `Column "${name}" holds text in ${count} of ${rows} rows (${first.map(({ row, text }) => `row ${fileRow(row)}: "${text.slice(0, 40)}"`).join(", ")}${count > first.length ? " and others" : ""}). ` +
      `${why} Give a column of numbers, correct these cells, or list texts that stand for a missing value under "missing".`,
    { field, column: name, ...(first[0] === undefined ? {} : { row: fileRow(first[0].row) }) },
  );
}

function faultsOf(column: SurveyColumn) {
  if (column.kind === "number") return { rows: column.values.length, count: 0, first: [] };
  const { codes, levels, faults } = column;
  if (faults !== undefined) return { rows: codes.length, ...faults };
  const first: { readonly row: number; readonly text: string }[] = [];
  let count = 0;
  for (const [row, code] of codes.entries())
    if (code >= 0) {
      count += 1;
      if (first.length < 5) first.push({ row, text: levels[code]! });
    }
  return { rows: codes.length, count, first };
}

/** A column that the data do not have. */
export function columnUnknown(name: string, field: string, table: SurveyTable): Problem {
  const names = [...table.columns.keys(), ...(table.unread ?? [])];
  const near = names.filter((other) => other.toLowerCase() === name.toLowerCase().trim());
  const shown = near.length > 0 ? near : names.slice(0, 12);
  return problem(
    "statistics.survey-column-unknown",
    `The data have no column "${name}". ${near.length > 0 ? "Did you mean" : "They have"} ` +
      `${shown.map((other) => `"${other}"`).join(", ")}${names.length > shown.length && near.length === 0 ? ` and ${names.length - shown.length} more` : ""}.`,
    { field, column: name },
  );
}

function unitsInTwoStrata(stage: LaidStage, cluster: SurveyColumn | null, name: string): Problem[] {
  if (cluster === null || stage.strata < 2) return [];
  const seen = new Map<number, number>();
  const twice: number[] = [];
  for (let unit = 0; unit < stage.units; unit++) {
    const of = stage.clusterOf[unit]!;
    if (seen.has(of)) twice.push(unit);
    else seen.set(of, unit);
  }
  if (twice.length === 0) return [];
  const unit = twice[0]!;
  const row = stage.unitOfRow.indexOf(unit);
  const other = stage.stratumOf[seen.get(stage.clusterOf[unit]!)!]!;
  return [
    problem(
      "statistics.survey-unit-in-two-strata",
      `${twice.length === 1 ? "One unit" : `${twice.length} units`} of "${name}" ${twice.length === 1 ? "lies" : "lie"} in more than one stratum: ` +
        `${cellText(cluster, row)} in stratum "${stage.stratumLabel(other)}" and in "${stage.stratumLabel(stage.stratumOf[unit]!)}". ` +
        "If units are numbered anew in each stratum, say so with nested: true; else correct the rows.",
      { field: "design.clusters[0]", column: name, row: fileRow(row) },
    ),
  ];
}

function fractionProblems(
  stage: LaidStage,
  count: Float64Array | null,
  name: string,
  at: number,
): readonly Problem[] {
  if (count === null) return [];
  const place = (row: number) => ({ field: `design.fpc[${at}]`, column: name, row: fileRow(row) });
  const rowOf = new Int32Array(stage.strata).fill(-1);
  const uneven = new Map<number, number>();
  const fractions = isFractions(count);
  for (let row = 0; row < count.length; row++) {
    const of = stage.stratumOfRow[row]!;
    if (rowOf[of]! < 0) rowOf[of] = row;
    else if (count[row] !== count[rowOf[of]!] && !uneven.has(of)) uneven.set(of, row);
  }
  const problems: Problem[] = [];
  const [apart] = uneven;
  if (apart !== undefined)
    problems.push(
      problem(
        "statistics.survey-fpc-uneven",
        `"${name}" differs inside ${uneven.size === 1 ? "one stratum" : `${uneven.size} strata`}: in "${stage.stratumLabel(apart[0])}" it is ` +
          `${count[rowOf[apart[0]]!]} and ${count[apart[1]]}. A stratum has one population count; correct the rows.`,
        place(apart[1]),
      ),
    );
  const below: number[] = [];
  for (let of = 0; of < stage.strata; of++) {
    const value = count[rowOf[of]!]!;
    if (!(value > 0) || !(stage.fraction[of]! <= 1) || (!fractions && value < stage.drawn[of]!))
      below.push(of);
  }
  const [low] = below;
  if (low !== undefined) {
    const value = count[rowOf[low]!]!;
    problems.push(
      problem(
        "statistics.survey-fpc-invalid",
        `"${name}" does not fit the sample in ${below.length === 1 ? "one stratum" : `${below.length} strata`}: in "${stage.stratumLabel(low)}" ` +
          `${stage.drawn[low]} units were drawn and the population count is ${value}. ` +
          "A count is at least the number drawn; sampling fractions lie above 0 and are at most 1 in all rows.",
        place(rowOf[low]!),
      ),
    );
  }
  return problems;
}

function weightProblems(weights: Float64Array, name: string | number | null): readonly Problem[] {
  const wrong: number[] = [];
  let count = 0;
  let positive = 0;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (weight > 0 && Number.isFinite(weight)) positive += 1;
    else if (weight !== 0) {
      count += 1;
      if (wrong.length < 5) wrong.push(row);
    }
  }
  if (count === 0 && positive > 0) return [];
  const called = typeof name === "string" ? `"${name}"` : "made from the population counts";
  const at = {
    field: "design.weights",
    ...(typeof name === "string" ? { column: name } : {}),
    ...(count > 0 ? { row: fileRow(wrong[0]!) } : {}),
  };
  return [
    problem(
      "statistics.survey-weight-invalid",
      count === 0
        ? `All weights (${called}) are 0, so that no row stands for anybody. Name the right column.`
        : `The weight ${called} is below 0 or no number in ${count} rows (${firstFew(wrong)}${count > 5 ? " and others" : ""}; the first is ${weights[wrong[0]!]}). ` +
            "A row cannot stand for fewer than no units. Correct the rows.",
      at,
    ),
  ];
}
