// Tables of references (CSV, TSV, XLSX, a JSON list of rows) to references.

import type { WorkbookReading } from "#documents";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { BibliographicRecord, BibliographicType } from "#records";
import { authorList } from "./author-list.ts";
import { decisionOfCell, type EarlierDecision } from "./earlier-decision.ts";
import { documentWords } from "./entry-types.data.ts";
import { isoDate, type SkippedLine } from "./reading.ts";
import { type AssignedColumns, assignColumns, hasIdentity } from "./record-columns.ts";
import { monthOf, recordDraft, yearIn } from "./record-draft.ts";

export type TableReading = {
  readonly records: readonly BibliographicRecord[];
  readonly lines: readonly number[];
  /** Of each record. */
  readonly decisions: readonly (readonly EarlierDecision[])[];
  readonly skipped: readonly SkippedLine[];
  readonly problems: readonly Problem[];
};

/** References of all sheets that hold such; a sheet that does not is named. */
export function readRecordTable(reading: WorkbookReading, file: string): Result<TableReading> {
  const records: BibliographicRecord[] = [];
  const lines: number[] = [];
  const decisions: (readonly EarlierDecision[])[] = [];
  const skipped: SkippedLine[] = [];
  const problems: Problem[] = [];
  let isAny = false;
  for (const table of reading.tables) {
    const names = table.header.map(({ name }) => name);
    const columns = assignColumns(names);
    const place = { file, ...(table.sheet === null ? {} : { sheet: table.sheet }) };
    if (!hasIdentity(columns)) {
      problems.push(
        problem(
          "sources.bibliography-columns-unknown",
          `${table.sheet === null ? file : `Sheet "${table.sheet}" of ${file}`} has no column of titles, DOIs or PubMed numbers; its columns are: ${names.join(", ").slice(0, 300)}. Nothing of it was read. Call the column of titles "title".`,
          { ...place, row: table.headerRow },
        ),
      );
      continue;
    }
    isAny = true;
    for (const row of table.rows) {
      const cells = names.map((_, i) => row[i]?.text ?? "");
      const line = row[0]?.row ?? table.headerRow;
      const read = recordOf(cells, names, columns);
      if (read === null)
        skipped.push({
          line,
          text: cells
            .filter((cell) => cell !== "")
            .join(" | ")
            .slice(0, 200),
          why: "none of its cells stands in a column that tells a reference",
        });
      else {
        records.push(read.record);
        lines.push(line);
        decisions.push(read.decisions);
      }
    }
  }
  if (!isAny) return fail(problems[0]!, ...problems.slice(1));
  return ok({ records, lines, decisions, skipped, problems });
}

function recordOf(
  cells: readonly string[],
  names: readonly string[],
  { roles, positions }: AssignedColumns,
): { readonly record: BibliographicRecord; readonly decisions: readonly EarlierDecision[] } | null {
  const at = (role: Parameters<typeof positions.get>[0]): string => cells[positions.get(role) ?? -1] ?? "";
  const draft = recordDraft();
  const decisions: EarlierDecision[] = [];
  let isKnown = false;
  for (const [position, text] of cells.entries()) {
    if (text === "") continue;
    const name = names[position]!;
    const role = roles.get(position);
    isKnown ||= role !== undefined && role !== "label" && role !== "notes" && role !== "key";
    switch (role) {
      case undefined:
        draft.foreign(name, text);
        break;
      case "label": {
        const decision = decisionOfCell(name, text);
        if (decision !== null) decisions.push(decision);
        draft.foreign(name, text);
        break;
      }
      case "authors":
        for (const author of authorList(text)) draft.author(author);
        break;
      case "keywords":
        draft.keywords(/[;|\n]/.test(text) ? text.replace(/[|\n]/g, ";") : text);
        break;
      case "url":
        draft.url(text);
        break;
      case "notes":
        for (const note of text.split(/\n/)) draft.note(note);
        break;
      case "pmid":
        if (!positions.has("key")) draft.set("key", `pmid-${text}`, name);
        else draft.foreign("PMID", text);
        break;
      case "year":
      case "month":
      case "day":
      case "date":
      case "firstPage":
      case "lastPage":
        break;
      case "type":
        draft.foreign(name, text);
        break;
      default:
        draft.set(role, text, name);
    }
  }
  if (!isKnown) return null;
  const [start, end] = [at("firstPage"), at("lastPage")];
  if (start !== "" || end !== "")
    draft.set("pages", [start, end].filter((part) => part !== "").join("-"), "pages");
  const date = dateOf(at("date"), at("year"), at("month"), at("day"));
  const year = yearIn(at("year")) ?? yearIn(at("date"));
  const isPlainYear = /^\D?[12]\d{3}(?:\.0)?$/.test(at("date"));
  for (const [role, isRead] of [
    ["year", year !== null],
    ["date", date !== null || (isPlainYear && year !== null)],
  ] as const)
    if (!isRead && at(role) !== "") draft.foreign(names[positions.get(role)!]!, at(role));
  return { record: draft.finished({ type: typeOf(at("type")), year, date }), decisions };
}

/** Of tables without a column of kinds nothing is concluded: they hold reports and articles alike. */
function typeOf(text: string): BibliographicType {
  return documentWords.find(([word]) => word.test(text))?.[1] ?? "other";
}

/** A day or month where the table has one; a year alone is no date, and neither is 3/7/2019, which is two. */
function dateOf(date: string, year: string, month: string, day: string): string | null {
  const whole = /^([12]\d{3})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:\D.*)?$/.exec(date);
  if (whole !== null) return isoDate(whole[1]!, whole[2], whole[3]);
  const stated = yearIn(year) ?? yearIn(date);
  const number = monthOf(month) ?? monthOf(/\p{L}{3,}/u.exec(date)?.[0] ?? "");
  if (stated === null || number === null) return null;
  const stands = /^\d{1,2}$/.test(day) ? day : /(?<!\d)(\d{1,2})(?!\d)/.exec(date)?.[1];
  return isoDate(String(stated), String(number), stands);
}
