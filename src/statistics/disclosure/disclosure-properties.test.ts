// What must hold of every pattern, whatever the rows: shown with plain elimination over all respondents there could
// be, which shares nothing with the code that finds the pattern.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#kernel";
import { protectTables, protectWithoutComplements } from "./protect-tables.ts";
import { type Protection, stateOfCells } from "./protection.ts";

type Survey = {
  readonly sizes: readonly number[];
  readonly rows: readonly (readonly number[])[];
  /** Whether a row has a value of the quantity. */
  readonly valued: readonly boolean[];
};

const surveys = fc
  .record({
    sizes: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 4 }),
    rows: fc.integer({ min: 4, max: 160 }),
    seed: fc.integer(),
    lacking: fc.constantFrom(0, 0.05, 0.3),
    decided: fc.boolean(),
  })
  .map(({ sizes, rows, seed, lacking, decided }): Survey => {
    const draw = seededRandom(seed);
    const made = Array.from({ length: rows }, () => {
      const row = sizes.map((size) => Math.floor(size * draw() ** 1.7));
      if (decided) row[sizes.length - 1] = Math.min(row[0]!, sizes.at(-1)! - 1);
      return row;
    });
    // Lacking only among those whose first answer is the first: elsewhere nobody lacks a value.
    return { sizes, rows: made, valued: made.map((row) => row[0] !== 0 || draw() >= lacking) };
  });

const requestOf = ({ sizes, rows, valued }: Survey) => ({
  rows: rows.length,
  dimensions: sizes.map((size, d) => ({
    name: `q${d}`,
    levels: Array.from({ length: size }, (_, at) => `${at}`),
  })),
  codes: sizes.map((_, d) => Int32Array.from(rows, (row) => row[d]!)),
  measured: [{ name: "y", values: Float64Array.from(valued, (has) => (has ? 1 : Number.NaN)) }],
  minimumCases: 4,
  order: 3,
  seed: 1,
});

/** All cells as vectors over the respondents there could be: those in no cell said to be empty. */
function cellsOf({ sizes, rows, valued }: Survey, protection: Protection) {
  const stateOf = stateOfCells(protection);
  let kinds: (readonly number[])[] = [[]];
  for (const size of [...sizes, 2])
    kinds = kinds.flatMap((kind) => Array.from({ length: size }, (_, at) => [...kind, at]));
  const last = sizes.length;
  const cells = [null, "y"].flatMap((measured) =>
    Array.from({ length: 2 ** last }, (_, bits) => sizes.map((_, d) => d).filter((d) => (bits >> d) & 1))
      .filter(({ length }) => length <= 3)
      .flatMap((cross) => {
        const places = new Map(kinds.map((kind) => [cross.map((d) => kind[d]!).join(), kind]));
        return [...places.values()].map((at) => {
          const lies = (kind: readonly number[], has: boolean) =>
            cross.every((d) => kind[d] === at[d]) && (measured === null || has);
          return {
            state: stateOf(Object.fromEntries(cross.map((d) => [`q${d}`, `${at[d]}`])), measured)!,
            cases: rows.filter((row, place) => lies(row, valued[place]!)).length,
            vector: kinds.map((kind) => (lies(kind, kind[last] === 1) ? 1 : 0)),
          };
        });
      }),
  );
  // Nobody of a kind occurs in a cell said to be empty, nor without a value where all cases are seen to have one.
  const half = cells.length / 2;
  const barred = kinds.map((kind, at) =>
    cells.some(
      ({ state, cases, vector }, place) =>
        vector[at] === 1 &&
        (state === "empty" ||
          (place < half &&
            kind[last] === 0 &&
            state === "open" &&
            cells[place + half]!.state === "open" &&
            cells[place + half]!.cases === cases)),
    ),
  );
  return cells.map((cell) => ({ ...cell, vector: cell.vector.filter((_, at) => !barred[at]) }));
}

/** Withheld cells with few cases that are combinations of open ones. */
function givenAway(cells: ReturnType<typeof cellsOf>) {
  const basis: { readonly pivot: number; readonly row: number[] }[] = [];
  const reduced = (vector: readonly number[]) => {
    const rest = [...vector];
    for (const { pivot, row } of basis) {
      const factor = rest[pivot]!;
      if (factor !== 0) for (let at = 0; at < rest.length; at++) rest[at]! -= factor * row[at]!;
    }
    return rest;
  };
  for (const { state, vector } of cells) {
    if (state !== "open") continue;
    const rest = reduced(vector);
    const pivot = rest.findIndex((value) => Math.abs(value) > 1e-7);
    if (pivot >= 0) basis.push({ pivot, row: rest.map((value) => value / rest[pivot]!) });
  }
  return cells.filter(
    ({ state, cases, vector }) =>
      cases > 0 && cases < 4 && state !== "open" && reduced(vector).every((value) => Math.abs(value) < 1e-7),
  );
}

describe("whatever the rows", () => {
  test("no cell with few cases is open, is said to be empty, or is a combination of open cells", () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        const made = protectTables(requestOf(survey));
        expect(made.ok).toBe(true);
        if (!made.ok) return;
        const cells = cellsOf(survey, made.value);
        for (const { state, cases } of cells) {
          expect(state === "open" && cases < 4).toBe(false);
          expect(state === "empty" && cases > 0).toBe(false);
        }
        expect(givenAway(cells)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("without complements such combinations are found", () => {
    const found = fc.sample(surveys, { numRuns: 30, seed: 1 }).filter((survey) => {
      const made = protectWithoutComplements(requestOf(survey));
      return made.ok && givenAway(cellsOf(survey, made.value)).length > 0;
    });
    expect(found.length).toBeGreaterThan(10);
  });
});
