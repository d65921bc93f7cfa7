import { type RawBuilder, sql } from "kysely";
import type { Passage } from "#records";
import type { Database } from "../database.ts";
import { storableText } from "../storable-text.ts";
import type { Facets, PassageHits, PassageQuery } from "../store.ts";
import { markedText, rangesInOriginal, rangesOfMarks, unitedRanges } from "./highlights.ts";
import { isSearchTooLong, parseSearch } from "./parse-search.ts";
import { restoreAccents } from "./search-words.ts";
import { searchConfigurations, textQuery } from "./text-query.ts";
import { ofTiers } from "./tier-condition.ts";

type HitRow = {
  readonly passage: Passage;
  readonly evaluation: string | null;
  readonly title: string | null;
  readonly year: number | null;
  readonly score: number;
  readonly plain: string | null;
  readonly bare: string | null;
};

const nothing: PassageHits = { total: 0, hits: [], facets: {} };
const facetNames = ["kind", "language", "region", "country", "year"] as const;

/**
 * Full-text search over the passages that stand, in their four languages at once: each passage is asked in
 * its own language. Hits by rank, then by place; facets over the whole result, `null` where a passage is
 * tied to no evaluation. A blank text gives every passage that passes the filters; a text of more than
 * 1,000 characters or 64 words gives nothing (`searchTextProblem` says why).
 *
 * Cost: two statements. Ranking and facets read every match, so the time grows with the matches, not with
 * the collection; marking reads only the page asked for.
 */
export async function searchPassages(db: Database, query: PassageQuery): Promise<PassageHits> {
  if (isSearchTooLong(query.text)) return nothing;
  const text = storableText(query.text);
  const isBlank = text.trim() === "";
  const search = parseSearch(text);
  if (!isBlank && search.length === 0) return nothing;
  const words = search.flat().filter((term) => !term.phrase);
  const restorations = await restoreAccents(
    db,
    words.map((term) => term.text),
  );
  const queries = searchConfigurations.map(
    ({ language, name }) =>
      sql`(${sql.lit(language)}, ${textQuery(search, language, name, restorations, true)},
           ${textQuery(search, language, name, restorations, false)})`,
  );
  const among = (column: string, values: readonly string[] | undefined) =>
    values && values.length > 0 ? sql`and ${sql.ref(column)} in (${sql.join(values)})` : sql``;
  const linked = (condition: RawBuilder<unknown>) => sql`and exists (
    select from linked where linked.source = p.source and ${condition})`;
  // One branch a language, each with the one query of its language: joined to the table of queries, the
  // engine would read every passage instead of the index.
  const branches = searchConfigurations.map(({ language }) => {
    const asked = sql`(select query from queries where language = ${sql.lit(language)})`;
    return sql`
      select p.id, p.source, p.kind, p.language, p.starts_at,
        ${isBlank ? sql`0::real` : sql`ts_rank(p.search, ${asked}, 1)`} as score
      from passages p join sources s on s.sha256 = p.source
      where p.superseded_at is null
        and ${language === "" ? sql`p.language is null` : sql`p.language = ${sql.lit(language)}`}
        ${isBlank ? sql`` : sql`and p.search @@ ${asked}`}
        ${among("p.kind", query.kinds)} ${among("p.language", query.languages)} ${among("s.tier", query.tiers)}
        ${query.regions?.length ? linked(sql`linked.region in (${sql.join(query.regions)})`) : sql``}
        ${
          query.countries?.length
            ? linked(sql`exists (select from jsonb_array_elements_text(linked.countries) as c
                where c in (${sql.join(query.countries)}))`)
            : sql``
        }`;
  });

  const { rows } = await sql<{ total: number; facets: Facets | null; hits: readonly HitRow[] | null }>`
    with queries (language, query, positive) as materialized (values ${sql.join(queries)}),
    linked as materialized (
      select d.source, e.id as evaluation, e.title, e.region, e.year, e.countries,
        row_number() over (partition by d.source order by d.linked_at, e.id) as place
      from document_evaluations d join evaluation_versions e on e.id = d.evaluation and e.superseded_at is null
        ${ofTiers(sql.ref("e.source"), query.tiers)}
    ),
    matched as materialized (${sql.join(branches, sql` union all `)}),
    valued as (
      select 'kind' as facet, kind as value, count(*) as count from matched group by kind
      union all select 'language', language, count(*) from matched group by language
      union all select 'region', region, count(distinct id) from matched left join linked using (source) group by region
      union all select 'country', country, count(distinct id) from matched left join linked using (source)
        left join lateral jsonb_array_elements_text(countries) as country on true group by country
      union all select 'year', year::text, count(distinct id) from matched left join linked using (source) group by year
    ),
    page as (
      select * from matched order by score desc, source, starts_at nulls last, id
      limit ${query.limit} offset ${query.offset}
    ),
    detailed as (
      select row_number() over (order by page.score desc, page.source, page.starts_at nulls last, page.id) as place,
        linked.evaluation, coalesce(linked.title, readings.title) as title, linked.year, page.score::float8 as score,
        json_build_object('id', p.id, 'source', p.source, 'kind', p.kind, 'label', p.label,
          'printedLabel', p.printed_label, 'paragraph', p.paragraph, 'heading', p.heading, 'text', p.text,
          'spans', p.spans, 'page', p.page, 'language', p.language, 'confidence', p.confidence,
          'reason', p.reason) as passage,
        ${isBlank ? sql`null` : markedInOwnLanguage("")} as plain,
        ${isBlank ? sql`null` : markedInOwnLanguage("u_")} as bare
      from page join passages p on p.id = page.id and p.superseded_at is null
      join queries q on q.language = coalesce(p.language, '')
      left join linked on linked.source = page.source and linked.place = 1
      left join readings on readings.source = page.source and readings.superseded_at is null
    )
    select (select count(*)::integer from matched) as total,
      (select json_object_agg(facet, counts) from (
        select facet, json_agg(json_build_object('value', value, 'count', count) order by count desc, value) as counts
        from valued group by facet) as by_facet) as facets,
      (select json_agg(detailed order by place) from detailed) as hits`.execute(db);

  const row = rows[0]!;
  return {
    total: row.total,
    hits: (row.hits ?? []).map(({ passage, evaluation, title, year, score, plain, bare }) => ({
      passage,
      evaluation,
      title,
      year,
      highlights: rangesInOriginal(
        passage.text,
        unitedRanges(rangesOfMarks(plain ?? ""), rangesOfMarks(bare ?? "")),
      ),
      score,
    })),
    facets: Object.fromEntries(facetNames.map((name) => [name, row.facets?.[name] ?? []])),
  };
}

const markedInOwnLanguage = (prefix: "" | "u_") =>
  sql`case q.language ${sql.join(
    searchConfigurations.map(
      ({ language, name }) =>
        sql`when ${sql.lit(language)} then ${markedText(`${prefix}${name}`, sql`p.text`, sql`q.positive`)}`,
    ),
    sql` `,
  )} end`;
