import { sql } from "kysely";
import type { FollowUpData, Recommendation, StoredFollowUpEvent } from "#records";
import type { Database } from "../database.ts";
import { currentIndex, readRows } from "../follow-up/current-index.ts";
import { computedOf, listRows, tallyRows } from "../follow-up/index-queries.ts";
import { lockRows, placeRecommendations, withIds } from "../follow-up/placement.ts";
import type { IndexedRow } from "../follow-up/row-index.ts";
import { foundByText } from "../follow-up/search-recommendations.ts";
import type { ListedRecommendation, RecommendationCatalogue } from "../follow-up-catalogue.ts";
import { storableJson } from "../storable-text.ts";
import { atomically, breathe, chunksOf } from "./atomically.ts";
import { putVersions } from "./put-versions.ts";

const eventColumns = ["number", "recommendation", "action", "at", "onDay", "by", "data"] as const;
type EventRow = {
  number: number;
  recommendation: string;
  action: string | null;
  at: string;
  onDay: string | null;
  by: string;
  data: FollowUpData;
};
const eventOf = ({ onDay, ...row }: EventRow): StoredFollowUpEvent => ({ ...row, on: onDay });

/** Recommendations by version, their events, and the computed rows that lists and figures ask. */
export const recommendationsOf = (db: Database): RecommendationCatalogue => ({
  put: (recommendations, at, by) =>
    atomically(db, async (inside) => {
      if (recommendations.length === 0) return { added: 0, superseded: 0, unchanged: 0 };
      const ids = recommendations.map(({ id }) => id);
      await inside
        .insertInto("recommendations")
        .columns(["id", "addedAt"])
        .expression(
          sql`select distinct value, ${at} from json_array_elements_text(${storableJson(ids)}::json)`,
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const counts = await putVersions(
        inside,
        { table: "recommendation_versions", key: "id", by },
        new Map(recommendations.map((one) => [one.id, one])),
        at,
      );
      for (const part of chunksOf(ids, 5_000)) await placeRecommendations(inside, withIds(part));
      return counts;
    }),
  withdraw: (ids, at) =>
    atomically(db, async (inside) => {
      if (ids.length === 0) return;
      await lockRows(inside);
      const these = storableJson(ids);
      await sql`update recommendation_versions set superseded_at = ${at}
        where superseded_at is null and id in (select json_array_elements_text(${these}::json))`.execute(
        inside,
      );
      await sql`update follow_up_rows set shown = false,
          changed = nextval(pg_get_serial_sequence('follow_up_rows', 'changed'))
        where recommendation in (select json_array_elements_text(${these}::json))`.execute(inside);
    }),
  async byId(id) {
    const found = await db
      .selectFrom("recommendationVersions")
      .select(["record", "supersededAt"])
      .where("id", "=", id)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    return found ? { record: found.record, current: found.supersededAt === null } : null;
  },
  byIds: async (ids) => listed(db, ids, await readRows(db, ids)),
  ofDocument: async (source) =>
    (
      await db
        .selectFrom("recommendationVersions")
        .select("record")
        .where("document", "=", source)
        .where("supersededAt", "is", null)
        .orderBy("id")
        .execute()
    ).map(({ record }) => record),
  async lock(id) {
    await db.selectFrom("recommendations").select("id").where("id", "=", id).forUpdate().execute();
  },
  append: (events, rows) =>
    atomically(db, async (inside) => {
      for (const part of chunksOf(events, 500)) {
        await breathe();
        await inside
          .insertInto("followUpEvents")
          .values(
            part.map(({ recommendation, action, at, on, by, data }) => ({
              recommendation,
              action,
              kind: data.kind,
              at,
              onDay: on,
              by,
              data: storableJson(data),
            })),
          )
          .execute();
      }
      if (rows.length === 0) return;
      await lockRows(inside);
      for (const part of chunksOf(rows, 2_000)) {
        await breathe();
        await sql`
          update follow_up_rows as f set
            changed = nextval(pg_get_serial_sequence('follow_up_rows', 'changed')),
            state = n.state, verdict = n.verdict, answered_in_general = n."answeredInGeneral",
            response_due = n."responseDue", action_due = n."actionDue", actions = n.actions,
            to_verify = n."toVerify", owners = n.owners, response_days = n."responseDays",
            completion_days = n."completionDays", events = n.events
          from json_to_recordset(${storableJson(part)}::json) as n (
            recommendation text, state text, verdict text, "answeredInGeneral" boolean, "responseDue" text,
            "actionDue" text, actions integer, "toVerify" integer, owners jsonb, "responseDays" integer,
            "completionDays" integer, events integer)
          where f.recommendation = n.recommendation`.execute(inside);
      }
    }),
  events: async (id) =>
    (
      await db
        .selectFrom("followUpEvents")
        .select(eventColumns)
        .where("recommendation", "=", id)
        .orderBy("number")
        .execute()
    ).map(eventOf),
  async page(after, limit) {
    const ids = (
      await sql<{ id: string }>`select recommendation as id from follow_up_rows
        where recommendation > ${after ?? ""} order by recommendation limit ${limit}`.execute(db)
    ).rows.map(({ id }) => id);
    const rows = new Map((await readRows(db, ids)).map((row) => [row.recommendation, row]));
    const events = await db
      .selectFrom("followUpEvents")
      .select(eventColumns)
      .where(
        "recommendation",
        "in",
        sql<string>`(select json_array_elements_text(${storableJson(ids)}::json))`,
      )
      .orderBy("number")
      .execute();
    const byId = Map.groupBy(events.map(eventOf), ({ recommendation }) => recommendation);
    return ids.map((id) => ({ id, row: computedOf(rows.get(id)!), events: byId.get(id) ?? [] }));
  },
  async list(filter, page) {
    const found = await foundByText(db, filter.text);
    const { ids, ...counts } = listRows(await currentIndex(db), filter, found, page);
    return { ...counts, items: await listed(db, ids, await readRows(db, ids)) };
  },
  async tally(filter, by, today) {
    const found = await foundByText(db, filter.text);
    return tallyRows(await currentIndex(db), filter, found, by, today);
  },
  texts: async (after, limit) =>
    (
      await sql<{ id: string; text: string; language: Recommendation["language"]; report: string }>`
        select part.id, r.text, r.language, coalesce(f.evaluation, r.document, part.id) as report
        from (select id from recommendation_versions
              where superseded_at is null and id > ${after ?? ""} order by id limit ${limit}) part
          -- Fenced: an engine without statistics would join and sort all rows again for every part.
          cross join lateral (select record ->> 'text' as text, language, document
            from recommendation_versions where id = part.id and superseded_at is null offset 0) r
          left join lateral (select evaluation from follow_up_rows where recommendation = part.id offset 0) f
            on true
        order by part.id`.execute(db)
    ).rows,
});

/** Records with their rows, in the order of the ids. */
async function listed(
  db: Database,
  ids: readonly string[],
  rows: readonly IndexedRow[],
): Promise<readonly ListedRecommendation[]> {
  if (ids.length === 0) return [];
  const { rows: records } = await sql<{ record: Recommendation }>`
    select distinct on (id) record from recommendation_versions
    where id = any(array(select json_array_elements_text(${storableJson(ids)}::json)))
    order by id, version desc`.execute(db);
  const recordOf = new Map(records.map(({ record }) => [record.id, record]));
  const rowOf = new Map(rows.map((row) => [row.recommendation, row]));
  return ids.flatMap((id) => {
    const record = recordOf.get(id);
    const row = rowOf.get(id);
    if (!record || !row) return [];
    const { evaluation, unit, region, countries, year, themes, tier } = row;
    return [
      { record, row: computedOf(row), place: { evaluation, unit, region, countries, year, themes, tier } },
    ];
  });
}
