// Saved mappings: read and checked, and compared with the next table.

import type { WorkbookTable } from "#documents";
import { failAll, isMissingReason, ok, type Problem, problem, type Result } from "#kernel";
import { type EvaluationMapping, mappingVersion, type Separator, separators } from "./mapping.ts";
import { isMappingFieldId, type MappingFieldId } from "./mapping-fields.ts";
import { isCodeOf } from "./propose-values.ts";

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === "string";

/** More than any table has; a file with more is no mapping. */
const most = 5_000;

/**
 * Reads a saved mapping and checks every field of it.
 *
 * @param json a parsed JSON value
 * @returns the mapping, or everything that is wrong with it at once
 */
export function readMapping(json: unknown): Result<EvaluationMapping> {
  const problems: Problem[] = [];
  const wrong = (field: string, why: string) => {
    problems.push(
      problem("evaluations.mapping-invalid", `The mapping cannot be used: ${field} ${why}.`, { field }),
    );
  };
  if (!isEntry(json)) {
    wrong("mapping", "is no object; write the JSON that was saved");
    return failAll(problems);
  }
  if (json["version"] !== mappingVersion)
    wrong(
      "version",
      `is ${JSON.stringify(json["version"] ?? null)}, and this program reads ${mappingVersion}; propose the mapping anew from the table`,
    );
  const { source, prefix, sheet, header, fields, leftOut } = json;
  if (typeof source !== "string" || source.trim() === "")
    wrong("source", "must say what the source is called, since identifiers are made from it");
  if (typeof prefix !== "string" || !/^[a-z0-9][a-z0-9-]{0,23}$/.test(prefix))
    wrong("prefix", "must be at most 24 small letters, digits and hyphens, since it begins every identifier");
  if (!isTextOrNull(sheet)) wrong("sheet", "must be the name of a sheet or null");
  if (!isTexts(header) || header.length === 0 || header.length > most)
    wrong("header", "must list the names of the table's columns");
  if (!isTexts(leftOut)) wrong("leftOut", "must be a list of names of columns");
  if (!Array.isArray(fields) || fields.length > most) wrong("fields", "must be a list");
  else {
    const seen = new Set<string>();
    for (const [i, field] of fields.entries()) checkField(field, `fields[${i}]`, header, seen, wrong);
  }
  return problems.length > 0 ? failAll(problems) : ok(json as EvaluationMapping);
}

type Wrong = (field: string, why: string) => void;

function checkField(given: unknown, at: string, header: unknown, seen: Set<string>, wrong: Wrong): void {
  if (!isEntry(given)) {
    wrong(at, "is no object");
    return;
  }
  const { field, columns, dateOrder, currency, values } = given;
  if (typeof field !== "string" || !isMappingFieldId(field)) {
    wrong(`${at}.field`, `is ${JSON.stringify(field ?? null)}, which is no field of a record`);
    return;
  }
  if (seen.has(field)) wrong(`${at}.field`, `is ${field}, which stands already further up`);
  seen.add(field);
  if (!isTexts(columns) || columns.length === 0) wrong(`${at}.columns`, "must name at least one column");
  else if (isTexts(header))
    for (const column of columns)
      if (!header.includes(column))
        wrong(`${at}.columns`, `names "${column.slice(0, 60)}", which is not in the header`);
  const parts = given["separators"];
  if (!isTexts(parts) || parts.some((part) => !separators.includes(part as Separator)))
    wrong(`${at}.separators`, `must be a list of ${separators.join(", ")}`);
  if (dateOrder !== null && dateOrder !== "day-first" && dateOrder !== "month-first")
    wrong(`${at}.dateOrder`, "must be day-first, month-first or null");
  if (currency !== null && (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)))
    wrong(`${at}.currency`, "must be a code of ISO 4217 or null");
  if (!Array.isArray(values) || values.length > most) {
    wrong(`${at}.values`, "must be a list");
    return;
  }
  for (const [i, value] of values.entries()) checkValue(value, `${at}.values[${i}]`, field, wrong);
}

function checkValue(given: unknown, at: string, field: MappingFieldId, wrong: Wrong): void {
  if (!isEntry(given)) {
    wrong(at, "is no object");
    return;
  }
  const { from, isPrefix, to, missing } = given;
  if (typeof from !== "string" || from.trim() === "") wrong(`${at}.from`, "must be the printed value");
  if (typeof isPrefix !== "boolean") wrong(`${at}.isPrefix`, "must be true or false");
  if (!isTextOrNull(to)) wrong(`${at}.to`, "must be a code or null");
  else if (to !== null && !isCodeOf(field, to))
    wrong(`${at}.to`, `is "${to.slice(0, 40)}", which is no code of ${field}`);
  if (missing !== null && (typeof missing !== "string" || !isMissingReason(missing)))
    wrong(`${at}.missing`, "must be a reason for a missing value or null");
  if (to === null && missing === null) wrong(at, "gives neither a code nor a reason why there is none");
  if (typeof to === "string" && typeof missing === "string")
    wrong(at, "gives a code and a reason why there is none");
}

export type MappingFit = {
  /** True where every column that a field takes is there. */
  readonly fits: boolean;
  /** True where the header is the same in every name and its order. */
  readonly isSame: boolean;
  /** Columns the mapping takes that the table lacks. */
  readonly missing: readonly string[];
  /** Columns of the table that the mapping has not seen. */
  readonly added: readonly string[];
};

/**
 * Whether a saved mapping can be used on another table: every column it takes must be there; what has been
 * added since is told, because nothing says yet what it means.
 *
 * @example
 * mappingFits(
 *   { header: ["title"], fields: [{ field: "title", columns: ["title"] }] },
 *   { header: [{ name: "title" }, { name: "donor" }] },
 * ) // => { fits: true, isSame: false, missing: [], added: ["donor"] }
 */
export function mappingFits(mapping: EvaluationMapping, table: WorkbookTable): MappingFit {
  const present = table.header.map(({ name }) => name);
  const missing = [...new Set(mapping.fields.flatMap(({ columns }) => columns))].filter(
    (column) => !present.includes(column),
  );
  const added = present.filter((name) => !mapping.header.includes(name));
  const isSame =
    present.length === mapping.header.length && present.every((name, i) => name === mapping.header[i]);
  return { fits: missing.length === 0, isSame, missing, added };
}
