// Runs as the pages of countries read them: the frozen result with its definition. A run never changes, so
// the few that were asked for last stay in memory.

import type { Actor, StoredIndexRun } from "#records";
import { type IndexDefinition, type IndexRun, readIndexDefinition } from "#securities";
import type { Store } from "#store";
import type { Effects } from "../effects.ts";
import { latestVisibleRuns } from "../releases/visible-releases.ts";

export type OpenedRun = {
  readonly about: Omit<StoredIndexRun, "result">;
  readonly run: IndexRun;
  readonly definition: IndexDefinition;
  readonly licence: string;
};

/** Runs kept per store: the newest of each definition, for the form that is being read. */
const mostKept = 24;
const kept = new WeakMap<Store, Map<string, Promise<OpenedRun | null>>>();

/** A run with its definition, or null where there is none of this name or its definition cannot be read. */
export function openedRun(store: Store, id: string): Promise<OpenedRun | null> {
  const known = kept.get(store) ?? new Map<string, Promise<OpenedRun | null>>();
  kept.set(store, known);
  const standing = known.get(id);
  if (standing) return standing;
  const opening = open(store, id).then(
    (opened) => {
      if (opened === null) known.delete(id);
      return opened;
    },
    (error: unknown) => {
      known.delete(id);
      throw error;
    },
  );
  if (known.size >= mostKept) known.delete(known.keys().next().value!);
  known.set(id, opening);
  return opening;
}

async function open(store: Store, id: string): Promise<OpenedRun | null> {
  const { indexes, releases } = store.catalogue;
  const stored = await indexes.run(id);
  if (!stored) return null;
  const record = await indexes.definition(stored.definitionId, stored.definitionVersion);
  const definition = readIndexDefinition(record?.definition);
  if (!definition.ok) return null;
  const release = await releases.byId(stored.release);
  const { result, ...about } = stored;
  return {
    about,
    run: result as IndexRun,
    definition: definition.value,
    licence: release?.licence ?? "",
  };
}

/** The newest readable run of each definition, in the order of the catalogue. */
export async function latestRuns(effects: Effects, actor: Actor): Promise<readonly OpenedRun[]> {
  const latest = await latestVisibleRuns(effects, actor);
  const opened = await Promise.all(latest.map(({ id }) => openedRun(effects.store, id)));
  return opened.filter((one) => one !== null);
}

/** What a page says of a run beside its figures. */
export const shownAbout = ({ about, licence }: OpenedRun) => ({
  run: about.id,
  definitionId: about.definitionId,
  title: about.title,
  form: about.form,
  reconstruction: about.reconstruction,
  origin: about.origin,
  release: about.release,
  licence,
  createdAt: about.createdAt,
});
