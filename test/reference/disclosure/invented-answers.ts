// Invented surveys with what makes tables hard to protect: sparse crosses, answers that decide other answers,
// combinations that cannot be, questions that not everybody was asked.

import { seededRandom } from "#kernel";
import type { Answers } from "./attacker.ts";

export type Shape = {
  readonly rows: number;
  readonly sizes: readonly number[];
  /** How much more common the first levels are than the last: 1 for not at all. */
  readonly slope: number;
  /** The last dimension is decided by the first. */
  readonly decided?: boolean;
  /** Levels of the first two dimensions that lie in the upper half of both do not occur together. */
  readonly impossible?: boolean;
  /** Share without an answer in the second dimension. */
  readonly silent?: number;
};

export function inventedAnswers(seed: number, shape: Shape): Answers {
  const draw = seededRandom(seed);
  const { rows, sizes, slope } = shape;
  const level = (size: number, shift: number) =>
    Math.min(size - 1, Math.floor(size * (draw() * (0.7 + 0.3 * shift)) ** slope));
  const codes = sizes.map(() => new Int32Array(rows));
  for (let row = 0; row < rows; row++) {
    const shift = draw();
    for (;;) {
      sizes.forEach((size, d) => {
        codes[d]![row] = level(size, shift);
      });
      const upper = (d: number) => codes[d]![row]! >= sizes[d]! / 2;
      if (!(shape.impossible && upper(0) && upper(1))) break;
    }
    const last = sizes.length - 1;
    if (shape.decided) codes[last]![row] = codes[0]![row]! % sizes[last]!;
    if (draw() < (shape.silent ?? 0)) codes[1]![row] = -1;
  }
  return {
    names: sizes.map((_, d) => `q${d}`),
    levels: sizes.map((size) => Array.from({ length: size }, (_, at) => `${at + 1}`)),
    codes,
    rows,
  };
}

export const shapes: Readonly<Record<string, Shape>> = {
  dense: { rows: 900, sizes: [3, 2, 3, 2], slope: 1.4 },
  sparse: { rows: 120, sizes: [4, 3, 3, 2], slope: 1.6 },
  "one answer decides another": { rows: 400, sizes: [4, 3, 2, 4], slope: 1.5, decided: true },
  "combinations that cannot be": { rows: 400, sizes: [4, 4, 2, 3], slope: 1.3, impossible: true },
  "not everybody was asked": { rows: 300, sizes: [3, 3, 3, 2], slope: 1.6, silent: 0.04 },
  "five questions": { rows: 500, sizes: [3, 3, 2, 2, 3], slope: 1.5, silent: 0.02, impossible: true },
  "two questions": { rows: 150, sizes: [5, 4], slope: 1.8 },
};
