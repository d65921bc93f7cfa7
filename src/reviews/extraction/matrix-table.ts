// Rows of an extraction as a plain table, and back. Columns are keyed by the identifiers of fields, so that
// two fields with the same label stay two, and what is exported comes back as it was.

import { type Problem, problem } from "#kernel";
import {
  type Anchor,
  type CellMissing,
  type CellValue,
  cellMissings,
  type ExtractionCell,
  type ExtractionField,
  type ExtractionForm,
  type ExtractionRow,
  type TypedQuote,
} from "#records";

/** What stands before the fields. `title`, `quote` and `page` are for the reader. */
const rowColumns = ["record", "row", "title", "quote", "page", "passage", "proposal"] as const;
const cellColumns = ["", ".missing", ".note", ".passage"] as const;

export const matrixColumns = ({ fields }: ExtractionForm): readonly string[] => [
  ...rowColumns,
  ...fields.flatMap(({ id }) => cellColumns.map((suffix) => `${id}${suffix}`)),
];

export type MatrixRow = { readonly record: string; readonly title: string; readonly row: ExtractionRow };

const passageText = (anchor: Anchor | null, typed: TypedQuote | null): string =>
  anchor || typed ? JSON.stringify({ ...(anchor && { anchor }), ...(typed && { typed }) }) : "";

function valueText(value: CellValue | null): string | number {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? value.join("; ") : value;
}

/** One row as cells, in the order of `matrixColumns`. */
export function matrixLine(
  form: ExtractionForm,
  { record, title, row }: MatrixRow,
): readonly (string | number)[] {
  return [
    record,
    row.row,
    title,
    row.anchor?.quote ?? row.typed?.text ?? "",
    row.anchor?.page ?? row.typed?.page ?? "",
    passageText(row.anchor, row.typed),
    row.proposal ?? "",
    ...form.fields.flatMap(({ id }) => {
      const cell = row.cells[id];
      return cell
        ? [valueText(cell.value), cell.missing ?? "", cell.note ?? "", passageText(cell.anchor, cell.typed)]
        : ["", "", "", ""];
    }),
  ];
}

/** What a passage column holds; whether it fits an anchor is for the caller to ask. */
export type ReadPassage = (text: string) => {
  readonly anchor: Anchor | null;
  readonly typed: TypedQuote | null;
} | null;

function readValue({ kind }: ExtractionField, text: string): CellValue {
  switch (kind) {
    case "number": {
      const value = Number(text);
      // What is no number is left as it is and refused with its field.
      return Number.isFinite(value) ? value : text;
    }
    case "yes-no":
      return /^(yes|true|1)$/i.test(text) ? true : /^(no|false|0)$/i.test(text) ? false : text;
    case "choices":
      return text
        .split(";")
        .map((one) => one.trim())
        .filter((one) => one !== "");
    default:
      return text;
  }
}

/** Columns the form does not know, each a problem. */
export const columnProblems = (form: ExtractionForm, header: readonly string[]): readonly Problem[] => {
  const known = new Set(matrixColumns(form));
  const missing = ["record"].filter((name) => !header.includes(name));
  return [
    ...header
      .filter((name) => !known.has(name))
      .map((name) =>
        problem(
          "reviews.column-unknown",
          `Column "${name}" is none of the form ${form.id} ${form.version}. Columns bear identifiers of fields, not their labels: ${form.fields.map(({ id }) => id).join(", ")}; take the table from the download of the matrix. Nothing was imported.`,
          { column: name },
        ),
      ),
    ...missing.map((name) =>
      problem(
        "reviews.column-unknown",
        `The table has no column "${name}", so nobody knows which report a row belongs to. Nothing was imported.`,
        { column: name },
      ),
    ),
  ];
};

export type ReadLine = {
  readonly record: string;
  readonly row: ExtractionRow;
  readonly problems: readonly Problem[];
};

/**
 * A row from one line of a table. `quote` and `page` make a passage typed by hand where the column `passage`
 * is empty; beside a passage they are for the reader alone.
 *
 * @param cellOf text of a column; empty where there is none
 * @param line number of the line in the file, for messages, and for the name of a row that has none
 */
export function readMatrixLine(
  form: ExtractionForm,
  cellOf: (column: string) => string,
  line: number,
  passageOf: ReadPassage,
): ReadLine {
  const problems: Problem[] = [];
  const wrong = (column: string, message: string) => {
    problems.push(
      problem("reviews.cell-unfit", `Line ${line}, column ${column}: ${message} Nothing was imported.`, {
        row: line,
        column,
      }),
    );
  };
  const passage = (column: string) => {
    const text = cellOf(column);
    if (text === "") return { anchor: null, typed: null };
    const found = passageOf(text);
    if (!found) wrong(column, "this is no passage as the download writes it. Leave the column as it was.");
    return found ?? { anchor: null, typed: null };
  };
  const cells: Record<string, ExtractionCell> = {};
  for (const field of form.fields) {
    const text = cellOf(field.id);
    const missing = cellOf(`${field.id}.missing`);
    const note = cellOf(`${field.id}.note`);
    const own = passage(`${field.id}.passage`);
    if (text === "" && missing === "") {
      if (note !== "" || own.anchor || own.typed)
        wrong(field.id, "there is a note or a passage, and neither a value nor a reason why there is none.");
      continue;
    }
    if (missing !== "" && !cellMissings.includes(missing as CellMissing)) {
      wrong(`${field.id}.missing`, `"${missing}" is none of ${cellMissings.join(", ")}.`);
      continue;
    }
    cells[field.id] = {
      value: text === "" ? null : readValue(field, text),
      missing: missing === "" ? null : (missing as CellMissing),
      ...own,
      note: note === "" ? null : note,
    };
  }
  const ofRow = passage("passage");
  const quote = cellOf("quote");
  const page = cellOf("page");
  const isTyped = !ofRow.anchor && !ofRow.typed && quote !== "" && page !== "";
  const row = cellOf("row");
  if (row !== "" && !/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(row))
    wrong(
      "row",
      `"${row.slice(0, 60)}" is no name for a row: letters, digits, hyphen and underscore, at most 40.`,
    );
  return {
    record: cellOf("record"),
    row: {
      row: row === "" ? `line-${line}` : row,
      anchor: ofRow.anchor,
      typed: isTyped ? { text: quote, page } : ofRow.typed,
      proposal: cellOf("proposal") === "" ? null : cellOf("proposal"),
      cells,
    },
    problems,
  };
}
