import { sql } from "kysely";
import { accessTiers, completeEvaluation, type StoredEvaluation } from "#records";
import type { Database } from "../database.ts";
import { storableJson, storableText } from "../storable-text.ts";
import type { EvaluationFilter, EvaluationList } from "../store.ts";
import { compileSearch, evaluationColumnsSearched } from "./compile-search.ts";
import { FacetCounter } from "./facet-counts.ts";
import { checkFields, filterNumbers } from "./field-values.ts";
import { lexemesOf } from "./lexemes.ts";
import { parseSearch } from "./parse-search.ts";
import { type RememberedEvaluation, type SearchMemory, searchMemory } from "./search-memory.ts";
import { type SearchNode, searchText, termsOf } from "./search-node.ts";

const plainFacets = ["region", "language", "type", "timing", "nature", "year", "country"] as const;
const nothing: EvaluationList = { total: 0, understood: "", evaluations: [], recordedAt: {}, facets: {} };

/**
 * The registry filtered and, where a text is given, ranked; otherwise in the order of identifiers. The
 * text looks at title, summary, themes, donor, identifiers and project symbol. All counts and orders are
 * exact; those of a facet leave its own choice aside.
 *
 * Cost: a text is one look-up in the index; filters and counts are done in memory, 5 ms for 50,000 records;
 * one statement reads the page.
 */
export async function searchEvaluations(db: Database, filter: EvaluationFilter): Promise<EvaluationList> {
  const text = storableText(filter.text ?? "");
  const read = parseSearch(text);
  if (!read.ok || !checkFields(read.value, "evaluations").ok) return nothing;
  if (read.value === null && text.trim() !== "") return nothing;
  const memory = await searchMemory(db);
  const scores = read.value === null ? null : await scoresOf(db, memory, read.value);
  const tiers = new Set(filter.tiers?.map((tier) => accessTiers.indexOf(tier)) ?? [0, 1, 2]);
  const found = (
    scores === null ? memory.ordered : [...scores.keys()].flatMap((n) => memory.evaluations.get(n) ?? [])
  ).filter((record) => tiers.has(record.tier));

  const filters = Object.entries(evaluationFilters(filter)).map(
    ([facet, values]) => [facet, new Set(filterNumbers(memory, "evaluations", facet, values))] as const,
  );
  const names = (filter.facets ?? plainFacets).map((name) => [name, name] as const);
  const counter = new FacetCounter(memory);
  const all: RememberedEvaluation[] = [];
  for (const record of found) {
    const failing = filters.filter(([, numbers]) => !record.codes.some((code) => numbers.has(code)));
    if (failing.length === 0) {
      all.push(record);
      counter.add(record.codes);
    } else if (failing.length === 1) counter.add(record.codes, 1, failing[0]![0]);
  }
  const order = filter.sort === "added" ? await lastAdded(db, all) : sorted(all, scores, filter.sort);
  const page = order.slice(filter.offset, filter.offset + filter.limit);
  return {
    total: all.length,
    understood: read.value === null ? "" : searchText(read.value),
    ...(await recordsOf(db, page)),
    facets: counter.counts(names),
  };
}

/** Filters by field; those that had a name of their own before are among them. */
export const evaluationFilters = (filter: EvaluationFilter): Readonly<Record<string, readonly string[]>> => {
  const { region, language, type, timing, nature, country } = filter;
  const single = Object.entries({ region, language, type, timing, nature, country }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, [value]] as const]),
  );
  return Object.fromEntries(
    [...single, ...Object.entries(filter.filters ?? {})].filter(([, values]) => values.length > 0),
  );
};

/** The evaluations that fit a text, by number, with the weight of its words in them. */
async function scoresOf(
  db: Database,
  memory: SearchMemory,
  node: SearchNode,
): Promise<ReadonlyMap<number, number>> {
  const lexemes = await lexemesOf(db, [...termsOf(node), ...termsOf(node, true)]);
  const arms = compileSearch(node, {
    lexemes,
    memory,
    room: "evaluations",
    columns: evaluationColumnsSearched,
  }).filter((arm) => arm.condition !== null);
  if (arms.length === 0) return new Map();
  const parts = arms.map(
    (
      arm,
    ) => sql`select number, ${arm.positive === null ? sql`0::real` : sql`ts_rank(search, ${arm.positive}::tsquery, 1)`} as score
      from evaluation_search where ${arm.condition}
        and coalesce(language, '') in (${sql.join(arm.languages.map((language) => sql.lit(language)))})`,
  );
  const { rows } = await sql<{ numbers: string | null; scores: string | null }>`
    select string_agg(number::text, ',') as numbers, string_agg(score::text, ',') as scores
    from (${sql.join(parts, sql` union all `)}) as found`.execute(db);
  const numbers = rows[0]?.numbers?.split(",").map(Number) ?? [];
  const scores = rows[0]?.scores?.split(",").map(Number) ?? [];
  return new Map(numbers.map((number, i) => [number, scores[i] ?? 0]));
}

function sorted(
  records: readonly RememberedEvaluation[],
  scores: ReadonlyMap<number, number> | null,
  sort: EvaluationFilter["sort"] = "relevance",
): readonly RememberedEvaluation[] {
  const year = ({ year: given }: RememberedEvaluation) =>
    sort === "oldest" ? (given ?? 9999) : -(given ?? -9999);
  if (sort === "relevance")
    return records.toSorted(
      (a, b) => (scores?.get(b.number) ?? 0) - (scores?.get(a.number) ?? 0) || a.place - b.place,
    );
  return records.toSorted((a, b) => year(a) - year(b) || a.place - b.place);
}

async function recordsOf(
  db: Database,
  page: readonly RememberedEvaluation[],
): Promise<Pick<EvaluationList, "evaluations" | "recordedAt">> {
  if (page.length === 0) return { evaluations: [], recordedAt: {} };
  const { rows } = await sql<{ record: StoredEvaluation; recordedAt: string }>`
    select record, recorded_at as "recordedAt" from json_array_elements_text(${storableJson(page.map(({ id }) => id))}::json)
      with ordinality as page (id, place)
    join evaluation_versions v on v.id = page.id and v.superseded_at is null order by place`.execute(db);
  return {
    evaluations: rows.map(({ record }) => completeEvaluation(record)),
    recordedAt: Object.fromEntries(rows.map(({ record, recordedAt }) => [record.id, recordedAt])),
  };
}

async function lastAdded(
  db: Database,
  records: readonly RememberedEvaluation[],
): Promise<readonly RememberedEvaluation[]> {
  const { rows } = await sql<{ id: string; at: string }>`
    select v.id, v.recorded_at as at from evaluation_versions v where v.superseded_at is null
      and v.id in (select json_array_elements_text(${storableJson(records.map(({ id }) => id))}::json))`.execute(
    db,
  );
  const at = new Map(rows.map((row) => [row.id, Date.parse(row.at)]));
  return records.toSorted((a, b) => (at.get(b.id) ?? 0) - (at.get(a.id) ?? 0) || a.place - b.place);
}
