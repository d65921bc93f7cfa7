// What people decided about passages: the events, and the versions they left.

import { sql } from "kysely";
import type { Sha256 } from "#kernel";
import type { Correction, DecidedPassage, PassageMark } from "#records";
import type { CorrectionsCatalogue } from "../corrections-catalogue.ts";
import type { Database } from "../database.ts";
import { ofTiers } from "../search/tier-condition.ts";
import { storableJson } from "../storable-text.ts";
import { decidedColumns, insertPassages, supersedePassages } from "./passages.ts";

const eventColumns = [
  "number",
  "source",
  "act",
  "before",
  "after",
  "undoes",
  "textVersion",
  "by",
  "at",
  "comment",
] as const;

export const markOf = ({ id, version, kind, label, spans, decision }: DecidedPassage): PassageMark => ({
  id,
  version,
  kind,
  label,
  spans,
  decision,
});

export const correctionsOf = (db: Database): CorrectionsCatalogue => ({
  async lock(source) {
    await db.selectFrom("sources").select("sha256").where("sha256", "=", source).forUpdate().execute();
  },
  textVersion: async (source) =>
    (
      await db
        .selectFrom("readings")
        .select("textVersion")
        .where("source", "=", source)
        .where("supersededAt", "is", null)
        .executeTakeFirst()
    )?.textVersion ?? null,
  standing: (source) => standingPassages(db, source),
  rejected: (source) => rejectedPassages(db, source),
  versions: async (ids) =>
    ids.length === 0
      ? []
      : ((await db
          .selectFrom("passages")
          .select([...decidedColumns, sql<boolean>`superseded_at is null`.as("stands")])
          .where("id", "in", [...ids])
          .orderBy("id")
          .orderBy("version")
          .execute()) as readonly (DecidedPassage & { readonly stands: boolean })[]),
  async record({ insert, ...event }) {
    await supersedePassages(
      db,
      event.before.map(({ id }) => id),
      event.at,
    );
    await insertPassages(db, insert, event.at);
    return recordEvent(db, { ...event, after: insert.map(markOf) });
  },
  byNumber: async (number) =>
    ((await db
      .selectFrom("corrections")
      .select(eventColumns)
      .where("number", "=", number)
      .executeTakeFirst()) as Correction | undefined) ?? null,
  undoneBy: async (number) =>
    ((await db
      .selectFrom("corrections")
      .select(eventColumns)
      .where("undoes", "=", number)
      .executeTakeFirst()) as Correction | undefined) ?? null,
  history: async (source, limit) =>
    (await db
      .selectFrom("corrections")
      .select(eventColumns)
      .where("source", "=", source)
      .orderBy("number", "desc")
      .limit(limit)
      .execute()) as readonly Correction[],
  mentioning: async (source, id) =>
    (
      await sql<Correction>`
        select number, source, act, before, after, undoes, text_version, by, at, comment from corrections
        where source = ${source} and exists (
          select from json_array_elements(before) as mark where mark ->> 'id' = ${id})
        order by number desc`.execute(db)
    ).rows,
  async queue({ below, all, tiers, limit, offset }) {
    const { rows } = await sql<{ total: number; rows: readonly never[] | null }>`
      with counted as (
        select r.source, s.number, coalesce(r.title, s.name) as title, s.name, r.language, r.pages, s.origin,
          (count(p.id) filter (where p.decision = 'machine' and p.confidence < ${below}))::integer as unsure,
          (count(p.id) filter (where p.decision = 'machine'))::integer as proposals,
          (count(p.id) filter (where p.decision <> 'machine'))::integer as decided,
          (count(p.id) filter (where p.decision <> 'machine' and p.text_version <> r.text_version))::integer as to_check
        from readings r join sources s on s.sha256 = r.source
        left join passages p on p.source = r.source and p.superseded_at is null
        where r.superseded_at is null ${ofTiers(sql.ref("r.source"), tiers)}
        group by r.source, s.number, r.title, s.name, r.language, r.pages, s.origin
      ), wanted as (
        select * from counted where ${all} or unsure > 0 or to_check > 0
      ), page as (
        select * from wanted order by unsure + to_check desc, number limit ${limit} offset ${offset}
      )
      select (select count(*)::integer from wanted) as total,
        (select json_agg(json_build_object('source', source, 'title', title, 'name', name,
          'language', language, 'pages', pages, 'origin', origin, 'unsure', unsure, 'proposals', proposals,
          'decided', decided, 'toCheck', to_check,
          'rejected', (select count(*)::integer from passages p
            where p.source = page.source and p.decision = 'rejected' and not exists (
              select from passages later where later.id = p.id and later.version > p.version)))
          order by unsure + to_check desc, number) from page) as rows`.execute(db);
    return { total: rows[0]?.total ?? 0, documents: rows[0]?.rows ?? [] };
  },
  async atWork(since) {
    const { rows } = await sql<{ source: Sha256; by: string; at: string }>`
      select source, by, max(at::text) as at from corrections
      where at::timestamptz >= ${since}::timestamptz and by <> 'reader'
      group by source, by order by 3 desc`.execute(db);
    return rows;
  },
});

/** Appends an event; runs inside the transaction that changes the passages. */
export async function recordEvent(db: Database, event: Omit<Correction, "number">): Promise<Correction> {
  const { number } = await db
    .insertInto("corrections")
    .values({ ...event, before: storableJson(event.before), after: storableJson(event.after) })
    .returning("number")
    .executeTakeFirstOrThrow();
  return { ...event, number: Number(number) };
}

export const standingPassages = async (db: Database, source: Sha256): Promise<readonly DecidedPassage[]> =>
  (await db
    .selectFrom("passages")
    .select(decidedColumns)
    .where("source", "=", source)
    .where("supersededAt", "is", null)
    .orderBy(sql`starts_at nulls last`)
    .orderBy("id")
    .execute()) as readonly DecidedPassage[];

/** Proposals that people rejected and nobody restored. */
export const rejectedPassages = async (db: Database, source: Sha256): Promise<readonly DecidedPassage[]> =>
  (await db
    .selectFrom("passages")
    .select(decidedColumns)
    .where("source", "=", source)
    .where("decision", "=", "rejected")
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("passages as later")
            .select("later.id")
            .whereRef("later.id", "=", "passages.id")
            .whereRef("later.version", ">", "passages.version"),
        ),
      ),
    )
    .orderBy(sql`starts_at nulls last`)
    .orderBy("id")
    .execute()) as readonly DecidedPassage[];
