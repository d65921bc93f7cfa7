// Counts over the outline of a release: what each value of each filter would give, and which series a choice
// has. Reads no file: the answer comes from memory.

import type { ExploreFilter, ReleaseFacets, SeriesKey } from "../explore-releases.ts";
import { onesIn, type ReleaseOutline } from "./outline-question.ts";

/** A filter in the codes of one outline. */
type Chosen = {
  /** By column: which codes are wanted; null where all are. */
  readonly wanted: readonly (Uint8Array | null)[];
  /** Rows of each pattern inside the years asked for. */
  readonly inYears: Uint32Array;
  readonly from: number;
  readonly to: number;
  /** Rows beside the pattern, by series: inside the years, and all of them. */
  readonly odd: ReadonlyMap<number, number>;
};

function chosenOf(outline: ReleaseOutline, filter: ExploreFilter): Chosen {
  const asked = new Map<string, readonly string[] | undefined>([
    ["indicator", filter.indicators],
    ["area", filter.areas],
    ["source", filter.sources],
    ["sex", filter.sex],
  ]);
  for (const [dimension, values] of Object.entries(filter.breakdowns ?? {}))
    asked.set(`by_${dimension}`, values);
  const wanted = outline.columns.map((column, d) => {
    const values = asked.get(column);
    if (values === undefined) return null;
    const set = new Set(values);
    return Uint8Array.from(outline.texts[d]!, (text) => (set.has(text) ? 1 : 0));
  });
  // A breakdown the release does not have is empty in every row of it.
  const absent = Object.entries(filter.breakdowns ?? {}).some(
    ([dimension, values]) => !outline.columns.includes(`by_${dimension}`) && !values.includes(""),
  );
  if (absent) wanted[0] = new Uint8Array(outline.texts[0]!.length);
  const from = Math.max(filter.from ?? outline.firstYear, outline.firstYear);
  const to = Math.min(
    filter.to ?? outline.firstYear + outline.years - 1,
    outline.firstYear + outline.years - 1,
  );
  const odd = new Map<number, number>();
  for (const { series, first, last, count } of outline.odd)
    if (last >= from && first <= to) odd.set(series, (odd.get(series) ?? 0) + count);
  return { wanted, inYears: rowsInYears(outline, from, to), from, to, odd };
}

/** Rows of each pattern within some years; the spans asked for last are remembered. */
function rowsInYears(outline: ReleaseOutline, from: number, to: number): Uint32Array {
  const known = spans.get(outline) ?? new Map<string, Uint32Array>();
  spans.set(outline, known);
  const span = `${from} ${to}`;
  const kept = known.get(span);
  if (kept !== undefined) return kept;
  const { patterns, words, firstYear } = outline;
  const mask = new Uint32Array(words);
  for (let year = from; year <= to; year++) mask[(year - firstYear) >> 5]! |= 1 << ((year - firstYear) & 31);
  const counts = new Uint32Array(patterns.length / words);
  for (let at = 0, number = 0; at < patterns.length; number++)
    for (let word = 0; word < words; word++) counts[number]! += onesIn(patterns[at++]! & mask[word]!);
  if (known.size >= mostSpans) known.delete(known.keys().next().value!);
  known.set(span, counts);
  return counts;
}

const spans = new WeakMap<ReleaseOutline, Map<string, Uint32Array>>();
const mostSpans = 16;

/**
 * How many rows each value of each column has, given what is chosen in the other columns; of years, given
 * all columns. A span of years counts in each year it touches.
 */
export function facetsOf(outline: ReleaseOutline, filter: ExploreFilter): ReleaseFacets {
  const chosen = chosenOf(outline, filter);
  const { wanted, inYears, odd } = chosen;
  const { codes, pattern, columns } = outline;
  const counts = outline.texts.map((texts) => new Float64Array(texts.length));
  const { patterns, words } = outline;
  const patternCounts = new Uint32Array(patterns.length / words);
  const dimensions = columns.length;
  const hasOdd = odd.size > 0;
  const filtered = columns.map((_, d) => d).filter((d) => wanted[d] !== null);
  const oddIn = new Map<number, true>();
  let rows = 0;
  let series = 0;
  for (let i = 0; i < outline.size; i++) {
    let failing = -1;
    let failures = 0;
    for (const d of filtered)
      if (wanted[d]![codes[d]![i]!] === 0) {
        failing = d;
        if (++failures > 1) break;
      }
    if (failures > 1) continue;
    const shape = pattern[i]!;
    const here = inYears[shape]! + (hasOdd ? (odd.get(i) ?? 0) : 0);
    if (failures === 1) {
      counts[failing]![codes[failing]![i]!]! += here;
      continue;
    }
    patternCounts[shape]!++;
    if (outline.odd.length > 0) oddIn.set(i, true);
    if (here === 0) continue;
    rows += here;
    series++;
    for (let d = 0; d < dimensions; d++) counts[d]![codes[d]![i]!]! += here;
  }
  const years = new Float64Array(outline.years);
  for (let number = 0; number < patternCounts.length; number++) {
    const times = patternCounts[number]!;
    if (times === 0) continue;
    for (let word = 0; word < words; word++)
      for (let bits = patterns[number * words + word]!; bits !== 0; bits &= bits - 1)
        years[word * 32 + 31 - Math.clz32(bits & -bits)]! += times;
  }
  for (const { series: at, first, last, count } of outline.odd)
    if (oddIn.has(at)) for (let year = first; year <= last; year++) years[year - outline.firstYear]! += count;
  const listed = (d: number) =>
    outline.texts[d]!.flatMap((value, code) =>
      counts[d]![code]! > 0 ? [{ value, count: counts[d]![code]! }] : [],
    );
  return {
    rows,
    series,
    columns: Object.fromEntries(columns.map((column, d) => [column, listed(d)])),
    years: [...years].flatMap((count, at) => (count > 0 ? [{ year: outline.firstYear + at, count }] : [])),
  };
}

/** Walks the series that have a row in a choice; with indicators chosen, only theirs are looked at. */
function eachSeries(outline: ReleaseOutline, chosen: Chosen, visit: (series: number) => void) {
  const { wanted, inYears, odd } = chosen;
  const others = outline.columns.map((_, d) => d).filter((d) => d > 0 && wanted[d] !== null);
  for (let indicator = 0; indicator < outline.starts.length - 1; indicator++) {
    if (wanted[0] && wanted[0][indicator] === 0) continue;
    for (let i = outline.starts[indicator]!; i < outline.starts[indicator + 1]!; i++) {
      if (inYears[outline.pattern[i]!] === 0 && !odd.has(i)) continue;
      if (others.some((d) => wanted[d]![outline.codes[d]![i]!] === 0)) continue;
      visit(i);
    }
  }
}

/** How many series of a choice each area (or indicator) has. */
export function seriesCounts(
  outline: ReleaseOutline,
  filter: ExploreFilter,
  lead: "area" | "indicator",
): ReadonlyMap<string, number> {
  const column = outline.columns.indexOf(lead);
  const counts = new Uint32Array(outline.texts[column]!.length);
  const codes = outline.codes[column]!;
  eachSeries(outline, chosenOf(outline, filter), (i) => {
    counts[codes[i]!]!++;
  });
  return new Map(
    outline.texts[column]!.flatMap((text, code) =>
      counts[code]! > 0 ? [[text, counts[code]!] as const] : [],
    ),
  );
}

/** Which source has which indicator in a choice. */
export function sourcesOf(
  outline: ReleaseOutline,
  filter: ExploreFilter,
): readonly { readonly indicator: string; readonly source: string }[] {
  const [indicators, sources] = [outline.codes[0]!, outline.codes[2]!];
  const width = outline.texts[2]!.length;
  const found = new Set<number>();
  eachSeries(outline, chosenOf(outline, filter), (i) => {
    found.add(indicators[i]! * width + sources[i]!);
  });
  return [...found]
    .sort((a, b) => a - b)
    .map((pair) => ({
      indicator: outline.texts[0]![Math.floor(pair / width)]!,
      source: outline.texts[2]![pair % width]!,
    }));
}

/** A page of the series of one area or indicator. */
export type LeadPage = { readonly value: string; readonly offset: number; readonly limit: number };

/** Series of a choice by area or indicator, page by page, each in the order of the release. */
export function seriesOf(
  outline: ReleaseOutline,
  filter: ExploreFilter,
  lead: "area" | "indicator",
  pages: readonly LeadPage[],
): readonly (readonly SeriesKey[])[] {
  const values = pages.map(({ value }) => value);
  const own: ExploreFilter =
    lead === "area" ? { ...filter, areas: values } : { ...filter, indicators: values };
  const leading = outline.columns.indexOf(lead);
  const place = new Map(pages.map(({ value }, i) => [outline.texts[leading]!.indexOf(value), i]));
  const found = pages.map((): SeriesKey[] => []);
  const passed = new Uint32Array(pages.length);
  const dimensions = outline.columns.flatMap((column, d) =>
    column.startsWith("by_") ? [[column.slice(3), d] as const] : [],
  );
  const text = (d: number, i: number) => outline.texts[d]![outline.codes[d]![i]!]!;
  eachSeries(outline, chosenOf(outline, own), (i) => {
    const at = place.get(outline.codes[leading]![i]!)!;
    const before = passed[at]!++;
    if (before < pages[at]!.offset || found[at]!.length >= pages[at]!.limit) return;
    found[at]!.push({
      indicator: text(0, i),
      area: text(1, i),
      source: text(2, i),
      sex: text(3, i),
      breakdowns: Object.fromEntries(
        dimensions.flatMap(([name, d]) => (text(d, i) === "" ? [] : [[name, text(d, i)] as const])),
      ),
    });
  });
  return found;
}
