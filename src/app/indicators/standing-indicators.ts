import type { StoredIndicator } from "#records";
import { type Indicator, readIndicatorCatalogue } from "#securities";
import type { Catalogue } from "#store";
import { indicatorCatalogue } from "../ready-definitions.ts";

/** An indicator as it stands: what comes with Socle, or what this installation put in its place or added. */
export type StandingIndicator = {
  readonly indicator: Indicator;
  readonly shipped: boolean;
  readonly version: string;
};

export const shippedVersion = indicatorCatalogue.version;

/** A stored record in the present form; null where it no longer reads, which a migration would mend. */
export function indicatorOf(stored: StoredIndicator): Indicator | null {
  const read = readIndicatorCatalogue({ id: "stored", version: "1", indicators: [stored.record] });
  return read.ok ? (read.value.indicators[0] ?? null) : null;
}

/** The catalogue as it stands: shipped indicators in their order, each in the version that counts, then own ones. */
export async function standingIndicators(catalogue: Catalogue): Promise<readonly StandingIndicator[]> {
  const own = new Map<string, StandingIndicator>();
  for (const stored of await catalogue.indicators.current()) {
    const indicator = indicatorOf(stored);
    if (indicator) own.set(stored.id, { indicator, shipped: false, version: `own-${stored.version}` });
  }
  const shipped = indicatorCatalogue.indicators.map(
    (indicator) => own.get(indicator.id) ?? { indicator, shipped: true, version: shippedVersion },
  );
  const known = new Set(shipped.map(({ indicator }) => indicator.id));
  return [...shipped, ...[...own.values()].filter(({ indicator }) => !known.has(indicator.id))];
}

/** An indicator as a file has it: what is not stated is absent. */
export const recordOf = (indicator: Indicator): unknown =>
  JSON.parse(JSON.stringify(indicator, (_key, value: unknown) => (value === null ? undefined : value)));

/** The same by id, for choosing values. */
export const indicatorsById = (standing: readonly StandingIndicator[]): ReadonlyMap<string, Indicator> =>
  new Map(standing.map(({ indicator }) => [indicator.id, indicator]));
