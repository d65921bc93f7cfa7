// Rows of a file, cell by cell, into the columns that a request speaks of: one rule for all formats.

import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import { columnOfCells, type SurveyColumn, type SurveyTable } from "#statistics";

/** What a request needs of a file. */
export type WantedColumns = {
  /** Names of columns; `null` takes all. */
  readonly columns: readonly string[] | null;
  /** Texts that stand for a missing value. */
  readonly missing: readonly string[];
};

const listedRows = 5;

/** Takes the line of names and then row after row. */
export type SurveyCells = {
  row(cells: readonly string[]): void;
  table(): Result<SurveyTable>;
};

/**
 * Collects the columns wanted. Rows with another number of cells than the line of names are counted and told
 * with the first of them; empty rows at the end are none.
 */
export function surveyCells(file: string, { columns, missing }: WantedColumns): SurveyCells {
  let names: readonly string[] | null = null;
  let taken: readonly { readonly place: number; readonly cells: ReturnType<typeof columnOfCells> }[] = [];
  let rows = 0;
  let blank = 0;
  let uneven = 0;
  const first: string[] = [];
  let firstRow: number | null = null;
  const notLikeNames = (row: number, what: string) => {
    uneven += 1;
    firstRow ??= row;
    if (first.length < listedRows) first.push(`row ${row} ${what}`);
  };
  return {
    row(cells) {
      if (names === null) {
        names = cells.map((name) => name.trim());
        const wanted = columns === null ? null : new Set(columns);
        taken = names.flatMap((name, place) =>
          wanted === null || wanted.has(name) ? [{ place, cells: columnOfCells(missing) }] : [],
        );
        return;
      }
      if (names.length > 1 && cells.length <= 1 && (cells[0] ?? "").trim() === "") {
        blank += 1;
        return;
      }
      for (; blank > 0; blank--) notLikeNames(rows++ + 2, "is empty");
      if (cells.length !== names.length) notLikeNames(rows + 2, `has ${cells.length}`);
      rows += 1;
      for (const { place, cells: column } of taken) column.take(cells[place] ?? "");
    },
    table() {
      const problems: Problem[] = [];
      const given = names ?? [];
      if (uneven > 0)
        problems.push(
          problem(
            "survey.rows-uneven",
            `${uneven} of ${rows} rows of ${file} have another number of cells than the ${given.length} names in the first line (${first.join(", ")}${uneven > first.length ? " and others" : ""}). Which cell belongs to which column is open; put texts that hold the separator into quotation marks, and take empty rows out.`,
            { file, ...(firstRow === null ? {} : { row: firstRow }) },
          ),
        );
      const places = new Map<string, number[]>();
      for (const [place, name] of given.entries()) places.set(name, [...(places.get(name) ?? []), place + 1]);
      const read = new Map<string, SurveyColumn>();
      for (const { place, cells } of taken) {
        const name = given[place]!;
        const same = places.get(name)!;
        if (same.length > 1 && same[0] === place + 1)
          problems.push(
            problem(
              "survey.column-repeated",
              `${file} has ${same.length} columns called "${name}" (number ${same.join(", ")}). Which one is meant cannot be guessed; give each a name of its own.`,
              { file, row: 1, column: name },
            ),
          );
        read.set(name, cells.column());
      }
      if (problems.length > 0) return failAll(problems);
      return ok({ rows, columns: read, unread: given.filter((name) => !read.has(name)) });
    },
  };
}
