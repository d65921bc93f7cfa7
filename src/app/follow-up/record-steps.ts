import { fail, ok, problem, type Result } from "#kernel";
import { followUpRow, followUpState, nextAction } from "#oversight";
import type { Actor, FollowUpData, FollowUpEvent } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { todayOf } from "./today.ts";

/** A step as it is asked for: `on` absent means today, null not known. */
export type Step = {
  readonly action: string | null;
  readonly on?: string | null | undefined;
  readonly data: FollowUpData;
};

/**
 * Appends steps to a recommendation, all or none, with the row they come to and the audit line, inside the
 * transaction that is open. New actions get their numbers here.
 *
 * @returns the problems of every step that does not fit what is recorded
 */
export async function recordSteps(
  effects: Effects,
  catalogue: Catalogue,
  actor: Actor,
  action: string,
  id: string,
  steps: readonly Step[],
): Promise<Result<null>> {
  const today = todayOf(effects);
  await catalogue.recommendations.lock(id);
  const before: FollowUpEvent[] = [...(await catalogue.recommendations.events(id))];
  const added: FollowUpEvent[] = [];
  for (const step of steps) {
    const owner = step.data.kind === "action-planned" ? step.data.ownerAccount : null;
    if (owner !== null) {
      const account = await catalogue.accounts.byId(owner);
      if (!account || account.disabledAt !== null)
        return fail(
          problem(
            "follow-up.account-unknown",
            `There is no open account "${owner}" that could own an action. Choose one from the list, or name the owner in words. Nothing was recorded.`,
            { field: "ownerAccount" },
          ),
        );
    }
    if (typeof step.on === "string" && step.on > today)
      return fail(
        problem(
          "follow-up.day-to-come",
          `${step.on} is still to come; today is ${today}. What is recorded has happened: give the day it did, or plan an action with a due date. Nothing was recorded.`,
          { field: "on" },
        ),
      );
    const state = followUpState([...before, ...added], today);
    if (!state.ok) return state;
    added.push({
      recommendation: id,
      action: step.data.kind === "action-planned" ? (step.action ?? nextAction(state.value)) : step.action,
      at: effects.now(),
      on: step.on === undefined ? today : step.on,
      by: actor.id,
      data: step.data,
    });
  }
  const events = [...before, ...added];
  const state = followUpState(events, today);
  if (!state.ok) return state;
  await catalogue.recommendations.append(added, [followUpRow(id, events, state.value)]);
  await catalogue.audit.append(
    auditEntry(effects, actor, action, `recommendation:${id}`, {
      steps: added.map(({ action: of, data }) => (of === null ? data.kind : `${data.kind} ${of}`)),
    }),
  );
  return ok(null);
}
