import { permission } from "#access";
import { ok, type Result } from "#kernel";
import type { Actor, Observation, StoredSelection } from "#records";
import {
  judgedCell,
  makeSelection,
  readSelectionRule,
  type SelectionInputs,
  type SelectionOverride,
} from "#securities";
import { sha256Of } from "../canonical-json.ts";
import type { Effects } from "../effects.ts";
import { maySeeValues, visibleReleases } from "../releases/visible-releases.ts";
import type { RouteUseCase } from "../use-case.ts";
import { chosenTable } from "./chosen-table.ts";
import { belongs, codesOf, unknownIndicator, withRelease } from "./read-indicators.ts";
import { newestReleases } from "./release-facts.ts";
import { inputsOf } from "./selection-inputs.ts";
import { newestReadable, readableSelections, selectionFor, withSourcesOf } from "./selection-of-indicator.ts";
import { type SelectionOutcome, shownSelection } from "./shown-selection.ts";
import { standingIndicators } from "./standing-indicators.ts";

export const listSelections: RouteUseCase<"listSelections"> = async (effects, actor) => {
  const allowed = permission(actor, "selection.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const shown = [];
  for (const one of await readableSelections(effects, actor))
    shown.push(await shownSelection(catalogue, one));
  return ok(shown);
};

async function found(
  effects: Effects,
  actor: Actor,
  id: string,
  version: number | undefined,
): Promise<Result<StoredSelection>> {
  const allowed = permission(actor, "selection.read");
  if (!allowed.ok) return allowed;
  const versions = await effects.store.catalogue.selections.versions(id);
  const asked = version === undefined ? versions : versions.filter((one) => one.version === version);
  return newestReadable(effects, actor, asked, version === undefined ? id : `${id}, version ${version}`);
}

export const selection: RouteUseCase<"selection"> = async (effects, actor, input) => {
  const stored = await found(effects, actor, input.id, input.version);
  if (!stored.ok) return stored;
  const { catalogue } = effects.store;
  const rule = readSelectionRule(stored.value.rule);
  if (!rule.ok) return rule;
  const outcome = stored.value.outcome as SelectionOutcome;
  const known = new Set(
    (await visibleReleases(effects, actor, { series: input.id })).map(({ release }) => release.id),
  );
  return ok({
    ...(await shownSelection(catalogue, stored.value)),
    rule: stored.value.rule,
    years: [...rule.value.years],
    sexes: [...rule.value.sexes],
    indicators: outcome.indicators.map((one) => ({ ...one })),
    whys: { ...outcome.whys },
    lowCoverage: outcome.lowCoverage.map((one) => ({ ...one })),
    flags: outcome.flags.map((one) => ({ ...one })),
    decisions: await decisionsOf(effects, actor, stored.value.overrides as readonly SelectionOverride[]),
    versions: (await catalogue.selections.versions(input.id))
      .filter(({ release }) => known.has(release))
      .map(({ version, release, createdAt }) => ({ version, release, createdAt })),
  });
};

async function decisionsOf({ store }: Effects, actor: Actor, overrides: readonly SelectionOverride[]) {
  const cellOf = ({ indicator, area, year, sex }: SelectionOverride) => `${indicator}/${area}/${year}/${sex}`;
  const last = new Map(overrides.map((one, i) => [cellOf(one), i]));
  // The names of people are for those who work here; that a person decided, and why, is for everybody.
  const maySeeWho = permission(actor, "selection.make").ok;
  const names = new Map<string, string>();
  if (maySeeWho)
    for (const by of new Set(overrides.map((one) => one.by)))
      names.set(by, (await store.catalogue.accounts.byId(by))?.name ?? by);
  return overrides.map((one, i) => ({
    ...one,
    by: names.get(one.by) ?? null,
    stands: last.get(cellOf(one)) === i && one.take !== "rule",
  }));
}

export const selectionCell: RouteUseCase<"selectionCell"> = async (effects, actor, input) => {
  const stored = await found(effects, actor, input.id, input.version);
  if (!stored.ok) return stored;
  const { indicator, area, year, sex } = input;
  const inputs = await inputsOf(effects.store, stored.value, { indicator, area });
  if (!inputs.ok) return inputs;
  const cell = { indicator, area, year, sex };
  const hidden = new Set<string>();
  for (const { id } of stored.value.inputs) if (!(await maySeeValues(effects, actor, id))) hidden.add(id);
  // What was withdrawn since is shown nowhere, neither as what a choice weighed.
  const judged = judgedCell(inputs.value, cell).filter(({ release: from }) => !hidden.has(from));
  const chosen = await effects.store.releases.observations({
    release: stored.value.release,
    indicators: [indicator],
    areas: [area],
    sex: [sex],
  });
  const made = chosen.find(({ period }) => period === `${year}`);
  const release = await effects.store.catalogue.releases.byId(stored.value.release);
  return ok({
    cell,
    value: made?.value ?? null,
    missing: made ? made.missing : "missing",
    unit: made?.unit ?? null,
    why: made?.attributes["CHOSEN_BY"] ?? "nothing-in-window",
    candidates: judged
      .map(({ attributes: _, ...one }) => ({ ...one, origin: release?.origin ?? ("real" as const) }))
      .sort((a, b) => b.year - a.year || (a.sourcePlace ?? 99) - (b.sourcePlace ?? 99)),
  });
};

export const indicatorSeries: RouteUseCase<"indicatorSeries"> = async (effects, actor, input) => {
  const allowed = permission(actor, "observation.read");
  if (!allowed.ok) return allowed;
  const { store } = effects;
  const standing = (await standingIndicators(store.catalogue)).find((one) => one.indicator.id === input.id);
  if (!standing) return unknownIndicator(input.id);
  const stored = await selectionFor(effects, actor, input.id, input.selection);
  const indicator = withSourcesOf(standing.indicator, stored);
  const observations = [];
  for (const release of await newestReleases(effects, actor)) {
    const rows: readonly Observation[] = await store.releases.observations({
      release: release.id,
      indicators: codesOf(indicator),
      areas: [input.area],
    });
    for (const row of rows) if (belongs(indicator, row)) observations.push(withRelease(release.id, row));
  }
  if (!stored) return ok({ area: input.area, observations, selection: null, chosen: [] });
  const inputs = await inputsOf(store, stored, { indicator: input.id, area: input.area });
  if (!inputs.ok) return inputs;
  const { rule } = inputs.value;
  const chosen = rule.years.flatMap((year) =>
    rule.sexes.flatMap((sex) => {
      const judged = judgedCell(inputs.value, { indicator: input.id, area: input.area, year, sex });
      const taken = judged.find(({ fate }) => fate === "taken" || fate === "taken-by-person");
      return judged.length === 0 ? [] : [{ year, sex, id: taken?.id ?? null, why: taken?.fate ?? "none" }];
    }),
  );
  const { id, version } = stored;
  return ok({
    area: input.area,
    observations,
    selection: { id, version, years: [...rule.years] },
    chosen,
  });
};

type Compare = (id: string, stored: unknown, recomputed: unknown) => void;

/** Chooses again what every selection chose and compares the table of chosen values, to the byte. */
export async function verifySelections(
  effects: Effects,
  only: string | undefined,
  compare: Compare,
): Promise<void> {
  const { selections } = effects.store.catalogue;
  for (const { id } of await selections.list())
    for (const version of await selections.versions(id)) {
      const address = `selection:${id}/${version.version}`;
      if (only !== undefined && only !== address) continue;
      const inputs = await inputsOf(effects.store, version);
      const again: Result<string> = inputs.ok ? tableHash(inputs.value) : inputs;
      compare(address, version.table, again.ok ? again.value : again.problems.map(({ code }) => code));
    }
}

function tableHash(inputs: SelectionInputs): Result<string> {
  const made = makeSelection(inputs);
  return made.ok ? ok(sha256Of(chosenTable(made.value).csv)) : made;
}
