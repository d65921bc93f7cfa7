// The arithmetic of a score as its path tells it, so that a reader can do it again by hand:
// the weighted mean of the parts.

import type { TraceNodeShape } from "#contract";

/** Figures that differ by less were the same before rounding. */
const tolerance = 1e-9;

export type WorkedPart = {
  readonly node: TraceNodeShape;
  /** On the scale of the index. */
  readonly value: number;
  /** Its part of all weights that counted, 0 to 1. */
  readonly weight: number;
  readonly product: number;
};

export type WorkedScore = {
  readonly parts: readonly WorkedPart[];
  /** Parts that gave nothing: no value, or the same for all countries. */
  readonly left: readonly TraceNodeShape[];
  /** Σ value · weight. */
  readonly sum: number;
};

/** The sum a score is made of, or null where the step is no score, has none, or is no weighted mean. */
export function workedScore(node: TraceNodeShape): WorkedScore | null {
  if (node.kind !== "score" || typeof node.value !== "number" || node.formedBy) return null;
  const given = node.inputs.filter((input) => input.contribution !== null);
  const parts = given.flatMap((input): WorkedPart[] => {
    const { value = null, weight = null } = input.contribution ?? {};
    return value === null || weight === null ? [] : [{ node: input, value, weight, product: value * weight }];
  });
  if (parts.length === 0) return null;
  const sum = parts.reduce((total, part) => total + part.product, 0);
  return {
    parts,
    left: given.filter((input) => !parts.some((part) => part.node === input)),
    sum,
  };
}

/**
 * What counts as 0 and what counts as 1 on the scale of an indicator: the lowest and the highest value, or
 * the other way round where less is better. Null where the value fits neither, or there is no range.
 */
export function scaleEnds(node: TraceNodeShape): { readonly zero: number; readonly one: number } | null {
  const { value = null, range = null } = node.contribution ?? {};
  if (typeof node.value !== "number" || value === null || range === null) return null;
  const [low, high] = range;
  const share = (node.value - low) / (high - low);
  if (Math.abs(share - value) <= tolerance) return { zero: low, one: high };
  if (Math.abs(1 - share - value) <= tolerance) return { zero: high, one: low };
  return null;
}

/** Whether the ends of the stretching and the sum give the score on a scale from 0 to 1. */
export const isPlainStretch = (
  sum: number,
  [lowest, highest]: readonly [number, number],
  score: number,
): boolean => Math.abs((sum - lowest) / (highest - lowest) - score) <= tolerance;

/** `1/6` for a weight that is a plain fraction, else null. */
export function plainFraction(weight: number): string | null {
  for (let of = 1; of <= 100; of++) {
    const parts = Math.round(weight * of);
    if (parts > 0 && Math.abs(parts / of - weight) <= tolerance)
      return of === 1 ? `${parts}` : `${parts}/${of}`;
  }
  return null;
}
