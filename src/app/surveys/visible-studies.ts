// Who may know of which study, and whose data: the one place where the state of an edition and the tiers of a study
// are asked together. Every use case that shows a study, a table over it or its rows asks here.

import { permission } from "#access";
import { fail, ok, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, EditionEvent, StoredStudy, Study, StudyEdition } from "#records";
import type { Effects } from "../effects.ts";

export type EditionState = "draft" | "published" | "withdrawn";

/** An edition with what has become of it. */
export type StandingEdition = {
  readonly edition: StudyEdition;
  readonly state: EditionState;
  readonly publishedAt: string | null;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
};

/** A study the actor may know of, with those of its editions they may know of, newest first. */
export type KnownStudy = { readonly stored: StoredStudy; readonly editions: readonly StandingEdition[] };

/** An edition whose data the actor may use for what they asked. */
export type ReadableEdition = {
  readonly study: Study;
  readonly stored: StoredStudy;
  readonly standing: StandingEdition;
  readonly edition: StudyEdition;
  /** Whether they may see the rows: nothing is withheld from them. */
  readonly seesRows: boolean;
};

/** What the data are wanted for: to be read about, laid out in tables, or had as rows. */
export type EditionPurpose = "read" | "tables" | "rows";

/** Those who bring studies see what is being prepared. */
export const mayPrepare = (actor: Actor): boolean => permission(actor, "study.change").ok;

/** What an edition is after all that was done with it. */
export function standingEdition(edition: StudyEdition, events: readonly EditionEvent[]): StandingEdition {
  const own = events.filter(({ study, version }) => study === edition.study && version === edition.version);
  const published = own.find(({ act }) => act === "published") ?? null;
  const withdrawn = own.findLast(({ act }) => act === "withdrawn") ?? null;
  return {
    edition,
    state: withdrawn !== null ? "withdrawn" : published !== null ? "published" : "draft",
    publishedAt: published?.at ?? null,
    withdrawn: withdrawn && { at: withdrawn.at, reason: withdrawn.reason ?? "" },
  };
}

/** A withdrawn edition that never was published was a draft given up: nobody else knew of it. */
const isKnown = (actor: Actor, { publishedAt }: StandingEdition): boolean =>
  publishedAt !== null || mayPrepare(actor);

const known = (actor: Actor, stored: StoredStudy, all: readonly StandingEdition[]): KnownStudy | null => {
  const editions = all.filter((one) => isKnown(actor, one));
  // A description without data says that something is being prepared: that may itself be the news.
  return editions.length > 0 || mayPrepare(actor) ? { stored, editions } : null;
};

const newestFirst = (a: StandingEdition, b: StandingEdition) => b.edition.version - a.edition.version;

/** The studies the actor may know of, by id. */
export async function visibleStudies(effects: Effects, actor: Actor): Promise<readonly KnownStudy[]> {
  if (!permission(actor, "study.read").ok) return [];
  const { studies } = effects.store.catalogue;
  const [stored, editions, events] = [await studies.list(), await studies.editions(), await studies.events()];
  return stored
    .map((one) =>
      known(
        actor,
        one,
        editions
          .filter(({ study }) => study === one.id)
          .map((edition) => standingEdition(edition, events))
          .sort(newestFirst),
      ),
    )
    .filter((one) => one !== null);
}

export const noSuchStudy = (id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no study "${id.slice(0, 100)}". It may be misspelt, come from another installation, or not be published yet; look it up under Surveys.`,
    ),
  );

/** A study the actor may know of; one that is hidden is answered like one that does not exist. */
export async function knownStudy(
  effects: Effects,
  actor: Actor,
  id: string,
  action = "study.read",
): Promise<Result<KnownStudy>> {
  const allowed = permission(actor, action);
  if (!allowed.ok) return allowed;
  const { studies } = effects.store.catalogue;
  const stored = await studies.byId(id);
  if (stored === null) return noSuchStudy(id);
  const [editions, events] = [await studies.editions(id), await studies.events(id)];
  const found = known(
    actor,
    stored,
    editions.map((edition) => standingEdition(edition, events)).sort(newestFirst),
  );
  return found === null ? noSuchStudy(id) : ok(found);
}

/**
 * Questionnaires of studies the actor does not know of: they are open files, and as hidden as their study. Rows as
 * they came have a tier of their own.
 */
export async function hiddenStudyFiles(effects: Effects, actor: Actor): Promise<ReadonlySet<Sha256>> {
  if (mayPrepare(actor)) return new Set();
  const { studies } = effects.store.catalogue;
  const shown = new Set(
    (await studies.events()).filter(({ act }) => act === "published").map(({ study }) => study),
  );
  const stored = await studies.list();
  const filesOf = (isShown: boolean) =>
    stored
      .filter(({ id }) => shown.has(id) === isShown)
      .flatMap(({ record }) => record.questionnaires.map(({ sha256 }) => sha256));
  const open = new Set(filesOf(true));
  return new Set(filesOf(false).filter((sha256) => !open.has(sha256)));
}

/**
 * Whether the actor may have the rows of a study. Of `closed` rows nobody has any but those who keep the promise
 * given to the persons asked; who brought a restricted file may read it again.
 */
export function rowsPermission(actor: Actor, study: Study, broughtBy?: string): Result<null> {
  const tier = study.access.microdata === "closed" ? "restricted" : study.access.microdata;
  const allowed = permission(actor, "study.microdata", {
    tier,
    ...(broughtBy !== undefined && study.access.microdata !== "closed" && { owner: broughtBy }),
  });
  if (allowed.ok) return allowed;
  const why =
    study.access.microdata === "closed"
      ? "The rows of this study are closed: the persons asked were promised that nobody receives them."
      : "The rows of this study are not for everybody: answers were given under a promise.";
  const { contact } = study.access;
  const [refused] = allowed.problems;
  return fail(
    problem(
      refused?.code ?? "access.not-allowed",
      `${why} ${refused?.message ?? ""}${contact === null ? "" : ` Requests: ${contact}.`}`,
    ),
  );
}

/** The edition meant where none is named: the newest published one; of what is being prepared, the newest. */
export const usualEdition = ({ editions }: KnownStudy): StandingEdition | null =>
  editions.find(({ state }) => state === "published") ??
  editions.find(({ state }) => state === "draft") ??
  null;

const withdrawnEdition = (id: string, { edition, withdrawn }: StandingEdition) =>
  fail(
    problem(
      "app.edition-withdrawn",
      `Version ${edition.version} of the data of ${id} was withdrawn on ${withdrawn?.at.slice(0, 10)}: ${withdrawn?.reason} Its data are no longer shown; the page of the study names the versions that stand.`,
    ),
  );

/**
 * The edition of a study for what the actor wants of it: read about it, tables over it, or its rows.
 *
 * @param version `undefined`: the newest published one
 * @returns `app.not-found` for what does not exist or is hidden; `app.no-edition`; `app.edition-withdrawn` with the
 *   reason; the refusal of the policy, by the tier of the study for tables or for rows
 */
export async function readableEdition(
  effects: Effects,
  actor: Actor,
  study: string,
  version: number | undefined,
  purpose: EditionPurpose,
): Promise<Result<ReadableEdition>> {
  const found = await knownStudy(effects, actor, study);
  if (!found.ok) return found;
  const { stored, editions } = found.value;
  const record = stored.record;
  const standing =
    version === undefined
      ? usualEdition(found.value)
      : (editions.find(({ edition }) => edition.version === version) ?? null);
  if (standing === null) {
    const [last] = editions;
    if (version === undefined && last !== undefined) return withdrawnEdition(study, last);
    return version === undefined
      ? fail(
          problem(
            "app.no-edition",
            `No version of the data of ${study} is there yet. Its description is; come back when the data are published.`,
          ),
        )
      : fail(
          problem(
            "app.not-found",
            `There is no version ${version} of the data of ${study}. It may not be published yet; its page names the versions that are.`,
          ),
        );
  }
  const rows = rowsPermission(actor, record, standing.edition.createdBy);
  const allowed =
    purpose === "rows"
      ? rows
      : purpose === "tables"
        ? permission(actor, "study.tabulate", { tier: record.access.tables })
        : permission(actor, "study.read");
  if (!allowed.ok) return allowed;
  if (standing.state === "withdrawn") return withdrawnEdition(study, standing);
  return ok({ study: record, stored, standing, edition: standing.edition, seesRows: rows.ok });
}

/**
 * Whether it is the edition that stands: of earlier ones whoever may not see the rows gets no figures, since two
 * editions that differ by a few rows would give those rows away.
 */
export async function isNewestPublished(
  effects: Effects,
  actor: Actor,
  { stored, edition }: Pick<ReadableEdition, "stored" | "edition">,
): Promise<boolean> {
  const found = await knownStudy(effects, actor, stored.id);
  const newest = found.ok ? found.value.editions.find(({ state }) => state === "published") : undefined;
  return newest !== undefined && newest.edition.version === edition.version;
}
