// Which passages fit, newest partitions first, until there are enough.

import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import type { Arm } from "./compile-search.ts";
import type { SearchMemory } from "./search-memory.ts";

/** Matches are counted up to here; what is beyond is "more than". Files and feeds ask for the larger number. */
export const mostCounted = 5_000;
export const mostTaken = 10_000;
/** Words are weighed in so many of them, the newest; a search with fewer matches is ranked in full. */
export const mostRanked = 2_000;

export type PassageMatch = {
  readonly passage: string;
  /** Numbers of the evaluations, the first one first. */
  readonly evaluations: readonly number[];
  readonly year: number | null;
  readonly facts: number;
  /** Null where it was not ranked. */
  readonly score: number | null;
};

export type PassageMatches = {
  readonly rows: readonly PassageMatch[];
  /** There are more than the rows. */
  readonly more: boolean;
};

/** Evaluations whose passages the first statement looks at; a small collection is one statement. */
const firstEvaluations = 2_500;

/**
 * Reads matches in the order of the partitions until there are more than counted. A rare word costs a look-up
 * in the index of each partition; a frequent one is found often enough in the newest, and the rest is not
 * read. Cost: one or two statements, seldom three.
 *
 * @param filters further conditions, for the index: numbers of values, of each list at least one
 */
export async function matchPassages(
  db: Database,
  asked: {
    readonly arms: readonly Arm[];
    readonly memory: SearchMemory;
    readonly filters: readonly (readonly number[])[];
    /** Highest tier that may be read, and tiers to leave out below it. */
    readonly facts: RawBuilder<unknown>;
    readonly ranked: boolean;
    readonly oldestFirst: boolean;
    /** Matches to read. */
    readonly most: number;
  },
): Promise<PassageMatches> {
  const arms = asked.arms.filter((arm) => arm.condition !== null);
  if (arms.length === 0 || asked.filters.some((numbers) => numbers.length === 0))
    return { rows: [], more: false };
  const text = textCondition(arms);
  const filters = asked.filters.map(
    (numbers) => sql`and codes && ${sql.lit(`{${numbers.join(",")}}`)}::integer[]`,
  );
  const condition = sql`${text} ${filters.length > 0 ? sql.join(filters, sql` `) : sql``} ${asked.facts}`;
  const score = asked.ranked ? scoreOf(arms) : sql`null::real`;

  const { most } = asked;
  const waiting = asked.oldestFirst
    ? [...asked.memory.slices].sort((a, b) => oldest(a.slice) - oldest(b.slice))
    : [...asked.memory.slices];
  const rows: PassageMatch[] = [];
  let looked = 0;
  let wanted = firstEvaluations;
  while (waiting.length > 0 && rows.length <= most) {
    const slices: number[] = [];
    let evaluations = 0;
    while (waiting.length > 0 && (slices.length === 0 || evaluations < wanted)) {
      const next = waiting.shift()!;
      slices.push(next.slice);
      evaluations += next.evaluations;
    }
    const room = most + 1 - rows.length;
    rows.push(...(await matchesIn(db, slices, condition, score, mostRanked - rows.length, room)));
    looked += evaluations;
    // As many more as will fill the rest at the density found so far.
    wanted =
      rows.length < most / 100
        ? Number.POSITIVE_INFINITY
        : Math.ceil(((most - rows.length) / rows.length) * looked * 1.5);
  }
  return { rows: rows.slice(0, most), more: rows.length > most };
}

const languagesOf = (arm: Arm) => sql.join(arm.numbers.map((number) => sql.lit(number)));

/**
 * Each language by its own query. Where they are queries and nothing else, the index is asked once for what
 * fits any of them, and each passage found by the one of its language: stems of several languages are often
 * the same, and would be read once for each.
 */
function textCondition(arms: readonly Arm[]): RawBuilder<unknown> {
  if (arms.length === 1 && arms[0]!.languages.length === 5) return sql`${arms[0]!.condition}`;
  const queries = arms.map((arm) => arm.query);
  if (queries.every((query) => query !== null)) {
    const own = arms.map((arm) => sql`when facts & 7 in (${languagesOf(arm)}) then ${arm.query}::tsquery`);
    return sql`(search @@ ${[...new Set(queries)].map((query) => `(${query})`).join(" | ")}::tsquery
      and ts_match_vq(search, case ${sql.join(own, sql` `)} end))`;
  }
  return sql`(${sql.join(
    arms.map((arm) => sql`(${arm.condition} and facts & 7 in (${languagesOf(arm)}))`),
    sql` or `,
  )})`;
}

/** Oldest years first, unknown ones last as well. */
const oldest = (slice: number) => (slice === 1000 ? 1000 : -slice);

function scoreOf(arms: readonly Arm[]): RawBuilder<unknown> {
  const weighed = arms.filter((arm) => arm.positive !== null);
  if (weighed.length === 0) return sql`0::real`;
  const rank = (query: string) => sql`ts_rank(search, ${query}::tsquery, 1)`;
  if (weighed.length === 1 && arms.length === 1) return rank(weighed[0]!.positive!);
  return sql`case ${sql.join(
    weighed.map(
      (arm) =>
        sql`when facts & 7 in (${sql.join(arm.numbers.map((number) => sql.lit(number)))}) then ${rank(arm.positive!)}`,
    ),
    sql` `,
  )} else 0::real end`;
}

async function matchesIn(
  db: Database,
  slices: readonly number[],
  condition: RawBuilder<unknown>,
  score: RawBuilder<unknown>,
  ranked: number,
  most: number,
): Promise<readonly PassageMatch[]> {
  const part = (slice: number) => sql`
    select passage, evaluation, others, year, facts, search from passage_search
    where slice = ${sql.lit(slice)} and ${condition}`;
  // Few long texts travel faster than ten thousand rows.
  const { rows } = await sql<{
    passages: string | null;
    evaluations: string | null;
    others: string | null;
    years: string | null;
    facts: string | null;
    scores: string | null;
  }>`
    select string_agg(passage, chr(10)) as passages, string_agg(coalesce(evaluation, 0)::text, ',') as evaluations,
      string_agg(place || ',' || array_to_string(others, ','), ';') filter (where others is not null) as others,
      string_agg(coalesce(year, 0)::text, ',') as years, string_agg(facts::text, ',') as facts,
      string_agg(score::text, ',') as scores
    from (
      select passage, evaluation, others, year, facts, place,
        case when place <= ${sql.lit(Math.max(0, ranked))} then ${score} end as score
      from (select *, row_number() over () as place from (
        ${sql.join(slices.map(part), sql` union all `)} limit ${sql.lit(most)}) as found) as placed
    ) as scored`.execute(db);
  const row = rows[0]!;
  if (row.passages === null) return [];
  const numbers = (text: string | null) => (text === null ? [] : text.split(",").map(Number));
  const [evaluations, years, facts, scores] = [
    numbers(row.evaluations),
    numbers(row.years),
    numbers(row.facts),
    numbers(row.scores),
  ];
  const others = new Map<number, readonly number[]>();
  for (const group of row.others?.split(";") ?? []) {
    const [place = 0, ...further] = numbers(group);
    others.set(place, further);
  }
  return row.passages.split("\n").map((passage, i) => ({
    passage,
    evaluations: evaluations[i] ? [evaluations[i], ...(others.get(i + 1) ?? [])] : [],
    year: years[i] || null,
    facts: facts[i]!,
    score: scores[i] ?? null,
  }));
}
