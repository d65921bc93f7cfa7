import type { Database } from "../database.ts";
import type { SavedSearch, SearchesCatalogue } from "../searches-catalogue.ts";
import { storableJson } from "../storable-text.ts";

const columns = ["id", "account", "name", "room", "state", "createdAt"] as const;

/** Searches people keep under a name. One that is taken away is marked, not deleted. */
export const searchesOf = (db: Database): SearchesCatalogue => ({
  list: async (account) =>
    (await db
      .selectFrom("savedSearches")
      .select(columns)
      .where("account", "=", account)
      .where("removedAt", "is", null)
      .orderBy("number", "desc")
      .execute()) as readonly SavedSearch[],
  byId: async (id) =>
    ((await db
      .selectFrom("savedSearches")
      .select(columns)
      .where("id", "=", id)
      .where("removedAt", "is", null)
      .executeTakeFirst()) as SavedSearch | undefined) ?? null,
  add: async ({ id, account, name, room, state, createdAt }) => {
    await db
      .insertInto("savedSearches")
      .values({ id, account, name, room, state: storableJson(state), createdAt, removedAt: null })
      .execute();
  },
  remove: async (id, account, at) => {
    const { numUpdatedRows } = await db
      .updateTable("savedSearches")
      .set({ removedAt: at })
      .where("id", "=", id)
      .where("account", "=", account)
      .where("removedAt", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
});
