// Codes, codings and reports as they are shown: what may be seen, placed in the text as it stands.

import type { Sha256, Span } from "#kernel";
import { anchorsIn, type SourceFile } from "#records";
import {
  type Coding,
  codersNeeded,
  codersOf,
  codesInOrder,
  countedRecords,
  hasSubmitted,
  isCompared,
  isCounted,
  isDoubleCoded,
  mayKnowCodings,
  type NextTurn,
  nextTurns,
  type ReviewState,
  selectedRecords,
  settlementOf,
  submissionsOf,
  visibleCodings,
} from "#reviews";
import type { RouteReply } from "../../use-case.ts";
import { nameIn } from "../names.ts";

export type ShownCode = RouteReply<"reviewCoding">["codes"][number];
export type ShownCoding = RouteReply<"codedRecord">["codings"][number];
export type ShownReport = RouteReply<"reviewCoding">["reports"][number];
export type Readable = ReadonlyMap<Sha256, SourceFile>;

/** What somebody may see: not hidden by double coding, and of reports that they may read. */
export const seenCodings = (
  state: ReviewState,
  viewer: string | null,
  readable: Readable,
  record: string | null = null,
): readonly Coding[] =>
  visibleCodings(state, viewer, record).filter(({ anchor }) => readable.has(anchor.source));

/** The code tree in its order, with counts of the codings given; proposals do not count. */
export function shownCodes(state: ReviewState, seen: readonly Coding[]): ShownCode[] {
  const counts = new Map<string, { codings: number; reports: Set<string> }>();
  for (const { codes, record, status } of seen) {
    if (status !== "standing") continue;
    for (const code of codes) {
      const one = counts.get(code) ?? { codings: 0, reports: new Set() };
      counts.set(code, one);
      one.codings++;
      one.reports.add(record);
    }
  }
  return [...codesInOrder(state)].map(({ code: { rank: _, ...code }, depth }) => ({
    ...code,
    depth,
    codings: counts.get(code.id)?.codings ?? 0,
    reports: counts.get(code.id)?.reports.size ?? 0,
  }));
}

/** Texts as they stand now, by source, so far as somebody looks at them. */
export type StandingText = { readonly textVersion: number; readonly text: string };

/** Finds the words of codings of earlier texts in the one that stands. */
export function placing(texts: ReadonlyMap<Sha256, StandingText>): (coding: Coding) => {
  readonly spans: readonly Span[];
  readonly moved: boolean;
} {
  const found = new Map<Sha256, ReturnType<typeof anchorsIn>>();
  return ({ anchor }) => {
    const standing = texts.get(anchor.source);
    if (standing === undefined || standing.textVersion === anchor.textVersion)
      return { spans: anchor.spans, moved: false };
    const find = found.get(anchor.source) ?? anchorsIn(standing.text);
    found.set(anchor.source, find);
    return { spans: find({ text: anchor.quote, spans: anchor.spans }) ?? [], moved: true };
  };
}

export function shownCoding(
  state: ReviewState,
  viewer: string | null,
  coding: Coding,
  place: { readonly spans: readonly Span[]; readonly moved: boolean },
): ShownCoding {
  const { id, record, by, at, codes, memo, proposed, status, anchor } = coding;
  return {
    id,
    record,
    by: nameIn(state, by),
    own: by === viewer,
    at,
    codes: [...codes],
    memo,
    proposed,
    status,
    counts: isCounted(state, coding),
    source: anchor.source,
    quote: anchor.quote,
    page: anchor.page,
    passage: anchor.passage,
    spans: place.spans.map(([from, to]): [number, number] => [from, to]),
    moved: place.moved,
  };
}

/** The reports to code: those on the final list, and those that carry codings somebody may see. In their order. */
export function reportsToCode(state: ReviewState, seen: readonly Coding[]): readonly string[] {
  const included = new Set(selectedRecords(state).map(({ record }) => record.id));
  const coded = new Set(seen.map(({ record }) => record));
  return [...countedRecords(state)]
    .map(({ record }) => record.id)
    .filter((id) => included.has(id) || coded.has(id));
}

/** A report without what only the catalogue knows: whether its text is held. */
export function shownReport(
  state: ReviewState,
  viewer: string | null,
  record: string,
  seen: readonly Coding[],
  included: boolean,
): Omit<ShownReport, "document" | "withheld"> {
  const one = state.records.byId.get(record)?.record;
  const here = seen.filter((coding) => coding.record === record && coding.status === "standing");
  const knows = mayKnowCodings(state, record, viewer);
  const submitted = submissionsOf(state, record);
  const settled = settlementOf(state, record) !== null;
  const compared = isCompared(state, record);
  const mine = here.filter(({ by }) => by === viewer).length;
  // That another has begun is told; what they did is not.
  const coders = [...new Set([...codersOf(state, record), ...(knows ? here.map(({ by }) => by) : [])])];
  return {
    record,
    title: one?.title ?? "",
    year: one?.year ?? null,
    included,
    state: settled
      ? "settled"
      : isDoubleCoded(state) && compared
        ? "compared"
        : submitted.length >= codersNeeded(state)
          ? "submitted"
          : coders.length > 0
            ? "begun"
            : "none",
    codings: here.length,
    mine,
    submittedByMe: viewer !== null && hasSubmitted(state, record, viewer),
    coders: coders.map((by) => ({
      name: nameIn(state, by),
      submitted: hasSubmitted(state, record, by),
      codings: knows || by === viewer ? here.filter((coding) => coding.by === by).length : null,
    })),
  };
}

export function shownTurns(
  state: ReviewState,
  viewer: string | null,
): { undo: NextTurn | null; redo: NextTurn | null } {
  return viewer === null ? { undo: null, redo: null } : nextTurns(state, viewer);
}

/** Memos on what is named, as far as they may be seen. */
export const shownMemos = (
  state: ReviewState,
  viewer: string | null,
  about: (kind: string, id: string) => boolean,
): RouteReply<"codedRecord">["memos"] =>
  [...state.coding.memos.values()]
    .filter(
      ({ on, by }) =>
        about(on.kind, on.id) &&
        (by === viewer || on.kind !== "record" || mayKnowCodings(state, on.id, viewer)),
    )
    .map(({ on, by, at, text }) => ({ ...on, by: nameIn(state, by), own: by === viewer, at, text }));
