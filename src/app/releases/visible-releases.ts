// Who may see which release, and whose figures: the one place where state and tier are asked together. Every
// use case that reads a release, its figures or what was computed from them asks here (a house test holds it).

import { permission } from "#access";
import { fail, ok, problem, type Result, type Sha256 } from "#kernel";
import {
  type Actor,
  type Release,
  type ReleaseEvent,
  type ReleaseStanding,
  type StoredIndexRun,
  standingAt,
} from "#records";
import type { Effects } from "../effects.ts";

/** A release with what it is at a moment. */
export type StandingRelease = { readonly release: Release; readonly standing: ReleaseStanding };

export type ReleaseFilter = {
  readonly kind?: Release["kind"];
  readonly series?: string;
  /** ISO moment; what came after it does not count. The present when absent, and never later than that. */
  readonly at?: string;
};

type Run = Omit<StoredIndexRun, "result">;

const isPrepared = (actor: Actor) => permission(actor, "release.prepare").ok;

/** Published or withdrawn: its name, its notes and its history are for every reader of its tier. */
const isKnown = (actor: Actor, { state }: ReleaseStanding): boolean =>
  state === "published" || state === "withdrawn" || isPrepared(actor);

/** Only what is published shows figures; those who prepare releases see them before and after as well. */
const showsValues = (actor: Actor, { state }: ReleaseStanding): boolean =>
  state === "published" || isPrepared(actor);

const ofTier = (actor: Actor, action: string, { tier }: Release): boolean =>
  permission(actor, action, { tier }).ok;

function byRelease(events: readonly ReleaseEvent[]): ReadonlyMap<string, readonly ReleaseEvent[]> {
  const lives = new Map<string, ReleaseEvent[]>();
  for (const event of events) {
    const own = lives.get(event.release);
    if (own) own.push(event);
    else lives.set(event.release, [event]);
  }
  return lives;
}

/**
 * The releases the actor may know of, newest first, each with its state: drafts and what is under an embargo only
 * for those who prepare releases. A release made after `at` is not among them.
 */
export async function visibleReleases(
  effects: Effects,
  actor: Actor,
  filter: ReleaseFilter = {},
): Promise<readonly StandingRelease[]> {
  const { releases } = effects.store.catalogue;
  const now = effects.now();
  // An embargo must not end early because somebody asks for tomorrow.
  const at = filter.at !== undefined && Date.parse(filter.at) < Date.parse(now) ? filter.at : now;
  const all = await releases.list({
    ...(filter.kind && { kind: filter.kind }),
    ...(filter.series !== undefined && { series: filter.series }),
  });
  const lives = byRelease(await releases.lives());
  return all
    .filter(({ createdAt }) => at === now || Date.parse(createdAt) <= Date.parse(at))
    .map((release) => ({ release, standing: standingAt(lives.get(release.id) ?? [], at) }))
    .filter(({ release, standing }) => isKnown(actor, standing) && ofTier(actor, "release.read", release));
}

/** The releases whose figures the actor may see, newest first: what explorers, lists and country pages are made of. */
export const releasesWithValues = async (
  effects: Effects,
  actor: Actor,
  filter: Omit<ReleaseFilter, "at"> = {},
): Promise<readonly Release[]> =>
  (await visibleReleases(effects, actor, filter))
    // Not by default what is a draft or withdrawn, whoever asks: those look at it on its own page.
    .filter(({ standing }) => standing.state === "published")
    .map(({ release }) => release);

/** A release with its state as it is now, whoever asks. */
export async function standingOf(effects: Effects, id: string): Promise<StandingRelease | null> {
  const { releases } = effects.store.catalogue;
  const release = await releases.byId(id);
  return release && { release, standing: standingAt(await releases.lives(id), effects.now()) };
}

export const noSuchRelease = (id: string, what = "release", field?: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no ${what} "${id}". It may be misspelt, come from another installation, or not be published yet; look it up under Data.`,
      field === undefined ? undefined : { field },
    ),
  );

/**
 * A release the actor may know of. One that is hidden is answered like one that does not exist: that something is
 * about to be published may itself be the news.
 */
export async function knownRelease(
  effects: Effects,
  actor: Actor,
  id: string,
  action = "release.read",
): Promise<Result<StandingRelease>> {
  const found = await standingOf(effects, id);
  const isHidden = found === null || !isKnown(actor, found.standing);
  const allowed = permission(actor, action, isHidden ? {} : { tier: found.release.tier });
  if (!allowed.ok) return allowed;
  return isHidden ? noSuchRelease(id) : ok(found);
}

/**
 * A release whose figures the actor may see.
 *
 * @returns `app.release-withdrawn` with the reason where they are no longer shown
 */
export async function readableRelease(
  effects: Effects,
  actor: Actor,
  id: string,
  action = "observation.read",
): Promise<Result<StandingRelease>> {
  const found = await knownRelease(effects, actor, id, action);
  if (!found.ok || showsValues(actor, found.value.standing)) return found;
  return withdrawn(id, found.value.standing);
}

/**
 * The same for addresses of the release itself, where withdrawn figures that are kept for the record are given to
 * whoever says that they want them. The release then says in its citation and caveats what it is: both travel with
 * the figures into every file.
 *
 * @param asked `shown`: withdrawn figures are wanted
 */
export async function readableForRecord(
  effects: Effects,
  actor: Actor,
  id: string,
  action: string,
  asked: "shown" | undefined,
): Promise<Result<StandingRelease>> {
  const found = await knownRelease(effects, actor, id, action);
  const withdrawal = found.ok ? found.value.standing.withdrawal : null;
  if (!found.ok || withdrawal === null) return readableRelease(effects, actor, id, action);
  const { release, standing } = found.value;
  if (!showsValues(actor, standing) && (asked === undefined || withdrawal.figures === "closed"))
    return withdrawn(id, standing);
  return ok({
    standing,
    release: {
      ...release,
      citation: {
        ...release.citation,
        title: `${release.citation.title} (withdrawn on ${withdrawal.at.slice(0, 10)})`,
      },
      caveats: [`Withdrawn on ${withdrawnWhy(standing)} For the record only.`, ...release.caveats],
    },
  });
}

const withdrawnWhy = ({ withdrawal }: ReleaseStanding): string =>
  `${withdrawal?.at.slice(0, 10) ?? "a day that is not recorded"}: ${withdrawal?.reason ?? ""}${withdrawal?.replacedBy ? ` Use ${withdrawal.replacedBy} instead.` : ""}`;

const withdrawn = (id: string, standing: ReleaseStanding) =>
  fail(
    problem(
      "app.release-withdrawn",
      `Release ${id} was withdrawn on ${withdrawnWhy(standing)} ${
        standing.withdrawal?.figures === "kept"
          ? "Its figures are no longer shown; the observations and the download of the release itself are kept for the record, for who adds withdrawn=shown to their address."
          : "Its figures are no longer shown."
      }`,
    ),
  );

/**
 * A run over a release whose figures the actor may see. One over a hidden release is answered like one that does not
 * exist, one over a withdrawn release with the reason.
 */
export async function readableRun(
  effects: Effects,
  actor: Actor,
  id: string,
  action = "index.read",
): Promise<Result<{ readonly run: StoredIndexRun; readonly release: Release }>> {
  const allowed = permission(actor, action);
  if (!allowed.ok) return allowed;
  const run = await effects.store.catalogue.indexes.run(id);
  if (run === null) return noSuchRun(id);
  const found = await readableRelease(effects, actor, run.release, action);
  if (found.ok) return ok({ run, release: found.value.release });
  return found.problems.some(({ code }) => code === "app.not-found") ? noSuchRun(id) : found;
}

export const noSuchRun = (id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no index run "${id}". It may be misspelt, or come from another installation; look it up in the list.`,
    ),
  );

/** Whether the actor may see figures of a release, where a list or a record is made of many things. */
export async function maySeeValues(effects: Effects, actor: Actor, id: string): Promise<boolean> {
  const found = await standingOf(effects, id);
  return found !== null && showsValues(actor, found.standing) && ofTier(actor, "release.read", found.release);
}

/**
 * Whether a source file may be seen as far as releases go: what only hidden or withdrawn releases were made from is
 * as hidden as they are. A file no release was made from is for its tier alone to say.
 */
export async function maySeeFile(effects: Effects, actor: Actor, sha256: Sha256): Promise<boolean> {
  const made = await effects.store.catalogue.releases.ofSource(sha256);
  if (made.length === 0 || isPrepared(actor)) return true;
  for (const id of made) if (await maySeeValues(effects, actor, id)) return true;
  return false;
}

/** The runs over releases whose figures the actor may see, newest first, without their results. */
export async function visibleRuns(effects: Effects, actor: Actor): Promise<readonly Run[]> {
  const shown = new Set((await releasesWithValues(effects, actor)).map(({ id }) => id));
  return (await effects.store.catalogue.indexes.runs()).filter(({ release }) => shown.has(release));
}

/** Of those the newest of each definition: what country pages show. */
export async function latestVisibleRuns(effects: Effects, actor: Actor): Promise<readonly Run[]> {
  const seen = new Set<string>();
  return (await visibleRuns(effects, actor)).filter(
    ({ definitionId }) => !seen.has(definitionId) && seen.add(definitionId),
  );
}
