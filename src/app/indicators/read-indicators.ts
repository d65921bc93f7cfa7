import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import type { Observation, StoredIndicator } from "#records";
import { type Indicator, orderFor, type SelectionRule, seriesCodes } from "#securities";
import { canonicalJson } from "../canonical-json.ts";
import { indicatorCatalogue } from "../ready-definitions.ts";
import { observationId } from "../trace-ids.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { newestReleases, releaseFacts } from "./release-facts.ts";
import { selectionFor, withSourcesOf } from "./selection-of-indicator.ts";
import {
  indicatorOf,
  recordOf,
  type StandingIndicator,
  shippedVersion,
  standingIndicators,
} from "./standing-indicators.ts";

/** Without its documentation, which a list would carry in four languages for nobody. */
function shown({ indicator, shipped, version }: StandingIndicator): RouteReply<"listIndicators">[number] {
  const { documentation: _, scale, sources, breakdowns, ...rest } = indicator;
  return {
    ...rest,
    scale: scale && [...scale],
    sources: sources.map((one) => ({ ...one })),
    breakdowns: [...breakdowns],
    shipped,
    version,
  };
}

export const listIndicators: RouteUseCase<"listIndicators"> = async (effects, actor) => {
  const allowed = permission(actor, "indicator.read");
  if (!allowed.ok) return allowed;
  return ok((await standingIndicators(effects.store.catalogue)).map(shown));
};

export const unknownIndicator = (id: string) =>
  fail(
    problem(
      "app.not-found",
      `The catalogue has no indicator "${id}". It may be misspelt, or come from another installation; look it up under Indicators.`,
    ),
  );

/** Every code an indicator may stand under, by the catalogue alone. */
export const codesOf = (indicator: Indicator): readonly string[] => {
  const noRule = { sources: new Map() } as Pick<SelectionRule, "sources"> as SelectionRule;
  return seriesCodes(indicator.id, orderFor(noRule, indicator.id, indicator));
};

/** Whether an observation belongs to an indicator: by its own id, or as a series of one of its sources. */
export const belongs = (indicator: Indicator, one: Pick<Observation, "indicator" | "source">): boolean =>
  one.indicator === indicator.id ||
  indicator.sources.some(({ agency, series }) => series === one.indicator && agency === one.source);

export const indicatorData: RouteUseCase<"indicatorData"> = async (effects, actor) => {
  const allowed = permission(actor, "indicator.read");
  if (!allowed.ok) return allowed;
  const standing = await standingIndicators(effects.store.catalogue);
  const releases = await newestReleases(effects, actor);
  const facts = await Promise.all(
    releases.map(async ({ id }) => ({ id, ...(await releaseFacts(effects.store, id)) })),
  );
  return ok(standing.map(({ indicator }) => dataOf(indicator, facts)));
};

type Facts = Awaited<ReturnType<typeof releaseFacts>> & { readonly id: string };

function dataOf(indicator: Indicator, facts: readonly Facts[]): RouteReply<"indicatorData">[number] {
  const codes = new Set(codesOf(indicator));
  const held = facts.flatMap(({ id, contents, agencies }) =>
    contents
      .filter((one) => codes.has(one.indicator))
      .map((one) => ({
        ...one,
        release: id,
        agencies: agencies
          .filter((a) => a.indicator === one.indicator && belongs(indicator, a))
          .map(({ source }) => source),
      }))
      .filter((one) => one.agencies.length > 0),
  );
  const periods = held.flatMap(({ from, to }) => [from, to]).sort();
  return {
    indicator: indicator.id,
    releases: [...new Set(held.map(({ release }) => release))],
    values: held.reduce((sum, { values }) => sum + values, 0),
    areas: Math.max(0, ...held.map(({ areas }) => areas)),
    from: periods[0] ?? null,
    to: periods.at(-1) ?? null,
    sources: [...new Set(held.flatMap(({ agencies }) => agencies))].sort(),
  };
}

export const indicator: RouteUseCase<"indicator"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "indicator.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const standing = (await standingIndicators(catalogue)).find((one) => one.indicator.id === id);
  if (!standing) return unknownIndicator(id);
  const releases = await newestReleases(effects, actor);
  const facts = await Promise.all(
    releases.map(async (release) => ({ id: release.id, ...(await releaseFacts(effects.store, release.id)) })),
  );
  const maySeeWho = permission(actor, "indicator.change").ok;
  return ok({
    ...shown(standing),
    documentation: Object.fromEntries(
      Object.entries(standing.indicator.documentation).map(([heading, entry]) => [heading, { ...entry }]),
    ),
    record: recordOf(standing.indicator),
    versions: versionsOf(id, await catalogue.indicators.versions(id), maySeeWho),
    data: dataOf(standing.indicator, facts),
  });
};

type Version = RouteReply<"indicator">["versions"][number];

/** Newest first; what comes with Socle is the first, whatever stands now. */
function versionsOf(id: string, stored: readonly StoredIndicator[], maySeeWho: boolean): Version[] {
  const shippedOne = indicatorCatalogue.indicators.find((one) => one.id === id) ?? null;
  const own = [...stored].reverse().flatMap((one) => {
    const read = indicatorOf(one);
    return read ? [{ one, read }] : [];
  });
  const versions: Version[] = [];
  let former: Indicator | null = null;
  if (shippedOne) {
    versions.push({
      version: shippedVersion,
      shipped: true,
      reason: null,
      recordedAt: null,
      recordedBy: null,
      supersededAt: own[0]?.one.recordedAt ?? null,
      label: shippedOne.label,
      changed: [],
    });
    former = shippedOne;
  }
  for (const { one, read } of own) {
    versions.push({
      version: `own-${one.version}`,
      shipped: false,
      reason: one.reason,
      recordedAt: one.recordedAt,
      recordedBy: maySeeWho ? one.recordedBy : null,
      supersededAt: one.supersededAt,
      label: read.label,
      changed: former === null ? [] : changedFields(former, read),
    });
    former = read;
  }
  return versions.reverse();
}

const changedFields = (before: Indicator, now: Indicator): string[] =>
  (Object.keys(now) as (keyof Indicator)[]).filter(
    (field) => canonicalJson(before[field]) !== canonicalJson(now[field]),
  );

type Listed = RouteReply<"indicatorLatest">[number];

export const withRelease = (release: string, observation: Observation): Listed => {
  const { file: _, row: __, column: ___, attributes: ____, ...rest } = observation;
  return { ...rest, id: observationId(release, observation), release };
};

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const indicatorLatest: RouteUseCase<"indicatorLatest"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "observation.read");
  if (!allowed.ok) return allowed;
  const standing = (await standingIndicators(effects.store.catalogue)).find((one) => one.indicator.id === id);
  if (!standing) return unknownIndicator(id);
  const known = withSourcesOf(standing.indicator, await selectionFor(effects, actor, id, undefined));
  const latest = new Map<string, Listed>();
  for (const release of await newestReleases(effects, actor)) {
    const rows = await effects.store.releases.observations({
      release: release.id,
      indicators: codesOf(known),
      sex: ["T"],
    });
    for (const row of rows) {
      if (row.value === null || Object.keys(row.breakdowns).length > 0) continue;
      if (!belongs(known, row)) continue;
      const key = `${row.area}/${row.source}/${row.indicator}`;
      const former = latest.get(key);
      if (!former || former.period < row.period) latest.set(key, withRelease(release.id, row));
    }
  }
  const place = (one: Listed) => {
    const found = known.sources.findIndex(
      ({ agency, series }) => agency === one.source && (series ?? id) === one.indicator,
    );
    return found < 0 ? known.sources.length : found;
  };
  // Of each area what stands first: by the order of the catalogue, then of the choice, then the newest.
  return ok(
    [...latest.values()].sort(
      (a, b) =>
        compared(a.area, b.area) ||
        place(a) - place(b) ||
        compared(b.period, a.period) ||
        compared(a.id, b.id),
    ),
  );
};
