// The acts that change what a release is: publish, embargo, hold, discard, withdraw. Each is one event in its
// history and one line in the audit, written together.

import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import {
  type Actor,
  checkOf,
  type ReleaseAct,
  type ReleaseEvent,
  type ReleaseState,
  standingAt,
} from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { shownRelease } from "./shown-release.ts";
import { knownRelease, standingOf } from "./visible-releases.ts";

const stateWords: Readonly<Record<ReleaseState, string>> = {
  draft: "a draft",
  embargoed: "under an embargo",
  published: "published",
  withdrawn: "withdrawn",
  discarded: "given up",
};

/**
 * Takes a release from the states it may be in to the next. Asked again inside the transaction: of two people who
 * act at once the second is told what the first made of it.
 */
async function act(
  effects: Effects,
  actor: Actor,
  wanted: {
    readonly id: string;
    readonly action: "release.publish" | "release.withdraw";
    readonly from: readonly ReleaseState[];
    readonly audit: string;
  },
  next: (
    events: readonly ReleaseEvent[],
    now: string,
    catalogue: Catalogue,
  ) => Result<ReleaseAct> | Promise<Result<ReleaseAct>>,
): Promise<Result<RouteReply<"publishRelease">>> {
  const { id, action, from, audit } = wanted;
  const allowed = permission(actor, action);
  if (!allowed.ok) return allowed;
  const found = await knownRelease(effects, actor, id, action);
  if (!found.ok) return found;
  const recorded = await effects.store.transaction(async (tx) => {
    await tx.releases.lock();
    const events = await tx.releases.events(id);
    const now = effects.now();
    const { state } = standingAt(events, now);
    if (!from.includes(state))
      return fail(
        problem(
          "app.release-not-open",
          `Release ${id} is ${stateWords[state]}; this can be done only while it is ${from.map((one) => stateWords[one]).join(" or ")}. Nothing was changed.`,
        ),
      );
    const made = await next(events, now, tx);
    if (!made.ok) return made;
    await tx.releases.record({ release: id, at: now, by: actor.id, act: made.value });
    await tx.audit.append(auditEntry(effects, actor, audit, `release:${id}`, { ...made.value }));
    return ok(null);
  });
  if (!recorded.ok) return recorded;
  const standing = await standingOf(effects, id);
  return ok(shownRelease(standing ?? found.value));
}

/** Why a draft may not go out yet: it was not checked, or a finding has no answer. */
function notReady(id: string, events: readonly ReleaseEvent[]): Result<null> {
  const check = checkOf(events);
  if (check === null)
    return fail(
      problem(
        "app.release-unchecked",
        `Release ${id} was not checked. Check it, answer what is found, then publish it.`,
      ),
    );
  if (check.open === 0) return ok(null);
  const open = check.groups.filter((group) => group.open > 0);
  return fail(
    problem(
      "app.findings-open",
      `${check.open} ${check.open === 1 ? "finding" : "findings"} of the check of ${id} ${check.open === 1 ? "has" : "have"} no answer: ${open
        .slice(0, 5)
        .map((group) => `${group.rule} in ${group.indicator} (${group.open})`)
        .join(
          ", ",
        )}${open.length > 5 ? ", …" : ""}. Say of each why the figures stand; a finding is justified, not blocked.`,
    ),
  );
}

/** Why chosen values may not go out yet: they hold figures of a release that readers do not see. */
async function beforeInputs(catalogue: Catalogue, id: string, now: string): Promise<Result<null>> {
  const choice = await catalogue.selections.ofRelease(id);
  const hidden: string[] = [];
  for (const input of choice?.inputs ?? []) {
    const { state } = standingAt(await catalogue.releases.lives(input.id), now);
    if (state !== "published") hidden.push(`${input.id}, which is ${stateWords[state]}`);
  }
  return hidden.length === 0
    ? ok(null)
    : fail(
        problem(
          "app.choice-before-inputs",
          `The values of ${id} were chosen from ${hidden.join("; ")}: published now they would give its figures away. Publish that first, or choose anew without it. Nothing was changed.`,
        ),
      );
}

/** Publishes a draft now, or at a stated time: until then nobody without the right sees a figure of it. */
export const publishRelease: RouteUseCase<"publishRelease"> = (effects, actor, input) =>
  act(
    effects,
    actor,
    {
      id: input.id,
      action: "release.publish",
      from: ["draft", "embargoed"],
      audit: input.at === null ? "release.publish" : "release.embargo",
    },
    async (events, now, catalogue) => {
      const ready = notReady(input.id, events);
      if (!ready.ok) return ready;
      const open = await beforeInputs(catalogue, input.id, now);
      if (!open.ok) return open;
      if (input.at === null) return ok({ kind: "published", notes: input.notes });
      // To the full second, and not a part of one early.
      const until = new Date(Math.ceil(Date.parse(input.at) / 1000) * 1000).toISOString();
      if (Date.parse(until) <= Date.parse(now))
        return fail(
          problem(
            "app.embargo-past",
            `The embargo is to end at ${until}, and by the clock of this server it is ${now}. Name a later time, or publish at once.`,
            { field: "at" },
          ),
        );
      return ok({ kind: "embargoed", until, notes: input.notes });
    },
  );

export const holdRelease: RouteUseCase<"holdRelease"> = (effects, actor, input) =>
  act(
    effects,
    actor,
    { id: input.id, action: "release.publish", from: ["embargoed"], audit: "release.hold" },
    () => ok({ kind: "held", reason: input.reason }),
  );

export const discardRelease: RouteUseCase<"discardRelease"> = (effects, actor, input) =>
  act(
    effects,
    actor,
    { id: input.id, action: "release.publish", from: ["draft", "embargoed"], audit: "release.discard" },
    () => ok({ kind: "discarded", reason: input.reason }),
  );

/**
 * Takes a published release back. Its address stays, says why, and names what replaces it. Its figures stay for who
 * asks for them as withdrawn (what was cited must be open to check), or are closed where they must not be seen.
 */
export const withdrawRelease: RouteUseCase<"withdrawRelease"> = async (effects, actor, input) => {
  const allowed = permission(actor, "release.withdraw");
  if (!allowed.ok) return allowed;
  const { id, replacedBy, reason, figures } = input;
  if (replacedBy !== null) {
    const other = replacedBy === id ? null : await standingOf(effects, replacedBy);
    if (other?.standing.state !== "published")
      return fail(
        problem(
          "app.replacement-unfit",
          `"${replacedBy}" cannot replace ${id}: it is not another release that is published. Name one that readers can go to, or none.`,
          { field: "replacedBy" },
        ),
      );
  }
  return act(
    effects,
    actor,
    { id, action: "release.withdraw", from: ["published"], audit: "release.withdraw" },
    () => ok({ kind: "withdrawn", reason, replacedBy, figures }),
  );
};
