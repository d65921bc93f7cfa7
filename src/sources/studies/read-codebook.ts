import { readWorkbook, type WorkbookCell } from "#documents";
import { failAll, type Localised, ok, type Problem, problem, type Result } from "#kernel";
import { type VariableCategory, variableKinds } from "#records";
import { nearestName } from "../nearest-name.ts";
import type { DeclaredFile, DeclaredVariable } from "./declared-data.ts";
import { missingMeaning } from "./missing-meaning.ts";
import type { StudiesProblemCode } from "./problems.ts";

export type CodebookReading = {
  readonly variables: readonly DeclaredVariable[];
  /** What is odd about the table and leaves it readable: labels in the wrong encoding, hidden rows. */
  readonly notices: readonly Problem[];
};

/** Columns by what they are called, without case, blanks and separators. */
const columnNames = {
  file: ["file", "filename", "datafile", "dataset"],
  variable: ["variable", "name", "variablename", "var", "column"],
  label: ["label", "variablelabel", "description", "labl"],
  kind: ["kind"],
  values: ["values", "valuelabels", "categories", "codes", "labels"],
  missing: ["missing", "missingcodes", "missingvalues"],
  question: ["question", "questiontext", "literalquestion"],
  universe: ["universe"],
  unit: ["unit", "units"],
  concept: ["concept"],
  note: ["note", "notes", "comment"],
  // Known, and not part of a variable: how a program keeps the column says nothing of what it measures.
  type: ["type", "storagetype", "format", "width", "decimals"],
} as const;
type CodebookColumn = keyof typeof columnNames;

const bare = (text: string) => text.toLowerCase().replace(/[\s._-]+/g, "");

type Row = {
  readonly row: number;
  readonly cell: (column: CodebookColumn) => string;
};

/**
 * Variables out of a codebook kept as a table (CSV, XLSX): a row for each, with columns such as file, variable,
 * label and values, the values as `1=Male|2=Female`. Missing codes are those named in a column `missing`
 * (`8|9`) and those whose label says that there is no answer. The column `kind` may hold one of the six kinds;
 * what a program calls the type of a column (double, character) is no kind and is not taken.
 *
 * @param files the declared files, by which `households.csv` is found to be `households`; may be one alone,
 *   then the table needs no column for it
 * @returns what the table says of each variable, or every fault with its row and column
 */
export async function readCodebook(
  bytes: Uint8Array,
  file: string,
  files: readonly Pick<DeclaredFile, "name" | "file">[],
): Promise<Result<CodebookReading>> {
  const read = await readWorkbook(bytes, file);
  if (!read.ok) return read;
  const problems: Problem[] = [];
  const [table] = read.value.tables;
  const columns = new Map<CodebookColumn, number>();
  for (const { name, column } of table!.header)
    for (const [known, names] of Object.entries(columnNames))
      if ((names as readonly string[]).includes(bare(name)) && !columns.has(known as CodebookColumn))
        columns.set(known as CodebookColumn, column);
  const tell = (code: StudiesProblemCode, message: string, row: number, column: string) =>
    problems.push(problem(code, `${message} Nothing was imported.`, { file, row, column }));
  for (const needed of ["variable", ...(files.length === 1 ? [] : ["file"])] as const)
    if (!columns.has(needed as CodebookColumn))
      tell(
        "studies.codebook-column-missing",
        `${file} has no column "${needed}", without which its rows describe nothing. Its columns are: ${table!.header
          .map(({ name }) => name)
          .join(", ")
          .slice(0, 300)}.`,
        table!.headerRow,
        needed,
      );
  if (problems.length > 0) return failAll(problems);
  const rows = table!.rows.map((cells) => rowOf(cells, columns));
  const seen = new Map<string, number>();
  const variables: DeclaredVariable[] = [];
  for (const row of rows) {
    const name = row.cell("variable");
    if (name === "") {
      tell(
        "studies.field-missing",
        `Row ${row.row} names no variable. Fill it in, or take the row out.`,
        row.row,
        "variable",
      );
      continue;
    }
    const of = fileOf(row, files, tell);
    if (of === null) continue;
    const key = JSON.stringify([of, name]);
    const before = seen.get(key);
    if (before !== undefined)
      tell(
        "studies.repeated",
        `Row ${row.row}: ${name} of ${of} stands already in row ${before}. Which one counts cannot be guessed; take one out.`,
        row.row,
        "variable",
      );
    seen.set(key, row.row);
    variables.push(variableOf(row, of, name, tell));
  }
  return problems.length > 0 ? failAll(problems) : ok({ variables, notices: read.value.problems });
}

type Tell = (code: StudiesProblemCode, message: string, row: number, column: string) => void;

function rowOf(cells: readonly WorkbookCell[], columns: ReadonlyMap<CodebookColumn, number>): Row {
  return {
    row: cells[0]!.row,
    cell: (column) => {
      const at = columns.get(column);
      return at === undefined ? "" : (cells[at - 1]?.text.trim() ?? "");
    },
  };
}

/** By the file's own name or by what it is called; without a folder and its ending too. */
function fileOf(row: Row, files: readonly Pick<DeclaredFile, "name" | "file">[], tell: Tell): string | null {
  const said = row.cell("file");
  if (said === "" && files.length === 1) return files[0]!.name;
  const plain = (text: string) =>
    text
      .replace(/^.*[\\/]/, "")
      .replace(/\.[A-Za-z]\w{0,9}$/, "")
      .toLowerCase();
  const found =
    files.find(({ name, file }) => name === said || file === said) ??
    files.find(({ name, file }) => plain(file) === plain(said) || name === plain(said));
  if (found !== undefined) return found.name;
  const near = nearestName(
    said,
    files.flatMap(({ name, file }) => [name, file]),
  );
  tell(
    "studies.file-not-declared",
    `Row ${row.row}, column file: "${said.slice(0, 60)}" is no declared file${near === null ? "" : `; the nearest is "${near}"`}. The files are ${files.map(({ name, file }) => `${name} (${file})`).join(", ") || "none"}.`,
    row.row,
    "file",
  );
  return null;
}

const english = (text: string): Localised => ({ en: text });

function variableOf(row: Row, file: string, name: string, tell: Tell): DeclaredVariable {
  const said = row.cell("kind").toLowerCase();
  const kind = variableKinds.find((each) => each === said);
  if (said !== "" && kind === undefined) {
    const near = nearestName(said, variableKinds);
    tell(
      "studies.word-unknown",
      `Row ${row.row}, column kind: "${said.slice(0, 40)}" is none of ${variableKinds.join(", ")}${near === null ? "" : `; the nearest is "${near}"`}.`,
      row.row,
      "kind",
    );
  }
  const categories = categoriesOf(row, tell);
  const texts = (["label", "question", "universe", "note"] as const).flatMap((column) => {
    const text = row.cell(column);
    return text === "" ? [] : [[column, english(text)] as const];
  });
  const words = (["unit", "concept"] as const).flatMap((column) => {
    const text = row.cell(column);
    return text === "" ? [] : [[column, text] as const];
  });
  return {
    file,
    name,
    ...Object.fromEntries(texts),
    ...Object.fromEntries(words),
    ...(kind === undefined ? {} : { kind }),
    ...(categories.length === 0 ? {} : { categories }),
  };
}

/** `1=Male|2=Female`, or a line for each. */
function categoriesOf(row: Row, tell: Tell): readonly VariableCategory[] {
  const missing = new Set(
    row
      .cell("missing")
      .split(/[|;,\s]+/)
      .filter((code) => code !== ""),
  );
  const found = new Map<string, VariableCategory>();
  for (const part of row.cell("values").split(/[|\n]/)) {
    if (part.trim() === "") continue;
    const at = part.indexOf("=");
    const code = part.slice(0, Math.max(at, 0)).trim();
    if (code === "") {
      tell(
        "studies.field-invalid",
        `Row ${row.row}, column values: "${part.trim().slice(0, 60)}" has no code before an equals sign, so that no answer has this name. Write values as 1=Male|2=Female.`,
        row.row,
        "values",
      );
      continue;
    }
    const label = part.slice(at + 1).trim() || code;
    if (found.has(code))
      tell(
        "studies.repeated",
        `Row ${row.row}, column values: the code ${code.slice(0, 40)} stands twice ("${found.get(code)!.label.en.slice(0, 40)}" and "${label.slice(0, 40)}"). An answer would have two names; take one out.`,
        row.row,
        "values",
      );
    const reason = missingMeaning(label);
    found.set(code, {
      code,
      label: english(label),
      missing: missing.has(code) ? (reason ?? "missing") : reason,
    });
  }
  // Codes marked as missing that no value names.
  for (const code of missing)
    if (!found.has(code)) found.set(code, { code, label: english(code), missing: "missing" });
  return [...found.values()];
}
