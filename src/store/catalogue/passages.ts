import { sql } from "kysely";
import type { Passage } from "#records";
import type { Database } from "../database.ts";
import { searchPassages } from "../search/search-passages.ts";
import type { Catalogue } from "../store.ts";

export const passageColumns = [
  "id",
  "source",
  "kind",
  "label",
  "printedLabel",
  "paragraph",
  "heading",
  "text",
  "spans",
  "page",
  "language",
  "confidence",
  "reason",
] as const;

/** Passages that stand. One that was superseded is still found by its id, so that old citations hold. */
export const passagesOf = (db: Database): Catalogue["passages"] => ({
  byId: async (id) =>
    ((await db
      .selectFrom("passages")
      .select(passageColumns)
      .where("id", "=", id)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst()) as Passage | undefined) ?? null,
  ofDocument: async (source) =>
    (await db
      .selectFrom("passages")
      .select(passageColumns)
      .where("source", "=", source)
      .where("supersededAt", "is", null)
      .orderBy(sql`starts_at nulls last`)
      .orderBy("id")
      .execute()) as readonly Passage[],
  search: (query) => searchPassages(db, query),
});
