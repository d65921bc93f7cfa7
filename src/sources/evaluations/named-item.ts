// Items that say what they are: “Recommendation 3: …”, “Leçon apprise 2 – …”, “R1. …”.

import type { PassageKind } from "#records";
import { foldedInPlace } from "./folded.ts";
import { kindWords } from "./kind-words.data.ts";

type NamedItem = {
  readonly kind: PassageKind;
  /** The number or letter alone; null for a name without one (“Good practice: …”). */
  readonly label: string | null;
  /** As printed, for example `Recommendation 3.` */
  readonly printed: string;
  /** UTF-16 units of the raw text up to the item's own words. */
  readonly length: number;
  /** UTF-16 units from the start to the end of a remark in parentheses, such as `(high priority)`. */
  readonly remark: readonly [start: number, end: number] | null;
};

const longestName = 70;
/** Numbers and ordinals in words, folded. */
export const numberWords = new Map(
  [
    ["one", "un", "une", "uno", "una", "um", "uma", "first", "premiere", "primera", "primeira"],
    ["two", "deux", "dos", "dois", "duas", "second", "deuxieme", "seconde", "segunda"],
    ["three", "trois", "tres", "third", "troisieme", "tercera", "terceira"],
    ["four", "quatre", "cuatro", "quatro", "fourth", "quatrieme", "cuarta", "quarta"],
    ["five", "cinq", "cinco", "fifth", "cinquieme", "quinta"],
    ["six", "seis", "sixth", "sixieme", "sexta"],
    ["seven", "sept", "siete", "sete", "seventh", "septieme", "septima", "setima"],
    ["eight", "huit", "ocho", "oito", "eighth", "huitieme", "octava", "oitava"],
    ["nine", "neuf", "nueve", "nove", "ninth", "neuvieme", "novena", "nona"],
    ["ten", "dix", "diez", "dez", "tenth", "dixieme", "decima"],
  ].flatMap((words, i) => words.map((word) => [word, String(i + 1)] as const)),
);
const behindName = /^\s*[*_]*\s*(?:[.:)\]–—-]+\s*)*[*_]*\s*/u;
const remarkBehind = /^[([]([^()[\]]{1,110})[)\]]\s*(?:[*_]*\s*[.:–—-]+[*_]*\s*|$|(?=\n))/u;

/**
 * The name at the start of a text, or null. A sentence that only begins so (“Recommendation 3 was not
 * followed”) is no name: a mark, the end of the line or a capital must follow. A remark in parentheses
 * (“Recommendation 3 (high priority):”) belongs to the name.
 *
 * @param within kinds that the section announces: “Response 1” names a response, and “R1” a recommendation,
 *   only where they are announced
 */
export function namedItem(raw: string, within: readonly PassageKind[] = []): NamedItem | null {
  const marks = /^[\s*_►▶#•-]*/u.exec(raw)?.[0].length ?? 0;
  const head = raw.slice(marks, marks + longestName);
  const bare = foldedInPlace(head);
  for (const { kind, item, itemWithin, bare: unnumbered } of kindWords) {
    const match =
      item?.exec(bare) ?? (within.includes(kind) ? itemWithin?.exec(bare) : null) ?? unnumbered?.exec(bare);
    if (!match) continue;
    const name = marks + match[0].trimEnd().length;
    let at = name + behindName.exec(raw.slice(name))![0].length;
    // The mark may stand before the remark, behind it, or on both sides.
    const remark = remarkBehind.exec(raw.slice(at));
    const remarkAt: readonly [number, number] | null =
      remark === null ? null : [at + 1, at + 1 + remark[1]!.length];
    const marked = /[.:)\]–—\n-]/.test(raw.slice(name, at)) || remark !== null;
    if (remark !== null) at += remark[0].length + /^\s*/.exec(raw.slice(at + remark[0].length))![0].length;
    const next = raw.slice(at);
    if (!marked && next !== "" && !/^[\p{Lu}"“«¿¡[(]/u.test(next)) continue;
    // “Recommendation A new register is needed”: a letter alone needs its mark.
    const found = match.slice(1).find((group) => group !== undefined) ?? null;
    const label = found === null ? null : (numberWords.get(found) ?? found);
    if (!marked && next !== "" && !/\d/.test(label ?? "")) continue;
    // “Recommendations:” and “Good practice:” alone announce what follows.
    if (label === null && next.trim() === "") continue;
    return {
      kind,
      label,
      printed: raw.slice(marks, name).replace(/\s+/g, " ").trim(),
      length: at,
      remark: remarkAt,
    };
  }
  return null;
}
