import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { SamplingStage } from "./sample-design.ts";
import { cellText, type SurveyColumn } from "./survey-table.ts";
import { type UnequalMethod, type UnequalStage, unequalStage } from "./unequal-probabilities.ts";

/** A stage laid out by rows, and the columns that say how its units were drawn. */
export type DrawnStage = {
  readonly stage: Pick<SamplingStage, "units" | "strata" | "stratumOf" | "drawn" | "stratumLabel"> & {
    readonly unitOfRow: Int32Array;
    readonly stratumOfRow: Int32Array;
  };
  readonly probabilities: Float64Array;
  /** Name of the column with the probabilities. */
  readonly name: string;
  /** The first stage is 0. */
  readonly at: number;
};

/** A row as the file shows it: counted from 1, after the line of names. */
const fileRow = (row: number): number => row + 2;

/**
 * The probabilities with which the units of a stage were drawn, out of the column that holds them by rows.
 *
 * @param squares sum of squared probabilities over the population, by rows, and the name of its column
 * @returns the stage, or all that is wrong: probabilities that are not above 0 and at most 1, that differ
 *   inside one unit, sums of squares that differ inside a stratum or cannot be, and an approximation that
 *   breaks down
 */
export function layProbabilities(
  { stage, probabilities, name, at }: DrawnStage,
  method: UnequalMethod,
  squares: { readonly values: Float64Array; readonly name: string } | null,
): Result<UnequalStage> {
  const problems: Problem[] = [];
  const place = (row: number) => ({ field: `design.fpc[${at}]`, column: name, row: fileRow(row) });
  const outside = places(
    probabilities.length,
    (row) => !(probabilities[row]! > 0 && probabilities[row]! <= 1),
  );
  if (outside[0] !== undefined)
    problems.push(
      problem(
        "statistics.survey-probability-invalid",
        `"${name}" holds no probability in ${rowsText(outside)}; the first is ${probabilities[outside[0]]}. With unequal probabilities (pps) ` +
          "it holds the probability with which each unit came into the sample, above 0 and at most 1; population counts belong to designs without pps.",
        place(outside[0]),
      ),
    );
  const { values: byUnit, apart } = oneEach(probabilities, stage.unitOfRow, stage.units);
  if (apart[0] !== undefined)
    problems.push(
      problem(
        "statistics.survey-probability-uneven",
        `"${name}" differs inside one sampling unit in ${rowsText(apart)}: it is ${byUnit[stage.unitOfRow[apart[0]]!]} and ${probabilities[apart[0]]}. ` +
          "A unit is drawn as a whole and has one probability; correct the rows, or the column of sampling units.",
        place(apart[0]),
      ),
    );
  const known = squares === null ? null : oneEach(squares.values, stage.stratumOfRow, stage.strata);
  if (squares !== null && known !== null) problems.push(...squaresProblems(stage, squares, known));
  if (problems.length > 0) return { ok: false, problems };
  const laid = unequalStage(
    byUnit,
    stage.stratumOf,
    stage.strata,
    method === "hartley-rao" ? (known?.values ?? null) : null,
  );
  const broken = laid.openOf.findIndex((open) => open < 0);
  if (broken < 0) return ok(laid);
  return fail(
    problem(
      "statistics.survey-probability-invalid",
      `Hartley and Rao's approximation gives a variance below 0 in stratum "${stage.stratumLabel(broken)}": the probabilities of its units are large and "${squares?.name}" says that those of the population are small. ` +
        'Check both columns, or choose "brewer".',
      { field: "design.pps" },
    ),
  );
}

/** A column that a design with probabilities of its units cannot do without, in words. */
export const probabilitiesMissing = (): Problem =>
  problem(
    "statistics.survey-probability-invalid",
    "The design says that units were drawn with unequal probabilities (pps) and names no column that holds them. Name it under fpc, or leave pps out: then units count as drawn with replacement.",
    { field: "design.fpc" },
  );

/** The numbers of a column, or in words why there are none. */
export function squaresOf(
  column: SurveyColumn | undefined,
  name: string,
): Result<{ readonly values: Float64Array; readonly name: string }> {
  if (column?.kind === "number") return ok({ values: column.values, name });
  return fail(
    problem(
      "statistics.survey-column-not-numeric",
      column === undefined
        ? `The data have no column "${name}", which is to hold the sums of squared probabilities.`
        : `Column "${name}" holds text (row 2: ${cellText(column, 0)}); sums of squared probabilities are numbers.`,
      { field: "design.ppsSquares", column: name },
    ),
  );
}

function squaresProblems(
  stage: DrawnStage["stage"],
  squares: { readonly values: Float64Array; readonly name: string },
  { values, apart }: ReturnType<typeof oneEach>,
): readonly Problem[] {
  const place = (row: number) => ({ field: "design.ppsSquares", column: squares.name, row: fileRow(row) });
  const wrong = values.findIndex((value, of) => !(value > 0 && value <= stage.drawn[of]!));
  return [
    ...(apart[0] === undefined
      ? []
      : [
          problem(
            "statistics.survey-probability-uneven",
            `"${squares.name}" differs inside one stratum in ${rowsText(apart)}. The sum of squared probabilities over the population of a stratum is one number; correct the rows.`,
            place(apart[0]),
          ),
        ]),
    ...(wrong < 0
      ? []
      : [
          problem(
            "statistics.survey-probability-invalid",
            `"${squares.name}" is ${values[wrong]} in stratum "${stage.stratumLabel(wrong)}", where ${stage.drawn[wrong]} units were drawn. ` +
              "Probabilities of a population add up to the number drawn, so that their squares add up to less, and to more than 0.",
            place(stage.stratumOfRow.indexOf(wrong)),
          ),
        ]),
  ];
}

/** The value of each group, and the rows that differ from the first row of theirs. */
function oneEach(
  values: Float64Array,
  groupOfRow: Int32Array,
  groups: number,
): { readonly values: Float64Array; readonly apart: readonly number[] } {
  const first = new Float64Array(groups).fill(Number.NaN);
  const apart: number[] = [];
  for (const [row, value] of values.entries()) {
    const of = groupOfRow[row]!;
    if (Number.isNaN(first[of]!)) first[of] = value;
    else if (first[of] !== value) apart.push(row);
  }
  return { values: first, apart };
}

const places = (length: number, wrong: (row: number) => boolean): readonly number[] =>
  Array.from({ length }, (_, row) => row).filter(wrong);

const rowsText = (rows: readonly number[]): string =>
  `${rows.length === 1 ? "1 row" : `${rows.length} rows`} (${rows.length > 1 ? "rows" : "row"} ${rows.slice(0, 5).map(fileRow).join(", ")}${rows.length > 5 ? " and others" : ""})`;
