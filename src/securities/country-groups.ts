// The four country groups of the SESAME scheme, and the rule that puts an area into one.

import type { Localised } from "#kernel";
import { atLeast } from "./comparison.ts";

export const countryGroupIds = [
  "pacesetter",
  "pragmatist",
  "conventional",
  "much-to-be-done",
  "unclassified",
] as const;
export type CountryGroupId = (typeof countryGroupIds)[number];

/** Where the printed rule left a choice: `edge`, all three parts high and the index not; `partial`, outcome low and one of input and process high. */
export type CountryGroupFlag = "edge" | "partial";

const names: Readonly<Record<CountryGroupId, Localised>> = {
  pacesetter: { en: "Pacesetter", fr: "Pionnier", es: "Pionero", pt: "Pioneiro" },
  pragmatist: { en: "Pragmatist", fr: "Pragmatique", es: "Pragmático", pt: "Pragmático" },
  conventional: { en: "Conventional", fr: "Conventionnel", es: "Convencional", pt: "Convencional" },
  "much-to-be-done": {
    en: "Much to be done",
    fr: "Beaucoup à faire",
    es: "Mucho por hacer",
    pt: "Muito por fazer",
  },
  unclassified: { en: "Unclassified", fr: "Non classé", es: "Sin clasificar", pt: "Não classificado" },
};

/**
 * The name of a country group in the four languages; the translations are this project's.
 *
 * @example
 * countryGroupName("pacesetter").fr // => "Pionnier"
 */
export const countryGroupName = (group: CountryGroupId): Localised => names[group];

/** An index and its three sub-indexes: scores of an area, or thresholds; `null` where there is none. */
export type IndexAndParts = {
  readonly index: number | null;
  readonly input: number | null;
  readonly process: number | null;
  readonly outcome: number | null;
};

/**
 * The country group of an area.
 *
 * | input and process | outcome | index | group |
 * |---|---|---|---|
 * | both high | high | high | pacesetter |
 * | both high | high | lower | pragmatist, flag `edge` |
 * | one or none high | high | any | pragmatist |
 * | both high | lower | any | conventional |
 * | one high | lower | any | much-to-be-done, flag `partial` |
 * | none high | lower | any | much-to-be-done |
 *
 * High means: at or above the threshold, or below it by no more than the tolerance.
 *
 * @param scores of one area; any `null` makes it `unclassified`
 * @param thresholds of the same nodes
 * @param tolerance in units of the scores
 * @returns the group, and the flag of a rule that this project decided, else `null`
 * @limits Thresholds are quantiles of the same run: groups say where an area stands among the others, not
 *   whether it does enough.
 * @limits Sub-indexes of few yes-or-no indicators tie at the threshold; the run tells how many areas do.
 * @source methods 2.1; the rows with a flag, and "at" counting as above, are decisions of this project
 * @example
 * countryGroupOf({ index: 1, input: 1, process: 1, outcome: 1 }, { index: 0.5, input: 0.5, process: 0.5, outcome: 0.5 })
 * // => { group: "pacesetter", flag: null }
 */
export function countryGroupOf(
  scores: IndexAndParts,
  thresholds: IndexAndParts,
  tolerance = 1e-12,
): { readonly group: CountryGroupId; readonly flag: CountryGroupFlag | null } {
  const high = (part: keyof IndexAndParts): boolean | null => {
    const [score, threshold] = [scores[part], thresholds[part]];
    return score === null || threshold === null ? null : atLeast(score, threshold, tolerance);
  };
  const [index, input, process, outcome] = [high("index"), high("input"), high("process"), high("outcome")];
  if (index === null || input === null || process === null || outcome === null)
    return { group: "unclassified", flag: null };
  if (outcome) {
    if (!(input && process)) return { group: "pragmatist", flag: null };
    return index ? { group: "pacesetter", flag: null } : { group: "pragmatist", flag: "edge" };
  }
  if (input && process) return { group: "conventional", flag: null };
  return { group: "much-to-be-done", flag: input || process ? "partial" : null };
}
