// The scales and means a visitor can try. Apart from what is done with them, since the address of the page is
// read on the first page already and must not bring the computation along.

import type { Aggregation, NormalisationMethod } from "#statistics";

/** Scales that need no figures of their own, so that they can be tried with one choice. */
export const scalesToTry = [
  "min-max",
  "z-score",
  "rank",
  "borda",
  "percentile-rank",
  "fraction-of-maximum",
  "distance-to-maximum",
] as const satisfies readonly NormalisationMethod[];
export type ScaleToTry = (typeof scalesToTry)[number];

export const meansToTry = [
  "arithmetic",
  "geometric",
  "harmonic",
  "median",
  "copeland",
] as const satisfies readonly Aggregation["method"][];
export type MeanToTry = (typeof meansToTry)[number];
