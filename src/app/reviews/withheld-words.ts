import type { Sha256 } from "#kernel";

/**
 * A value of the log without the words of reports that somebody may not read: wherever an anchor to one stands,
 * its quote is emptied and its place stays.
 *
 * @param mayRead whether a source may be read
 */
export function withoutWithheldWords<T>(value: T, mayRead: (source: Sha256) => boolean): T {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one) => withoutWithheldWords(one, mayRead)) as T;
  const entries = Object.entries(value).map(([key, one]) => [key, withoutWithheldWords(one, mayRead)]);
  const shown = Object.fromEntries(entries);
  const isAnchor = "source" in value && "spans" in value && "quote" in value;
  return isAnchor && !mayRead(value.source as Sha256) ? { ...shown, quote: "" } : shown;
}
