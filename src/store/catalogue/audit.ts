import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import type { Catalogue } from "../store.ts";

/** The audit: appended in the transaction of the change, read newest first; a trigger refuses all else. */
export const auditOf = (db: Database): Catalogue["audit"] => ({
  async append({ action, actor, resource, at, detail }) {
    await db
      .insertInto("audit")
      .values({ action, actor, resource, at, detail: storableJson(detail) })
      .execute();
  },
  list: ({ before, limit }) =>
    db
      .selectFrom("audit")
      .select(["number", "action", "actor", "resource", "at", "detail"])
      .$if(before !== null, (query) => query.where("number", "<", before as number))
      .orderBy("number", "desc")
      .limit(limit)
      .execute(),
});
