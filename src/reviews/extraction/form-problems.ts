// What is wrong with a form, and with rows filled in to it.

import { type Problem, problem } from "#kernel";
import type { CellValue, ExtractionCell, ExtractionField, ExtractionForm, ExtractionRow } from "#records";
import { twice } from "../appraisal/instrument-problems.ts";

const nothing = "Nothing was recorded.";

export function formProblems({ fields }: ExtractionForm): readonly Problem[] {
  return [
    ...twice(
      "fields",
      fields.map(({ id }) => id),
      "fields",
    ),
    ...fields.flatMap(({ id, kind, options }) =>
      twice(
        `options of ${id}`,
        options.map((option) => option.id),
        id,
      ).concat(
        (kind === "choice" || kind === "choices") && options.length === 0
          ? [
              problem(
                "reviews.definition-invalid",
                `${id} is a choice without anything to choose from. Give it options, or make it a text. ${nothing}`,
                { field: id },
              ),
            ]
          : [],
      ),
    ),
  ];
}

/** What a value must be, as completes "must be …"; null where it is. */
function misfit(field: ExtractionField, value: CellValue): string | null {
  const options = new Set(field.options.map(({ id }) => id));
  const listed = [...options].join(", ");
  switch (field.kind) {
    case "text":
      return typeof value === "string" && value.trim() !== "" ? null : "some words";
    case "choice":
      return typeof value === "string" && options.has(value) ? null : `one of ${listed}`;
    case "choices":
      return Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((one) => options.has(one))
        ? null
        : `one or more of ${listed}, each once`;
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? null : "a number";
    case "date":
      return typeof value === "string" && isDay(value) ? null : "a day, month or year such as 2020-01-24";
    case "yes-no":
      return typeof value === "boolean" ? null : "yes or no";
  }
}

/** A day that the calendar has, a month, or a year. */
function isDay(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!parts) return false;
  const month = Number(parts[2] ?? 1);
  const year = Number(parts[1]);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && Number(parts[3] ?? 1) >= 1 && Number(parts[3] ?? 1) <= days;
}

/** What is wrong with one cell; `where` names record and row. */
function cellProblems(
  field: ExtractionField,
  cell: ExtractionCell,
  row: ExtractionRow,
  where: string,
): readonly Problem[] {
  const refused = (code: string, message: string) => [
    problem(code, `${where}, field ${field.id}: ${message} ${nothing}`, { field: field.id }),
  ];
  if ((cell.value === null) === (cell.missing === null))
    return refused(
      "reviews.cell-unfit",
      cell.value === null
        ? "there is neither a value nor a reason why there is none. Say that it is not reported, or leave the cell out."
        : `there is a value and "${cell.missing}" at once. A value that is there is not missing.`,
    );
  if (cell.value === null) return [];
  const wanted = misfit(field, cell.value);
  if (wanted !== null)
    return refused(
      "reviews.cell-unfit",
      `${JSON.stringify(cell.value)?.slice(0, 100)} does not fit; it must be ${wanted}.`,
    );
  return field.passage === "required" && !cell.anchor && !cell.typed && !row.anchor && !row.typed
    ? refused(
        "reviews.passage-missing",
        "the form asks for the passage this rests on. Mark it in the report, for the cell or for its row, or type it with its page where the report is not held.",
      )
    : [];
}

/** Everything wrong with a row: unknown fields, values that do not fit, passages that are missing. */
export function rowProblems(form: ExtractionForm, row: ExtractionRow, record: string): readonly Problem[] {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const where = `${record}, row ${row.row}`;
  return Object.entries(row.cells).flatMap(([id, cell]) => {
    const field = fields.get(id);
    return field
      ? cellProblems(field, cell, row, where)
      : [
          problem(
            "reviews.cell-unfit",
            `${where}: the form ${form.id} ${form.version} has no field "${id}". ${nothing}`,
            { field: id },
          ),
        ];
  });
}

/** Fields of a row that are required and still empty. */
export const emptyRequired = (form: ExtractionForm, row: ExtractionRow): readonly string[] =>
  form.fields.filter(({ id, required }) => required && !row.cells[id]).map(({ id }) => id);
