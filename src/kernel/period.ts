// Periods as SDMX and the statistical offices write them: a year, half, quarter, month, day or a span of
// years. A period is kept as its canonical string, so that it is a key as it stands.

import { fail, ok, problem, type Result } from "./result.ts";

/** Canonical text of a period: `2019`, `2019-S1`, `2019-Q3`, `2019-07`, `2019-07-31`, `2012/2018`. */
export type Period = string & { readonly __brand: "Period" };

const shapes: readonly [RegExp, (m: RegExpExecArray) => string | null][] = [
  [/^(\d{4})$/, (m) => m[1]!],
  [/^(\d{4})-?[SH]([12])$/, (m) => `${m[1]}-S${m[2]}`],
  [/^(\d{4})-?Q([1-4])$/, (m) => `${m[1]}-Q${m[2]}`],
  [/^(\d{4})-?M?(0[1-9]|1[0-2])$/, (m) => `${m[1]}-${m[2]}`],
  [/^(\d{4})-(\d{2})-(\d{2})$/, (m) => (isCalendarDate(+m[1]!, +m[2]!, +m[3]!) ? m[0] : null)],
  [/^(\d{4})[-/–](\d{4})$/, (m) => (+m[1]! < +m[2]! ? `${m[1]}/${m[2]}` : null)],
];

function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Reads a period in the spellings of SDMX, spreadsheets and reports (`2019`, `2019-Q3`, `2019M07`,
 * `2012-2018`); blanks around it are ignored.
 *
 * @returns the canonical text, or the problem `kernel.period-unreadable`
 * @example
 * readPeriod("2019M07") // => { ok: true, value: "2019-07" }
 * readPeriod("2012–2018") // => { ok: true, value: "2012/2018" }
 */
export function readPeriod(text: string): Result<Period> {
  const trimmed = text.trim();
  for (const [shape, canonical] of shapes) {
    const match = shape.exec(trimmed);
    const value = match && canonical(match);
    if (value) return ok(value as Period);
  }
  return fail(
    problem(
      "kernel.period-unreadable",
      `"${trimmed.slice(0, 40)}" is not a period. Write a year (2019), half (2019-S1), quarter (2019-Q3), month (2019-07), day (2019-07-31) or span of years (2012/2018).`,
    ),
  );
}

/** First and last calendar year a period touches. */
export function yearsOf(period: Period): readonly [number, number] {
  const span = /^(\d{4})\/(\d{4})$/.exec(period);
  if (span) return [+span[1]!, +span[2]!];
  const year = +period.slice(0, 4);
  return [year, year];
}
