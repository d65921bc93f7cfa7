// Texts as sparse rows of term weights (words and pairs of neighbouring words), once for a whole collection.

import { pairNumbers } from "./pair-numbers.ts";
import { wordRuns } from "./word-runs.ts";

/** Second word of a term that is one word. */
const noWord = 0xffffffff;
/** Marks the second word of a pair with one word between its two. */
const apart = 0x80000000;

export type TermChoice = {
  /** Pairs of words with one word between them are terms too. */
  readonly pairsApart: boolean;
  /** Power of the inverse frequency: below 1 rare terms weigh less. */
  readonly rarity: number;
};

/** The terms of ELAS u4. */
export const plainTerms: TermChoice = { pairsApart: false, rarity: 1 };

/**
 * Rows of length one (or nothing, for a text without terms): row `i` has the entries from `starts[i]` to
 * `starts[i + 1]`, columns ascending. Columns below `shared` are terms of two texts or more, in the order
 * in which they first come; the others stand in one text alone and tell nothing about any other.
 */
export type TermRows = {
  readonly size: number;
  readonly starts: Uint32Array;
  /** Where the terms of this text alone begin in each row. */
  readonly alone: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
  /** What the weights of each row were divided by; 0 for a text without terms. */
  readonly lengths: Float64Array;
  /** Weight of a term by the number of texts it stands in, before counts and lengths. */
  readonly rarities: Float64Array;
  readonly shared: number;
  /** Number of texts each term stands in, by column. */
  readonly frequencies: Uint32Array;
  /** First and second word of each term, by column, with marks for no second and for one apart. */
  readonly firsts: Uint32Array;
  readonly seconds: Uint32Array;
  readonly words: readonly string[];
};

/** Terms in more than this share of the texts are dropped. */
const commonest = 0.95;

/** Weight of a term by the number of texts it stands in: `ln((1 + N)/(1 + df)) + 1`. */
export const inverseFrequency = (texts: number, frequency: number): number =>
  Math.log((1 + texts) / (1 + frequency)) + 1;

/** Growing lists of terms and of how often each stands there, without a box around each number. */
function growingEntries(first: number) {
  let terms = new Uint32Array(first);
  let counts = new Uint16Array(first);
  return {
    /** Both lists, with room up to `size`. */
    upTo(size: number) {
      if (size > terms.length) {
        const length = Math.max(size, Math.ceil(terms.length * 1.3));
        terms = new Uint32Array(terms.buffer.transfer(4 * length));
        counts = new Uint16Array(counts.buffer.transfer(2 * length));
      }
      return { terms, counts };
    },
  };
}

/** What the list of counts can hold; a word that often in one record is no record. */
const mostCounted = 0xffff;

/**
 * Texts as rows of term weights, in which the product of two rows says how much the texts share.
 *
 * Terms are words (`wordRuns`) and pairs of neighbouring words; those in more than 95 % of the texts are
 * dropped. Weight of a term that stands `c` times in a text and in `df` of the `N` texts:
 * `(1 + ln c) · (ln((1 + N)/(1 + df)) + 1)`; each row is then divided by its Euclidean length.
 *
 * Of other choices, `rarity` raises the second factor to a power, and `pairsApart` adds pairs of words with one
 * word between them.
 *
 * The order of columns carries no meaning; `sortedColumns` gives the order of the reference, by code point.
 * Cost: one pass over the words; twelve bytes an entry afterwards.
 *
 * @param texts one for each record, empty where nothing is known; all records, labelled or not
 * @param choice which terms, and how much rare ones weigh; that of ELAS u4 unless given
 * @returns the rows; labels play no part in them, so they are made once
 * @limits Weights depend on the collection: rows of two collections cannot be compared.
 * @source the vectoriser of ELAS u4 (ASReview 3.0.5): TfidfVectorizer of scikit-learn, 1- and 2-grams,
 *   sublinear counts, max_df 0.95
 * @example
 * termRows(["sick leave", "sick pay", "old age"]).shared // => 1
 */
export function termRows(texts: readonly string[], choice: TermChoice = plainTerms): TermRows {
  const wordNumbers = new Map<string, number>();
  const numbers = pairNumbers(texts.length * 60);
  const entries = growingEntries(texts.length * 150 + 16);
  const ends = new Uint32Array(texts.length);
  let found = new Uint32Array(1024);
  let size = 0;
  for (const [i, text] of texts.entries()) {
    const words = wordRuns(text);
    if (words.length * 3 > found.length) found = new Uint32Array(words.length * 6);
    let n = 0;
    let before = noWord;
    let earlier = noWord;
    for (const word of words) {
      let number = wordNumbers.get(word);
      if (number === undefined) {
        number = wordNumbers.size;
        wordNumbers.set(word, number);
      }
      found[n++] = numbers.numberOf(number, noWord);
      if (before !== noWord) found[n++] = numbers.numberOf(before, number);
      if (choice.pairsApart && earlier !== noWord)
        found[n++] = numbers.numberOf(earlier, (number | apart) >>> 0);
      earlier = before;
      before = number;
    }
    const { terms, counts } = entries.upTo(size + n);
    let last = -1;
    for (const term of found.subarray(0, n).sort()) {
      if (term === last) counts[size - 1] = Math.min(counts[size - 1]! + 1, mostCounted);
      else {
        terms[size] = last = term;
        counts[size++] = 1;
      }
    }
    ends[i] = size;
  }
  const { firsts, seconds } = numbers.pairs();
  const { terms, counts } = entries.upTo(size);
  return weighed(terms, counts, ends, firsts, seconds, [...wordNumbers.keys()], choice.rarity);
}

/** Drops the commonest terms, numbers the others with the shared ones first, and weighs them. */
function weighed(
  entries: Uint32Array,
  counts: Uint16Array,
  ends: Uint32Array,
  firsts: Uint32Array,
  seconds: Uint32Array,
  words: readonly string[],
  rarity: number,
): TermRows {
  const size = ends.length;
  const total = ends[size - 1] ?? 0;
  const documentFrequency = new Uint32Array(firsts.length);
  for (let k = 0; k < total; k++) documentFrequency[entries[k]!]!++;
  const most = commonest * size;
  const columnOf = new Uint32Array(firsts.length).fill(noWord);
  let columns = 0;
  let kept = 0;
  let shared = 0;
  for (const isShared of [true, false]) {
    for (let term = 0; term < firsts.length; term++) {
      const df = documentFrequency[term]!;
      if (df > most || df > 1 !== isShared) continue;
      columnOf[term] = columns++;
      kept += df;
    }
    if (isShared) shared = columns;
  }
  const inOrder = (list: Uint32Array) => {
    const sorted = new Uint32Array(columns);
    for (let term = 0; term < list.length; term++)
      if (columnOf[term] !== noWord) sorted[columnOf[term]!] = list[term]!;
    return sorted;
  };
  const frequencies = inOrder(documentFrequency);
  const rarities = new Float64Array(size + 1);
  for (let df = 1; df <= size; df++) rarities[df] = inverseFrequency(size, df) ** rarity;
  const rows = {
    starts: new Uint32Array(size + 1),
    alone: new Uint32Array(size),
    columns: new Uint32Array(kept),
    values: new Float64Array(kept),
    lengths: new Float64Array(size),
  };
  let at = 0;
  for (let i = 0; i < size; i++) {
    const [begin, end] = [i === 0 ? 0 : ends[i - 1]!, ends[i]!];
    rows.starts[i] = at;
    let squares = 0;
    for (const isShared of [true, false]) {
      for (let k = begin; k < end; k++) {
        const column = columnOf[entries[k]!]!;
        if (column === noWord || column < shared !== isShared) continue;
        const value = (1 + Math.log(counts[k]!)) * rarities[frequencies[column]!]!;
        rows.columns[at] = column;
        rows.values[at++] = value;
        squares += value * value;
      }
      if (isShared) rows.alone[i] = at;
    }
    const length = Math.sqrt(squares);
    rows.lengths[i] = length;
    for (let k = rows.starts[i]!; k < at; k++) rows.values[k]! /= length;
  }
  rows.starts[size] = at;
  const [first, second] = [inOrder(firsts), inOrder(seconds)];
  return { size, ...rows, rarities, shared, frequencies, firsts: first, seconds: second, words };
}

/**
 * A term as it reads: its word, its two words with a blank, or with dots for the word between them.
 *
 * @param rows of `termRows`
 * @param column number of the term
 * @returns the words
 * @limits No term has a column at or above the length of `rows.frequencies`.
 * @example
 * termText(termRows(["sick leave", "sick leave pay", "old age"]), 1) // => "leave"
 */
export function termText(rows: TermRows, column: number): string {
  const first = rows.words[rows.firsts[column]!]!;
  const second = rows.seconds[column]!;
  if (second === noWord) return first;
  return second >= apart ? `${first} … ${rows.words[second - apart]!}` : `${first} ${rows.words[second]!}`;
}

/** Texts by code point; the plain order of strings is by UTF-16 unit and differs beyond U+FFFF. */
function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let k = 0; k < left.length && k < right.length; k++) {
    const difference = left[k]!.codePointAt(0)! - right[k]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/**
 * The columns in the order of the reference vocabulary: terms sorted by code point.
 *
 * A blank sorts before every letter, so the order of terms is that of their first words, then the word alone
 * before its pairs, then the second words.
 *
 * @param rows of `termRows`
 * @returns column numbers, each once
 * @limits For comparing with other programs; nothing in a ranking depends on it.
 * @example
 * [...sortedColumns(termRows(["pay sick", "sick", "old"]))] // => [3, 1, 2, 0]
 */
export function sortedColumns(rows: TermRows): Uint32Array {
  const rank = new Float64Array(rows.words.length);
  [...rows.words.keys()]
    .sort((a, b) => byCodePoint(rows.words[a]!, rows.words[b]!))
    .forEach((word, place) => {
      rank[word] = place + 1;
    });
  const key = Float64Array.from(
    rows.firsts,
    (first, c) =>
      rank[first]! * (rows.words.length + 2) + (rows.seconds[c] === noWord ? 0 : rank[rows.seconds[c]!]!),
  );
  return Uint32Array.from(key.keys()).sort((a, b) => key[a]! - key[b]!);
}
