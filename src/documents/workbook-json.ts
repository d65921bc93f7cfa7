// JSON records to rows of cells: objects flattened by path, lists kept as lists.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { RawSheet, WorkbookCell, WorkbookLimits } from "./workbook.ts";
import { cellOf, emptyCell, textCell } from "./workbook-cells.ts";
import { jsonFault } from "./workbook-json-fault.ts";
import { nanMark, repairedJson } from "./workbook-json-repair.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Deeper levels are kept as text: no registry needs them, and a hostile file has thousands. */
const deepest = 8;

/** The list of records: the document itself, or the longest list of objects not far inside it. */
function recordsOf(value: Json, depth = 0): readonly Json[] | null {
  if (isList(value)) return value.some(isObject) ? value : null;
  if (!isObject(value) || depth > 3) return null;
  let best: readonly Json[] | null = null;
  for (const inner of Object.values(value)) {
    const found = recordsOf(inner, depth + 1);
    if (found !== null && found.length > (best?.length ?? 0)) best = found;
  }
  return best;
}

type Leaf = string | number | boolean | null;

/** Values by path (`meta.Title`, `docs.url`); below a list a path collects one value an item. */
function leavesOf(record: { readonly [key: string]: Json }): Map<string, { leaves: Leaf[]; list: boolean }> {
  const found = new Map<string, { leaves: Leaf[]; list: boolean }>();
  const put = (path: string, leaf: Leaf, list: boolean) => {
    const entry = found.get(path) ?? { leaves: [], list };
    entry.leaves.push(leaf);
    entry.list ||= list;
    found.set(path, entry);
  };
  const walk = (path: string, value: Json, list: boolean, depth: number): void => {
    if (depth > deepest) put(path, "…", list);
    else if (isList(value)) {
      if (value.length === 0) put(path, null, true);
      for (const item of value) walk(path, item, true, depth + 1);
    } else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value))
        walk(path === "" ? key : `${path}.${key}`, inner, list, depth + 1);
    } else put(path, value, list);
  };
  walk("", record, false, 0);
  return found;
}

function cellOfLeaf(row: number, column: number, leaf: Leaf): WorkbookCell {
  if (leaf === null) return emptyCell(row, column);
  if (leaf === nanMark) return emptyCell(row, column, { flags: ["not-a-number"] });
  if (typeof leaf === "string") return textCell(row, column, leaf);
  return cellOf(row, column, typeof leaf === "number" ? "number" : "boolean", String(leaf));
}

function cellOfLeaves(row: number, column: number, leaves: readonly Leaf[], list: boolean): WorkbookCell {
  if (!list) return cellOfLeaf(row, column, leaves[0] ?? null);
  const parts = leaves.flatMap((leaf) =>
    leaf === null || leaf === nanMark || String(leaf).trim() === "" ? [] : [String(leaf).trim()],
  );
  if (parts.length === 0)
    return emptyCell(row, column, leaves.includes(nanMark) ? { flags: ["not-a-number"] } : {});
  return textCell(row, column, parts.join("\n"), { parts });
}

/** Rows of a JSON text, or why there are none. Record n is row n + 1, as if the keys were a header line. */
export function readJsonTable(
  text: string,
  file: string,
  limits: WorkbookLimits,
): Result<{ readonly sheet: RawSheet; readonly repairs: number; readonly problems: readonly Problem[] }> {
  const repaired = repairedJson(text);
  let value: Json;
  try {
    value = JSON.parse(repaired.text) as Json;
  } catch {
    return fail(invalid(file, repaired.text));
  }
  const records = recordsOf(value);
  if (records === null)
    return fail(
      problem(
        "documents.json-invalid",
        `${file} holds no list of records. Write an array of objects, or an object with such an array in it, for example {"records":[{"title":"…"}]}.`,
        { file },
      ),
    );
  const problems: Problem[] = [];
  if (repaired.repairs > 0)
    problems.push(
      problem(
        "documents.json-repaired",
        `${file} holds ${repaired.repairs} bare NaN or Infinity, which JSON does not allow, the first in line ${repaired.firstLine}. Each was read as a missing value and its cell is marked.`,
        { file, line: repaired.firstLine! },
      ),
    );
  const columns = new Map<string, number>();
  const flat = records.slice(0, limits.rows + 1).map((record, i) => {
    const row = i + 2;
    if (isObject(record)) {
      const leaves = leavesOf(record);
      for (const path of leaves.keys()) if (!columns.has(path)) columns.set(path, columns.size + 1);
      return { row, leaves };
    }
    problems.push(
      problem(
        "documents.json-row-not-object",
        `Element ${i + 1} of the records of ${file} is no object but ${record === null ? "null" : isList(record) ? "a list" : `the value ${String(record).slice(0, 40)}`}. It was left out.`,
        { file, row },
      ),
    );
    return null;
  });
  const statedHeader = [...columns.keys()];
  const rows = flat
    .filter((entry) => entry !== null)
    .map(({ row, leaves }) => ({
      row,
      cells: [...leaves].map(([path, { leaves: values, list }]) =>
        cellOfLeaves(row, columns.get(path)!, values, list),
      ),
    }));
  const sheet: RawSheet = { sheet: null, hidden: false, rows, hiddenColumns: new Set(), statedHeader };
  return ok({ sheet, repairs: repaired.repairs, problems });
}

function invalid(file: string, text: string): Problem {
  const position = jsonFault(text) ?? text.length;
  const line = text.slice(0, position).split("\n").length;
  const near = text
    .slice(position, position + 20)
    .replaceAll(`"${nanMark}"`, "NaN")
    .replace(/\s+/g, " ");
  return problem(
    "documents.json-invalid",
    `${file} is not valid JSON: ${near === "" ? `it ends too early, in line ${line}` : `line ${line}, at "${near}"`}. Nothing of it can be trusted then; write it anew or get a fresh copy.`,
    { file, line },
  );
}
