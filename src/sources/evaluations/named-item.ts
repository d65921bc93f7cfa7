// Items that say what they are: “Recommendation 3: …”, “Leçon apprise 2 – …”.

import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import { kindWords } from "./kind-words.data.ts";

type NamedItem = {
  readonly kind: PassageKind;
  /** The number or letter alone. */
  readonly label: string;
  /** As printed, for example `Recommendation 3.` */
  readonly printed: string;
  /** UTF-16 units of the raw text up to the item's own words. */
  readonly length: number;
};

const longestName = 60;

/**
 * The name at the start of a text, or null. A sentence that only begins so (“Recommendation 3 was not
 * followed”) is no name: a mark, the end of the line or a capital must follow. A short remark in parentheses
 * (“Recommendation 3 (high priority):”) belongs to the name.
 *
 * @param within kinds that the section announces: “Response 1” names a response only where responses are
 *   announced
 */
export function namedItem(raw: string, within: readonly PassageKind[] = []): NamedItem | null {
  const marks = /^[\s*_►▶#•-]*/u.exec(raw)?.[0].length ?? 0;
  const head = raw.slice(marks, marks + longestName);
  const bare = folded(head);
  for (const { kind, item, itemWithin } of kindWords) {
    const match = item?.exec(bare) ?? (within.includes(kind) ? itemWithin?.exec(bare) : null);
    if (!match) continue;
    const name = rawLength(head, match[0].trimEnd().length);
    const behind =
      /^\s*[*_]*\s*[.:)–—-]*\s*[*_]*\s*(?:\([^()]{1,24}\)\s*[.:–—-]*)?\s*/u.exec(
        raw.slice(marks + name),
      )?.[0] ?? "";
    const next = raw.slice(marks + name + behind.length);
    const marked = /[.:)–—-]/.test(behind) || behind.includes("\n");
    if (!marked && next !== "" && !/^[\p{Lu}"“«¿¡[]/u.test(next)) continue;
    return {
      kind,
      label: match[1]!,
      printed: raw
        .slice(marks, marks + name)
        .replace(/\s+/g, " ")
        .trim(),
      length: marks + name + behind.length,
    };
  }
  return null;
}

/** How many raw units make the first `count` folded ones; accents and double blanks make them differ. */
function rawLength(raw: string, count: number): number {
  let length = Math.min(count, raw.length);
  while (length < raw.length && folded(raw.slice(0, length)).length < count) length++;
  return length;
}
