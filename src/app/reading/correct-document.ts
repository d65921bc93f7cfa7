// One act of a person on the passages of a document, kept as an event with what stood before and after.

import { permission } from "#access";
import { codePointsOf, fail, ok, problem, type Result } from "#kernel";
import type { Actor, Correction, DecidedPassage, SourceFile } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { gatherRecommendations } from "../follow-up/index.ts";
import { gatherLessons } from "../lessons/index.ts";
import type { RouteInput, RouteUseCase } from "../use-case.ts";
import { type Act, type Made, madeBy } from "./correction-acts.ts";
import { shownCorrections } from "./document-corrections.ts";

type Input = RouteInput<"correctDocument">;
type Version = DecidedPassage & { readonly stands: boolean };
type Planned = {
  readonly before: readonly DecidedPassage[];
  readonly after: readonly DecidedPassage[];
  readonly undoes: number | null;
};

/**
 * Accepts, changes, splits, joins, rejects, adds or restores passages, or takes an act back. The caller says
 * which versions they saw: where somebody else was quicker, or the report was read anew, nothing is done.
 */
export const correctDocument: RouteUseCase<"correctDocument"> = async (effects, actor, input) => {
  const { store } = effects;
  const source = await store.catalogue.sources.byHash(input.sha256 as SourceFile["sha256"]);
  const allowed = permission(actor, "document.correct", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  const unknown = () =>
    fail(problem("app.not-found", `There is no report "${input.sha256}". Look it up in the list.`));
  if (!source) return unknown();
  const done = await store.transaction(async (catalogue): Promise<Result<Correction>> => {
    await catalogue.corrections.lock(source.sha256);
    const textVersion = await catalogue.corrections.textVersion(source.sha256);
    if (textVersion === null) return unknown();
    const planned =
      input.act === "undo"
        ? await planUndo(catalogue, source, textVersion, input.number)
        : await planAct(effects, actor, catalogue, source, textVersion, input);
    if (!planned.ok) return planned;
    const at = effects.now();
    const event = await catalogue.corrections.record({
      source: source.sha256,
      act: input.act,
      before: planned.value.before.map(markOf),
      insert: planned.value.after,
      undoes: planned.value.undoes,
      textVersion,
      by: actor.id,
      at,
      comment: input.comment?.trim() || null,
    });
    await gatherRecommendations(effects, catalogue, actor, source.sha256);
    await gatherLessons(effects, catalogue, actor, source.sha256);
    await catalogue.audit.append(
      auditEntry(effects, actor, "document.correct", `source:${source.sha256}`, {
        act: event.act,
        number: event.number,
        passages: [...new Set([...event.before, ...event.after].map(({ id }) => id))].slice(0, 20),
      }),
    );
    return ok(event);
  });
  if (!done.ok) return done;
  return ok(await shownCorrections(effects, source));
};

const markOf = ({ id, version, kind, label, spans, decision }: DecidedPassage) => ({
  id,
  version,
  kind,
  label,
  spans,
  decision,
});

async function planAct(
  effects: Effects,
  actor: Actor,
  catalogue: Catalogue,
  source: SourceFile,
  textVersion: number,
  input: Exclude<Input, { act: "undo" }>,
): Promise<Result<Planned>> {
  const placing = ["change-span", "split", "join", "add"].includes(input.act);
  if (placing && input.textVersion !== textVersion)
    return fail(
      problem(
        "reading.read-anew",
        "The report was read again after you saw it, and its text is another one: the place you marked would be a different one. Nothing was changed; load the page again.",
      ),
    );
  const seen = "passages" in input ? input.passages : [];
  const versions = await catalogue.corrections.versions(seen.map(({ id }) => id));
  const before: DecidedPassage[] = [];
  for (const one of seen) {
    const last = versions.findLast(({ id }) => id === one.id);
    if (!last || last.source !== source.sha256)
      return fail(
        problem(
          "reading.passage-unknown",
          `There is no passage "${one.id}" in this report. Nothing was changed.`,
        ),
      );
    const expected = input.act === "restore" ? last.decision === "rejected" : last.stands;
    if (last.version !== one.version || !expected) return fail(await conflict(catalogue, last));
    before.push(withoutStands(last));
  }
  if (input.act === "restore") {
    // As it was before it was rejected.
    const after = before.map((one): Made | null => {
      const former = versions.findLast(({ id, decision }) => id === one.id && decision !== "rejected");
      return former ? withoutStands(former) : null;
    });
    if (after.some((one) => one === null))
      return fail(problem("reading.act-impossible", "What stood before the rejection is not known."));
    return counted(catalogue, { before, made: after as readonly Made[], undoes: null });
  }
  // Accepting what a person decided already would only blur who did.
  const concerned = input.act === "accept" ? before.filter(({ decision }) => decision === "machine") : before;
  if (input.act === "accept" && concerned.length === 0)
    return fail(
      problem(
        "reading.act-impossible",
        "None of these passages is a proposal any more: people have decided on them already.",
      ),
    );
  const elsewhere = concerned.find((one) => one.textVersion !== textVersion);
  if (elsewhere && (input.act === "split" || input.act === "join"))
    return fail(
      problem(
        "reading.act-impossible",
        "The words of this passage stand in an earlier reading of the report. Mark where they are now first (edit the place), then split or join.",
      ),
    );
  const reading = await catalogue.documents.bySource(source.sha256);
  if (!reading) return fail(problem("app.not-found", `There is no report "${source.sha256}".`));
  const made = madeBy(actOf(input), concerned, {
    reading,
    points: codePointsOf(reading.text),
    textVersion,
    by: actor.id,
    at: effects.now(),
  });
  if (!made.ok) return made;
  return counted(catalogue, { before: concerned, made: made.value, undoes: null });
}

/** The act alone, of all that was sent. */
function actOf(input: Exclude<Input, { act: "undo" } | { act: "restore" }>): Act {
  switch (input.act) {
    case "change-kind":
      return { act: input.act, kind: input.kind };
    case "change-span":
      return { act: input.act, spans: input.spans };
    case "split":
      return { act: input.act, at: input.at };
    case "add":
      return { act: input.act, spans: input.spans, kind: input.kind, label: input.label?.trim() || null };
    default:
      return { act: input.act };
  }
}

const withoutStands = ({ stands: _, ...passage }: Version): DecidedPassage => passage;

/** Gives what was made its versions; an address that another passage holds is refused. */
async function counted(
  catalogue: Catalogue,
  {
    before,
    made,
    undoes,
  }: {
    readonly before: readonly DecidedPassage[];
    readonly made: readonly Made[];
    readonly undoes: number | null;
  },
): Promise<Result<Planned>> {
  const versions = await catalogue.corrections.versions([...new Set(made.map(({ id }) => id))]);
  const after: DecidedPassage[] = [];
  for (const one of made) {
    const last = versions.findLast(({ id }) => id === one.id);
    if (last?.stands && !before.some(({ id }) => id === one.id))
      return fail(
        problem(
          "reading.act-impossible",
          `Exactly there a passage stands already: ${last.kind}${last.label ? ` ${last.label}` : ""}. Change its kind, or mark another place. Nothing was changed.`,
        ),
      );
    if (after.some(({ id }) => id === one.id))
      return fail(problem("reading.act-impossible", "Two passages would stand at exactly the same place."));
    after.push({ ...one, version: (last?.version ?? 0) + 1 });
  }
  return ok({ before, after, undoes });
}

/** What an act left is taken out again, what it took out stands again; only if nobody did more to it since. */
async function planUndo(
  catalogue: Catalogue,
  source: SourceFile,
  textVersion: number,
  number: number,
): Promise<Result<Planned>> {
  const refuse = (why: string) => fail(problem("reading.undo-impossible", why));
  const event = await catalogue.corrections.byNumber(number);
  if (!event || event.source !== source.sha256) return refuse(`There is no act ${number} on this report.`);
  if (event.act === "move")
    return refuse("A later reading moved these passages with their words; that cannot be taken back.");
  const undone = await catalogue.corrections.undoneBy(number);
  if (undone)
    return refuse(
      `This act was taken back already, by ${await nameIn(catalogue, undone.by)} at ${undone.at}.`,
    );
  if (event.textVersion !== textVersion)
    return refuse(
      "The report was read again since, and its text is another one. Correct the passages as they stand now.",
    );
  const versions = await catalogue.corrections.versions([
    ...new Set([...event.before, ...event.after].map(({ id }) => id)),
  ]);
  const before: DecidedPassage[] = [];
  for (const mark of event.after) {
    const last = versions.findLast(({ id }) => id === mark.id);
    const left = versions.find(({ id, version }) => id === mark.id && version === mark.version);
    if (!last || !left || !isSameState(last, left) || (mark.decision !== "rejected" && !last.stands))
      return refuse(await laterAct(catalogue, source, mark.id));
    before.push(withoutStands(last));
  }
  const after: Made[] = [];
  for (const mark of event.before) {
    const was = versions.find(({ id, version }) => id === mark.id && version === mark.version);
    const last = versions.findLast(({ id }) => id === mark.id);
    if (!was || (last?.stands && !event.after.some(({ id }) => id === mark.id)))
      return refuse(await laterAct(catalogue, source, mark.id));
    after.push(withoutStands(was));
  }
  return counted(catalogue, { before, made: after, undoes: number });
}

/** Whether a version says what another said: an act that was taken back leaves a later version of the same. */
const isSameState = (one: Version, other: Version): boolean =>
  one.kind === other.kind &&
  one.label === other.label &&
  one.text === other.text &&
  one.decision === other.decision &&
  one.decidedBy === other.decidedBy &&
  one.decidedAt === other.decidedAt &&
  one.textVersion === other.textVersion;

async function laterAct(catalogue: Catalogue, source: SourceFile, id: string): Promise<string> {
  const [last] = (await catalogue.corrections.history(source.sha256, 500)).filter((event) =>
    [...event.before, ...event.after].some((mark) => mark.id === id),
  );
  return last
    ? `A later act concerns the same passage: ${last.act} by ${await nameIn(catalogue, last.by)} at ${last.at} (no. ${last.number}). Take that back first.`
    : "The passage was changed since by another reading. Correct it as it stands now.";
}

async function conflict(catalogue: Catalogue, last: Version) {
  const what = `The passage “${[...last.text].slice(0, 60).join("")}…”`;
  const who =
    last.decidedBy === null
      ? `${what} is no longer there: the report was read again`
      : `${what} was changed by ${await nameIn(catalogue, last.decidedBy)} at ${last.decidedAt}: it is now ${last.stands ? `${last.decision}, ${last.kind}` : last.decision === "rejected" ? "rejected" : "replaced by other passages"}`;
  return problem(
    "reading.conflict",
    `${who}. Nothing of yours was changed; look at it as it stands now, then decide.`,
    { field: last.id },
  );
}

const nameIn = async (catalogue: Catalogue, id: string) => (await catalogue.accounts.byId(id))?.name ?? id;
