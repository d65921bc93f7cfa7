// The labelled rows, packed closely: what a solver walks over many times. They stay from fit to fit, since a
// judgement adds one row to thousands.

import type { TermRows } from "./term-rows.ts";

/** Entries of rows, each row in one piece: those of row `i` of a list lie from `begins[i]` to `ends[i]`. */
type Pieces = { readonly begins: Uint32Array; readonly ends: Uint32Array; readonly columns: Uint32Array };

export type LabelledRows = {
  /** Places in the list of labelled rows, in the order in which their entries lie in memory. */
  readonly sequence: Uint32Array;
  /** Terms that stand once in a row: nine in ten, and a number each is all there is to read. */
  readonly once: Pieces;
  /** Terms that stand there more often, and how much more they count for it. */
  readonly more: Pieces & { readonly times: Float64Array };
  /** What all weights of a row are divided by. */
  readonly lengths: Float64Array;
  /** Number of terms known so far; for each, its weight in a text and its column in all rows. */
  readonly width: number;
  readonly termWeights: Float64Array;
  readonly originals: Uint32Array;
  /** Square of what each row shares with no other, and of the whole row. */
  readonly own: Float64Array;
  readonly squares: Float64Array;
};

/** Growing list of columns, and of numbers beside them where they are wanted. */
function growingPieces(rows: number) {
  const [begins, ends] = [new Uint32Array(rows), new Uint32Array(rows)];
  let columns = new Uint32Array(0);
  return {
    begins,
    ends,
    upTo(size: number): Uint32Array {
      if (size > columns.length)
        columns = new Uint32Array(
          columns.buffer.transfer(4 * Math.max(size, Math.ceil(columns.length * 1.25))),
        );
      return columns;
    },
    of: (labelled: Uint32Array): Pieces => ({
      begins: labelled.map((row) => begins[row]!),
      ends: labelled.map((row) => ends[row]!),
      columns,
    }),
  };
}

/**
 * A store of packed rows: a row is packed when it is first labelled and stays, so that asking again after one
 * more judgement costs one row. New numbers for the terms, in the order in which labelled rows bring them, keep
 * the sums of a few rows in the cache of the processor, however many terms the collection has.
 *
 * An entry of a row is `times · weight of the term / length of the row`, and `times` is mostly 1: apart from the
 * columns, there is little to keep.
 *
 * @param rows all rows
 * @returns a function that gives the rows with these numbers, packing those that are new
 */
export function packedRows(rows: TermRows): (labelled: Uint32Array) => LabelledRows {
  const once = growingPieces(rows.size);
  const more = growingPieces(rows.size);
  const turns = new Int32Array(rows.size).fill(-1);
  const own = new Float64Array(rows.size);
  const squares = new Float64Array(rows.size);
  const numbers = new Uint32Array(rows.shared);
  const originals = new Uint32Array(rows.shared);
  const termWeights = new Float64Array(rows.shared);
  let times = new Float64Array(0);
  let [packed, width, onceSize, moreSize] = [0, 0, 0, 0];

  const pack = (row: number) => {
    const [start, alone, end] = [rows.starts[row]!, rows.alone[row]!, rows.starts[row + 1]!];
    const length = rows.lengths[row]!;
    const onceColumns = once.upTo(onceSize + alone - start);
    const moreColumns = more.upTo(moreSize + alone - start);
    if (times.length < moreColumns.length)
      times = new Float64Array(times.buffer.transfer(8 * moreColumns.length));
    once.begins[row] = onceSize;
    more.begins[row] = moreSize;
    for (let k = start; k < alone; k++) {
      const column = rows.columns[k]!;
      const value = rows.values[k]!;
      const weight = rows.rarities[rows.frequencies[column]!]!;
      let number = numbers[column]!;
      if (number === 0) {
        originals[width] = column;
        termWeights[width] = weight;
        numbers[column] = number = ++width;
      }
      if (value === weight / length) onceColumns[onceSize++] = number - 1;
      else {
        moreColumns[moreSize] = number - 1;
        times[moreSize++] = (value * length) / weight;
      }
      squares[row]! += value * value;
    }
    for (let k = alone; k < end; k++) own[row]! += rows.values[k]! ** 2;
    squares[row]! += own[row]!;
    once.ends[row] = onceSize;
    more.ends[row] = moreSize;
    turns[row] = packed++;
  };

  return (labelled) => {
    for (const row of labelled) if (turns[row] === -1) pack(row);
    const places = new Int32Array(packed).fill(-1);
    labelled.forEach((row, i) => {
      places[turns[row]!] = i;
    });
    return {
      sequence: Uint32Array.from(places.filter((place) => place !== -1)),
      once: once.of(labelled),
      more: { ...more.of(labelled), times },
      lengths: Float64Array.from(labelled, (row) => rows.lengths[row]!),
      width,
      termWeights,
      originals,
      own: Float64Array.from(labelled, (row) => own[row]!),
      squares: Float64Array.from(labelled, (row) => squares[row]!),
    };
  };
}
