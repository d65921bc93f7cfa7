// All rows of a review as one matrix: filtered and counted, and as a file that can be imported again.

import { fail, ok, problem, type Result } from "#kernel";
import type { CellValue, ExtractionForm, ExtractionRow } from "#records";
import {
  extractedRows,
  extractionOutcome,
  extractionPlan,
  type MatrixRow,
  matrixColumns,
  matrixLine,
  mayKnowExtraction,
  ownExtractions,
  selectedRecords,
} from "#reviews";
import { oneBatch } from "../../downloads/download-table.ts";
import { readableSources } from "../../readable.ts";
import type { Download, RouteReply, RouteUseCase } from "../../use-case.ts";
import type { Readable } from "../appraisal/shown-report.ts";
import { guarded } from "../cells-of-tables.ts";
import { csvFile } from "../csv-file.ts";
import { type KnownReview, knownReview } from "../known-review.ts";
import { sheetFile } from "./sheet-file.ts";
import { mayReadRow, shownRow } from "./shown-rows.ts";

/** What a cell can be filtered by: each option, yes or no, the value itself, or why there is none. */
const keysOf = (row: ExtractionRow, field: string): readonly string[] => {
  const cell = row.cells[field];
  if (!cell) return ["empty"];
  if (cell.missing !== null) return [cell.missing];
  const { value } = cell;
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  return typeof value === "object" && value !== null ? value : [String(value)];
};

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const wordsOf = (row: ExtractionRow): string => {
  const say = (value: CellValue | null): string =>
    typeof value === "object" && value !== null ? value.join(" ") : String(value ?? "");
  return folded(
    [
      row.anchor?.quote,
      row.typed?.text,
      ...Object.values(row.cells).flatMap(({ value, note, anchor }) => [say(value), note, anchor?.quote]),
    ].join(" "),
  );
};

/** `field:value` conditions by field. */
function conditions(where: readonly string[] | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const one of where ?? []) {
    const at = one.indexOf(":");
    if (at <= 0) continue;
    const field = one.slice(0, at);
    found.set(field, (found.get(field) ?? new Set()).add(one.slice(at + 1)));
  }
  return found;
}

/** The rows that count and that somebody may know and read, with the title of their report. */
function rowsToShow({ state, me }: KnownReview, readable: Readable) {
  const told = extractedRows(state).filter(({ record }) => mayKnowExtraction(state, record, me));
  const read = told.filter(({ row }) => mayReadRow(readable, row));
  const titleOf = (record: string) => state.records.byId.get(record)?.record.title ?? "";
  return {
    withheld: told.length - read.length,
    rows: read.map(({ record, row }): MatrixRow => ({ record, title: titleOf(record), row })),
  };
}

export const extractionMatrix: RouteUseCase<"extractionMatrix"> = async (effects, actor, input) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state } = known.value;
  const form = extractionPlan(state)?.definition ?? null;
  const { rows, withheld } = rowsToShow(known.value, readable);
  const where = conditions(input.where);
  const words = folded(input.q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const found = rows.filter(
    ({ record, row }) =>
      (input.record === undefined || record === input.record) &&
      [...where].every(([field, wanted]) => keysOf(row, field).some((key) => wanted.has(key))) &&
      (words.length === 0 || words.every((word) => wordsOf(row).includes(word))),
  );
  const counts: Record<string, Record<string, number>> = {};
  for (const { id, kind } of form?.fields ?? []) {
    if (kind === "text" || kind === "number" || kind === "date") continue;
    const ofField: Record<string, number> = {};
    for (const { row } of found) for (const key of keysOf(row, id)) ofField[key] = (ofField[key] ?? 0) + 1;
    counts[id] = ofField;
  }
  const selected = selectedRecords(state);
  return ok({
    form: form as unknown as RouteReply<"extractionMatrix">["form"],
    reports: selected.length,
    extracted: selected.filter(({ record }) => extractionOutcome(state, record.id).status === "extracted")
      .length,
    all: rows.length,
    total: found.length,
    withheld,
    rows: found
      .slice(input.offset, input.offset + input.limit)
      .map(({ record, title, row }) => ({ record, title, row: shownRow(row) })),
    counts,
    titles: Object.fromEntries(selected.map(({ record }) => [record.id, record.title])),
  });
};

/** The rows asked for: those that count, or those of whoever asks. */
function rowsAsked(known: KnownReview, readable: Readable, which: "final" | "mine"): readonly MatrixRow[] {
  const { state, me } = known;
  if (which === "final") return rowsToShow(known, readable).rows;
  if (me === null) return [];
  return selectedRecords(state).flatMap(({ record }) =>
    [...(ownExtractions(state, record.id).get(me)?.rows.values() ?? [])]
      .filter((row) => mayReadRow(readable, row))
      .map((row) => ({ record: record.id, title: record.title, row })),
  );
}

export const downloadExtraction: RouteUseCase<"downloadExtraction"> = async (effects, actor, input) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const form = extractionPlan(known.value.state)?.definition;
  if (!form)
    return fail(
      problem(
        "reviews.not-planned",
        "The protocol of this review names no extraction form that was taken in, so there is no matrix to download.",
      ),
    );
  const rows = rowsAsked(known.value, readable, input.rows);
  const name = `${input.id}-extraction${input.rows === "mine" ? "-mine" : ""}`;
  return extractionFile(name, form, rows, input.format);
};

function extractionFile(
  name: string,
  form: ExtractionForm,
  rows: readonly MatrixRow[],
  format: "csv" | "xlsx" | "json",
): Result<Download> | Promise<Result<Download>> {
  const lines = rows.map((row) => matrixLine(form, row));
  switch (format) {
    case "csv":
      return ok(csvFile(`${name}.csv`, [matrixColumns(form), ...lines.map((line) => line.map(guarded))]));
    case "xlsx":
      return sheetFile(`${name}.xlsx`, {
        name: "matrix",
        columns: matrixColumns(form),
        rows: oneBatch(lines),
        longest: Math.max(0, ...lines.flat().map((cell) => String(cell).length)),
      });
    case "json": {
      const text = JSON.stringify(
        {
          format: "socle-extraction",
          form,
          rows: rows.map(({ record, title, row }) => ({ record, title, ...shownRow(row) })),
        },
        null,
        1,
      );
      return ok({
        fileName: `${name}.json`,
        mediaType: "application/json",
        stream: (async function* () {
          yield new TextEncoder().encode(`${text}\n`);
        })(),
      });
    }
  }
}
