// What a release holds, series by series, small enough to be kept in memory: which cells there are, not what
// stands in them. Twenty million observations are some hundred thousand series of years.

import type { DuckDBConnection } from "@duckdb/node-api";
import { duckdb, named, quoted, rowsOf } from "./engine.ts";
import type { ReleaseView } from "./release-views.ts";

/** Columns that tell one series from another, in the order series are kept in; breakdowns follow. */
export const seriesColumns = ["indicator", "area", "source", "sex"] as const;

/** Rows that no bit stands for: periods of which a year has several, and spans of years. */
export type OddRows = {
  readonly series: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
};

export type ReleaseOutline = {
  readonly rows: number;
  /** Number of series. */
  readonly size: number;
  readonly columns: readonly string[];
  /** Texts of each column in the order of their codes. */
  readonly texts: readonly (readonly string[])[];
  /** Code of each series in each column. */
  readonly codes: readonly Uint32Array[];
  /** First series of each indicator, and the end of the last. */
  readonly starts: Uint32Array;
  readonly firstYear: number;
  readonly years: number;
  /** The years in which a series has one row, as the number of a pattern; many series share one. */
  readonly pattern: Uint32Array;
  /** Bits of all patterns one after the other, 32 years a word. */
  readonly patterns: Uint32Array;
  /** Words of a pattern. */
  readonly words: number;
  /** Ordered by series. */
  readonly odd: readonly OddRows[];
};

/** One pass over the key columns of a release; asked once, then kept. */
export async function outlineOf(connection: DuckDBConnection, view: ReleaseView): Promise<ReleaseOutline> {
  const [span] = await rowsOf(
    connection,
    `SELECT min(first_year) AS first, max(last_year) AS last, count(*) AS n FROM ${view.name}`,
  );
  const firstYear = Number(span!["first"] ?? 0);
  const years = Number(span!["last"] ?? -1) - firstYear + 1;
  const words = Math.max(1, Math.ceil(years / 32));
  const columns = [...seriesColumns, ...view.breakdowns.map((name) => `by_${name}`)];
  const listed = columns.map(named).join(", ");
  const bits = Array.from({ length: words }, (_, word) => {
    const from = firstYear + word * 32;
    return `bit_or(CASE WHEN first_year = last_year AND first_year >= ${from} AND first_year < ${from + 32}
      THEN CAST(1 AS BIGINT) << CAST(first_year - ${from} AS INTEGER) ELSE CAST(0 AS BIGINT) END) AS w${word}`;
  });
  const result = await connection.stream(
    `SELECT ${[listed, "count(*) AS n", ...bits].join(", ")} FROM ${view.name} GROUP BY ${listed} ORDER BY ${listed}`,
  );
  const found = await collect(result, columns.length, words);
  const odd =
    found.uneven.size === 0 ? [] : await oddRows(connection, view, columns, found, { firstYear, words });
  const size = found.pattern.length;
  const starts = new Uint32Array(found.texts[0]!.length + 1).fill(size);
  for (let i = size - 1; i >= 0; i--) starts[found.codes[0]![i]!] = i;
  return {
    rows: Number(span!["n"] ?? 0),
    size,
    columns,
    texts: found.texts,
    codes: found.codes.map((codes) => Uint32Array.from(codes)),
    starts,
    firstYear,
    years,
    pattern: Uint32Array.from(found.pattern),
    patterns: Uint32Array.from(found.patterns),
    words,
    odd,
  };
}

type Collected = {
  readonly texts: readonly string[][];
  readonly codes: readonly number[][];
  readonly pattern: number[];
  /** Bits of all patterns one after the other. */
  readonly patterns: number[];
  readonly patternNumber: Map<string | number, number>;
  /** Series whose rows are more than the bits of their pattern. */
  readonly uneven: Set<number>;
};

type Streamed = Awaited<ReturnType<DuckDBConnection["stream"]>>;

async function collect(result: Streamed, dimensions: number, words: number): Promise<Collected> {
  const { JSDuckDBValueConverter } = await duckdb();
  const found: Collected = {
    texts: Array.from({ length: dimensions }, () => []),
    codes: Array.from({ length: dimensions }, () => []),
    pattern: [],
    patterns: [],
    patternNumber: new Map(),
    uneven: new Set(),
  };
  const numbers = Array.from({ length: dimensions }, () => new Map<string, number>());
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const read = chunk.convertColumns(JSDuckDBValueConverter) as readonly (readonly unknown[])[];
    for (let d = 0; d < dimensions; d++) {
      const known = numbers[d]!;
      for (const text of read[d] as readonly string[]) {
        let code = known.get(text);
        if (code === undefined) {
          code = found.texts[d]!.push(text) - 1;
          known.set(text, code);
        }
        found.codes[d]!.push(code);
      }
    }
    const bits: number[] = new Array(words).fill(0);
    for (let row = 0; row < chunk.rowCount; row++) {
      let ones = 0;
      for (let word = 0; word < words; word++) {
        bits[word] = Number(read[dimensions + 1 + word]![row]);
        ones += onesIn(bits[word]!);
      }
      if (Number(read[dimensions]![row]) !== ones) found.uneven.add(found.pattern.length);
      found.pattern.push(patternOf(found, bits));
    }
  }
  return found;
}

function patternOf(
  { patterns, patternNumber }: Pick<Collected, "patterns" | "patternNumber">,
  bits: readonly number[],
): number {
  const key = bits.length === 1 ? bits[0]! : bits.join(" ");
  const known = patternNumber.get(key);
  if (known !== undefined) return known;
  const number = patterns.length / bits.length;
  patterns.push(...bits);
  patternNumber.set(key, number);
  return number;
}

/** The rows of uneven series by their years; a year that has several loses its bit. */
async function oddRows(
  connection: DuckDBConnection,
  view: ReleaseView,
  columns: readonly string[],
  found: Collected,
  { firstYear, words }: { readonly firstYear: number; readonly words: number },
): Promise<readonly OddRows[]> {
  const { JSDuckDBValueConverter } = await duckdb();
  const keyOf = (texts: readonly unknown[]) => JSON.stringify(texts);
  const byKey = new Map(
    [...found.uneven].map((series) => [
      keyOf(columns.map((_, d) => found.texts[d]![found.codes[d]![series]!]!)),
      series,
    ]),
  );
  const indicators = new Set([...found.uneven].map((series) => found.texts[0]![found.codes[0]![series]!]!));
  const listed = columns.map(named).join(", ");
  const result = await connection.stream(
    `SELECT ${listed}, first_year, last_year, count(*) AS n FROM ${view.name}
     WHERE indicator IN (${[...indicators].map(quoted).join(", ")}) GROUP BY ${listed}, first_year, last_year
     HAVING count(*) > 1 OR first_year <> last_year`,
  );
  const odd: OddRows[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const read = chunk.convertColumns(JSDuckDBValueConverter) as readonly (readonly unknown[])[];
    for (let row = 0; row < chunk.rowCount; row++) {
      const series = byKey.get(keyOf(columns.map((_, d) => read[d]![row])))!;
      const [first, last, count] = [0, 1, 2].map((at) => Number(read[columns.length + at]![row]));
      odd.push({ series, first: first!, last: last!, count: count! });
      if (first !== last) continue;
      const from = found.pattern[series]! * words;
      const bits = found.patterns.slice(from, from + words);
      const at = first! - firstYear;
      bits[at >> 5] = (bits[at >> 5]! & ~(1 << (at & 31))) >>> 0;
      found.pattern[series] = patternOf(found, bits);
    }
  }
  return odd.sort((a, b) => a.series - b.series);
}

/** Ones among the bits of a word. */
export function onesIn(bits: number): number {
  let word = bits - ((bits >>> 1) & 0x55555555);
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
