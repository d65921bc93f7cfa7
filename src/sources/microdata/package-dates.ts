// Days and moments that packages count from a day of their own, as ISO texts.

const day = 86_400_000;

/** `2024-01-31`; null where there is none, or none that a calendar has. */
export function isoDay(milliseconds: number): string | null {
  const found = new Date(Math.floor(milliseconds / day) * day);
  return Number.isNaN(found.getTime()) ? null : found.toISOString().replace(/T.*$/, "");
}

/** `2024-01-31T10:30:00`, with thousandths where there are any. */
export function isoMoment(milliseconds: number): string | null {
  const found = new Date(Math.round(milliseconds));
  return Number.isNaN(found.getTime()) ? null : found.toISOString().replace(/(\.000)?Z$/, "");
}

/** A column of counted days or moments as texts. */
export const asTexts = (
  values: Float64Array,
  text: (value: number) => string | null,
): readonly (string | null)[] => Array.from(values, (value) => (Number.isNaN(value) ? null : text(value)));
