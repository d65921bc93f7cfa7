// How far two coders agree on a report, and where they do not.

import { ok, type Result, type Span } from "#kernel";
import {
  type CodedDocument,
  type CodedSpan,
  characterAlpha,
  type OverlapFigure,
  type SpanFigure,
  spanCodings,
  spanOverlap,
  unitizingAlpha,
} from "#statistics";
import type { ReviewState } from "../state.ts";
import { standingCode } from "./code-tree.ts";
import type { Coding } from "./coding-state.ts";
import { submissionsOf } from "./double-coding.ts";

/** Where a coding stands in the text that is measured: its own spans, or those found in a later text. */
export type PlaceOf = (coding: Coding) => readonly Span[];

export type CodingAgreement = {
  /** The two who submitted first. */
  readonly coders: readonly [string, string];
  /** Krippendorff's alpha for unitizing: beginnings, ends and codes. */
  readonly unitizing: SpanFigure;
  /** Alpha over code points: which stand under which code. */
  readonly characters: SpanFigure;
  readonly overlap: OverlapFigure;
};

const spansOf = (state: ReviewState, codings: readonly Coding[], placeOf: PlaceOf): readonly CodedSpan[] =>
  codings.flatMap((coding) =>
    placeOf(coding).flatMap(([from, to]) =>
      coding.codes.map((code) => ({ from, to, code: standingCode(state, code) })),
    ),
  );

/** The report as two people coded it, for the statistics; null where two have not submitted. */
function codedDocument(
  state: ReviewState,
  record: string,
  length: number,
  placeOf: PlaceOf,
): { readonly coders: readonly [string, string]; readonly document: CodedDocument } | null {
  const [one, two] = submissionsOf(state, record);
  if (!one || !two) return null;
  return {
    coders: [one.by, two.by],
    document: {
      length,
      coders: [spansOf(state, one.codings, placeOf), spansOf(state, two.codings, placeOf)],
    },
  };
}

/**
 * Agreement of the two coders of one report, as both submitted it; what was merged since counts as one code.
 *
 * @param length code points of the text
 * @returns null where two people have not submitted
 */
export function recordAgreement(
  state: ReviewState,
  record: string,
  length: number,
  placeOf: PlaceOf = ({ anchor }) => anchor.spans,
): Result<CodingAgreement | null> {
  const coded = codedDocument(state, record, length, placeOf);
  if (coded === null) return ok(null);
  const measured = figures([coded.document]);
  return measured.ok ? ok({ coders: coded.coders, ...measured.value }) : measured;
}

/**
 * Agreement over all reports that two people submitted, the first and the second of each taken as two
 * coders, with intervals over reports.
 *
 * @param lengthOf code points of the text of a report; null where none is held
 */
export function reviewAgreement(
  state: ReviewState,
  lengthOf: (record: string) => number | null,
  placeOf: PlaceOf = ({ anchor }) => anchor.spans,
): Result<(Omit<CodingAgreement, "coders"> & { readonly reports: number }) | null> {
  const records = new Set([...state.coding.submissions.values()].map(({ record }) => record));
  const documents = [...records].flatMap((record) => {
    const length = lengthOf(record);
    const coded = length === null ? null : codedDocument(state, record, length, placeOf);
    return coded === null ? [] : [coded.document];
  });
  if (documents.length === 0) return ok(null);
  const measured = figures(documents);
  return measured.ok ? ok({ reports: documents.length, ...measured.value }) : measured;
}

function figures(documents: readonly CodedDocument[]): Result<Omit<CodingAgreement, "coders">> {
  const codings = spanCodings(documents);
  if (!codings.ok) return codings;
  return ok({
    unitizing: unitizingAlpha(codings.value),
    characters: characterAlpha(codings.value),
    overlap: spanOverlap(codings.value),
  });
}

export type ComparedCoding = {
  readonly coding: Coding;
  /** `same`: the other put the same codes on the same place; `differs`: on an overlapping place, or other codes; `alone`: the other put nothing there. */
  readonly match: "same" | "differs" | "alone";
  /** Codings of the other coder that overlap it. */
  readonly others: readonly string[];
  /** Codes that only this coder put there. */
  readonly onlyHere: readonly string[];
};

const overlaps = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some(([from, to]) => b.some(([start, end]) => from < end && start < to));
const equalSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every(([from, to], at) => b[at]?.[0] === from && b[at]?.[1] === to);

/** What both submitted on a report beside each other, in the order of the text; empty before both have. */
export function compareCodings(
  state: ReviewState,
  record: string,
  placeOf: PlaceOf = ({ anchor }) => anchor.spans,
): readonly ComparedCoding[] {
  const [one, two] = submissionsOf(state, record);
  if (!one || !two) return [];
  const found = [
    ...one.codings.map((coding) => compared(state, coding, two.codings, placeOf)),
    ...two.codings.map((coding) => compared(state, coding, one.codings, placeOf)),
  ];
  const start = ({ coding }: ComparedCoding) => placeOf(coding)[0]?.[0] ?? 0;
  return found.sort((a, b) => start(a) - start(b) || a.coding.event - b.coding.event);
}

function compared(
  state: ReviewState,
  coding: Coding,
  theirs: readonly Coding[],
  placeOf: PlaceOf,
): ComparedCoding {
  const place = placeOf(coding);
  const near = theirs.filter((other) => overlaps(place, placeOf(other)));
  const own = new Set(coding.codes.map((code) => standingCode(state, code)));
  const over = new Set(near.flatMap(({ codes }) => codes.map((code) => standingCode(state, code))));
  const exact = near.filter((other) => equalSpans(place, placeOf(other)));
  const exactCodes = new Set(exact.flatMap(({ codes }) => codes.map((code) => standingCode(state, code))));
  const same =
    exact.length > 0 && own.size === exactCodes.size && [...own].every((code) => exactCodes.has(code));
  return {
    coding,
    match: near.length === 0 ? "alone" : same ? "same" : "differs",
    others: near.map(({ id }) => id),
    onlyHere: [...own].filter((code) => !over.has(code)),
  };
}
