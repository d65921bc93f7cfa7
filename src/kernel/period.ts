// Periods as SDMX and the statistical offices write them: a year, half, quarter, month, day or a span of
// years. A period is kept as its canonical string, so that it is a key as it stands.

import { fail, ok, type Place, problem, type Result } from "./result.ts";

/** Canonical text of a period: `2019`, `2019-S1`, `2019-Q3`, `2019-07`, `2019-07-31`, `2012/2018`. */
export type Period = string & { readonly __brand: "Period" };

/** Years begin with 1 or 2, so that the 0000 and 9999 of files that mean "unknown" are found out. */
const shapes: readonly [RegExp, (m: RegExpExecArray) => string | null][] = [
  [/^([12]\d{3})(?:-?A1?)?$/i, (m) => m[1]!],
  [/^([12]\d{3})-?[SH]([12])$/i, (m) => `${m[1]}-S${m[2]}`],
  [/^([12]\d{3})-?Q([1-4])$/i, (m) => `${m[1]}-Q${m[2]}`],
  [/^([12]\d{3})-?M?(0[1-9]|1[0-2])$/i, (m) => `${m[1]}-${m[2]}`],
  [/^([12]\d{3})-(\d{2})-(\d{2})$/, (m) => (isCalendarDate(+m[1]!, +m[2]!, +m[3]!) ? m[0] : null)],
  [/^([12]\d{3}) ?[-/–] ?([12]\d{3})$/, (m) => spanOfYears(m[1]!, m[2]!)],
];

/** A span of one year is that year: otherwise one period would have two keys. */
function spanOfYears(first: string, last: string): string | null {
  if (first === last) return first;
  return first < last ? `${first}/${last}` : null;
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Reads a period in the spellings of SDMX, spreadsheets and reports (`2019`, `2019-Q3`, `2019M07`,
 * `2012-2018`); blanks around it and letter case are ignored. `2012-13` and `2008/09` are refused: a month
 * and a financial year look the same.
 *
 * @param at where the text stands, for the problem
 * @returns the canonical text, or the problem `kernel.period-unreadable`
 * @example
 * readPeriod("2019M07") // => { ok: true, value: "2019-07" }
 * readPeriod("2012–2018") // => { ok: true, value: "2012/2018" }
 */
export function readPeriod(text: string, at?: Place): Result<Period> {
  const trimmed = text.trim();
  for (const [shape, canonical] of shapes) {
    const match = shape.exec(trimmed);
    const value = match && canonical(match);
    if (value) return ok(value as Period);
  }
  return fail(
    problem(
      "kernel.period-unreadable",
      `"${trimmed.slice(0, 40)}" is not a period, so the value cannot be placed in time. Write a year from 1000 to 2999 (2019), half (2019-S1), quarter (2019-Q3), month (2019-07), day (2019-07-31) or span of years (2012/2018).`,
      at,
    ),
  );
}

/**
 * First and last calendar year a period touches.
 *
 * @param period as `readPeriod` returns it
 * @example
 * yearsOf("2012/2018") // => [2012, 2018]
 * yearsOf("2019-Q3") // => [2019, 2019]
 */
export function yearsOf(period: Period): readonly [number, number] {
  const span = /^(\d{4})\/(\d{4})$/.exec(period);
  if (span) return [+span[1]!, +span[2]!];
  const year = +period.slice(0, 4);
  return [year, year];
}
