// Addresses of figures and sentences for `socle trace`: a kind, a colon, and parts between slashes, each
// part percent-encoded, so that any code of any agency survives.

import type { Observation, ObservationKey } from "#records";

const joined = (parts: readonly string[]) => parts.map(encodeURIComponent).join("/");

/** `dimension=value` pairs in the order of the dimensions, so that one observation has one address. */
const breakdownsText = (breakdowns: Readonly<Record<string, string>>) =>
  Object.keys(breakdowns)
    .sort()
    .map((dimension) => `${encodeURIComponent(dimension)}=${encodeURIComponent(breakdowns[dimension]!)}`)
    .join(";");

export const observationId = (
  release: string,
  o: Pick<Observation, keyof ObservationKey & keyof Observation>,
): string =>
  `observation:${joined([release, o.indicator, o.area, o.period, o.source, o.sex, breakdownsText(o.breakdowns)])}`;

export const scoreId = (run: string, area: string, node: string, period: string | null): string =>
  `score:${joined(period === null ? [run, area, node] : [run, area, node, period])}`;

export const runId = (run: string): string => `run:${encodeURIComponent(run)}`;
export const releaseId = (release: string): string => `release:${encodeURIComponent(release)}`;
export const definitionId = (id: string, version: string): string => `definition:${joined([id, version])}`;
export const passageTraceId = (id: string): string => `passage:${encodeURIComponent(id)}`;
export const sourceId = (sha256: string): string => `source:${sha256}`;

/** The kind and the decoded parts of an address; null where it is not one. */
export function parseTraceId(
  id: string,
): { readonly kind: string; readonly parts: readonly string[] } | null {
  const match = /^([a-z]+):(.+)$/s.exec(id);
  if (!match) return null;
  try {
    return { kind: match[1]!, parts: match[2]!.split("/").map(decodeURIComponent) };
  } catch {
    return null; // a stray % sign
  }
}

/** Reads the parts of an observation's address back. */
export function observationKeyOf(parts: readonly string[]): ObservationKey | null {
  const [release, indicator, area, period, source, sex, pairs] = parts;
  if (!release || !indicator || !area || !period || source === undefined || sex === undefined) return null;
  const breakdowns: Record<string, string> = {};
  for (const pair of (pairs ?? "").split(";").filter(Boolean)) {
    const [dimension, value] = pair.split("=");
    if (!dimension || value === undefined) return null;
    breakdowns[decodeURIComponent(dimension)] = decodeURIComponent(value);
  }
  return { release, indicator, area, period, source, sex, breakdowns };
}
