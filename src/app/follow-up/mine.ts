import { may, permission } from "#access";
import { ok, type Result } from "#kernel";
import { dayAfter } from "#oversight";
import type { Actor } from "#records";
import type { FollowUpFilter, ListedRecommendation } from "#store";
import type { Effects } from "../effects.ts";
import { readableTiers } from "../readable.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { shownListed } from "./shown-recommendation.ts";
import { todayOf } from "./today.ts";

export type Waiting = {
  readonly today: string;
} & Readonly<
  Record<
    "own" | "responses" | "overdue" | "toVerify",
    { readonly total: number; readonly items: readonly ListedRecommendation[] }
  >
>;

const soonDays = 14;
const nothing = { total: 0, items: [] };

/**
 * What waits for somebody: their own actions that are overdue or soon due; for those who answer, responses
 * awaited and overdue actions; for those who verify, completed actions. All of what they may read.
 */
export async function waitingFor(effects: Effects, actor: Actor, most: number): Promise<Waiting> {
  const today = todayOf(effects);
  const tiers = readableTiers(actor);
  const of = async (filter: FollowUpFilter, day: string) => {
    const found = await effects.store.catalogue.recommendations.list(
      { ...filter, tiers },
      { today: day, limit: most, offset: 0 },
    );
    return { total: found.total, items: found.items };
  };
  const answers = may(actor, "recommendation.respond").allowed;
  const verifies = may(actor, "recommendation.verify").allowed;
  return {
    today,
    // Soon due is what would be overdue two weeks from now.
    own: await of({ owner: actor.id, overdue: ["action"] }, dayAfter(today, soonDays + 1)),
    responses: answers ? await of({ state: ["response-due"] }, today) : nothing,
    overdue: answers ? await of({ overdue: ["action"] }, today) : nothing,
    toVerify: verifies ? await of({ toVerify: true }, today) : nothing,
  };
}

export const myFollowUp: RouteUseCase<"myFollowUp"> = async (effects, actor) => {
  const allowed = permission(actor, "follow-up.own");
  if (!allowed.ok) return allowed;
  const waiting = await waitingFor(effects, actor, 25);
  const { reminders } = effects.store.catalogue;
  const shown = (part: keyof Omit<Waiting, "today">) =>
    waiting[part].items.map((item) => shownListed(item, waiting.today));
  const outbox = may(actor, "reminder.send").allowed ? await reminders.outbox(20) : [];
  return ok({
    today: waiting.today,
    own: shown("own"),
    responses: shown("responses"),
    overdue: shown("overdue"),
    toVerify: shown("toVerify"),
    counts: {
      own: waiting.own.total,
      responses: waiting.responses.total,
      overdue: waiting.overdue.total,
      toVerify: waiting.toVerify.total,
    },
    mail: {
      configured: effects.mail !== undefined,
      wish: await reminders.wish(actor.id),
      outbox: outbox.map(({ recipient, day, state, attempts, error }) => ({
        recipient,
        day,
        state,
        attempts,
        error,
      })),
    },
  });
};

export const setReminders: RouteUseCase<"setReminders"> = async (effects, actor, wish) => {
  const allowed = permission(actor, "follow-up.own");
  if (!allowed.ok) return allowed;
  const { language, wanted } = wish;
  // The operator at the machine has no account and gets no mail.
  if (actor.kind !== "account") return ok({ language, wanted });
  return effects.store.transaction(async (catalogue): Promise<Result<RouteReply<"setReminders">>> => {
    await catalogue.reminders.setWish(actor.id, { language, wanted }, effects.now());
    return ok({ language, wanted });
  });
};
