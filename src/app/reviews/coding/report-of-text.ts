// Which report of a review a text of a REFI-QDA project is, and why it may be none.

import { codePointsOf } from "#kernel";
import { anchorsIn } from "#records";
import type { ReviewState } from "#reviews";
import type { QdaText } from "#sources";
import type { HeldText } from "./held-text.ts";
import { textGuid } from "./qda-of-review.ts";

export type ReportInReview = { readonly record: string; readonly title: string; readonly held: HeldText };

/** Why a text is no report held here: it is named after one that is not, nothing is held, or none has its words. */
export type TextUnplaced = "not-held" | "nothing-held" | "no-match";

/** What is said of a text without a report, and what to do. */
export const noReportWords: Readonly<Record<TextUnplaced, (named: string | null) => string>> = {
  "not-held": (named) =>
    `it is named after ${named}, whose text you do not hold here. Attach the report to ${named}, then bring the file in.`,
  "nothing-held": () =>
    "no report of this review is held with a text you may read. Attach the reports to their records, then bring the file in.",
  "no-match": () =>
    "no report held here has its words. Add its report to a record of this review, or correct the record that carries another file, then bring the file in.",
};

/** Of a text that `reportOf` knows no report of. */
export function unplaced(
  state: ReviewState,
  text: QdaText,
  reports: readonly ReportInReview[],
): { readonly why: TextUnplaced; readonly named: string | null } {
  const named = [...state.records.byId.values()].find(
    ({ record, duplicateOf }) =>
      duplicateOf === null && isTitled(text, record) && !reports.some((one) => one.record === record.id),
  );
  if (named) return { why: "not-held", named: named.record.id };
  return { why: reports.length === 0 ? "nothing-held" : "no-match", named: null };
}

const joined = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Whether a text bears the title of a record. Its number alone may be that of another review. */
function isTitled(text: QdaText, { id, title }: { readonly id: string; readonly title: string }): boolean {
  const name = joined(text.name ?? "").toLowerCase();
  const titled = joined(title).toLowerCase();
  return titled !== "" && (name === titled || name === `${id.toLowerCase()} ${titled}`);
}

/** Whether a text bears the title of a record, with or without its number, or its number before other words. */
function isNamedAfter(text: QdaText, one: { readonly record: string; readonly title: string }): boolean {
  const name = joined(text.name ?? "").toLowerCase();
  const title = joined(one.title).toLowerCase();
  return (name !== "" && name === title) || name.startsWith(`${one.record.toLowerCase()} `);
}

/** Selections tried, and the share of them that must be found, where only words can tell which report it is. */
const tried = 20;
const leastFound = 0.6;

/**
 * The report a text is of: the one it was exported from, the one whose text is the same, the one it is named
 * after, or the one in which most of its selections are found.
 */
export function reportOf(text: QdaText, reports: readonly ReportInReview[]): ReportInReview | null {
  const words = joined(text.text);
  const known =
    reports.find(
      ({ held }) => textGuid(held.source, held.textVersion) === text.guid && held.reading.text === text.text,
    ) ??
    reports.find(({ held }) => held.reading.text === text.text) ??
    reports.find(({ held }) => joined(held.reading.text) === words);
  if (known) return known;
  const samples = text.selections.slice(0, tried);
  if (samples.length === 0) return null;
  const points = codePointsOf(text.text);
  const share = ({ held }: ReportInReview): number => {
    const find = anchorsIn(held.reading.text, held.reading.text.length / (text.text.length || 1));
    const found = samples.filter(
      ({ start, end }) => find({ text: points.slice(start, end), spans: [[start, end]] }) !== null,
    );
    return found.length / samples.length;
  };
  const named = reports.filter((one) => isNamedAfter(text, one));
  let best: { readonly report: ReportInReview; readonly share: number } | null = null;
  for (const report of named.length > 0 ? named : reports) {
    const found = share(report);
    if (found >= leastFound && found > (best?.share ?? 0)) best = { report, share: found };
  }
  return best?.report ?? null;
}
