// The sentence before a list, and the kind it announces for the items.

import { folded } from "./folded.ts";
import { itemKinds, pointsAhead } from "./kind-words.data.ts";
import type { PassageKind } from "./passage.ts";
import { kindsNamed } from "./sections.ts";

/**
 * The kind of item that a sentence before a list announces, or null where it points at nothing or names no
 * kind. What stands right behind “the following” counts first, then what is named first; kinds that come
 * as items go before kinds of running text.
 */
export function kindAnnounced(sentence: string): PassageKind | null {
  const bare = folded(sentence);
  if (!pointsAhead.test(bare)) return null;
  const following = /\b(?:the following|les|las|los|as|os)?\s*(?:following)\b(.{0,60})/.exec(bare)?.[1];
  const direct = following === undefined ? [] : kindsNamed(following);
  const named = [...direct, ...kindsNamed(sentence)];
  return named.find((kind) => itemKinds.has(kind)) ?? named[0] ?? null;
}
