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

/** A lesson as lists see it: for each facet the numbers of its values, 0 being "not stated". */
type Entry = {
  readonly id: string;
  readonly document: string;
  readonly addedAt: string;
  readonly place: LessonPlace;
  readonly codes: readonly (readonly number[])[];
};
/** All lessons that stand, newest evaluation first, and the values that the numbers stand for, by facet. */
type Lessons = {
  readonly entries: readonly Entry[];
  readonly values: readonly (readonly (string | null)[])[];
};

/** A lesson as the database gives it. */
type Row = {
  readonly id: string;
  readonly document: string;
  readonly addedAt: string;
  readonly language: string | null;
  readonly facts: {
    readonly kind: string;
    readonly status: string;
    readonly nature: string | null;
    readonly factor: string | null;
    readonly branches: readonly string[];
    readonly populations: readonly string[];
    readonly branchesDecided: boolean;
    readonly populationsDecided: boolean;
  };
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

/** Each version `l` with its evaluation `e`, the source of its report `s` and of its evaluation `es`. */
const joined = sql`
    from lesson_versions l
    join lessons added on added.id = l.id
    left join lateral (
      select coalesce(l.facts ->> 'evaluation', (
        select linked.evaluation from document_evaluations linked where linked.source = l.document
        order by linked.linked_at, linked.evaluation limit 1)) as evaluation
    ) d on true
    left join evaluation_versions e on e.id = d.evaluation and e.superseded_at is null
    left join sources s on s.sha256 = l.document
    left join sources es on es.sha256 = e.source`;

/** @param which a condition on `l`, the versions looked at */
export async function placedRows(db: Database, which: RawBuilder<unknown>): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select l.id, l.document, added.added_at as "addedAt", l.language, l.facts,
      e.id as evaluation, e.title, e.language as "titleLanguage", e.region,
      coalesce(e.countries, '[]') as countries, e.year,
      coalesce(e.record -> 'branches', '[]') as "evaluationBranches",
      coalesce(e.record -> 'populations', '[]') as "evaluationPopulations",
      case when 'restricted' in (s.tier, es.tier) then 'restricted'
           when 'members' in (s.tier, es.tier) then 'members' else 'public' end as tier
    ${joined}
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

const listOf = (value: string | null): readonly string[] => (value === null ? [] : [value]);

/** The values of a lesson by facet, in the order of the facets. */
const valuesOf = ({ facts, ...row }: Row): Readonly<Record<LessonFacet, readonly string[]>> => ({
  kind: [facts.kind],
  status: [facts.status],
  language: listOf(row.language),
  nature: listOf(facts.nature),
  factor: listOf(facts.factor),
  region: listOf(row.region),
  country: row.countries,
  year: row.year === null ? [] : [String(row.year)],
  branch: facts.branchesDecided ? facts.branches : [...facts.branches, ...row.evaluationBranches],
  population: facts.populationsDecided
    ? facts.populations
    : [...facts.populations, ...row.evaluationPopulations],
});

const silent: readonly number[] = [0];

function lessonsIn(rows: readonly Row[]): Lessons {
  const values = lessonFacets.map((): (string | null)[] => [null]);
  const numbers = lessonFacets.map(() => new Map<string, number>());
  const codeOf = (f: number, value: string) => {
    const known = numbers[f]!.get(value);
    if (known !== undefined) return known;
    numbers[f]!.set(value, values[f]!.length);
    return values[f]!.push(value) - 1;
  };
  const entries = rows.map((row) => {
    const own = valuesOf(row);
    const codes = lessonFacets.map((facet, f) =>
      own[facet].length === 0 ? silent : [...new Set(own[facet].map((value) => codeOf(f, value)))],
    );
    return { id: row.id, document: row.document, addedAt: row.addedAt, place: placeOf(row), codes };
  });
  return { entries: entries.sort(orderBy.newest), values };
}

type Held = {
  readonly revision: number;
  readonly lessons: Lessons;
  /** What was read of each lesson, and of which versions. */
  readonly rows: ReadonlyMap<string, { readonly mark: string; readonly row: Row }>;
};
const held = new WeakMap<Database, Held>();

const standing = sql`l.superseded_at is null`;

/** Of each lesson that stands, the versions that say what it is and where it belongs. */
const marksOf = async (db: Database) =>
  (
    await sql<{ id: string; mark: string }>`
      select l.id, concat_ws('/', l.version, e.version, e.id) as mark ${joined} where ${standing}`.execute(db)
  ).rows;
/** More than these are read all together. */
const fewChanges = 2_000;

async function rowsSince(db: Database, former: Held["rows"]): Promise<Held["rows"]> {
  const marks = await marksOf(db);
  const changed = marks.filter(({ id, mark }) => former.get(id)?.mark !== mark).map(({ id }) => id);
  const these = sql`l.id in (select json_array_elements_text(${JSON.stringify(changed)}::json))`;
  const read = await placedRows(db, changed.length > fewChanges ? standing : sql`${standing} and ${these}`);
  const fresh = new Map(read.map((row) => [row.id, row]));
  return new Map(
    marks.flatMap(({ id, mark }) => {
      const row = fresh.get(id) ?? former.get(id)?.row;
      return row ? [[id, { mark, row }] as const] : [];
    }),
  );
}

/**
 * The lessons that stand. Inside a transaction they are read for this question alone, since what is not yet
 * committed may be taken back.
 *
 * Cost: one row where nothing changed since the last look; after a change the numbers of all versions, and what
 * changed; at first all lessons, about 1 s for 50,000.
 */
export async function currentLessons(db: Database): Promise<Lessons> {
  if (db.isTransaction) return lessonsIn(await placedRows(db, standing));
  const { rows } = await sql<{ revision: number }>`select revision from lesson_revision`.execute(db);
  const revision = rows[0]?.revision ?? 0;
  const mine = held.get(db);
  if (mine?.revision === revision) return mine.lessons;
  const now = await rowsSince(db, mine?.rows ?? new Map());
  const lessons = lessonsIn([...now.values()].map(({ row }) => row));
  held.set(db, { revision, lessons, rows: now });
  return lessons;
}

const notStated = "none";

const hasOne = (codes: readonly number[], wanted: ReadonlySet<number>) => {
  for (const code of codes) if (wanted.has(code)) return true;
  return false;
};

/** One pass: what passes every filter, and for each facet the counts over what passes all the others. */
export function listEntries(
  { entries, values }: Lessons,
  filter: LessonFilter,
  found: ReadonlySet<string> | null,
  page: { readonly sort: LessonSort; readonly limit: number; readonly offset: number },
): { readonly total: number; readonly page: readonly Entry[]; readonly facets: LessonCounts } {
  const tiers = filter.tiers === undefined ? null : new Set(filter.tiers);
  const wanted = lessonFacets.map((facet, f) => {
    const chosen = filter[facet];
    return chosen && chosen.length > 0
      ? // A value nobody has has no number, and nothing passes by it.
        new Set(chosen.map((value) => (value === notStated ? 0 : values[f]!.indexOf(value))))
      : null;
  });
  const counts = values.map((known) => new Uint32Array(known.length));
  const passed: Entry[] = [];
  for (const entry of entries) {
    if (tiers !== null && !tiers.has(entry.place.tier)) continue;
    if (found !== null && !found.has(entry.id)) continue;
    if (filter.evaluation !== undefined && entry.place.evaluation !== filter.evaluation) continue;
    if (filter.document !== undefined && entry.document !== filter.document) continue;
    // The one facet whose choice it misses; beyond one it counts nowhere.
    let missed = -1;
    let misses = 0;
    for (let f = 0; f < wanted.length; f++) {
      const chosen = wanted[f];
      if (chosen && !hasOne(entry.codes[f]!, chosen)) {
        missed = f;
        misses++;
      }
    }
    if (misses > 1) continue;
    if (misses === 0) passed.push(entry);
    for (let f = 0; f < wanted.length; f++)
      if (misses === 0 || missed === f) for (const code of entry.codes[f]!) counts[f]![code]!++;
  }
  if (page.sort !== "newest") passed.sort(orderBy[page.sort]);
  const facets = {} as Record<LessonFacet, LessonCounts[LessonFacet]>;
  for (const [f, facet] of lessonFacets.entries()) facets[facet] = counted(values[f]!, counts[f]!);
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

const counted = (values: readonly (string | null)[], counts: Uint32Array) =>
  values
    .map((value, code) => ({ value, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort(
      (a, b) =>
        b.count - a.count ||
        Number(a.value === null) - Number(b.value === null) ||
        byText(a.value ?? "", b.value ?? ""),
    );
