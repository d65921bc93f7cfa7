// What a selection is made of, from the store: the observations of its releases that may be chosen.

import { ok, type Result } from "#kernel";
import type { Observation, StoredSelection } from "#records";
import {
  type CandidateObservation,
  chosenIndicators,
  type Indicator,
  orderFor,
  readIndicatorCatalogue,
  readSelectionRule,
  type SelectionInputs,
  type SelectionOverride,
  type SelectionRule,
  seriesCodes,
} from "#securities";
import type { Store } from "#store";
import { observationId } from "../trace-ids.ts";
import type { Work } from "../use-case.ts";

/** Observations are read in pages of this many, so that a large release does not sit in memory twice. */
const page = 100_000;

const candidateOf = (release: string, row: Observation): CandidateObservation => {
  const { area, indicator, period, source, sex, value, missing, unit, status, note, attributes } = row;
  return {
    ...{ id: observationId(release, row), release, area, indicator, period, source, sex },
    ...{ value, missing, unit, status, note, attributes },
  };
};

/**
 * The observations of some releases that a rule may choose from: its indicators under all their codes, its
 * sexes, no further breakdown.
 *
 * @param only indicators and area looked at, for one cell; all when absent
 * @param work tells how far it is; where it is stopped, what was read until then is answered
 */
export async function candidatesOf(
  store: Store,
  releases: readonly string[],
  rule: SelectionRule,
  indicators: ReadonlyMap<string, Indicator>,
  only: { readonly indicator?: string; readonly area?: string } = {},
  work: Work = {},
): Promise<readonly CandidateObservation[]> {
  const wanted = only.indicator === undefined ? chosenIndicators(rule, indicators) : [only.indicator];
  const codes = [...new Set(wanted.flatMap((id) => seriesCodes(id, orderFor(rule, id, indicators.get(id)))))];
  const candidates: CandidateObservation[] = [];
  for (const [done, release] of releases.entries()) {
    work.progress?.({ label: "candidates", done, total: releases.length, unit: "releases" });
    for (let offset = 0; work.signal?.aborted !== true; offset += page) {
      const rows = await store.releases.observations({
        release,
        indicators: codes,
        sex: rule.sexes,
        limit: page,
        offset,
        ...(only.area !== undefined && { areas: [only.area] }),
      });
      for (const row of rows)
        if (Object.keys(row.breakdowns).length === 0) candidates.push(candidateOf(release, row));
      if (rows.length < page) break;
    }
  }
  return candidates;
}

/** What a stored selection was made of, to be weighed again; of one cell only where `only` says so. */
export async function inputsOf(
  store: Store,
  selection: StoredSelection,
  only: { readonly indicator?: string; readonly area?: string } = {},
): Promise<Result<SelectionInputs>> {
  const rule = readSelectionRule(selection.rule);
  if (!rule.ok) return rule;
  const read = readIndicatorCatalogue({ id: "frozen", version: "1", indicators: selection.indicators });
  if (!read.ok) return read;
  const indicators = new Map(read.value.indicators.map((one) => [one.id, one]));
  const releases = selection.inputs.map(({ id }) => id);
  return ok({
    rule: rule.value,
    indicators,
    releases,
    candidates: await candidatesOf(store, releases, rule.value, indicators, only),
    overrides: selection.overrides as readonly SelectionOverride[],
  });
}
