// Turns observations into lines over years and rows of a table. One line per area, source, sex and further
// breakdown: sources are never merged into one line.

import type { z } from "zod/mini";
import type { ObservationShape } from "#contract";
import { type Period, yearsOf } from "#kernel";

export type Observed = z.output<typeof ObservationShape>;

/** What tells one line from another. */
export const lineKey = (o: Observed): string =>
  [o.area, o.source, o.sex, ...Object.entries(o.breakdowns).flat()].join("|");

/** The last year a period touches: a span of years stands at its end. */
export const yearOf = (o: Observed): number => yearsOf(o.period as Period)[1];

/** Observations by line, each in the order of years; the lines in the order in which they first appear. */
export function linesOf(observations: readonly Observed[]): readonly (readonly Observed[])[] {
  const lines = new Map<string, Observed[]>();
  for (const o of observations) lines.set(lineKey(o), [...(lines.get(lineKey(o)) ?? []), o]);
  return [...lines.values()].map((line) => line.sort((a, b) => (a.period < b.period ? -1 : 1)));
}
