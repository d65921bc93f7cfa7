// What a map of evidence counts: each passage once, with everything the review says about it.

import { type Branch, branches, type Support } from "#records";
import { selectedRecords } from "../appraisal/appraisal-outcome.ts";
import { standingCode } from "../coding/code-tree.ts";
import { countedFor } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { type StandingSupport, standingSupport, supportBook } from "./supports.ts";
import { findings } from "./themes.ts";

/** One thing found: a coding, a row of the extraction, a passage a finding names; or a report, before any. */
export type MapItem =
  | StandingSupport
  | { readonly support: null; readonly record: string; readonly quote: string };

export type PlacedItem = {
  readonly item: MapItem;
  /** The findings that rest on it. */
  readonly findings: readonly string[];
  readonly of: (field: string) => readonly string[];
};

const isBranch = (value: string): value is Branch => (branches as readonly string[]).includes(value);

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === null || value === undefined ? [] : [String(value)];

/** The name of a support by which it is known again in another finding. */
const keyOf = (support: Support): string =>
  support.kind === "coding"
    ? `coding ${support.id}`
    : support.kind === "row"
      ? `row ${support.record} ${support.row}`
      : `passage ${support.anchor.source} ${support.anchor.textVersion} ${JSON.stringify(support.anchor.spans)}`;

/**
 * The codings that count, the rows of the extraction, and the passages that findings rest on, of the reports on
 * the final list; a passage that several findings name is one item with the branches and questions of all of
 * them. Where there is none of these yet, the selected reports themselves.
 */
export function mapItems(state: ReviewState): readonly PlacedItem[] {
  const book = supportBook(state);
  const all = new Map<string, StandingSupport>();
  const add = (support: Support) => {
    const key = keyOf(support);
    const standing = all.get(key) ?? standingSupport(state, book, support);
    if (standing.stands) all.set(key, standing);
    return standing.stands ? key : null;
  };
  for (const id of book.codings.keys()) add({ kind: "coding", id });
  for (const { record, row } of book.rows.values()) add({ kind: "row", record, row });
  const naming = new Map<string, string[]>();
  for (const finding of findings(state))
    for (const support of finding.supports) {
      const key = add(support);
      if (key !== null) naming.set(key, [...(naming.get(key) ?? []), finding.id]);
    }
  if (all.size === 0)
    return selectedRecords(state).map(({ record }) => ({
      item: { support: null, record: record.id, quote: record.title },
      findings: [],
      of: (field) => ofRecord(state, record.id, field),
    }));
  return [...all].map(([key, item]) => {
    const by = [...new Set(naming.get(key) ?? [])];
    return { item, findings: by, of: fieldsOf(state, book, item, by) };
  });
}

function ofRecord(state: ReviewState, record: string | null, field: string): readonly string[] {
  const matrix =
    record === null ? undefined : state.records.byId.get(countedFor(state, record))?.record.matrix;
  if (!matrix) return [];
  switch (field) {
    case "country":
      return matrix.countries;
    case "theme":
      return matrix.themes;
    case "type":
    case "timing":
    case "nature":
    case "region":
    case "funding":
    case "completed":
      return texts(matrix[field]);
    default:
      return [];
  }
}

function fieldsOf(
  state: ReviewState,
  book: ReturnType<typeof supportBook>,
  { support, record, codes }: StandingSupport,
  by: readonly string[],
): PlacedItem["of"] {
  const cells = support.kind === "row" ? book.rows.get(`${support.record} ${support.row}`)?.cells : undefined;
  const named = by.flatMap((id) => state.synthesis.findings.get(id) ?? []);
  return (field) => {
    const unique = (values: readonly string[]) => [...new Set(values)];
    if (field === "code") return unique(codes.map((code) => standingCode(state, code)));
    if (field.startsWith("form.")) return texts(cells?.[field.slice(5)]?.value);
    if (field === "branch") {
      // What a row says of itself holds; a finding on several branches would put it under each of them.
      const own = texts(cells?.["branch"]?.value).filter(isBranch);
      return own.length > 0 ? own : unique(named.flatMap((finding) => finding.branches));
    }
    if (field === "question") return unique(named.flatMap(({ question }) => question ?? []));
    if (field === "finding-kind") return unique(named.map(({ kind }) => kind));
    if (field === "intervention")
      return texts(cells?.["intervention"]?.value).flatMap((text) => text.trim() || []);
    const own = field === "region" ? texts(cells?.["region"]?.value) : [];
    return own.length > 0 ? own : ofRecord(state, record, field);
  };
}
