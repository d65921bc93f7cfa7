// Recommendations in paragraphs whose bullets spell them out: “The fund should open its counters to boat
// workers. To this end it should:” is the item, and the bullets are its parts.

import type { Block } from "#documents";
import type { Language } from "#kernel";
import { folded } from "./folded.ts";
import { normativeWord } from "./normative.ts";

/** Shorter ones only say who should act; the bullets say what. */
const fewestWords = 14;
/** “…should take the following steps:” leads to items. */
const following = /\b(?:following|suivante?s?|ci-apres|siguientes?|a continuacion|seguintes?|a seguir)\b/;

/**
 * Positions of paragraphs that are items themselves although bullets follow them; none unless at least two
 * paragraphs of the chapter are made so.
 *
 * @param texts positions of a chapter's paragraphs and list items
 * @param isBullet true for list items without label
 */
export function leadingParagraphs(
  texts: readonly number[],
  blocks: readonly Block[],
  language: Language | null,
  isBullet: (block: Block) => boolean,
): ReadonlySet<number> {
  const found = texts.filter((at, t) => {
    const block = blocks[at]!;
    const next = texts[t + 1];
    if (block.kind !== "paragraph" || next === undefined || !isBullet(blocks[next]!)) return false;
    const bare = folded(block.text);
    const last = bare.split(/(?<=[.!?])\s+(?=\S)/).at(-1)!;
    return (
      bare.split(/\s+/).length >= fewestWords &&
      !following.test(last) &&
      normativeWord(block.text, language) !== null
    );
  });
  return new Set(found.length >= 2 ? found : []);
}
