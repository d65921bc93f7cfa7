// The passages of a document as people decide on them, with what was done so far.

import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import type { Correction, DecidedPassage, SourceFile } from "#records";
import type { Effects } from "../effects.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { nameOf } from "./shown-job.ts";

/** How many of the last acts are shown, and within how many minutes an act counts as being at work. */
const actsShown = 100;
const atWorkMinutes = 30;

export const documentCorrections: RouteUseCase<"documentCorrections"> = async (effects, actor, input) => {
  const source = await effects.store.catalogue.sources.byHash(input.sha256 as SourceFile["sha256"]);
  const allowed = permission(actor, "document.correct", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  if (!source || (await effects.store.catalogue.corrections.textVersion(source.sha256)) === null)
    return fail(problem("app.not-found", `There is no report "${input.sha256}". Look it up in the list.`));
  return ok(await shownCorrections(effects, source));
};

type Shown = RouteReply<"documentCorrections">;

export async function shownCorrections(effects: Effects, source: SourceFile): Promise<Shown> {
  const { corrections } = effects.store.catalogue;
  const events = await corrections.history(source.sha256, actsShown);
  const undone = new Map(
    events.flatMap((event) => (event.undoes === null ? [] : [[event.undoes, event.number]])),
  );
  const names = await namesOf(effects, [...events.map(({ by }) => by)]);
  const standing = await corrections.standing(source.sha256);
  const rejected = await corrections.rejected(source.sha256);
  const deciders = await namesOf(
    effects,
    [...standing, ...rejected].flatMap(({ decidedBy }) => (decidedBy === null ? [] : [decidedBy])),
  );
  const shown = (one: DecidedPassage) => shownDecided(one, deciders);
  return {
    textVersion: (await corrections.textVersion(source.sha256)) ?? 1,
    passages: standing.map(shown),
    rejected: rejected.map(shown),
    history: events.map((event) => ({
      number: event.number,
      act: event.act,
      before: event.before.map(shownMark),
      after: event.after.map(shownMark),
      undoes: event.undoes,
      undoneBy: undone.get(event.number) ?? null,
      by: names.get(event.by) ?? event.by,
      at: event.at,
      comment: event.comment,
    })),
    atWork: (await peopleAtWork(effects)).get(source.sha256) ?? [],
  };
}

const shownDecided = (one: DecidedPassage, names: ReadonlyMap<string, string>) => ({
  ...one,
  spans: one.spans.map(([start, end]): [number, number] => [start, end]),
  decidedBy: one.decidedBy === null ? null : (names.get(one.decidedBy) ?? one.decidedBy),
});

const shownMark = ({ spans, ...mark }: Correction["before"][number]) => ({
  ...mark,
  spans: spans.map(([start, end]): [number, number] => [start, end]),
});

async function namesOf(effects: Effects, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) names.set(id, await nameOf(effects, id));
  return names;
}

/** Who corrected what within the last half hour, by document. */
export async function peopleAtWork(
  effects: Effects,
): Promise<ReadonlyMap<string, { readonly name: string; readonly at: string }[]>> {
  const since = new Date(Date.parse(effects.now()) - atWorkMinutes * 60_000).toISOString();
  const rows = await effects.store.catalogue.corrections.atWork(since);
  const names = await namesOf(
    effects,
    rows.map(({ by }) => by),
  );
  const found = new Map<string, { name: string; at: string }[]>();
  for (const { source, by, at } of rows)
    found.set(source, [...(found.get(source) ?? []), { name: names.get(by) ?? by, at }]);
  return found;
}

/** What is unsure, document by document, most first. */
export const correctionQueue: RouteUseCase<"correctionQueue"> = async (effects, actor, input) => {
  const allowed = permission(actor, "document.correct");
  if (!allowed.ok) return allowed;
  const { below, all, limit, offset } = input;
  const tiers = (["public", "members", "restricted"] as const).filter(
    (tier) => permission(actor, "document.correct", { tier }).ok,
  );
  const { total, documents } = await effects.store.catalogue.corrections.queue({
    below,
    all,
    tiers,
    limit,
    offset,
  });
  const atWork = await peopleAtWork(effects);
  return ok({
    total,
    documents: documents.map((one) => ({ ...one, atWork: atWork.get(one.source) ?? [] })),
  });
};
