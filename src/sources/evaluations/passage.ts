// The shape of what a reader of evaluation reports hands on: passages by kind, each with its exact place.

import type { Problem, Span } from "#kernel";
import type { PassageKind } from "#records";
import type { PassageFields } from "./passage-fields.ts";

export { passageId } from "#records";

export type Passage = {
  readonly kind: PassageKind;
  /** Normalised: `(a)`, `1`, `E2`; null for bullets and running text. */
  readonly label: string | null;
  readonly printedLabel: string | null;
  /** Number of the printed paragraph it stands in. */
  readonly paragraph: string | null;
  /** The heading above, with its number. */
  readonly heading: string | null;
  /** The slices of the spans joined by one blank, exactly as they stand. */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
  /** 0 to 1: how sure the rule is that fired, not a measured probability. */
  readonly confidence: number;
  /** The rule that fired, in words for the reader. */
  readonly reason: string;
  /** Other places of the same report that say the same (summary, response table). */
  readonly alsoAt?: readonly { readonly spans: readonly Span[]; readonly page: number | null }[];
  /** What the structure around it says: addressees, priority, verdict, actions, fields of templates. */
  readonly fields?: PassageFields;
};

export type EvaluationReading = {
  readonly passages: readonly Passage[];
  readonly warnings: readonly Problem[];
};

/** A document's slices of spans, joined by one blank. */
export function textOfSpans(slice: (start: number, end: number) => string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => slice(start, end)).join(" ");
}
