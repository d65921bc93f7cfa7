import { sql } from "kysely";
import type { Account } from "#records";
import type { Database } from "../database.ts";
import type { Catalogue } from "../store.ts";

const columns = ["id", "email", "name", "role", "createdAt", "disabledAt"] as const;

/** Accounts: one row each, changed in place; the audit keeps the history. Every call is one statement by key. */
export const accountsOf = (db: Database): Catalogue["accounts"] => ({
  async count() {
    const { count } = await db
      .selectFrom("accounts")
      .select((e) => e.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  },
  list: () => db.selectFrom("accounts").select(columns).orderBy("createdAt").orderBy("id").execute(),
  byId: async (id) =>
    (await db.selectFrom("accounts").select(columns).where("id", "=", id).executeTakeFirst()) ?? null,
  byEmail: async (email) =>
    (await db
      .selectFrom("accounts")
      .select([...columns, "passwordHash"])
      .where(sql<string>`lower(email)`, "=", sql<string>`lower(${email})`)
      .executeTakeFirst()) ?? null,
  async add(account: Account & { readonly passwordHash: string | null }) {
    const { id, email, name, role, createdAt, disabledAt, passwordHash } = account;
    await db
      .insertInto("accounts")
      .values({ id, email, name, role, createdAt, disabledAt, passwordHash })
      .execute();
  },
  async setRole(id, role) {
    await db.updateTable("accounts").set({ role }).where("id", "=", id).execute();
  },
  async setPassword(id, passwordHash) {
    await db.updateTable("accounts").set({ passwordHash }).where("id", "=", id).execute();
  },
  async setDisabled(id, disabledAt) {
    await db.updateTable("accounts").set({ disabledAt }).where("id", "=", id).execute();
  },
  async lock() {
    await sql`lock table accounts in share row exclusive mode`.execute(db);
  },
});
