// Turns observations into lines over years and rows of a table. One line per area, source, sex, further
// breakdown and release: neither sources nor releases are ever merged into one line.

import type { z } from "zod/mini";
import type { ObservationShape } from "#contract";
import { type Period, yearsOf } from "#kernel";

/** An observation; its release where several stand beside each other. */
export type Observed = z.output<typeof ObservationShape> & { readonly release?: string };

/** What tells one line from another. */
export const lineKey = (o: Observed): string =>
  JSON.stringify([o.area, o.source, o.sex, o.release ?? null, Object.entries(o.breakdowns).sort()]);

/** The last year a period touches: a span of years stands at its end. */
export const yearOf = (o: Observed): number => yearsOf(o.period as Period)[1];

/** Observations by line, each in the order of years; the lines in the order in which they first appear. */
export function linesOf(observations: readonly Observed[]): readonly (readonly Observed[])[] {
  const lines = new Map<string, Observed[]>();
  for (const o of observations) {
    const key = lineKey(o);
    const line = lines.get(key);
    if (line) line.push(o);
    else lines.set(key, [o]);
  }
  return [...lines.values()].map((line) => line.sort((a, b) => (a.period < b.period ? -1 : 1)));
}
