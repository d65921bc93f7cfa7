// The labelled rows alone, packed closely: what a solver walks over many times.

import type { TermRows } from "./term-rows.ts";

export type LabelledRows = {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
  /** Number of terms that two labelled rows or more have. */
  readonly width: number;
  /** Square of what each row shares with no other labelled row. */
  readonly own: Float64Array;
  /** Square of each row. */
  readonly squares: Float64Array;
};

/**
 * Rows with only the terms that at least two of them have, numbered anew. A term of one labelled row meets no
 * other in any product, so only its square is kept.
 */
export function labelledRows(
  { starts, alone, columns, values, shared }: TermRows,
  labelled: Uint32Array,
): LabelledRows {
  // One byte a term keeps the first pass in the cache of the processor.
  const times = new Uint8Array(shared);
  let kept = 0;
  for (const row of labelled) {
    for (let k = starts[row]!, end = alone[row]!; k < end; k++) {
      const column = columns[k]!;
      const before = times[column]!;
      if (before < 2) times[column] = before + 1;
      kept += before === 1 ? 2 : before === 2 ? 1 : 0;
    }
  }
  const numbers = new Uint32Array(shared);
  let width = 0;
  for (let column = 0; column < shared; column++) if (times[column] === 2) numbers[column] = ++width;
  const n = labelled.length;
  const packed = {
    starts: new Uint32Array(n + 1),
    columns: new Uint32Array(kept),
    values: new Float64Array(kept),
    own: new Float64Array(n),
    squares: new Float64Array(n),
  };
  let at = 0;
  for (let i = 0; i < n; i++) {
    const row = labelled[i]!;
    let own = 0;
    let square = 0;
    for (let k = starts[row]!, end = alone[row]!; k < end; k++) {
      const value = values[k]!;
      const number = numbers[columns[k]!]!;
      square += value * value;
      if (number === 0) own += value * value;
      else {
        packed.columns[at] = number - 1;
        packed.values[at++] = value;
      }
    }
    for (let k = alone[row]!; k < starts[row + 1]!; k++) {
      own += values[k]! * values[k]!;
      square += values[k]! * values[k]!;
    }
    packed.own[i] = own;
    packed.squares[i] = square;
    packed.starts[i + 1] = at;
  }
  return { ...packed, width };
}
