// The check of a release as long work: one after the other in the background of the process that owns the data
// folder. What is asked for stands in the catalogue, so that a check goes on after a stop of any kind; what it finds
// is recorded in one transaction with its end, once or not at all.

import { problem, type Result } from "#kernel";
import { type Actor, operator, type ReleaseCheckWork } from "#records";
import { problemOfSystem, type Store } from "#store";
import type { Effects } from "../effects.ts";
import type { Work } from "../use-case.ts";
import type { releaseLifeProblems } from "./problems.ts";
import { recordCheck } from "./record-check.ts";

/** How often a check may end the whole program before it is given up. */
const mostAttempts = 3;
const betweenNotesMs = 1_000;

type Ending = "by-person" | "program-ends";
type Checks = {
  readonly underWay: Map<string, AbortController>;
  readonly waiting: Map<string, Set<() => void>>;
  readonly recovered: Promise<void>;
  working: Promise<void> | null;
  /** Something was asked for since the queue was last looked at. */
  again: boolean;
  isStopped: boolean;
};

const ofStores = new WeakMap<Store, Checks>();

/** The checks of a store in this process; the first asking puts right what an earlier process left. */
function checksOf(effects: Effects): Checks {
  const standing = ofStores.get(effects.store);
  if (standing) return standing;
  const made: Checks = {
    underWay: new Map(),
    waiting: new Map(),
    recovered: recover(effects).catch(() => undefined),
    working: null,
    again: false,
    isStopped: false,
  };
  ofStores.set(effects.store, made);
  return made;
}

type Code = keyof typeof releaseLifeProblems;
const why = (code: Code, message: string) => problem(code, message);

const recover = (effects: Effects): Promise<void> =>
  effects.store.catalogue.releaseChecks.recover(
    mostAttempts,
    why(
      "app.check-failed",
      `The program ended ${mostAttempts} times while it checked this release, so the check was given up. It may need more memory than there is; look at the log of the server, and ask for the check again.`,
    ),
  );

/** At the start of a server: goes on with the checks an earlier process left. */
export function resumeChecks(effects: Effects): void {
  const checks = checksOf(effects);
  checks.again = true;
  if (checks.isStopped || checks.working) return;
  checks.working = workThrough(effects, checks)
    // The catalogue is gone: what was under way is queued again at the next start.
    .catch(() => undefined)
    .finally(() => {
      checks.working = null;
      if (checks.again && !checks.isStopped) resumeChecks(effects);
    });
}

async function workThrough(effects: Effects, checks: Checks): Promise<void> {
  await checks.recovered;
  while (!checks.isStopped) {
    checks.again = false;
    const taken = await effects.store.catalogue.releaseChecks.take();
    if (taken === null) return;
    await perform(effects, checks, taken, {});
  }
}

/** At the end of a server, before its store closes: what is under way is queued for the next one. */
export async function stopChecks(effects: Effects): Promise<void> {
  const checks = ofStores.get(effects.store);
  if (!checks) return;
  checks.isStopped = true;
  for (const abort of checks.underWay.values()) abort.abort("program-ends" satisfies Ending);
  await checks.working;
  ofStores.delete(effects.store);
}

/** Asks for a check, and waits for its end so long and no longer. */
export async function askForCheck(
  effects: Effects,
  actor: Actor,
  release: string,
  waitMs: number,
): Promise<void> {
  const checks = checksOf(effects);
  await checks.recovered;
  const ended = endOf(checks, release);
  await effects.store.catalogue.releaseChecks.ask(release, effects.now(), actor.id);
  resumeChecks(effects);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, waitMs);
  });
  await Promise.race([ended, late]);
  clearTimeout(timer);
}

/** Asks for a check and stays until it has ended, for a caller who watches; their signal stops it. */
export async function checkToItsEnd(
  effects: Effects,
  actor: Actor,
  release: string,
  work: Work,
): Promise<void> {
  const checks = checksOf(effects);
  await checks.recovered;
  const { releaseChecks } = effects.store.catalogue;
  const ended = endOf(checks, release);
  await releaseChecks.ask(release, effects.now(), actor.id);
  const taken = await releaseChecks.take(release);
  if (taken !== null) return perform(effects, checks, taken, work);
  const stop = () => void stopCheck(effects, release);
  work.signal?.addEventListener("abort", stop, { once: true });
  await ended;
  work.signal?.removeEventListener("abort", stop);
}

function endOf({ waiting }: Checks, release: string): Promise<void> {
  return new Promise((resolve) => {
    const own = waiting.get(release) ?? new Set();
    waiting.set(release, own.add(resolve));
  });
}

/** Stops a check that is queued or under way; nothing of it is kept. */
export async function stopCheck(effects: Effects, release: string): Promise<boolean> {
  const stopped = await effects.store.catalogue.releaseChecks.stop(release);
  const checks = checksOf(effects);
  checks.underWay.get(release)?.abort("by-person" satisfies Ending);
  if (stopped) tellEnd(checks, release);
  return stopped;
}

function tellEnd({ waiting }: Checks, release: string): void {
  for (const tell of waiting.get(release) ?? []) tell();
  waiting.delete(release);
}

async function perform(
  effects: Effects,
  checks: Checks,
  { release, askedBy }: ReleaseCheckWork,
  work: Work,
): Promise<void> {
  const { releaseChecks } = effects.store.catalogue;
  const abort = new AbortController();
  checks.underWay.set(release, abort);
  const stop = () => void stopCheck(effects, release);
  if (work.signal?.aborted) stop();
  work.signal?.addEventListener("abort", stop, { once: true });
  let noted = Number.NEGATIVE_INFINITY;
  const made: Result<null> = await recordCheck(effects, { ...operator, id: askedBy }, release, {
    signal: abort.signal,
    progress(step) {
      work.progress?.(step);
      if (performance.now() - noted < betweenNotesMs) return;
      noted = performance.now();
      // Only for people who watch: that it cannot be written is no reason to stop.
      releaseChecks.progress(release, step.done, step.total).catch(() => undefined);
    },
  }).catch((error: unknown) => ({
    ok: false,
    problems: [
      problemOfSystem(error) ??
        why(
          "app.check-failed",
          `The check of ${release} ended with an error: ${error instanceof Error ? error.message : String(error)}. Nothing of it was kept.`,
        ),
    ],
  }));
  work.signal?.removeEventListener("abort", stop);
  checks.underWay.delete(release);
  if (!made.ok) {
    if (!abort.signal.aborted) await releaseChecks.fail(release, made.problems);
    else if (abort.signal.reason === "program-ends") await releaseChecks.giveBack(release);
  }
  tellEnd(checks, release);
}
