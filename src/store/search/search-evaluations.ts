import { type RawBuilder, sql } from "kysely";
import { completeEvaluation, type StoredEvaluation } from "#records";
import type { Database } from "../database.ts";
import { storableText } from "../storable-text.ts";
import type { Catalogue, EvaluationFilter, Facets } from "../store.ts";
import { isSearchTooLong, parseSearch } from "./parse-search.ts";
import { restoreAccents } from "./search-words.ts";
import { searchConfigurations, textQuery } from "./text-query.ts";
import { ofTiers } from "./tier-condition.ts";

const facetColumns = ["region", "language", "type", "timing", "nature", "year"] as const;
/** Asks for the records whose source does not state the value; the `null` of the facets. */
const notStated = "none";
const facetNames = [...facetColumns, "country"] as const;

/**
 * The registry filtered and, where a text is given, ranked; otherwise in the order of identifiers. The
 * text looks at title, summary, themes, donor, identifiers and project symbol. Facets count the whole
 * result. Cost: one or two statements that read every match.
 */
export async function searchEvaluations(
  db: Database,
  filter: EvaluationFilter,
): ReturnType<Catalogue["evaluations"]["list"]> {
  const text = storableText(filter.text ?? "");
  const search = parseSearch(text);
  const isBlank = text.trim() === "";
  if (isSearchTooLong(text) || (!isBlank && search.length === 0))
    return { total: 0, evaluations: [], facets: {} };
  const words = search.flat().filter((term) => !term.phrase);
  const restorations = await restoreAccents(
    db,
    words.map((term) => term.text),
  );
  const simple = textQuery(search, "", "simple", restorations, true);
  // Identifiers and symbols are indexed as they stand, whatever the language of the record.
  const queries = searchConfigurations.map(
    ({ language, name }) =>
      sql`(${sql.lit(language)}, ${textQuery(search, language, name, restorations, true)} || ${simple})`,
  );
  const equals = (column: string, value: string | undefined): RawBuilder<unknown> =>
    value === undefined
      ? sql``
      : value === notStated
        ? sql`and ${sql.ref(column)} is null`
        : sql`and ${sql.ref(column)} = ${value}`;

  const { rows } = await sql<{
    total: number;
    facets: Facets | null;
    evaluations: readonly StoredEvaluation[] | null;
  }>`
    with queries (language, query) as materialized (values ${sql.join(queries)}),
    matched as materialized (
      select e.id, e.version, e.region, e.language, e.type, e.timing, e.nature, e.year, e.countries,
        ${isBlank ? sql`0::real` : sql`ts_rank(e.search, q.query, 1)`} as score
      from queries q join evaluation_versions e on coalesce(e.language, '') = q.language
        ${isBlank ? sql`` : sql`and e.search @@ q.query`}
      where e.superseded_at is null ${ofTiers(sql.ref("e.source"), filter.tiers)}
        ${equals("e.region", filter.region)} ${equals("e.language", filter.language)}
        ${equals("e.type", filter.type)} ${equals("e.timing", filter.timing)} ${equals("e.nature", filter.nature)}
        ${filter.country === undefined ? sql`` : filter.country === notStated ? sql`and e.countries = '[]'::jsonb` : sql`and e.countries @> ${JSON.stringify([filter.country])}::jsonb`}
    ),
    valued as (
      ${sql.join(
        facetColumns.map(
          (name) =>
            sql`select ${sql.lit(name)} as facet, ${sql.ref(name)}::text as value, count(*) as count
              from matched group by ${sql.ref(name)}`,
        ),
        sql` union all `,
      )}
      union all select 'country', country, count(*) from matched
        left join lateral jsonb_array_elements_text(countries) as country on true group by country
    ),
    page as (
      select * from matched order by score desc, regexp_replace(id, '[0-9]+$', ''), length(id), id limit ${filter.limit} offset ${filter.offset}
    )
    select (select count(*)::integer from matched) as total,
      (select json_object_agg(facet, counts) from (
        select facet, json_agg(json_build_object('value', value, 'count', count) order by count desc, value) as counts
        from valued group by facet) as by_facet) as facets,
      (select json_agg(record order by page.score desc, regexp_replace(page.id, '[0-9]+$', ''), length(page.id), page.id)
        from page join evaluation_versions e on e.id = page.id and e.version = page.version) as evaluations`.execute(
    db,
  );

  const row = rows[0]!;
  return {
    total: row.total,
    evaluations: (row.evaluations ?? []).map(completeEvaluation),
    facets: Object.fromEntries(facetNames.map((name) => [name, row.facets?.[name] ?? []])),
  };
}
