import type { SurveyColumn } from "./survey-table.ts";

/** A decimal number as programs write it; separators of thousands and decimal commas are not guessed at. */
const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Different numbers from which a column with some texts in it is one of numbers with faulty cells. */
const manyNumbers = 20;

/** Takes the cells of a column one after another, and says at the end what the column is. */
export type ColumnOfCells = { take(cell: string): void; column(): SurveyColumn };

/**
 * A column from the cells of a file: of numbers where every cell that is not empty is a number, else of
 * categories.
 *
 * Blanks around a cell are no part of it; an empty cell is a missing value, and so are the texts listed as such.
 * Categories stand in the order of their code points. A column with more than 20 different numbers and some
 * texts keeps count of the texts, so that an estimate can refuse it with its first rows instead of giving shares
 * of hundreds of categories.
 *
 * Cost: each different text is kept once; 4 bytes a row, 8 for numbers.
 *
 * @param missing texts that stand for a missing value
 * @returns `take` for each cell, `column` when all are taken
 * @limits Decimal commas and separators of thousands make a number a text.
 * @source docs/methods/survey-estimation.md
 * @example
 * const cells = columnOfCells(["NA"]);
 * for (const cell of ["1", "NA", "2.5"]) cells.take(cell);
 * cells.column().kind // => "number"
 */
export function columnOfCells(missing: readonly string[] = []): ColumnOfCells {
  const codeOf = new Map<string, number>();
  const texts: string[] = [];
  let codes = new Int32Array(1024);
  let rows = 0;
  for (const text of ["", ...missing]) codeOf.set(text, -1);
  return {
    take(cell) {
      let code = codeOf.get(cell);
      if (code === undefined) {
        const trimmed = cell.trim();
        code = codeOf.get(trimmed);
        if (code === undefined) {
          code = texts.push(trimmed) - 1;
          codeOf.set(trimmed, code);
        }
        if (cell !== trimmed) codeOf.set(cell, code);
      }
      if (rows === codes.length) {
        const longer = new Int32Array(rows * 2);
        longer.set(codes);
        codes = longer;
      }
      codes[rows++] = code;
    },
    column() {
      const numbers = Float64Array.from(texts, (text) => (decimal.test(text) ? Number(text) : Number.NaN));
      const taken = codes.subarray(0, rows);
      const numeric = numbers.reduce((count, value) => count + (Number.isFinite(value) ? 1 : 0), 0);
      if (numeric === texts.length) {
        const values = new Float64Array(rows);
        for (let row = 0; row < rows; row++)
          values[row] = taken[row]! < 0 ? Number.NaN : numbers[taken[row]!]!;
        return { kind: "number", values };
      }
      // By code points of UTF-16, the same on every machine.
      const order = texts.map((_, code) => code).sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
      const place = new Int32Array(texts.length);
      for (const [at, code] of order.entries()) place[code] = at;
      return {
        kind: "category",
        codes: taken.map((code) => (code < 0 ? -1 : place[code]!)),
        levels: order.map((code) => texts[code]!),
        ...(numeric > manyNumbers && { faults: faultsOf(taken, numbers, texts) }),
      };
    },
  };
}

function faultsOf(codes: Int32Array, numbers: Float64Array, texts: readonly string[]) {
  const first: { row: number; text: string }[] = [];
  let count = 0;
  for (const [row, code] of codes.entries())
    if (code >= 0 && Number.isNaN(numbers[code]!)) {
      count += 1;
      if (first.length < 5) first.push({ row, text: texts[code]! });
    }
  return { count, first };
}
