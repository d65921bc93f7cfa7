/**
 * Years as a reader writes them: those that follow each other as a span.
 *
 * @param years ascending
 * @example
 * yearRanges([2005, 2006, 2007, 2009]) // => "2005–2007, 2009"
 */
export function yearRanges(years: readonly number[]): string {
  const spans: [first: number, last: number][] = [];
  for (const year of years) {
    const span = spans.at(-1);
    if (span && year === span[1] + 1) span[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}
