// Sums of survey rows by sampling unit and group, made where the rows lie: what an estimator needs of a
// million rows are some thousand sums.

import type { DuckDBConnection } from "@duckdb/node-api";
import { named } from "./engine.ts";

export type UnitSumsQuestion = {
  /** View or table of the rows. */
  readonly rows: string;
  /** Columns of the design: strata, sampling units, population counts. */
  readonly design: readonly string[];
  /** Columns whose values part the rows into groups. */
  readonly by: readonly string[];
  readonly weight: string;
  readonly variables: readonly string[];
  /** Whether values are summed less their weighted mean, which means want and totals and ratios do not. */
  readonly centred: boolean;
  /** A condition that rows meet whose values count; the units of the others stay. */
  readonly where?: string | null;
};

type Column =
  | { readonly kind: "number"; readonly values: Float64Array }
  | { readonly kind: "category"; readonly codes: Int32Array; readonly levels: readonly string[] };

/**
 * Sums by unit and group, in the shape `estimateOfSums` of the statistics takes.
 *
 * Rows without a value in one of the variables, or with a weight of 0, count as such and add to no sum: their
 * units were drawn, too. Cells come in no particular order.
 */
export async function unitSums(connection: DuckDBConnection, question: UnitSumsQuestion) {
  const { variables } = question;
  const groups = [...new Set([...question.design, ...question.by])];
  const weight = named(question.weight);
  const inside = question.where ?? "true";
  const taken = `${inside} AND ${weight} > 0`;
  const complete = [taken, ...variables.map((name) => `${named(name)} IS NOT NULL`)].join(" AND ");
  const centre = await centresOf(connection, question, complete);
  const sum = (of: string, where: string) => `coalesce(sum(${of}) FILTER (${where}), 0)::DOUBLE`;
  const reader = await connection.runAndReadAll(
    `SELECT ${[
      ...groups.map(named),
      sum("1", complete),
      sum("1", `${taken} AND NOT (${complete})`),
      sum("1", `${weight} IS NULL OR ${weight} < 0 OR NOT isfinite(${weight})`),
      sum(weight, complete),
      ...variables.map((name, at) => sum(`${weight} * (${named(name)} - ${centre[at]})`, complete)),
    ].join(", ")}
     FROM ${named(question.rows)} GROUP BY ${groups.map(named).join(", ")}`,
  );
  const values = reader.getColumns();
  const isText = values.map((cells) =>
    cells.some((value) => typeof value === "string" || typeof value === "boolean"),
  );
  const numbers = (at: number) => {
    const column = values[at] ?? [];
    const found = new Float64Array(column.length);
    for (let row = 0; row < column.length; row++)
      found[row] = column[row] === null ? Number.NaN : Number(column[row]);
    return found;
  };
  const columns = new Map<string, Column>(
    groups.map((name, at) => [
      name,
      isText[at] ? categoryOf(values[at] ?? []) : { kind: "number", values: numbers(at) },
    ]),
  );
  const [cases, missing, faulty, weights, ...sums] = Array.from({ length: 4 + variables.length }, (_, at) =>
    numbers(groups.length + at),
  );
  return {
    cells: { rows: reader.currentRowCount, columns },
    cases: cases!,
    missing: missing!,
    faulty: faulty!,
    weight: weights!,
    sums,
    centre,
  };
}

async function centresOf(
  connection: DuckDBConnection,
  { rows, weight, variables, centred }: UnitSumsQuestion,
  complete: string,
): Promise<readonly number[]> {
  if (!centred) return variables.map(() => 0);
  const means = variables.map((name) => `sum(${named(weight)} * ${named(name)}) / sum(${named(weight)})`);
  const reader = await connection.runAndReadAll(
    `SELECT ${means.join(", ")} FROM ${named(rows)} WHERE ${complete}`,
  );
  return reader.getRows()[0]!.map((value) => Number(value ?? 0));
}

function categoryOf(values: readonly unknown[]): Column {
  const levels = [...new Set(values.filter((value) => value !== null).map(String))].sort();
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : codeOf.get(String(value))!));
  return { kind: "category", codes, levels };
}
