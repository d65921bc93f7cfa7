// Why a passage was missed, or found where none is: told from what stands at its place.

import type { PassageKind } from "#records";
import type { Agreement } from "./agreement.ts";

/** The causes in words; the keys are what a score lists. */
export const failureCauses = {
  "wrong-kind": "Found at that place, but as another kind.",
  split: "One passage of the document was cut into several.",
  joined: "Several passages of the document were taken as one, or more than the passage was taken.",
  partial: "The place is right, but less than half of the words agree.",
  repeated: "The passage was found already; this is one of its repeats or a second find.",
  "not-found": "Nothing was found at that place.",
  "not-labelled": "Found where the labels have nothing.",
} as const;
export type FailureCause = keyof typeof failureCauses;

export type Neighbour = Agreement & { readonly sameKind: boolean; readonly kind: PassageKind };
export type Cause = { readonly cause: FailureCause; readonly otherKind?: PassageKind };

/** From here on a pair says the same. */
export const enough = 0.5;
const nearlyAll = 0.8;

export const saysTheSame = (pair: Agreement): boolean => pair.overlap >= enough || pair.similarity >= enough;

/** @param found every passage found in the document, as it agrees with the missed one */
export function causeOfMiss(found: readonly Neighbour[]): Cause {
  const other = found.find((pair) => !pair.sameKind && saysTheSame(pair));
  if (other !== undefined) return { cause: "wrong-kind", otherKind: other.kind };
  const same = found.filter(({ sameKind, covered, inside }) => sameKind && (covered > 0 || inside > 0));
  if (same.some(({ covered }) => covered >= nearlyAll)) return { cause: "joined" };
  if (same.filter(({ inside }) => inside >= nearlyAll).length > 1) return { cause: "split" };
  if (same.length > 0) return { cause: "partial" };
  const around = found.find(({ covered, inside }) => covered >= nearlyAll || inside >= nearlyAll);
  return around === undefined ? { cause: "not-found" } : { cause: "wrong-kind", otherKind: around.kind };
}

/** @param expected every passage expected of the document, as it agrees with the false one */
export function causeOfFalse(expected: readonly (Neighbour & { readonly matched: boolean })[]): Cause {
  if (expected.some((pair) => pair.sameKind && pair.matched && saysTheSame(pair)))
    return { cause: "repeated" };
  const other = expected.find((pair) => !pair.sameKind && saysTheSame(pair));
  if (other !== undefined) return { cause: "wrong-kind", otherKind: other.kind };
  const same = expected.filter(({ sameKind, covered, inside }) => sameKind && (covered > 0 || inside > 0));
  if (same.some(({ inside }) => inside >= nearlyAll)) return { cause: "split" };
  if (same.some(({ covered }) => covered >= nearlyAll)) return { cause: "joined" };
  if (same.length > 0) return { cause: "partial" };
  const around = expected.find(({ covered, inside }) => covered >= nearlyAll || inside >= nearlyAll);
  return around === undefined ? { cause: "not-labelled" } : { cause: "wrong-kind", otherKind: around.kind };
}
