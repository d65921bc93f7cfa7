// The overall rating an instrument gives by its own rule. Pages show it while one answers, the rules of a
// review compute it again: one function for both.

import type { Instrument, InstrumentSection } from "./appraisal.ts";

export type OverallRating = {
  /** Null where nothing can be valued yet, or nothing at all. */
  readonly value: number | null;
  /** Identifier of the grade the value reaches. */
  readonly grade: string | null;
  /** Of each section, in their order. */
  readonly sections: readonly { readonly section: string; readonly value: number | null }[];
  /** Items without an answer. */
  readonly open: readonly string[];
};

/** Differences below this are those of adding decimal numbers. */
const slack = 1e-9;

/** Weighted mean of what has a value; null where nothing has one. */
function weightedMean(parts: readonly { readonly value: number | null; readonly weight: number }[]) {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of parts)
    if (value !== null && weight > 0) {
      sum += value * weight;
      weights += weight;
    }
  return weights > 0 ? sum / weights : null;
}

const most = (values: readonly (number | null)[], pick: (...values: number[]) => number) => {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? pick(...known) : null;
};

/**
 * The overall rating by the rule of the instrument.
 *
 * A section is worth the weighted mean of its valued items, or its best item where any of them is enough;
 * under `minimum` and `all-of` it is worth its lowest item. Answers without a value ("not applicable",
 * "unable to assess") and items or sections without weight are left out, and the weights of the others share
 * what is left.
 * `weighted-mean`: Σ w·s / Σ w over sections. `minimum`: the lowest section. `all-of`: 1 where every section
 * reaches the value asked for, else 0. The grade is the highest whose `from` the value reaches. Nothing is
 * rated before every item has its answer.
 *
 * @param ratings step of the scale by item
 */
export function overallRating(instrument: Instrument, ratings: ReadonlyMap<string, string>): OverallRating {
  const values = new Map(instrument.scale.map(({ id, value }) => [id, value]));
  const { kind, atLeast } = instrument.rule;
  const open = instrument.sections.flatMap(({ items }) =>
    items.filter(({ id }) => !values.has(ratings.get(id) ?? "")).map(({ id }) => id),
  );
  const worth = (section: InstrumentSection): number | null => {
    const parts = section.items
      .filter(({ weight }) => weight > 0)
      .map(({ id, weight }) => ({ value: values.get(ratings.get(id) ?? "") ?? null, weight }));
    const all = parts.map(({ value }) => value);
    if (section.counts === "any") return most(all, Math.max);
    return kind === "weighted-mean" ? weightedMean(parts) : most(all, Math.min);
  };
  const worths = instrument.sections.map((section) => ({
    section: section.id,
    value: worth(section),
    weight: section.weight,
  }));
  const counted = worths.filter(({ weight }) => weight > 0);
  const lowest = most(
    counted.map(({ value }) => value),
    Math.min,
  );
  const overall =
    kind === "weighted-mean"
      ? weightedMean(counted)
      : kind === "minimum"
        ? lowest
        : lowest === null
          ? null
          : Number(lowest + slack >= (atLeast ?? 0));
  const value = open.length > 0 ? null : overall;
  const reached =
    value === null
      ? undefined
      : [...instrument.grades].sort((a, b) => b.from - a.from).find(({ from }) => value + slack >= from);
  return {
    value,
    grade: reached?.id ?? null,
    sections: worths.map(({ section, value: one }) => ({ section, value: one })),
    open,
  };
}
