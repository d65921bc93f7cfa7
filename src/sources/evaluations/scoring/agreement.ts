// How well a passage found and a passage expected agree, by place and by words. Decides nothing.

import type { Span } from "#kernel";
import type { PassageKind } from "#records";
import type { ExpectedPassage } from "./labelled-set.ts";
import { commonSpans, type Letters, lettersIn, lettersOf, placesOf } from "./letters.ts";

/** What of a passage is scored: `Passage` of the reader, or one read back from its JSON. */
export type FoundPassage = {
  readonly kind: PassageKind;
  readonly label: string | null;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
  /** Other places where the reader saw the same; each is as good as the first. */
  readonly alsoAt?: readonly { readonly spans: readonly Span[] }[];
};

/** One right extent of an expected passage: its words, and all places where they stand. */
type Reading = { readonly tokens: Tokens; readonly places: readonly (readonly Span[])[] };
type Tokens = { readonly counts: ReadonlyMap<string, number>; readonly size: number };

export type Wanted = ExpectedPassage & {
  readonly readings: readonly Reading[];
  /** Whether its own words (not those of `also`) stand in the document. */
  readonly located: boolean;
};
export type Given = FoundPassage & { readonly tokens: Tokens };

export function wantedOf(passage: ExpectedPassage, document: Letters): Wanted {
  const readings = [passage.text, ...(passage.also ?? [])].map((text) => ({
    tokens: tokensOf(text),
    places: placesOf(document, text),
  }));
  return { ...passage, readings, located: readings[0]!.places.length > 0 };
}

export const givenOf = (passage: FoundPassage): Given => ({ ...passage, tokens: tokensOf(passage.text) });

export type Agreement = {
  /** Jaccard index of letters and digits at the best place; the words' similarity where no place is known. */
  readonly overlap: number;
  /** Dice index of the words, with their counts. */
  readonly similarity: number;
  /** Share of the found one that lies in the expected one, at the best place. */
  readonly inside: number;
  /** Share of the expected one that the found one covers, at the best place. */
  readonly covered: number;
};

export function agreement(wanted: Wanted, given: Given, document: Letters): Agreement {
  const places = [given.spans, ...(given.alsoAt ?? []).map(({ spans }) => spans)];
  const sizes = places.map((spans) => lettersIn(document, spans));
  let overlap = 0;
  let similarity = 0;
  let inside = 0;
  let covered = 0;
  for (const reading of wanted.readings) {
    similarity = Math.max(similarity, dice(reading.tokens, given.tokens));
    for (const place of reading.places) {
      const length = lettersIn(document, place);
      for (const [i, spans] of places.entries()) {
        const common = lettersIn(document, commonSpans(place, spans));
        if (common === 0) continue;
        overlap = Math.max(overlap, common / (length + sizes[i]! - common));
        inside = Math.max(inside, common / sizes[i]!);
        covered = Math.max(covered, common / length);
      }
    }
  }
  const known = wanted.readings.some(({ places }) => places.length > 0);
  return { overlap: known ? overlap : similarity, similarity, inside, covered };
}

function tokensOf(text: string): Tokens {
  const counts = new Map<string, number>();
  let size = 0;
  for (const [token] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(token, (counts.get(token) ?? 0) + 1);
    size++;
  }
  return { counts, size };
}

function dice(a: Tokens, b: Tokens): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const [token, count] of a.counts) common += Math.min(count, b.counts.get(token) ?? 0);
  return (2 * common) / (a.size + b.size);
}

/** The letters of a document's text, on which all agreement is counted. */
export const documentLetters = (text: string): Letters => lettersOf(text);
