// The lessons that stand, in memory, so that a list with counts for every filter is one pass. What is kept is
// checked against the count of changes before each use. Knows nothing of what may be shown to whom.

import { type RawBuilder, sql } from "kysely";
import type { AccessTier, Branch } from "#records";
import type { Database } from "../database.ts";
import {
  type LessonCounts,
  type LessonFacet,
  type LessonFilter,
  type LessonPlace,
  type LessonSort,
  lessonFacets,
} from "../lessons-catalogue.ts";

type Values = readonly (string | null)[];

/** A lesson as lists see it: values by facet, `null` being "not stated". */
type Entry = {
  readonly id: string;
  readonly document: string;
  readonly addedAt: string;
  readonly place: LessonPlace;
  readonly values: Readonly<Record<LessonFacet, Values>>;
};

/** A lesson as the database gives it. */
type Row = {
  readonly id: string;
  readonly document: string;
  readonly addedAt: string;
  readonly kind: string;
  readonly status: string;
  readonly language: string | null;
  readonly nature: string | null;
  readonly factor: string | null;
  readonly branches: readonly string[];
  readonly populations: readonly string[];
  readonly branchesDecided: boolean;
  readonly populationsDecided: boolean;
  readonly evaluation: string | null;
  readonly title: string | null;
  readonly titleLanguage: string | null;
  readonly region: string | null;
  readonly countries: readonly string[];
  readonly year: number | null;
  readonly evaluationBranches: readonly Branch[];
  readonly evaluationPopulations: readonly string[];
  readonly tier: AccessTier;
};

const listIn = (json: RawBuilder<unknown>, inside: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(${inside}), '[]') from json_array_elements(coalesce(${json}, '[]')) as one)`;

/** @param which a condition on `l`, the versions looked at */
export async function placedRows(db: Database, which: RawBuilder<unknown>): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select l.id, l.document, added.added_at as "addedAt", l.record ->> 'kind' as kind,
      l.record ->> 'status' as status, l.language, l.record -> 'nature' ->> 'value' as nature,
      l.record -> 'factor' ->> 'value' as factor,
      ${listIn(sql`l.record -> 'branches'`, sql`one ->> 'value'`)} as branches,
      ${listIn(sql`l.record -> 'populations'`, sql`one ->> 'value'`)} as populations,
      l.record -> 'decisions' -> 'branches' is not null as "branchesDecided",
      l.record -> 'decisions' -> 'populations' is not null as "populationsDecided",
      e.id as evaluation, e.title, e.language as "titleLanguage", e.region,
      coalesce(e.countries, '[]') as countries, e.year,
      coalesce(e.record -> 'branches', '[]') as "evaluationBranches",
      coalesce(e.record -> 'populations', '[]') as "evaluationPopulations",
      case when 'restricted' in (s.tier, es.tier) then 'restricted'
           when 'members' in (s.tier, es.tier) then 'members' else 'public' end as tier
    from lesson_versions l
    join lessons added on added.id = l.id
    left join lateral (
      select coalesce(l.record ->> 'evaluation', (
        select linked.evaluation from document_evaluations linked where linked.source = l.document
        order by linked.linked_at, linked.evaluation limit 1)) as evaluation
    ) d on true
    left join evaluation_versions e on e.id = d.evaluation and e.superseded_at is null
    left join sources s on s.sha256 = l.document
    left join sources es on es.sha256 = e.source
    where ${which}`.execute(db);
  return rows;
}

export const placeOf = (row: Row): LessonPlace => ({
  evaluation: row.evaluation,
  title: row.title,
  titleLanguage: row.titleLanguage,
  region: row.region,
  countries: row.countries,
  year: row.year,
  branches: row.evaluationBranches,
  populations: row.evaluationPopulations,
  tier: row.tier,
});

const stated = (values: readonly string[]): Values => (values.length === 0 ? [null] : [...new Set(values)]);

const entryOf = (row: Row): Entry => ({
  id: row.id,
  document: row.document,
  addedAt: row.addedAt,
  place: placeOf(row),
  values: {
    kind: [row.kind],
    status: [row.status],
    language: [row.language],
    nature: [row.nature],
    factor: [row.factor],
    region: [row.region],
    country: stated(row.countries),
    year: [row.year === null ? null : String(row.year)],
    branch: stated(row.branchesDecided ? row.branches : [...row.branches, ...row.evaluationBranches]),
    population: stated(
      row.populationsDecided ? row.populations : [...row.populations, ...row.evaluationPopulations],
    ),
  },
});

type Held = { readonly revision: number; readonly entries: readonly Entry[] };
const held = new WeakMap<Database, Held>();

const standing = sql`l.superseded_at is null`;

/**
 * The lessons that stand. Inside a transaction they are read for this question alone, since what is not yet
 * committed may be taken back.
 *
 * Cost: one row where nothing changed since the last look; else all lessons anew, about 1 s for 50,000.
 */
export async function currentEntries(db: Database): Promise<readonly Entry[]> {
  if (db.isTransaction) return (await placedRows(db, standing)).map(entryOf);
  const { rows } = await sql<{ revision: number }>`select revision from lesson_revision`.execute(db);
  const revision = rows[0]?.revision ?? 0;
  const mine = held.get(db);
  if (mine?.revision === revision) return mine.entries;
  const entries = (await placedRows(db, standing)).map(entryOf);
  held.set(db, { revision, entries });
  return entries;
}

const notStated = "none";

/** One pass: what passes every filter, and for each facet the counts over what passes all the others. */
export function listEntries(
  entries: readonly Entry[],
  filter: LessonFilter,
  found: ReadonlySet<string> | null,
  page: { readonly sort: LessonSort; readonly limit: number; readonly offset: number },
): { readonly total: number; readonly page: readonly Entry[]; readonly facets: LessonCounts } {
  const tiers = filter.tiers === undefined ? null : new Set(filter.tiers);
  const wanted = lessonFacets.map((facet) => {
    const values = filter[facet];
    return values && values.length > 0
      ? new Set<string | null>(values.map((value) => (value === notStated ? null : value)))
      : null;
  });
  const counts = lessonFacets.map(() => new Map<string | null, number>());
  const passed: Entry[] = [];
  for (const entry of entries) {
    if (tiers !== null && !tiers.has(entry.place.tier)) continue;
    if (found !== null && !found.has(entry.id)) continue;
    if (filter.evaluation !== undefined && entry.place.evaluation !== filter.evaluation) continue;
    if (filter.document !== undefined && entry.document !== filter.document) continue;
    // The one facet whose choice it misses; beyond one it counts nowhere.
    let missed = -1;
    let misses = 0;
    for (const [f, facet] of lessonFacets.entries()) {
      const chosen = wanted[f];
      if (chosen && !entry.values[facet].some((value) => chosen.has(value))) {
        missed = f;
        misses++;
      }
    }
    if (misses > 1) continue;
    if (misses === 0) passed.push(entry);
    for (const [f, facet] of lessonFacets.entries()) {
      if (misses === 1 && missed !== f) continue;
      const count = counts[f]!;
      for (const value of entry.values[facet]) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  passed.sort(orderBy[page.sort]);
  const facets = {} as Record<LessonFacet, LessonCounts[LessonFacet]>;
  for (const [f, facet] of lessonFacets.entries()) facets[facet] = counted(counts[f]!);
  return { total: passed.length, page: passed.slice(page.offset, page.offset + page.limit), facets };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** What has no year comes last both ways. */
const byYear = (a: Entry, b: Entry, sign: 1 | -1) =>
  a.place.year === b.place.year
    ? byText(a.document, b.document) || byPlaceInText(a.id, b.id)
    : a.place.year === null
      ? 1
      : b.place.year === null
        ? -1
        : sign * (a.place.year - b.place.year);
/** Addresses end in the first and last code point of the passage. */
const startOf = (id: string) => Number(id.split("-").at(-2) ?? 0);
const byPlaceInText = (a: string, b: string) => startOf(a) - startOf(b) || byText(a, b);
const orderBy: Readonly<Record<LessonSort, (a: Entry, b: Entry) => number>> = {
  newest: (a, b) => byYear(a, b, -1),
  oldest: (a, b) => byYear(a, b, 1),
  added: (a, b) => byText(b.addedAt, a.addedAt) || byYear(a, b, -1),
};

const counted = (counts: ReadonlyMap<string | null, number>) =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        Number(a.value === null) - Number(b.value === null) ||
        byText(a.value ?? "", b.value ?? ""),
    );
