import type { CategoryColumn, SurveyColumn } from "./survey-table.ts";

/** A decimal number as programs write it; separators of thousands and decimal commas are not guessed at. */
const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Takes the cells of a column one after another, and says at the end what the column is. */
export type ColumnOfCells = { take(cell: string): void; column(): SurveyColumn };

/**
 * A column from the cells of a file: of numbers where every cell that is not empty is a number, else of
 * categories.
 *
 * Blanks around a cell are no part of it; an empty cell is a missing value, and so are the texts listed as such.
 * Categories stand in the order of their code points. A column of numbers and texts keeps count of the texts:
 * where it has more than 20 different numbers, a mean or total of it is refused with the first of them instead of
 * giving shares of hundreds of categories.
 *
 * Cost: 4 bytes a row, 8 for numbers; of categories each different text is kept once.
 *
 * @param missing texts that stand for a missing value
 * @returns `take` for each cell, `column` when all are taken
 * @limits Decimal commas and separators of thousands make a number a text. In a column with more than 2,000
 *   different numbers, `7` and `007` are one value even where texts stand among them.
 * @source docs/methods/survey-estimation.md
 * @example
 * [columnOfCells(["NA"])].map((cells) => ["1", "NA", "2.5"].map(cells.take) && cells.column().kind)
 * // => ["number"]
 */
export function columnOfCells(missing: readonly string[] = []): ColumnOfCells {
  const absent = new Set(["", ...missing]);
  const codeOf = new Map<string, number>();
  const texts: string[] = [];
  const numbers: number[] = [];
  let numeric = 0;
  // While a column has few different texts: the place of each cell among them.
  let codes: Int32Array | null = new Int32Array(1024);
  // When they are many and all are numbers: the numbers, and apart from them what is none.
  let values = new Float64Array(0);
  const odd = new Map<number, string>();
  let rows = 0;
  const newText = (text: string): number => {
    const value = decimal.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(value)) numeric += 1;
    numbers.push(value);
    codeOf.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const codeFor = (cell: string): number => {
    const known = codeOf.get(cell);
    if (known !== undefined) return known;
    const trimmed = cell.trim();
    return absent.has(trimmed) ? -1 : (codeOf.get(trimmed) ?? newText(trimmed));
  };
  const toNumbers = (of: Int32Array): void => {
    values = new Float64Array(of.length * 2);
    for (let row = 0; row < rows; row++) values[row] = of[row]! < 0 ? Number.NaN : numbers[of[row]!]!;
    codes = null;
    codeOf.clear();
  };
  return {
    take(cell) {
      if (codes !== null) {
        if (rows === codes.length) codes = longer(codes, new Int32Array(rows * 2));
        codes[rows++] = codeFor(cell);
        if (texts.length > mostTexts && numeric === texts.length) toNumbers(codes);
        return;
      }
      if (rows === values.length) values = longer(values, new Float64Array(rows * 2));
      const value = decimal.test(cell) ? Number(cell) : Number.NaN;
      values[rows] = value;
      if (!Number.isFinite(value)) values[rows] = otherwise(cell.trim(), rows);
      rows += 1;
    },
    column() {
      if (codes === null && odd.size === 0) return { kind: "number", values: values.slice(0, rows) };
      if (codes === null) {
        texts.length = 0;
        numbers.length = 0;
        numeric = 0;
        codes = new Int32Array(rows);
        for (let row = 0; row < rows; row++) {
          const text = odd.get(row) ?? (Number.isNaN(values[row]!) ? "" : String(values[row]));
          codes[row] = codeFor(text);
        }
      }
      const taken = codes.subarray(0, rows);
      if (numeric < texts.length) return categories(taken, texts, numbers, numeric);
      return {
        kind: "number",
        values: Float64Array.from(taken, (code) => (code < 0 ? Number.NaN : numbers[code]!)),
      };
    },
  };

  /** The number of a cell with blanks around it; of any other text that it is odd, or missing. */
  function otherwise(text: string, row: number): number {
    const value = decimal.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value) && !absent.has(text)) odd.set(row, text);
    return Number.isFinite(value) ? value : Number.NaN;
  }
}

/** Different texts up to which a column of numbers is kept by them. */
const mostTexts = 2_000;

function longer<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function categories(
  codes: Int32Array,
  texts: readonly string[],
  numbers: readonly number[],
  numeric: number,
): CategoryColumn {
  // By code points of UTF-16, the same on every machine.
  const order = texts.map((_, code) => code).sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
  const place = new Int32Array(texts.length);
  for (const [at, code] of order.entries()) place[code] = at;
  return {
    kind: "category",
    codes: codes.map((code) => (code < 0 ? -1 : place[code]!)),
    levels: order.map((code) => texts[code]!),
    ...(numeric > 0 && { faults: { numbers: numeric, ...faultsOf(codes, numbers, texts) } }),
  };
}

function faultsOf(codes: Int32Array, numbers: readonly number[], texts: readonly string[]) {
  const first: { row: number; text: string }[] = [];
  let count = 0;
  for (const [row, code] of codes.entries())
    if (code >= 0 && !Number.isFinite(numbers[code]!)) {
      count += 1;
      if (first.length < 5) first.push({ row, text: texts[code]! });
    }
  return { count, first };
}
