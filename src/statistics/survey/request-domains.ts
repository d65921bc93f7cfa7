import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { columnUnknown } from "./compile-design.ts";
import type { RequestFrame, Selection } from "./estimate-request.ts";
import { pairedCodes } from "./paired-codes.ts";
import type { SampleDesign } from "./sample-design.ts";
import { type Codes, codesOf, type SurveyColumn, type SurveyTable } from "./survey-table.ts";

/** The groups a request asks for, and the one each row lies in. */
export type RequestDomains = Codes & {
  /** Values of the `by` columns of each group. */
  readonly groups: readonly Readonly<Record<string, string | number>>[];
};

/**
 * The domain of each row: rows outside `where`, with a weight of 0, or without a value in a `by` column have
 * −1. Groups stand in ascending order, the first `by` column running fastest; only groups with rows occur.
 *
 * @returns the domains, or problems for unknown columns, values that no row has, and a selection without rows
 */
export function requestDomains(
  design: SampleDesign,
  table: SurveyTable,
  request: RequestFrame,
): Result<RequestDomains> {
  const problems: Problem[] = [];
  const inside = matching(table, request.where, "where", problems);
  const outside = matching(table, request.whereNot, "whereNot", problems);
  const by: { readonly name: string; readonly column: SurveyColumn }[] = [];
  for (const [at, name] of (request.by ?? []).entries()) {
    const column = table.columns.get(name);
    if (column === undefined) problems.push(columnUnknown(name, `by[${at}]`, table));
    else by.push({ name, column });
  }
  if (problems.length > 0) return failAll(problems);
  const selected = new Int32Array(table.rows);
  let cases = 0;
  for (let row = 0; row < table.rows; row++) {
    const taken = design.weights[row]! > 0 && inside?.[row] !== 0 && outside?.[row] !== 1;
    if (taken) cases += 1;
    else selected[row] = -1;
  }
  if (cases === 0)
    return fail(
      problem(
        "statistics.survey-domain-empty",
        `Estimate "${request.id}" selects no row with a weight above 0. An estimate needs cases; ask for a wider selection.`,
        { field: "where" },
      ),
    );
  let domains: Codes = { codes: selected, count: 1 };
  let values: (readonly (string | number)[])[] = [[]];
  for (const { column } of by) {
    const coded = codesOf(column);
    const paired = pairedCodes(coded, domains);
    const before = values;
    values = Array.from(paired.first, (code, pair) => [
      ...before[paired.second[pair]!]!,
      column.kind === "number" ? Number(coded.labels[code]) : coded.labels[code]!,
    ]);
    domains = paired;
  }
  return ok({
    codes: domains.codes,
    count: domains.count,
    groups: values.map((group) => Object.fromEntries(by.map(({ name }, at) => [name, group[at]!]))),
  });
}

function matching(
  table: SurveyTable,
  selection: Selection | undefined,
  field: string,
  problems: Problem[],
): Uint8Array | null {
  if (selection === undefined) return null;
  const all = new Uint8Array(table.rows).fill(1);
  for (const [name, values] of Object.entries(selection)) {
    const column = table.columns.get(name);
    if (column === undefined) {
      problems.push(columnUnknown(name, field, table));
      continue;
    }
    const coded = codesOf(column);
    const wanted = new Uint8Array(coded.count);
    for (const value of values) {
      const code = coded.labels.indexOf(String(value));
      if (code >= 0) wanted[code] = 1;
      else
        problems.push(
          problem(
            "statistics.survey-level-unknown",
            `No row has ${JSON.stringify(value)} in column "${name}". It has ${listed(coded.labels)}. Correct the value, or leave it out.`,
            { field, column: name },
          ),
        );
    }
    for (let row = 0; row < table.rows; row++) {
      const code = coded.codes[row]!;
      if (code < 0 || wanted[code] === 0) all[row] = 0;
    }
  }
  return all;
}

/** The first levels of a column in words. */
export const listed = (labels: readonly string[]): string =>
  labels.length === 0
    ? "no values"
    : `${labels
        .slice(0, 10)
        .map((label) => `"${label}"`)
        .join(", ")}${labels.length > 10 ? ` and ${labels.length - 10} more` : ""}`;

/** Domains without the rows that have no value in one of the columns, and how many each domain lost. */
export function withoutMissing(
  domains: RequestDomains,
  columns: readonly SurveyColumn[],
): { readonly codes: Int32Array; readonly missing: Int32Array } {
  const missing = new Int32Array(domains.count);
  let codes = domains.codes;
  for (const column of columns) {
    let copied = codes !== domains.codes;
    for (let row = 0; row < codes.length; row++) {
      const lacks = column.kind === "number" ? Number.isNaN(column.values[row]!) : column.codes[row]! < 0;
      if (!lacks || codes[row]! < 0) continue;
      if (!copied) {
        codes = codes.slice();
        copied = true;
      }
      missing[codes[row]!]! += 1;
      codes[row] = -1;
    }
  }
  return { codes, missing };
}

/** The rows of each domain in ascending order. */
export function rowsByDomain(codes: Int32Array, count: number): readonly Int32Array[] {
  const sizes = new Int32Array(count);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) sizes[codes[row]!]! += 1;
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(count);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0) rows[code]![filled[code]!++] = row;
  }
  return rows;
}
