// Codes by report, and where new codes stop appearing.

import type { ReviewState } from "../state.ts";
import type { Coding } from "./coding-state.ts";
import { codings } from "./double-coding.ts";

/**
 * How many codings of each report carry each code: `counts.get(code)?.get(record)`.
 *
 * @param of the codings counted: those that count, unless said otherwise
 */
export function codeMatrix(
  state: ReviewState,
  of: readonly Coding[] = codings(state),
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { record, codes } of of)
    for (const code of codes) {
      const byRecord = counts.get(code) ?? new Map<string, number>();
      counts.set(code, byRecord);
      byRecord.set(record, (byRecord.get(record) ?? 0) + 1);
    }
  return counts;
}

export type SaturationStep = {
  readonly record: string;
  readonly codings: number;
  /** Codes no earlier report had. */
  readonly fresh: readonly string[];
  /** Codes seen so far. */
  readonly seen: number;
};

/**
 * Reports in the order they were first coded, each with the codes it brought that none before had: where
 * steps bring nothing new, further reports are unlikely to.
 *
 * @limits It depends on the order of coding, and on codes as they stand: one that was merged is not new.
 */
export function saturation(state: ReviewState): readonly SaturationStep[] {
  const steps = new Map<string, { codings: number; fresh: string[]; seen: number }>();
  const seen = new Set<string>();
  const all = codings(state);
  for (const record of new Set(all.map((one) => one.record))) {
    const here = all.filter((one) => one.record === record);
    const fresh = [...new Set(here.flatMap(({ codes }) => codes))].filter((code) => !seen.has(code));
    for (const code of fresh) seen.add(code);
    steps.set(record, { codings: here.length, fresh, seen: seen.size });
  }
  return [...steps].map(([record, step]) => ({ record, ...step }));
}
