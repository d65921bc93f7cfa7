// Days as ISO dates. The day it is somewhere is asked of an instant and a time zone; no clock is read here.

/**
 * Whether a text is a day of the calendar, written `2026-03-31`.
 *
 * @example
 * isDay("2026-02-30") // => false
 */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(Date.UTC(+match[1]!, +match[2]! - 1, +match[3]!));
  return date.getUTCMonth() === +match[2]! - 1 && date.getUTCDate() === +match[3]!;
}

const dayMilliseconds = 86_400_000;

/**
 * Whole days from one day to another; null where either is not known or the second lies before the first,
 * which is a fault of the source and no duration.
 *
 * @example
 * daysBetween("2026-02-27", "2026-03-01") // => 2
 */
export function daysBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const days = Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds,
  );
  return days < 0 ? null : days;
}

/**
 * The day some days later or, with a negative number, earlier.
 *
 * @example
 * dayAfter("2026-02-27", 2) // => "2026-03-01"
 */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/**
 * The day it is in a time zone at an instant.
 *
 * @param instant ISO, with its zone
 * @param timeZone IANA name, for example `Europe/Zurich`
 * @example
 * dayIn("2026-03-01T23:30:00Z", "Europe/Zurich") // => "2026-03-02"
 */
export const dayIn = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(instant),
  );
