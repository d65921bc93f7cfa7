import { sql } from "kysely";
import type { ReviewEvent, ReviewHead } from "#records";
import type { Database } from "../database.ts";
import type { ReviewsCatalogue } from "../reviews-catalogue.ts";
import { storableJson, storableText } from "../storable-text.ts";
import { chunksOf } from "./atomically.ts";

const headColumns = [
  "id",
  "title",
  "language",
  "origin",
  "createdAt",
  "createdBy",
  "publishedAt",
] as const satisfies readonly (keyof ReviewHead)[];

export const reviewsOf = (db: Database): ReviewsCatalogue => ({
  async add(head) {
    const { id, title, language, origin, createdAt, createdBy, publishedAt } = head;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("reviews")
      .values({ id, title, language, origin, createdAt, createdBy, publishedAt, last: 0 })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },
  byId: async (id) =>
    (await db.selectFrom("reviews").select(headColumns).where("id", "=", id).executeTakeFirst()) ?? null,
  list: () =>
    db.selectFrom("reviews").select(headColumns).orderBy("createdAt", "desc").orderBy("id").execute(),
  async lock(id) {
    const found = await db
      .selectFrom("reviews")
      .select("last")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    return found?.last ?? null;
  },
  async append(id, events, head = {}) {
    for (const part of chunksOf(events, 200))
      await db
        .insertInto("reviewEvents")
        .values(
          part.map(({ number, key, at, by, via, act }) => ({
            review: id,
            number,
            key: storableText(key),
            at,
            by,
            via,
            act: storableJson(act),
          })),
        )
        .execute();
    const last = events.at(-1)?.number;
    if (last !== undefined)
      await db
        .updateTable("reviews")
        .set({
          last,
          ...(head.title !== undefined && { title: head.title }),
          // A review is made public once; what was public before its first edition keeps that day.
          ...(head.publishedAt !== undefined && {
            publishedAt: sql<string>`coalesce(published_at, ${head.publishedAt})`,
          }),
        })
        .where("id", "=", id)
        .execute();
  },
  events: (id, after, limit) =>
    db
      .selectFrom("reviewEvents")
      .select(["number", "key", "at", "by", "via", "act"])
      .where("review", "=", id)
      .where("number", ">", after)
      // Numbers have no gaps. With a limit instead, the planner sorts all that is left of the log for each part.
      .where("number", "<=", after + limit)
      .orderBy("number")
      .execute() as Promise<readonly ReviewEvent[]>,
  async knownKeys(id, keys) {
    const known = new Map<string, number>();
    if (keys.length === 0) return known;
    const { rows } = await sql<{ key: string; number: number }>`
      select key, number from review_events
      where review = ${id} and key in (select json_array_elements_text(${storableJson(keys)}::json))`.execute(
      db,
    );
    for (const { key, number } of rows) known.set(key, number);
    return known;
  },
});
