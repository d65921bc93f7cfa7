import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";

/** Until the transaction ends nobody else changes rows: the numbers of changes then come in order. */
export const lockRows = (db: Database): Promise<unknown> =>
  sql`lock table follow_up_rows in share row exclusive mode`.execute(db);

/**
 * Computes where recommendations belong: evaluation, unit, region, countries, year, themes, tier. Asked when
 * a record changes, and when the evaluation or the tie of its report does. What is computed from events
 * stays as it is. `which` follows a WHERE on `r`, the versions that stand, and `d`, the evaluation.
 */
export async function placeRecommendations(db: Database, which: RawBuilder<unknown>): Promise<void> {
  await lockRows(db);
  const texts = (json: RawBuilder<unknown>) =>
    sql`jsonb_array_elements_text(coalesce((${json})::jsonb, '[]'::jsonb))`;
  await sql`
    with standing as (
      select r.id, r.record, r.source, d.evaluation
      from recommendation_versions r
      left join lateral (
        select coalesce(r.record ->> 'evaluation', (
          select linked.evaluation from document_evaluations linked where linked.source = r.document
          order by linked.linked_at, linked.evaluation limit 1)) as evaluation
      ) d on true
      where r.superseded_at is null and (${which})
    )
    insert into follow_up_rows (recommendation, shown, evaluation, unit, region, countries, year, themes,
      priority, language, origin, tier)
    select r.id, true, r.evaluation, r.record ->> 'unit', e.region, coalesce(e.countries, '[]'), e.year,
      (select coalesce(jsonb_agg(theme order by theme), '[]') from (
        select ${texts(sql`r.record ->> 'themes'`)} as theme
        union select ${texts(sql`r.record ->> 'branches'`)}
        union select ${texts(sql`e.record ->> 'themes'`)}
        union select ${texts(sql`e.record ->> 'branches'`)}) as all_themes),
      r.record ->> 'priority', r.record ->> 'language', coalesce(s.origin, 'real'),
      case when 'restricted' in (s.tier, es.tier) then 'restricted'
           when 'members' in (s.tier, es.tier) then 'members' else 'public' end
    from standing r
    left join evaluation_versions e on e.id = r.evaluation and e.superseded_at is null
    left join sources s on s.sha256 = r.source
    left join sources es on es.sha256 = e.source
    on conflict (recommendation) do update set
      changed = nextval(pg_get_serial_sequence('follow_up_rows', 'changed')),
      shown = true, evaluation = excluded.evaluation, unit = excluded.unit, region = excluded.region,
      countries = excluded.countries, year = excluded.year, themes = excluded.themes,
      priority = excluded.priority, language = excluded.language, origin = excluded.origin,
      tier = excluded.tier`.execute(db);
}

/** Those whose evaluation is one of these. */
export const ofEvaluations = (ids: readonly string[]): RawBuilder<unknown> =>
  sql`d.evaluation in (select json_array_elements_text(${storableJson(ids)}::json))`;
/** Those that stand in a report. */
export const ofReport = (source: string): RawBuilder<unknown> => sql`r.document = ${source}`;
export const withIds = (ids: readonly string[]): RawBuilder<unknown> =>
  sql`r.id in (select json_array_elements_text(${storableJson(ids)}::json))`;
