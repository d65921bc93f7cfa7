// Checking a release, and answering what the check found.

import { permission } from "#access";
import { fail, failAll, ok, problem, type Result } from "#kernel";
import { type Actor, checkOf, type FindingCount } from "#records";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import type { RouteReply, RouteUseCase, Work } from "../use-case.ts";
import { askForCheck, checkToItsEnd, stopCheck } from "./check-work.ts";
import { namesFor } from "./names-for.ts";
import { shownCheck } from "./shown-release.ts";
import { readableRelease } from "./visible-releases.ts";

/** A request waits this long for a check; most end before, and a longer one goes on without it. */
const patienceMs = 2_000;

/**
 * Checks a release. It may be checked at any time of its life and again; answers given stay. A check that takes
 * longer goes on by itself: `work` says how far it is, here and where the check is read.
 */
export const checkRelease: RouteUseCase<"checkRelease"> = async (effects, actor, input) => {
  const found = await preparable(effects, actor, input.id);
  if (!found.ok) return found;
  await askForCheck(effects, actor, input.id, patienceMs);
  return checksOfRelease(effects, actor, input.id);
};

/** The same for a caller who stays until it has ended. */
export async function checkReleaseNow(
  effects: Effects,
  actor: Actor,
  id: string,
  watch: Work,
): Promise<Result<RouteReply<"checkRelease">>> {
  const found = await preparable(effects, actor, id);
  if (!found.ok) return found;
  await checkToItsEnd(effects, actor, id, watch);
  const work = await effects.store.catalogue.releaseChecks.of(id);
  if (work?.state === "failed") return failAll(work.problems);
  if (work?.state === "stopped")
    return fail(
      problem("app.check-stopped", `The check of ${id} was stopped before its end. Nothing of it was kept.`),
    );
  return checksOfRelease(effects, actor, id);
}

/** Stops a check under way. One that has just ended is not undone. */
export const stopReleaseCheck: RouteUseCase<"stopReleaseCheck"> = async (effects, actor, input) => {
  const found = await preparable(effects, actor, input.id);
  if (!found.ok) return found;
  if (!(await stopCheck(effects, input.id)))
    return fail(
      problem(
        "app.check-not-under-way",
        `No check of ${input.id} is under way. It may have ended just now; look at what it found.`,
      ),
    );
  return checksOfRelease(effects, actor, input.id);
};

async function preparable(effects: Effects, actor: Actor, id: string) {
  const allowed = permission(actor, "release.prepare");
  return allowed.ok ? readableRelease(effects, actor, id, "release.prepare") : allowed;
}

/** The last check with its answers, and the one under way to those who may ask for one. */
export async function checksOfRelease(
  effects: Effects,
  actor: Actor,
  id: string,
): Promise<Result<RouteReply<"releaseChecks">>> {
  const names = await namesFor(effects, actor);
  const work = permission(actor, "release.prepare").ok
    ? await effects.store.catalogue.releaseChecks.of(id)
    : null;
  const check = checkOf(await effects.store.catalogue.releases.events(id));
  return ok({
    check: check && shownCheck(check, names),
    work: work && {
      state: work.state,
      askedAt: work.askedAt,
      askedBy: names?.get(work.askedBy) ?? work.askedBy,
      done: work.done,
      total: work.total,
      problems: [...work.problems],
    },
  });
}

/** A note that justifies one finding or many. It changes nothing of the figures, and stays in the history. */
export const answerFinding: RouteUseCase<"answerFinding"> = async (effects, actor, input) => {
  const found = await preparable(effects, actor, input.id);
  if (!found.ok) return found;
  const { rule, indicator, finding, note } = input;
  const recorded = await effects.store.transaction(async (tx) => {
    await tx.releases.lock();
    const check = checkOf(await tx.releases.events(input.id));
    const fits = (one: FindingCount) =>
      one.rule === rule && (indicator === null || one.indicator === indicator);
    const isThere =
      finding === null
        ? check?.groups.some(fits)
        : check?.check.findings.some(({ id, ...own }) => id === finding && own.rule === rule);
    if (!isThere)
      return fail(
        problem(
          "app.finding-unknown",
          `The last check of ${input.id} has no such finding (${finding ?? `rule ${rule}${indicator === null ? "" : `, indicator ${indicator}`}`}). Look at the check as it stands, and answer what is in it.`,
        ),
      );
    await tx.releases.record({
      release: input.id,
      at: effects.now(),
      by: actor.id,
      act: { kind: "answered", rule, indicator, finding, note },
    });
    await tx.audit.append(
      auditEntry(effects, actor, "release.answer", `release:${input.id}`, { rule, indicator, finding }),
    );
    return ok(null);
  });
  return recorded.ok ? checksOfRelease(effects, actor, input.id) : recorded;
};
