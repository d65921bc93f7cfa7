import type { MissingReason } from "#kernel";
import { missingWords } from "./missing-words.data.ts";

const reasonByWords: ReadonlyMap<string, MissingReason> = new Map(
  Object.entries(missingWords).flatMap(([reason, words]) =>
    words.map((each) => [each, reason as MissingReason] as const),
  ),
);

/** No label of a category is longer that says there is no answer. */
const longest = 80;

/** Without accents and case; apostrophes go, other signs become blanks. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}|['’`´]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Why there is no answer, where a label says that and nothing else; `null` where it names an answer. Two
 * reasons in one label ("Don't know / refused") leave open which it was: `not-stated`.
 *
 * Understood in English, French, Spanish and Portuguese, without regard to case and accents, with the code
 * before it ("99 Don't know") and remarks in parentheses behind it.
 *
 * @limits Whole labels only: "Does not know how to read" and "Not applicable law" are answers.
 */
export function missingMeaning(label: string): MissingReason | null {
  if (label.length > longest) return null;
  const bare = label.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ").replace(/^\s*-?\d+\s*[-.:=)]*\s*/, "");
  const whole = reasonByWords.get(folded(bare));
  if (whole !== undefined) return whole;
  const parts = bare.split(/\s*[/,;]\s*|\s+(?:or|ou|o|and|et|y|e)\s+/i).map(folded);
  const reasons = new Set(parts.map((part) => reasonByWords.get(part)));
  if (reasons.has(undefined)) return null;
  const [only] = reasons;
  return reasons.size === 1 && only !== undefined ? only : "not-stated";
}
