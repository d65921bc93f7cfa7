// Proposals for one field: made from a stretch of text, kept above a threshold, best first, one for each value.

import type { ReadDocument } from "#documents";
import type { CodePoints } from "#kernel";
import { pageAt } from "../page-at.ts";
import { textOfSpans } from "../passage.ts";
import type { FactCandidate } from "./evaluation-facts.ts";
import { type Stretch, spansOf } from "./stretch.ts";

/** What a rule found, before it is told its page. */
export type Found<Value> = {
  readonly value: Value;
  readonly at: Stretch;
  readonly confidence: number;
  readonly reason: string;
};

/** Below it nothing is proposed: an empty field is better than a guess. */
export const confidenceThreshold = 0.5;

/**
 * Candidates in the order of their confidence, then of the text; of equal values the surest.
 *
 * @param found what the rules of one field found, in the order of the text
 */
export function candidatesOf<Value>(
  document: ReadDocument,
  points: CodePoints,
  found: readonly Found<Value>[],
): readonly FactCandidate<Value>[] {
  const best = new Map<string, Found<Value>>();
  for (const one of found) {
    if (one.confidence < confidenceThreshold || one.at.points.length === 0) continue;
    const key = keyOf(one.value);
    const known = best.get(key);
    if (known === undefined || one.confidence > known.confidence) {
      best.delete(key);
      best.set(key, one);
    }
  }
  return [...best.values()]
    .sort((a, b) => b.confidence - a.confidence || a.at.points[0]! - b.at.points[0]!)
    .map(({ value, at, confidence, reason }) => {
      const spans = spansOf(at);
      return {
        value,
        printed: textOfSpans(points.slice, spans),
        spans,
        page: pageAt(document, spans[0]![0]),
        confidence: Math.round(confidence * 100) / 100,
        reason,
      };
    });
}

/** Texts that differ in case, accents and punctuation only are one value. */
function keyOf(value: unknown): string {
  return typeof value === "string"
    ? value
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}/.-]+/gu, " ")
        .trim()
    : JSON.stringify(value);
}
