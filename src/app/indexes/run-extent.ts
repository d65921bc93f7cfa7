import type { StoredIndexRun } from "#records";
import { type IndexRun, readIndexDefinition } from "#securities";
import type { Store } from "#store";

/** What a list of runs says of each: its last period, and how many areas have a rank in it. */
export type RunExtent = { readonly period: string | null; readonly ranked: number };

const kept = new WeakMap<Store, Map<string, RunExtent>>();

/** A run never changes: its result is read once, and two words of it are kept. */
export async function runExtent(store: Store, about: Omit<StoredIndexRun, "result">): Promise<RunExtent> {
  const known = kept.get(store) ?? new Map<string, RunExtent>();
  kept.set(store, known);
  const standing = known.get(about.id);
  if (standing) return standing;
  const stored = await store.catalogue.indexes.run(about.id);
  const record = await store.catalogue.indexes.definition(about.definitionId, about.definitionVersion);
  const definition = readIndexDefinition(record?.definition);
  const root = definition.ok ? definition.value.nodes.find(({ parent }) => parent === null)?.id : undefined;
  const run = stored?.result as IndexRun | undefined;
  const period = run?.periods.at(-1) ?? null;
  const found = {
    period,
    ranked: (run?.scores ?? []).filter(
      (score) => score.node === root && score.period === period && score.rank !== null,
    ).length,
  };
  known.set(about.id, found);
  return found;
}
