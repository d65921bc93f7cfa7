import type { WorkbookCell, WorkbookTable } from "#documents";
import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { Evaluation, Oddity } from "#records";
import { folded } from "../folded.ts";
import { oneValueAmong } from "./column-content.ts";
import type { EvaluationMapping, IdBasis, MappingOutcome, OpenValue, RowOutcome } from "./mapping.ts";
import type { MappingFieldId } from "./mapping-fields.ts";
import { noTitle } from "./propose-mapping.ts";
import { recordId, wholeRowId } from "./record-id.ts";
import { type PreparedMapping, rowReader } from "./row-reader.ts";
import { type MappingContext, type RowRecord, rowRecord, titlesOf } from "./row-record.ts";
import { countText } from "./split-cell.ts";

export type ApplyContext = MappingContext & {
  /** Records already in the registry, by identifier: what is new and what changes is told against them. */
  readonly known?: ReadonlyMap<string, Evaluation>;
};

/** Rows named with an open value. */
const namedRows = 20;

/** Rows of one step, and cells looked at in one: a few hundredths of a second of work. */
const rowsAtOnce = 200;
const cellsAtOnce = 5_000;

/** What a table as a whole came to, when all its rows are told. */
export type MappingEnd = Pick<MappingOutcome, "openValues" | "problems">;

/**
 * What is made of a mapping once for all rows. Only columns that are taken apart at commas are looked through
 * for texts that are one value with a comma in it.
 */
function* prepare(table: WorkbookTable, mapping: EvaluationMapping): Generator<readonly [], PreparedMapping> {
  const positions = new Map(table.header.map(({ name, column }) => [name, column - 1]));
  const apart = new Set(
    mapping.fields.filter(({ separators }) => separators.length > 0).flatMap(({ columns }) => columns),
  );
  const isOneValue = new Map<string, (text: string) => boolean>();
  for (const name of apart) {
    const position = positions.get(name);
    if (position === undefined) continue;
    const counts = new Map<string, number>();
    for (const rows of inParts(table.rows, cellsAtOnce)) {
      for (const row of rows) countText(counts, row[position]!.text);
      yield [];
    }
    isOneValue.set(name, oneValueAmong(counts));
  }
  const siblings = new Map(
    mapping.fields.map((field) => [
      field.field,
      mapping.fields.filter(
        (other) => other !== field && other.columns.some((column) => field.columns.includes(column)),
      ),
    ]),
  );
  return {
    mapping,
    byField: new Map(mapping.fields.map((field) => [field.field, field])),
    positions,
    isOneValue,
    siblings,
  };
}

function* inParts<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/**
 * What a table becomes under a mapping, row by row, before anything is stored: the record each row would make
 * with the cell each value came from, whether it is new or changes a known one, what is odd or missing and
 * why, and which rows make no record. Nothing is partly taken over: whether rows that are refused keep the
 * others out is for the caller to decide.
 *
 * Identifiers are the source's own behind the mapping's prefix, else a hash of source, title and year; for a
 * second row with the same title and year, of the whole row.
 *
 * @param table one sheet as it was read
 * @param mapping proposed or saved; it must fit the table
 * @param context the source file; whether its evaluations are real; records already known
 * @returns every row of the table, with all open values; or why the mapping does not fit the table
 * @limits Nothing is concluded from titles and texts; only the region may follow from the countries, and says so.
 */
export function applyMapping(
  table: WorkbookTable,
  mapping: EvaluationMapping,
  context: ApplyContext,
): Result<MappingOutcome> {
  const steps = mappedRows(table, mapping, context);
  if (!steps.ok) return steps;
  const rows: RowOutcome[] = [];
  let step = steps.value.next();
  for (; !step.done; step = steps.value.next()) rows.push(...step.value);
  return ok({ rows, ...step.value });
}

/**
 * As `applyMapping`, some hundred rows at a time in the order of the table, so that a large table never stands
 * in memory as records and whoever asks can let others have their turn between two steps. A step without
 * rows only says that the work goes on.
 *
 * @returns the steps, at their end what concerns the table as a whole; or why the mapping does not fit
 */
export function mappedRows(
  table: WorkbookTable,
  mapping: EvaluationMapping,
  context: ApplyContext,
): Result<Generator<readonly RowOutcome[], MappingEnd>> {
  const misfits = misfitsOf(mapping, table, context.name);
  return misfits.length > 0 ? failAll(misfits) : ok(rowsInSteps(table, mapping, context));
}

function* rowsInSteps(
  table: WorkbookTable,
  mapping: EvaluationMapping,
  context: ApplyContext,
): Generator<readonly RowOutcome[], MappingEnd> {
  const prepared = yield* prepare(table, mapping);
  const titles = new Map<string, number>();
  for (const rows of inParts(table.rows, rowsAtOnce)) {
    for (const cells of rows) {
      const title = folded(titlesOf(rowReader(cells, prepared)).chosen);
      titles.set(title, (titles.get(title) ?? 0) + 1);
    }
    yield [];
  }
  const seen = new Map<string, number>();
  const open = new Map<string, { field: MappingFieldId; value: string; count: number; rows: number[] }>();
  for (const rows of inParts(table.rows, rowsAtOnce))
    yield rows.map((cells): RowOutcome => {
      const made = rowRecord(cells, table, prepared, context);
      const row = cells[0]?.row ?? 0;
      for (const { field, value } of made.reader.open) {
        const key = `${field}\n${folded(value)}`;
        const entry = open.get(key) ?? { field, value, count: 0, rows: [] };
        entry.count++;
        if (entry.rows.length < namedRows) entry.rows.push(row);
        open.set(key, entry);
      }
      return outcomeOf(row, cells, made, prepared, context, seen, titles);
    });
  const openValues: readonly OpenValue[] = [...open.values()].sort(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  );
  return { openValues, problems: openProblems(openValues, context.name) };
}

function misfitsOf(mapping: EvaluationMapping, table: WorkbookTable, file: string): readonly Problem[] {
  const present = new Set(table.header.map(({ name }) => name));
  const absent = mapping.fields.flatMap(({ field, columns }) =>
    columns.filter((column) => !present.has(column)).map((column) => ({ field, column })),
  );
  const problems = absent.map(({ field, column }) =>
    problem(
      "evaluations.mapping-misfit",
      `The mapping of ${mapping.source} takes ${field} from the column "${column}", which ${file} does not have. Its columns are: ${[...present].join(", ").slice(0, 300)}. Choose the column anew. Nothing was imported.`,
      { file, column },
    ),
  );
  const hasTitle = mapping.fields.some(({ field }) => field === "title" || field.startsWith("title."));
  return hasTitle ? problems : [...problems, noTitle(table, table.rows.length)];
}

function outcomeOf(
  row: number,
  cells: readonly WorkbookCell[],
  { record, ownId, reader }: RowRecord,
  prepared: PreparedMapping,
  context: ApplyContext,
  seen: Map<string, number>,
  titles: ReadonlyMap<string, number>,
): RowOutcome {
  const { mapping } = prepared;
  const at = { file: context.name, row };
  const refused = (found: Problem): RowOutcome => ({
    row,
    state: "refused",
    record: null,
    idBasis: null,
    changed: [],
    oddities: reader.oddities,
    problems: [found],
  });
  if (record.title === "")
    return refused(
      problem(
        "evaluations.mapping-title-empty",
        `Row ${row} has no title, so it makes no record: it could not be told from another. Fill the title in, or leave the row out.`,
        at,
      ),
    );
  const made = identified(mapping, ownId, record, cells, seen);
  if ("taken" in made) {
    const isRow = made.basis !== "column";
    return refused(
      problem(
        isRow ? "evaluations.mapping-row-repeated" : "evaluations.mapping-id-repeated",
        isRow
          ? `Row ${row} is the same as row ${made.taken} in every cell. Take one of the two out.`
          : `Row ${row} has the identifier ${ownId}, which stands already in row ${made.taken}; one of the two would overwrite the other. Give each row its own, or map the column to another field.`,
        at,
      ),
    );
  }
  seen.set(made.id, row);
  const alike = titles.get(folded(record.title)) ?? 0;
  if (alike > 1)
    reader.odd(
      "evaluations.mapping-title-repeated",
      `Row ${row}: the title stands in ${alike} rows of this table. They may be one evaluation or several.`,
    );
  if (cells.every((cell) => cell.kind === "empty" || cell.flags?.includes("hidden")))
    reader.odd("evaluations.mapping-row-hidden", `Row ${row} is hidden in the spreadsheet.`);
  const openHere: readonly Oddity[] = reader.open
    .filter(({ field }) => field !== "countries")
    .map(({ field, value }) => ({
      code: "evaluations.mapping-value-open",
      message: `Row ${row}: "${value.slice(0, 80)}" is mapped to no code of ${field}; the field does not take it over.`,
    }));
  const oddities = [...reader.oddities, ...openHere];
  const complete: Evaluation = { ...record, id: made.id, oddities };
  const known = context.known?.get(made.id);
  const changed = known === undefined ? [] : changedFields(known, complete);
  return {
    row,
    state: known === undefined ? "new" : changed.length > 0 ? "changed" : "unchanged",
    record: complete,
    idBasis: made.basis,
    changed,
    oddities,
    problems: [],
  };
}

function identified(
  mapping: EvaluationMapping,
  ownId: string | null,
  record: RowRecord["record"],
  cells: readonly WorkbookCell[],
  seen: ReadonlyMap<string, number>,
): { readonly id: string; readonly basis: IdBasis } | { readonly taken: number; readonly basis: IdBasis } {
  const { source, prefix } = mapping;
  const first = recordId(prefix, ownId, { source, title: record.title, year: record.year });
  const taken = seen.get(first.id);
  if (taken === undefined) return first;
  if (first.basis === "column") return { taken, basis: "column" };
  const whole = wholeRowId(prefix, source, cells);
  const again = seen.get(whole.id);
  if (again !== undefined) return { taken: again, basis: "whole-row" };
  return whole;
}

/** What changes by every import, or says the same in other words. */
const notCompared: ReadonlySet<string> = new Set(["provenance", "valueOrigins", "oddities"]);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const changedFields = (known: Evaluation, made: Evaluation): readonly string[] =>
  (Object.keys(made) as (keyof Evaluation)[]).filter(
    (field) => !notCompared.has(field) && canonical(known[field]) !== canonical(made[field]),
  );

/** Open values told as problems of the whole table; the rest is in the list. */
const named = 50;

const openProblems = (open: readonly OpenValue[], file: string): readonly Problem[] =>
  open
    .slice(0, named)
    .map(({ field, value, count, rows }) =>
      problem(
        "evaluations.mapping-value-open",
        `"${value.slice(0, 80)}" stands in ${count} row${count === 1 ? "" : "s"} (${rows.slice(0, 5).join(", ")}${count > 5 ? " …" : ""}) and is mapped to nothing in ${field}. Choose what it means, or say that it has no code.`,
        { file, row: rows[0]!, field },
      ),
    );
