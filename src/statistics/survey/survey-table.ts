/** A column of numbers; NaN where there is none. */
export type NumberColumn = { readonly kind: "number"; readonly values: Float64Array };

/** A column of categories: places in `levels`, −1 where there is none. */
export type CategoryColumn = {
  readonly kind: "category";
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  /** Where some cells are numbers: how many different ones, and the others with the first by row from 0. */
  readonly faults?: {
    readonly numbers: number;
    readonly count: number;
    readonly first: readonly { readonly row: number; readonly text: string }[];
  };
};

export type SurveyColumn = NumberColumn | CategoryColumn;

/** The rows of a survey by columns of the same length. */
export type SurveyTable = {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, SurveyColumn>;
  /** Names of further columns of the file that nobody asked for. */
  readonly unread?: readonly string[];
};

/** Whether a row of a column holds no value. */
export const isMissing = (column: SurveyColumn, row: number): boolean =>
  column.kind === "number" ? Number.isNaN(column.values[row]!) : column.codes[row]! < 0;

/** The value of a row in words, for messages. */
export function cellText(column: SurveyColumn, row: number): string {
  if (isMissing(column, row)) return "empty";
  return column.kind === "number" ? String(column.values[row]) : `"${column.levels[column.codes[row]!]}"`;
}

/** Distinct values of a column as numbers from 0, in ascending order; −1 where there is none. */
export type Codes = { readonly codes: Int32Array; readonly count: number };

/** Codes with the value each stands for. */
export type LabelledCodes = Codes & { readonly labels: readonly string[] };

/** Codes of columns of numbers already made: one table answers many requests by the same columns. */
const made = new WeakMap<NumberColumn, LabelledCodes>();

/**
 * The distinct values of a column numbered from 0 in ascending order; made once for a column.
 *
 * Cost: two passes and a table where the numbers are whole and lie close together, as they do in columns of a
 * design; else a sort. 4 bytes a row as long as the column is held.
 */
export function codesOf(column: SurveyColumn): LabelledCodes {
  if (column.kind === "category")
    return { codes: column.codes, count: column.levels.length, labels: column.levels };
  const known = made.get(column);
  if (known !== undefined) return known;
  const coded = codesOfNumbers(column.values);
  made.set(column, coded);
  return coded;
}

function codesOfNumbers(values: Float64Array): LabelledCodes {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value !== Math.floor(value)) whole = false;
  }
  const codes = new Int32Array(values.length).fill(-1);
  if (low > high) return { codes, count: 0, labels: [] };
  if (whole && high - low <= 4 * values.length + 65_536) {
    const codeOf = new Int32Array(high - low + 1);
    for (const value of values) if (!Number.isNaN(value)) codeOf[value - low] = 1;
    const labels: string[] = [];
    for (let at = 0; at < codeOf.length; at++)
      if (codeOf[at] === 1) codeOf[at] = labels.push(String(low + at)) - 1;
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!;
      if (!Number.isNaN(value)) codes[row] = codeOf[value - low]!;
    }
    return { codes, count: labels.length, labels };
  }
  const distinct = [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const codeOf = new Map(distinct.map((value, code) => [value, code]));
  for (let row = 0; row < values.length; row++) codes[row] = codeOf.get(values[row]!) ?? -1;
  return { codes, count: distinct.length, labels: distinct.map(String) };
}

/** 1 in the rows that have a code, 0 in all others. */
export function indicatorOf(codes: Int32Array, code: number): Float64Array {
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) values[row] = 1;
  return values;
}
