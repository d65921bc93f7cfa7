import { sql } from "kysely";
import type { Database } from "../database.ts";
import type { OutboxMessage, ReminderCatalogue } from "../follow-up-catalogue.ts";

const columns = [
  "number",
  "account",
  "day",
  "recipient",
  "subject",
  "body",
  "state",
  "attempts",
  "nextTryAt",
  "changedAt",
  "error",
] as const;

/** Wishes about reminders, and the outbox. A message is claimed before it is sent, and settled afterwards. */
export const remindersOf = (db: Database): ReminderCatalogue => ({
  wish: async (account) =>
    (await db
      .selectFrom("reminderWishes")
      .select(["language", "wanted"])
      .where("account", "=", account)
      .executeTakeFirst()) ?? { language: "en", wanted: true },
  async setWish(account, { language, wanted }, at) {
    await db
      .insertInto("reminderWishes")
      .values({ account, language, wanted, changedAt: at })
      .onConflict((conflict) => conflict.column("account").doUpdateSet({ language, wanted, changedAt: at }))
      .execute();
  },
  async queue({ at, ...message }) {
    const { rows } = await sql<{ number: number }>`
      insert into mail_outbox (account, day, recipient, subject, body, state, next_try_at, changed_at)
      values (${message.account}, ${message.day}, ${message.recipient}, ${message.subject}, ${message.body},
        'waiting', ${at}, ${at})
      on conflict (account, day) do nothing returning number`.execute(db);
    if (rows.length === 0) return false;
    // What waited from an earlier day says less than this one does.
    await sql`update mail_outbox set state = 'failed', error = 'A later reminder took its place.',
        next_try_at = null, changed_at = ${at}
      where account = ${message.account} and day < ${message.day} and state = 'waiting'`.execute(db);
    return true;
  },
  async claim(at) {
    // Compared as instants: texts of the same moment may differ in their fractions.
    const { rows } = await sql<OutboxMessage>`
      update mail_outbox set state = 'sending', attempts = attempts + 1, changed_at = ${at}
      where number = (
        select number from mail_outbox
        where state = 'waiting' and next_try_at::timestamptz <= ${at}::timestamptz
        order by number limit 1 for update skip locked)
      returning number, account, day, recipient, subject, body, state, attempts, next_try_at,
        changed_at, error`.execute(db);
    return rows[0] ?? null;
  },
  async settle(number, { state, at, error, nextTryAt }) {
    await db
      .updateTable("mailOutbox")
      .set({ state, changedAt: at, error, nextTryAt })
      .where("number", "=", number)
      .execute();
  },
  async giveUpSending(before, at) {
    const { rows } = await sql`
      update mail_outbox set state = 'unknown', changed_at = ${at}, next_try_at = null
      where state = 'sending' and changed_at::timestamptz < ${before}::timestamptz returning number`.execute(
      db,
    );
    return rows.length;
  },
  outbox: (limit) =>
    db.selectFrom("mailOutbox").select(columns).orderBy("number", "desc").limit(limit).execute(),
});
