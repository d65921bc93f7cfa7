// How two titles differ, word by word: the same, misspelt, shortened, or about something else.

import type { PreparedReference } from "./reference.ts";
import { opposedBeginnings, romanNumbers, smallWords } from "./title-words.data.ts";

export type TitleComparison = {
  /**
   * `same`: the same words in any order; `misspelt`: all words meet but for slips; `shortened`: one is the
   * beginning of the other or what stands behind its colon; `reworded`: some words differ; `different`: most do.
   */
  readonly kind: "same" | "misspelt" | "shortened" | "reworded" | "different";
  /** Letters of words that meet, as a share of all; 1 for the same words. */
  readonly likeness: number;
  /** Letters that meet: how much the likeness rests upon. */
  readonly letters: number;
  /** Words with a meaning in place of which the other title has another one. */
  readonly changed: number;
  /** Words with a meaning that only the longer one has. */
  readonly added: number;
  /** Each has a number that the other has not: parts of a series, years of an annual report. */
  readonly hasOtherNumbers: boolean;
};

const isNumber = (word: string): boolean => /\d/.test(word) || romanNumbers.has(word);

const lettersOf = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length, 0);

/** Words of one list that are not in the other, each as often as it stands there more. */
function surplus(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    return left === 0;
  });
}

/** Slips of the pen between two words, letters swapped counting as one; more than `most` is `most + 1`. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** "hypertension" and "hypotension" are no slip. */
const areOpposed = (a: string, b: string): boolean =>
  opposedBeginnings.some(([one, other]) => {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      if (x.startsWith(one) && y.startsWith(other) && x.slice(one.length) === y.slice(other.length))
        return true;
    return false;
  });

/** Whether one word is the other with a slip: one in a short word, two in a long one, none in a number. */
export function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4 || isNumber(a) || isNumber(b)) return false;
  const most = shorter >= 8 ? 2 : 1;
  // Forms of one word (plural, adjective) are told in titles of their own.
  return slips(a, b, most) <= most && !areOpposed(a, b);
}

/** Pairs off words that differ by a slip, or by a blank in them; what remains stays in the lists. */
function pairOff(left: string[], right: string[]): number {
  let letters = 0;
  for (let i = left.length - 1; i >= 0; i--) {
    const at = right.findIndex((word) => isSlip(left[i]!, word));
    if (at === -1) continue;
    letters += Math.min(left[i]!.length, right[at]!.length);
    left.splice(i, 1);
    right.splice(at, 1);
  }
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    // "health care" and "healthcare"
    for (let i = one.length - 2; i >= 0; i--) {
      const at = other.indexOf(one[i]! + one[i + 1]!);
      if (at === -1) continue;
      letters += other[at]!.length;
      one.splice(i, 2);
      other.splice(at, 1);
    }
  }
  return letters;
}

const shortestStretch = 24;
/** Below this share of letters in words that meet exactly, slips make no difference. */
const leastExact = 0.35;

export function compareTitles(a: PreparedReference, b: PreparedReference): TitleComparison {
  const all = lettersOf(a.words) + lettersOf(b.words);
  if (a.title === b.title)
    return { kind: "same", likeness: 1, letters: all / 2, changed: 0, added: 0, hasOtherNumbers: false };
  const left = surplus(a.words, b.words);
  const right = surplus(b.words, a.words);
  let letters = lettersOf(a.words) - lettersOf(left);
  const hasOtherNumbers = otherNumbers(left, right, a, b);
  if (left.length === 0 && right.length === 0)
    return { kind: "same", likeness: 1, letters, changed: 0, added: 0, hasOtherNumbers };
  const shorter = Math.min(a.title.length, b.title.length);
  if (letters < leastExact * shorter)
    return {
      kind: "different",
      likeness: (2 * letters) / all,
      letters,
      changed: 1,
      added: 0,
      hasOtherNumbers,
    };
  letters += pairOff(left, right);
  const meaning = (words: readonly string[]) => words.filter((word) => !smallWords.has(word));
  const [mine, yours] = [meaning(left), meaning(right)];
  const likeness = Math.min(1, (2 * letters) / all);
  const [changed, added] = [Math.min(mine.length, yours.length), Math.max(mine.length, yours.length)];
  const result = { likeness, letters, hasOtherNumbers };
  if (added === 0) return { kind: "misspelt", ...result, changed: 0, added: 0 };
  const isSubset = changed === 0 || isBroken(mine, yours) || isBroken(yours, mine);
  if (isSubset && shorter >= shortestStretch && isStretch(a, b))
    return { kind: "shortened", ...result, changed: 0, added };
  return { kind: letters >= 0.75 * shorter ? "reworded" : "different", ...result, changed, added };
}

/** Whether the shorter title is the beginning of the longer, or what stands behind its colon. */
function isStretch(a: PreparedReference, b: PreparedReference): boolean {
  const [short, long] = a.title.length <= b.title.length ? [a, b] : [b, a];
  const meets = (words: readonly string[]) =>
    short.words.every((word, i) => {
      const other = words[i];
      if (other === undefined) return false;
      const isLast = i === short.words.length - 1;
      return word === other || isSlip(word, other) || (isLast && isBroken([word], [other]));
    });
  if (meets(long.words)) return true;
  // A slip that parts a word or joins two moves all words behind it: letters tell as well.
  if (slips(short.title, long.title.slice(0, short.title.length), 3) <= 3) return true;
  const colon = /[:.?!\u2013\u2014]\s|\s[-\u2013\u2014]\s/g;
  for (const mark of long.printed.matchAll(colon)) {
    const behind = long.printed.slice(mark.index + 1).match(/[\p{L}\p{N}]+/gu) ?? [];
    if (behind.length >= short.words.length && meets(behind)) return true;
  }
  return false;
}

/** The last word of a title that was cut in its middle is the beginning of a word of the other. */
const isBroken = ([cut = "", ...more]: readonly string[], whole: readonly string[]): boolean =>
  cut !== "" &&
  more.length === 0 &&
  whole.some(
    (word) => word.startsWith(cut) || (cut.length > 4 && slips(cut, word.slice(0, cut.length), 2) <= 2),
  );

/** A number on each side that the other lacks; or on one side, where the rest of the titles is the same. */
function otherNumbers(
  left: readonly string[],
  right: readonly string[],
  a: PreparedReference,
  b: PreparedReference,
): boolean {
  const among = (words: readonly string[], others: readonly string[]) =>
    // An "i" may be the beginning of a word that was cut.
    words.filter(
      (word) => isNumber(word) && !others.some((other) => other !== word && other.startsWith(word)),
    );
  const [mine, yours] = [among(left, right), among(right, left)];
  if (mine.length > 0 && yours.length > 0) return true;
  if (mine.length === 0 && yours.length === 0) return false;
  // "Title" and "Title II": nothing else is there to have been cut away.
  const isBare = [...mine, ...yours].every((word) => !/\d/.test(word) || /^\d+$/.test(word));
  return isBare && Math.abs(a.title.length - b.title.length) <= 12 && left.length + right.length <= 2;
}
