import { permission } from "#access";
import { ok, type Result } from "#kernel";
import { type ReminderContent, type ReminderLine, reminder, reminderParts } from "#oversight";
import type { Account, Actor } from "#records";
import type { ListedRecommendation } from "#store";
import type { Effects } from "../effects.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { waitingFor } from "./mine.ts";
import { todayOf } from "./today.ts";

const mostLines = 10;
/** After the first failure in five minutes, then ever later; after the last the message is given up. */
const waitsMinutes = [5, 30, 120, 480, 1_440] as const;
const sendingMinutes = 15;

const lineOf = ({ record, row, place }: ListedRecommendation): ReminderLine => ({
  id: record.id,
  number: record.number,
  text: record.text,
  unit: place.unit,
  due: row.responseDue ?? row.actionDue,
});

const minutesLater = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** Writes today's reminder for each person for whom something waits and who wants one. */
async function queueReminders(effects: Effects): Promise<number> {
  const { catalogue } = effects.store;
  const today = todayOf(effects);
  let queued = 0;
  for (const account of await catalogue.accounts.list()) {
    if (account.disabledAt !== null) continue;
    const wish = await catalogue.reminders.wish(account.id);
    if (!wish.wanted) continue;
    const waiting = await waitingFor(effects, actorOf(account), mostLines);
    const content = Object.fromEntries(
      reminderParts.map((part) => [
        part,
        { lines: waiting[part].items.map(lineOf), total: waiting[part].total },
      ]),
    ) as unknown as ReminderContent;
    const written = reminder(account.name, wish.language, content, today, effects.address);
    if (written === null) continue;
    const at = effects.now();
    const isNew = await catalogue.reminders.queue({
      account: account.id,
      day: today,
      recipient: account.email,
      subject: written.subject,
      body: written.text,
      at,
    });
    if (isNew) queued++;
  }
  return queued;
}

const actorOf = ({ id, role }: Account): Actor => ({ id, role, kind: "account" });

/**
 * Writes today's reminders and sends what waits. A message is claimed before it is handed over and settled
 * afterwards, so that two senders never take the same one; where the process ended in between, nobody knows
 * whether it went out, and it is shown as that instead of being sent again.
 */
export async function remind(effects: Effects): Promise<Result<RouteReply<"sendReminders">>> {
  const { reminders } = effects.store.catalogue;
  const send = effects.mail;
  if (send === undefined) return ok({ configured: false, queued: 0, sent: 0, waiting: 0, failed: 0 });
  await reminders.giveUpSending(minutesLater(effects.now(), -sendingMinutes), effects.now());
  const queued = await queueReminders(effects);
  const tally = { sent: 0, waiting: 0, failed: 0 };
  for (;;) {
    const message = await reminders.claim(effects.now());
    if (message === null) break;
    const { number, recipient, subject, body, account, day, attempts } = message;
    const outcome = await send({ to: recipient, subject, text: body, id: `${day}.${account}.${number}` });
    const at = effects.now();
    const wait = waitsMinutes[attempts - 1];
    const [first] = outcome.ok ? [] : outcome.problems;
    if (outcome.ok) {
      tally.sent++;
      await reminders.settle(number, { state: "sent", at, error: null, nextTryAt: null });
    } else if (first?.code === "follow-up.mail-refused" || wait === undefined) {
      tally.failed++;
      await reminders.settle(number, { state: "failed", at, error: first?.message ?? null, nextTryAt: null });
    } else {
      tally.waiting++;
      const nextTryAt = minutesLater(at, wait);
      await reminders.settle(number, { state: "waiting", at, error: first?.message ?? null, nextTryAt });
    }
  }
  return ok({ configured: true, queued, ...tally });
}

export const sendReminders: RouteUseCase<"sendReminders"> = async (effects, actor) => {
  const allowed = permission(actor, "reminder.send");
  return allowed.ok ? remind(effects) : allowed;
};
