// Sessions and one-time links. Only hashes of tokens are stored: a copied catalogue opens no door.

import { sql } from "kysely";
import type { Database } from "../database.ts";
import type { Catalogue } from "../store.ts";

const isLater = (column: "sessions.expiresAt" | "links.expiresAt", now: string) =>
  sql<boolean>`${sql.ref(column)}::timestamptz > ${now}::timestamptz`;

export const sessionsOf = (db: Database): Catalogue["sessions"] => ({
  async add({ tokenHash, account, createdAt, expiresAt }) {
    // Expired sessions go when a new one comes; nothing else would ever remove them.
    await db
      .deleteFrom("sessions")
      .where(sql<boolean>`expires_at::timestamptz <= ${createdAt}::timestamptz`)
      .execute();
    await db.insertInto("sessions").values({ tokenHash, account, createdAt, expiresAt }).execute();
  },
  byTokenHash: async (tokenHash, now) =>
    (await db
      .selectFrom("sessions")
      .innerJoin("accounts", "accounts.id", "sessions.account")
      .select([
        "accounts.id",
        "accounts.email",
        "accounts.name",
        "accounts.role",
        "accounts.createdAt",
        "accounts.disabledAt",
      ])
      .where("sessions.tokenHash", "=", tokenHash)
      .where("accounts.disabledAt", "is", null)
      .where(isLater("sessions.expiresAt", now))
      .executeTakeFirst()) ?? null,
  async remove(tokenHash) {
    await db.deleteFrom("sessions").where("tokenHash", "=", tokenHash).execute();
  },
  async removeOfAccount(account) {
    await db.deleteFrom("sessions").where("account", "=", account).execute();
  },
});

export const linksOf = (db: Database): Catalogue["links"] => ({
  async add({ tokenHash, purpose, account, createdAt, expiresAt }) {
    await db
      .insertInto("links")
      .values({ tokenHash, purpose, account, createdAt, expiresAt, usedAt: null })
      .execute();
  },
  peek: async (tokenHash, now) =>
    (await db
      .selectFrom("links")
      .select(["purpose", "account"])
      .where("tokenHash", "=", tokenHash)
      .where("usedAt", "is", null)
      .where("revoked", "=", false)
      .where(isLater("links.expiresAt", now))
      .executeTakeFirst()) ?? null,
  async use(tokenHash, now) {
    // One statement decides: of two who come at once, the row lock lets one through.
    const { numUpdatedRows } = await db
      .updateTable("links")
      .set({ usedAt: now })
      .where("tokenHash", "=", tokenHash)
      .where("usedAt", "is", null)
      .where("revoked", "=", false)
      .where(isLater("links.expiresAt", now))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
  async revoke(purpose, account) {
    await db
      .updateTable("links")
      .set({ revoked: true })
      .where("purpose", "=", purpose)
      .where("usedAt", "is", null)
      .where("account", account === null ? "is" : "=", account)
      .execute();
  },
});
