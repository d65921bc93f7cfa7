import type { SourceFile } from "#records";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import type { Catalogue } from "../store.ts";

const columns = [
  "sha256",
  "name",
  "mediaType",
  "bytes",
  "origin",
  "tier",
  "citation",
  "addedAt",
  "addedBy",
] as const;

/** Source files by hash, in the order they came. The bytes are in `Files`; what is known of them never changes. */
export const sourcesOf = (db: Database): Catalogue["sources"] => ({
  async add({ sha256, name, mediaType, bytes, origin, tier, citation, addedAt, addedBy }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("sources")
      .values({
        sha256,
        name,
        mediaType,
        bytes,
        origin,
        tier,
        citation: storableJson(citation),
        addedAt,
        addedBy,
      })
      .onConflict((conflict) => conflict.column("sha256").doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  byHash: async (sha256) =>
    ((await db.selectFrom("sources").select(columns).where("sha256", "=", sha256).executeTakeFirst()) as
      | SourceFile
      | undefined) ?? null,
  list: async () =>
    (await db.selectFrom("sources").select(columns).orderBy("number").execute()) as readonly SourceFile[],
});
