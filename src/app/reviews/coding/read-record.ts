// One report as it is coded: its codings in place, what a machine would code, and two coders compared.

import { codePointsOf, fail, ok, problem, type Span } from "#kernel";
import {
  type Codable,
  type Coding,
  codersNeeded,
  compareCodings,
  countedFor,
  groupOf,
  isCompared,
  isDoubleCoded,
  isFrozen,
  isTakenByOthers,
  mayKnowCodings,
  proposeCodings,
  type ReviewState,
  recordAgreement,
  selectedRecords,
  settlementOf,
  submissionsOf,
} from "#reviews";
import { readableSources } from "../../readable.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { knownReview, reviewToActIn } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { type HeldText, heldReport, heldText, standingTexts } from "./held-text.ts";
import { mayCode, maySettle, mayShape, shownAgreement } from "./read-overview.ts";
import {
  placing,
  seenCodings,
  shownCodes,
  shownCoding,
  shownMemos,
  shownReport,
  shownTurns,
} from "./shown-coding.ts";

const unknownRecord = (state: ReviewState, id: string, record: string) =>
  fail(
    problem(
      "reviews.record-unknown",
      `There is no record ${record} in the review ${id}; it has R1 to R${state.records.byId.size}.`,
      { field: "record" },
    ),
  );

export const codedRecord: RouteUseCase<"codedRecord"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const readable = await readableSources(catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  if (!state.records.byId.has(input.record)) return unknownRecord(state, input.id, input.record);
  const record = countedFor(state, input.record);
  const held = await heldReport(catalogue, readable, state, record);
  const textVersion = held.document && (await catalogue.corrections.textVersion(held.document));
  const texts = await standingTexts(
    catalogue,
    seenCodings(state, me, readable, record).map(({ anchor }) => anchor),
  );
  // From here on nothing waits: the state is read as one.
  const place = placing(texts);
  const seen = seenCodings(state, me, readable);
  const here = seenCodings(state, me, readable, record);
  const included = selectedRecords(state).some((one) => one.record.id === record);
  const coder = mayCode(known.value);
  return ok({
    report: { ...shownReport(state, me, record, seen, included), ...held },
    textVersion,
    hindrance: !coder
      ? "not-a-coder"
      : held.withheld
        ? "withheld"
        : textVersion === null
          ? "no-text"
          : me !== null && isFrozen(state, record, me)
            ? "submitted"
            : me !== null && isTakenByOthers(state, record, me)
              ? "others"
              : null,
    coders: codersNeeded(state),
    mayShape: mayShape(known.value),
    codes: shownCodes(state, seen),
    codings: here.map((one) => shownCoding(state, me, one, place(one))),
    memos: shownMemos(
      state,
      me,
      (kind, id) => kind === "code" || (kind === "record" && groupOf(state, record).includes(id)),
    ),
    turns: shownTurns(state, me),
    last: state.last,
  });
};

/** Paragraphs shorter than this say too little to be likened to a code. */
const leastParagraph = 60;
/** Rows of dots lead from a line of a list of contents to its page. */
const leaders = /[.·…]{5}|(?:\. ){5}/u;

const overlapping = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some(([from, to]) => b.some(([start, end]) => from < end && start < to));

/** Passages the reader found, and the paragraphs and list items that lie in none of them. */
async function stretchesOf(
  catalogue: Parameters<typeof heldText>[0],
  { source, reading }: HeldText,
): Promise<readonly Codable[]> {
  const points = codePointsOf(reading.text);
  const quoted = (spans: readonly Span[]) => spans.map(([from, to]) => points.slice(from, to)).join(" ");
  const passages = (await catalogue.passages.ofDocument(source)).filter(
    // One that is tied to an earlier text says other words here.
    ({ spans, text }) => quoted(spans) === text,
  );
  const bounds = passages.map(({ spans }) => spans);
  const paragraphs = reading.blocks.filter(
    ({ kind, spans, text }) =>
      (kind === "paragraph" || kind === "list-item") &&
      spans.length > 0 &&
      text.length >= leastParagraph &&
      !leaders.test(text) &&
      !bounds.some((one) => overlapping(one, spans)),
  );
  return [
    ...passages.map(({ id, kind, text, spans, page, confidence }) => ({
      passage: id,
      kind,
      text,
      spans,
      page,
      confidence,
    })),
    ...paragraphs.map(({ spans, page }) => ({
      passage: null,
      kind: null,
      text: quoted(spans),
      spans,
      page,
      confidence: 0,
    })),
  ];
}

export const codingProposals: RouteUseCase<"codingProposals"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const readable = await readableSources(catalogue, actor);
  const known = await reviewToActIn(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  if (!state.records.byId.has(input.record)) return unknownRecord(state, input.id, input.record);
  const record = countedFor(state, input.record);
  const { document } = await heldReport(catalogue, readable, state, record);
  const text = document && (await heldText(catalogue, document));
  if (!text) return ok({ total: 0, proposals: [] });
  const stretches = await stretchesOf(catalogue, text);
  const place = placing(new Map([[text.source, { textVersion: text.textVersion, text: text.reading.text }]]));
  const group = groupOf(state, record);
  const decided = [...state.coding.codings.values()]
    .filter((one) => group.includes(one.record) && (one.by === me || mayKnowCodings(state, one.record, me)))
    .map((coding) => ({ coding, spans: place(coding).spans }));
  const all = proposeCodings(state, stretches, text.reading.language, decided)
    .filter(({ code }) => input.code === undefined || code === input.code)
    .sort((a, b) => b.confidence - a.confidence);
  const start = (one: (typeof all)[number]) => one.stretch.spans[0]?.[0] ?? 0;
  return ok({
    total: all.length,
    proposals: all
      .slice(0, input.limit)
      .sort((a, b) => start(a) - start(b))
      .map(({ stretch, code, rule, confidence, words }) => ({
        passage: stretch.passage,
        kind: stretch.kind,
        code,
        rule,
        confidence,
        words: [...words],
        quote: stretch.text,
        spans: stretch.spans.map(([from, to]): [number, number] => [from, to]),
        page: stretch.page,
      })),
  });
};

export const codingComparison: RouteUseCase<"codingComparison"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const readable = await readableSources(catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  if (!state.records.byId.has(input.record)) return unknownRecord(state, input.id, input.record);
  const record = countedFor(state, input.record);
  const { document } = await heldReport(catalogue, readable, state, record);
  const text = document && (await heldText(catalogue, document));
  const may = maySettle(known.value);
  const ready = isDoubleCoded(state) && isCompared(state, record);
  if (!ready || !text)
    return ok({
      ready: false,
      maySettle: may,
      coders: [],
      agreement: null,
      compared: [],
      settled: null,
      codes: shownCodes(state, seenCodings(state, me, readable)),
    });
  const place = placing(new Map([[text.source, { textVersion: text.textVersion, text: text.reading.text }]]));
  const placeOf = (coding: Coding): readonly Span[] => place(coding).spans;
  const measured = recordAgreement(state, record, codePointsOf(text.reading.text).length, placeOf);
  if (!measured.ok) return measured;
  const settled = settlementOf(state, record);
  const nameOf = (code: string) => state.coding.codes.get(code)?.name ?? code;
  return ok({
    ready,
    maySettle: may,
    coders: submissionsOf(state, record)
      .slice(0, 2)
      .map(({ by }) => nameIn(state, by)),
    agreement: measured.value && shownAgreement(measured.value, nameOf),
    compared: compareCodings(state, record, placeOf)
      .filter(({ coding }) => readable.has(coding.anchor.source))
      .map(({ coding, match, others, onlyHere }) => ({
        coding: shownCoding(state, me, coding, place(coding)),
        match,
        others: [...others],
        onlyHere: [...onlyHere],
        kept: settled === null ? null : settled.keep.includes(coding.id),
      })) as RouteReply<"codingComparison">["compared"],
    settled: settled && { by: nameIn(state, settled.by), at: settled.at, reason: settled.reason },
    codes: shownCodes(state, seenCodings(state, me, readable)),
  });
};
