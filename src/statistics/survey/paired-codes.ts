import type { Codes } from "./survey-table.ts";

/** Pairs of codes numbered from 0 in ascending order of the first, then of the second. */
export type PairedCodes = Codes & {
  /** First code of each pair. */
  readonly first: Int32Array;
  /** Second code of each pair. */
  readonly second: Int32Array;
};

/**
 * The distinct pairs of two columns of codes, numbered from 0 in ascending order; a row with a negative code
 * in either has −1.
 *
 * Meaning: units numbered so lie together by the group they are in, which lets sums over groups run in one
 * sweep.
 *
 * Cost: two passes over the rows with a table of all pairs while that is small beside the rows, else two
 * counting sorts.
 */
export function pairedCodes(a: Codes, b: Codes): PairedCodes {
  const { codes: ofA } = a;
  const { codes: ofB, count: countOfB } = b;
  const rows = ofA.length;
  const codes = new Int32Array(rows);
  const first: number[] = [];
  const second: number[] = [];
  if (a.count * countOfB <= 4 * rows + 65_536) {
    const numberOf = new Int32Array(a.count * countOfB);
    for (let row = 0; row < rows; row++) {
      const x = ofA[row]!;
      const y = ofB[row]!;
      const pair = x < 0 || y < 0 ? -1 : x * countOfB + y;
      codes[row] = pair;
      if (pair >= 0) numberOf[pair] = 1;
    }
    for (let pair = 0; pair < numberOf.length; pair++)
      if (numberOf[pair] === 1) {
        numberOf[pair] = first.push(Math.floor(pair / countOfB)) - 1;
        second.push(pair % countOfB);
      }
    for (let row = 0; row < rows; row++) {
      const pair = codes[row]!;
      if (pair >= 0) codes[row] = numberOf[pair]!;
    }
  } else {
    codes.fill(-1);
    let pair = -1;
    for (const row of sortedBy(a, sortedBy(b, null))) {
      const x = ofA[row]!;
      const y = ofB[row]!;
      if (pair < 0 || first[pair] !== x || second[pair] !== y) {
        pair = first.push(x) - 1;
        second.push(y);
      }
      codes[row] = pair;
    }
  }
  return { codes, count: first.length, first: Int32Array.from(first), second: Int32Array.from(second) };
}

/** Rows with a code, in ascending order of it; rows of one code keep the order given. */
function sortedBy({ codes, count }: Codes, order: Int32Array | null): Int32Array {
  const place = new Int32Array(count + 1);
  const rows = order?.length ?? codes.length;
  for (let at = 0; at < rows; at++) {
    const code = codes[order === null ? at : order[at]!]!;
    if (code >= 0) place[code + 1]! += 1;
  }
  for (let code = 0; code < count; code++) place[code + 1]! += place[code]!;
  const sorted = new Int32Array(place[count]!);
  for (let at = 0; at < rows; at++) {
    const row = order === null ? at : order[at]!;
    const code = codes[row]!;
    if (code >= 0) sorted[place[code]!++] = row;
  }
  return sorted;
}
