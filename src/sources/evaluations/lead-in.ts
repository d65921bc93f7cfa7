// The sentence before a list, and the kind it announces for the items.

import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import { itemKinds, pointsAhead } from "./kind-words.data.ts";
import { kindsNamed } from "./sections.ts";

/** Kinds whose words are common in any sentence: they must be what the sentence is about. */
const common: ReadonlySet<PassageKind> = new Set([
  "challenge",
  "success-factor",
  "what-works",
  "good-practice",
  "lesson-learned",
]);
/** What a sentence is about stands among its first words. */
const subjectWords = 9;
/** “To overcome these challenges, the project took the following steps:” announces steps. */
export const againstIt =
  /\b(?:address|addressing|mitigate|mitigating|overcome|overcoming|tackle|tackling|respond(?:ing)? to|despite|surmonter|relever|face a|faire face|malgre|superar|enfrentar|abordar|pese a|apesar|mitigar)\b/;

/**
 * The kind of item that a sentence before a list announces, or null where it points at nothing or names no
 * kind. What stands right behind “the following” counts first, then what is named first; kinds that come
 * as items go before kinds of running text.
 */
export function kindAnnounced(paragraph: string): PassageKind | null {
  const bare = folded(paragraph);
  if (!pointsAhead.test(bare)) return null;
  const sentence = bare.split(/(?<=[.!?])\s+(?=\S)/).at(-1)!;
  const following = /\bfollowing\b(.{0,60})/.exec(sentence)?.[1];
  const direct = following === undefined ? [] : kindsNamed(following);
  const named = kindsNamed(bare).filter((kind) => !common.has(kind) || isSubject(kind, sentence));
  const all = [...direct, ...named];
  return all.find((kind) => itemKinds.has(kind)) ?? all[0] ?? null;
}

function isSubject(kind: PassageKind, sentence: string): boolean {
  const start = sentence.split(/\s+/).slice(0, subjectWords).join(" ");
  return kindsNamed(start).includes(kind) && !againstIt.test(start);
}
