// Which choices of values somebody may read, and the one that speaks of an indicator.

import { ok, type Result } from "#kernel";
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

/** The selection named, else the newest that has values of the indicator and may be read. */
export async function selectionFor(
  effects: Effects,
  actor: Actor,
  indicator: string,
  named: string | undefined,
): Promise<StoredSelection | null> {
  const { selections } = effects.store.catalogue;
  const all = named === undefined ? await selections.list() : [await selections.byId(named, null)];
  for (const one of all) {
    if (one === null || !(await mayReadSelection(effects, actor, one)).ok) continue;
    if ((one.outcome as SelectionOutcome).indicators.some(({ id }) => id === indicator)) return one;
  }
  return null;
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
