import { type RawBuilder, sql } from "kysely";
import type { Passage } from "#records";
import { accessTiers, origins, passageKinds } from "#records";
import type { Database } from "../database.ts";
import { storableJson, storableText } from "../storable-text.ts";
import type { Facets, PassageHits, PassageQuery } from "../store.ts";
import { type Arm, compileSearch, passageColumnsSearched } from "./compile-search.ts";
import { FacetCounter } from "./facet-counts.ts";
import { checkFields, facetOf, filterNumbers, notStated } from "./field-values.ts";
import { markedText, rangesInOriginal, rangesOfMarks, unitedRanges } from "./highlights.ts";
import { lexemesOf, searchConfigurations } from "./lexemes.ts";
import { matchPassages, mostCounted, mostRanked, type PassageMatch } from "./match-passages.ts";
import { parseSearch } from "./parse-search.ts";
import type { SearchMemory } from "./search-memory.ts";
import { type SearchNode, searchText, termsOf } from "./search-node.ts";
import { searchSettings } from "./search-settings.ts";
import { ofTiers } from "./tier-condition.ts";

const nothing: PassageHits = { total: 0, more: false, ranked: 0, understood: "", hits: [], facets: {} };
const plainFacets = ["kind", "language", "region", "country", "year"] as const;

/**
 * Full-text search over the passages that stand, in their four languages at once: each passage is asked in
 * its own language. A blank text gives every passage that passes the filters; a text that cannot be
 * understood gives nothing (`searchTextProblem` says why).
 *
 * What is exact: everything, up to 5,000 matches and, for the order by relevance, 2,000. Beyond, `more` says
 * that there are more, counts are of the newest 5,000, and relevance weighs the newest 2,000; the rest
 * follows by year. Newest and oldest first are exact as far as they can be paged, to 5,000.
 *
 * Cost: one transaction of three to seven statements; `docs/decisions/0018-search-tables.md` has the figures.
 */
export function searchPassages(db: Database, query: PassageQuery): Promise<PassageHits> {
  const text = storableText(query.text);
  const read = parseSearch(text);
  if (!read.ok || !checkFields(read.value, "passages").ok) return Promise.resolve(nothing);
  if (read.value === null && text.trim() !== "") return Promise.resolve(nothing);
  return searchSettings(db, (inside, memory) => search(inside, memory, query, read.value));
}

async function search(
  db: Database,
  memory: SearchMemory,
  query: PassageQuery,
  node: SearchNode | null,
): Promise<PassageHits> {
  const lexemes = await lexemesOf(db, [...termsOf(node), ...termsOf(node, true)]);
  const filters = new Map(
    Object.entries(filtersOf(query)).map(([field, values]) => [
      facetOf(field, "passages"),
      filterNumbers(memory, "passages", field, values),
    ]),
  );
  const languages = filtersOf(query)["language"];
  const room = { lexemes, memory, room: "passages", columns: passageColumnsSearched } as const;
  const everyArm = compileSearch(node, room);
  const arms = languages
    ? compileSearch(node, {
        ...room,
        languages: languages.map((one) => (one === notStated ? "" : one) as "" | "en"),
      })
    : everyArm;
  const sort = query.sort ?? "relevance";
  const match = (given: readonly Arm[], without: string | null, ranked: boolean) =>
    matchPassages(db, {
      arms: given,
      memory,
      filters: [...filters].flatMap(([facet, numbers]) => (facet === without ? [] : [numbers])),
      facts: readable(query.tiers),
      ranked,
      oldestFirst: sort === "oldest",
      most: query.most ?? mostCounted,
    });
  const isRanked = sort === "relevance" && arms.some((arm) => arm.positive !== null);
  const found = await match(arms, null, isRanked);

  const names = (query.facets ?? plainFacets).map((name) => [name, facetOf(name, "passages")] as const);
  const counter = new FacetCounter(memory);
  const chosen = names.map(([, facet]) => facet).filter((facet) => filters.has(facet));
  const open = names.filter(([, facet]) => !chosen.includes(facet));
  if (open.length > 0) countRows(counter, memory, found.rows);
  const counted: Record<string, Facets[string]> = { ...counter.counts(open) };
  for (const facet of chosen) {
    const aside = new FacetCounter(memory);
    const wider = await match(facet === "textLanguage" ? everyArm : arms, facet, false);
    countRows(aside, memory, wider.rows, facet);
    Object.assign(counted, aside.counts(names.filter(([, one]) => one === facet)));
  }

  // Pages of what was ranked need not order the rest, which comes after it.
  const upTo = query.offset + query.limit;
  const ranked = isRanked && upTo <= Math.min(mostRanked, found.rows.length);
  const order =
    sort === "added"
      ? await lastAdded(db, found.rows)
      : sorted(ranked ? found.rows.slice(0, mostRanked) : found.rows, memory, sort);
  const page = order.slice(query.offset, upTo);
  return {
    total: found.rows.length,
    more: found.more,
    ranked: isRanked ? Math.min(mostRanked, found.rows.length) : 0,
    understood: node === null ? "" : searchText(node),
    hits: page.length === 0 ? [] : await detailed(db, page, query.unmarked ? [] : arms, query.tiers),
    facets: Object.fromEntries(names.map(([name]) => [name, counted[name] ?? []])),
  };
}

/** Filters by field; those that had a name of their own before are among them. */
export const filtersOf = (query: PassageQuery): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries({
      ...query.filters,
      ...(query.kinds && { kind: query.kinds }),
      ...(query.languages && { language: query.languages }),
      ...(query.regions && { region: query.regions }),
      ...(query.countries && { country: query.countries }),
    }).filter(([, values]) => values !== undefined && values.length > 0),
  );

export function readable(tiers: PassageQuery["tiers"]): RawBuilder<unknown> {
  if (tiers === undefined) return sql``;
  const numbers = tiers.map((tier) => accessTiers.indexOf(tier));
  return numbers.length === 0
    ? sql`and false`
    : sql`and facts >> 9 in (${sql.join(numbers.map((number) => sql.lit(number)))})`;
}

/**
 * Counts the values of matches. Thousands of them share an evaluation, or their kind, language and origin: the
 * values of each are looked up once. What a passage has of itself and what its evaluation has do not overlap.
 */
function countRows(
  counter: FacetCounter,
  memory: SearchMemory,
  rows: readonly PassageMatch[],
  only?: string,
): void {
  const evaluations = new Map<number, number>();
  const facts = new Map<number, number>();
  for (const row of rows) {
    facts.set(row.facts, (facts.get(row.facts) ?? 0) + 1);
    const [first = 0, ...others] = row.evaluations;
    if (others.length === 0) evaluations.set(first, (evaluations.get(first) ?? 0) + 1);
    else {
      const united = row.evaluations.flatMap((number) => memory.evaluations.get(number)?.codes ?? []);
      counter.add([...new Set(united)], 1, only);
    }
  }
  for (const [number, times] of evaluations)
    counter.add(number === 0 ? memory.silent : (memory.evaluations.get(number)?.codes ?? []), times, only);
  for (const [packed, times] of facts) counter.add(ownCodes(memory, packed), times, only);
}

/** Numbers of the values a passage has of itself, out of its packed facts. */
function ownCodes(memory: SearchMemory, facts: number): readonly number[] {
  const number = (facet: string, value: string | undefined) =>
    memory.numbers.get(facet)?.get(value ?? "") ?? [];
  const languages = ["", "en", "fr", "es", "pt"];
  return [
    number("kind", passageKinds[((facts >> 3) & 15) - 1]),
    number("textLanguage", languages[facts & 7]),
    number("textOrigin", origins[(facts >> 7) & 3]),
  ].flat();
}

/** The order shown; equal ones by evaluation and passage, so that pages neither repeat nor lose any. */
function sorted(
  rows: readonly PassageMatch[],
  memory: SearchMemory,
  sort: NonNullable<PassageQuery["sort"]>,
): readonly PassageMatch[] {
  // What is compared ten thousand times is looked up once.
  const keyed = rows.map((row) => ({
    row,
    score: row.score ?? -1,
    year: sort === "oldest" ? (row.year ?? 9999) : -(row.year ?? -9999),
    place: memory.evaluations.get(row.evaluations[0] ?? -1)?.place ?? Number.MAX_SAFE_INTEGER,
  }));
  return keyed
    .sort((a, b) => b.score - a.score || a.year - b.year || a.place - b.place || byPassage(a.row, b.row))
    .map(({ row }) => row);
}

/** The natural order of identifiers: place in the document where they end with it. */
const byPassage = ({ passage: a }: PassageMatch, { passage: b }: PassageMatch): number =>
  compared(stemOf(a), stemOf(b)) || a.length - b.length || compared(a, b);

async function lastAdded(db: Database, rows: readonly PassageMatch[]): Promise<readonly PassageMatch[]> {
  const { rows: times } = await sql<{ id: string; at: string }>`
    select id, recorded_at as at from passages where superseded_at is null
      and id in (select json_array_elements_text(${storableJson(rows.map(({ passage }) => passage))}::json))`.execute(
    db,
  );
  const at = new Map(times.map((row) => [row.id, Date.parse(row.at)]));
  return rows.toSorted((a, b) => (at.get(b.passage) ?? 0) - (at.get(a.passage) ?? 0) || byPassage(a, b));
}

const compared = <T extends number | string>(a: T, b: T): number => (a === b ? 0 : a < b ? -1 : 1);
const stemOf = (id: string) => id.replace(/[0-9]+$/, "");

type HitRow = Omit<PassageHits["hits"][number], "highlights" | "score"> & {
  readonly plain: string | null;
  readonly bare: string | null;
};

/** Everything a page shows of its hits; only these are marked. */
export async function detailed(
  db: Database,
  page: readonly Pick<PassageMatch, "passage" | "score">[],
  arms: readonly Arm[],
  tiers: PassageQuery["tiers"],
): Promise<PassageHits["hits"]> {
  const places = storableJson(page.map(({ passage }, place) => ({ id: passage, place })));
  const marked = (prefix: "" | "u_") => {
    const cases = searchConfigurations.flatMap(({ language, name }) => {
      const positive = arms.find((arm) => arm.languages.includes(language))?.positive;
      return positive
        ? [
            sql`when ${sql.lit(language)} then ${markedText(`${prefix}${name}`, sql`p.text`, sql`${positive}::tsquery`)}`,
          ]
        : [];
    });
    return cases.length === 0 ? sql`null` : sql`case coalesce(p.language, '') ${sql.join(cases, sql` `)} end`;
  };
  const { rows } = await sql<{ place: number; hit: HitRow }>`
    select place, json_build_object('evaluation', tied.id, 'title', coalesce(tied.title, r.title),
      'titleLanguage', tied.language, 'year', tied.year, 'countries', coalesce(tied.countries, '[]'), 'origin', s.origin, 'recordedAt', p.recorded_at,
      'passage', json_build_object('id', p.id, 'source', p.source, 'kind', p.kind, 'label', p.label,
        'printedLabel', p.printed_label, 'paragraph', p.paragraph, 'heading', p.heading, 'text', p.text,
        'spans', p.spans, 'page', p.page, 'language', p.language, 'confidence', p.confidence,
        'reason', p.reason),
      'plain', ${marked("")}, 'bare', ${marked("u_")}) as hit
    from json_to_recordset(${places}::json) as page (id text, place integer)
    join passages p on p.id = page.id and p.superseded_at is null
    join sources s on s.sha256 = p.source
    left join readings r on r.source = p.source and r.superseded_at is null
    left join lateral (
      select e.id, e.title, e.language, e.year, e.countries
      from document_evaluations d join evaluation_versions e on e.id = d.evaluation and e.superseded_at is null
        ${ofTiers(sql.ref("e.source"), tiers)}
      where d.source = p.source order by d.linked_at, e.id limit 1) as tied on true
    order by place`.execute(db);
  return rows.map(({ place, hit: { plain, bare, ...hit } }) => ({
    ...hit,
    highlights: rangesInOriginal(
      (hit.passage as Passage).text,
      unitedRanges(rangesOfMarks(plain ?? ""), rangesOfMarks(bare ?? "")),
    ),
    score: page[place]?.score ?? 0,
  }));
}
