// What the log must not tell everybody who may read it.

import type { Sha256 } from "#kernel";
import type { ReviewEvent } from "#records";

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

/** Whether a value of the log quotes a report that somebody may not read. */
export function holdsWithheldWords(value: unknown, mayRead: (source: Sha256) => boolean): boolean {
  if (value === null || typeof value !== "object") return false;
  const isQuoted = "source" in value && "spans" in value && "quote" in value && value.quote !== "";
  if (isQuoted && !mayRead(value.source as Sha256)) return true;
  return Object.values(value).some((one) => holdsWithheldWords(one, mayRead));
}

/** An event without the abstracts that came from files of references: they belong to their publishers. */
export function withoutAbstracts(event: ReviewEvent): ReviewEvent {
  const { act } = event;
  if (act.kind === "records.added")
    return {
      ...event,
      act: {
        ...act,
        records: act.records.map((one) => (one.evaluation === null ? { ...one, abstract: null } : one)),
      },
    };
  if (act.kind !== "record.edited" || act.edit.abstract === undefined) return event;
  return { ...event, act: { ...act, edit: { ...act.edit, abstract: null } } };
}
