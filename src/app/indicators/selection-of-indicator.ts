// Which choices of values somebody may read, and the one that speaks of an indicator.

import { fail, ok, problem, type Result } from "#kernel";
import type { Actor, StoredSelection } from "#records";
import { type Indicator, readSelectionRule, type SourceOfIndicator } from "#securities";
import type { Effects } from "../effects.ts";
import { readableRelease } from "../releases/visible-releases.ts";
import type { SelectionOutcome } from "./shown-selection.ts";

/** A selection follows its release: who may not read that may not read how it was chosen. */
export async function mayReadSelection(
  effects: Effects,
  actor: Actor,
  selection: StoredSelection,
): Promise<Result<null>> {
  const readable = await readableRelease(effects, actor, selection.release, "selection.read");
  return readable.ok ? ok(null) : readable;
}

export const unknownSelection = (id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no choice of values "${id}". It may be misspelt, or come from another installation; look it up in the list.`,
    ),
  );

/**
 * The newest of some versions that may be read. A newer one that is still a draft hides nothing of those before it,
 * and is not told of.
 *
 * @param versions of one selection, newest first
 * @param name what the asker called it, for the answer that there is none
 */
export async function newestReadable(
  effects: Effects,
  actor: Actor,
  versions: readonly StoredSelection[],
  name: string,
): Promise<Result<StoredSelection>> {
  let refused: Result<StoredSelection> = unknownSelection(name);
  for (const version of versions) {
    const readable = await mayReadSelection(effects, actor, version);
    if (readable.ok) return ok(version);
    if (readable.problems.every(({ code }) => code !== "app.not-found")) refused = readable;
  }
  return refused;
}

/** The newest readable version of each selection, newest first. */
export async function readableSelections(
  effects: Effects,
  actor: Actor,
): Promise<readonly StoredSelection[]> {
  const { selections } = effects.store.catalogue;
  const found: StoredSelection[] = [];
  for (const newest of await selections.list()) {
    const { id, version } = newest;
    const readable = (await mayReadSelection(effects, actor, newest)).ok
      ? ok(newest)
      : version === 1
        ? unknownSelection(id)
        : await newestReadable(effects, actor, await selections.versions(id), id);
    if (readable.ok) found.push(readable.value);
  }
  return found;
}

/** The selection named, else the newest that has values of the indicator; as far as it may be read. */
export async function selectionFor(
  effects: Effects,
  actor: Actor,
  indicator: string,
  named: string | undefined,
): Promise<StoredSelection | null> {
  const { selections } = effects.store.catalogue;
  const has = ({ outcome }: StoredSelection) =>
    (outcome as SelectionOutcome).indicators.some(({ id }) => id === indicator);
  if (named === undefined) return (await readableSelections(effects, actor)).find(has) ?? null;
  const found = await newestReadable(effects, actor, await selections.versions(named), named);
  return found.ok && has(found.value) ? found.value : null;
}

/**
 * An indicator with the series a selection takes for it beside those of the catalogue: a rule may know codes of
 * agencies that the catalogue does not name.
 */
export function withSourcesOf(indicator: Indicator, selection: StoredSelection | null): Indicator {
  const rule = selection && readSelectionRule(selection.rule);
  const more: readonly SourceOfIndicator[] = (rule?.ok && rule.value.sources.get(indicator.id)) || [];
  const isNew = ({ agency, series }: SourceOfIndicator) =>
    !indicator.sources.some((one) => one.agency === agency && one.series === series);
  return { ...indicator, sources: [...indicator.sources, ...more.filter(isNew)] };
}
