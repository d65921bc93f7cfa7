// Coding as a whole: which reports are coded by whom, how often each code stands where, how far people agree.

import { codePointsOf, ok, type Sha256, type Span } from "#kernel";
import {
  type Coding,
  type CodingAgreement,
  codersNeeded,
  codeMatrix as countsByCode,
  isCounted,
  memberParts,
  reviewAgreement,
  saturation,
  selectedRecords,
  standingCode,
} from "#reviews";
import { readableSources } from "../../readable.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { csvFile } from "../csv-file.ts";
import { type KnownReview, knownReview } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { heldReport, heldText, standingTexts } from "./held-text.ts";
import {
  placing,
  reportsToCode,
  seenCodings,
  shownCodes,
  shownMemos,
  shownReport,
  shownTurns,
} from "./shown-coding.ts";

const partsOf = ({ state, me }: KnownReview) => (me === null ? [] : memberParts(state, me));

export const mayCode = (known: KnownReview): boolean => partsOf(known).includes("coder");
/** Whether somebody may change the code tree. */
export const mayShape = (known: KnownReview): boolean =>
  partsOf(known).some((part) => part === "coder" || part === "owner");
export const maySettle = (known: KnownReview): boolean =>
  partsOf(known).some((part) => part === "coder" || part === "owner" || part === "adjudicator");

export const reviewCoding: RouteUseCase<"reviewCoding"> = async (effects, actor, { id }) => {
  const { catalogue } = effects.store;
  const readable = await readableSources(catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const seen = seenCodings(state, me, readable);
  const included = new Set(selectedRecords(state).map(({ record }) => record.id));
  const listed = reportsToCode(state, seen).map((record) =>
    shownReport(state, me, record, seen, included.has(record)),
  );
  const protocol = state.protocol.versions.at(-1)?.protocol;
  const answer = {
    coders: codersNeeded(state),
    frame: protocol?.coding?.frame ?? null,
    mayCode: mayCode(known.value),
    mayShape: mayShape(known.value),
    maySettle: maySettle(known.value),
    codes: shownCodes(state, seen),
    turns: shownTurns(state, me),
    memos: shownMemos(state, me, (kind) => kind === "review" || kind === "record"),
    saturation: saturation(state).map((step) => ({ ...step, fresh: [...step.fresh] })),
  };
  const reports: RouteReply<"reviewCoding">["reports"] = [];
  for (const one of listed)
    reports.push({ ...one, ...(await heldReport(catalogue, readable, state, one.record)) });
  return ok({ ...answer, reports });
};

export const codeMatrix: RouteUseCase<"codeMatrix"> = async (effects, actor, { id }) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const counted = seenCodings(state, me, readable).filter((one) => isCounted(state, one));
  const counts = countsByCode(state, counted);
  return ok({
    codes: shownCodes(state, counted),
    reports: reportsToCode(state, counted).map((record) => ({
      record,
      title: state.records.byId.get(record)?.record.title ?? "",
    })),
    cells: [...counts].flatMap(([code, byRecord]) =>
      [...byRecord].map(([record, codings]) => ({ code, record, codings })),
    ),
  });
};

type Agreement = NonNullable<RouteReply<"codingAgreement">["agreement"]>;

/** The figures of agreement as they are shown, codes by their names. */
export function shownAgreement(
  { unitizing, characters, overlap }: Omit<CodingAgreement, "coders">,
  nameOf: (code: string) => string,
): Agreement {
  const figure = ({ value, reason, interval }: CodingAgreement["unitizing"]) => ({ value, reason, interval });
  return {
    unitizing: figure(unitizing),
    characters: figure(characters),
    spanF1: overlap.spanF1,
    characterF1: overlap.characterF1,
    matched: overlap.matched,
    spans: [overlap.spans[0], overlap.spans[1]],
    codes: overlap.codes.map((one, at) => ({
      code: one.code,
      name: nameOf(one.code),
      unitizing: unitizing.codes[at]?.value ?? null,
      characters: characters.codes[at]?.value ?? null,
      characterF1: one.characterF1,
      spans: [one.spans[0], one.spans[1]],
      matched: one.matched,
    })),
  };
}

export const codingAgreement: RouteUseCase<"codingAgreement"> = async (effects, actor, { id }) => {
  const { catalogue } = effects.store;
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state } = known.value;
  const submitted = [...state.coding.submissions.values()];
  const lengths = new Map<string, number>();
  const anchors: Coding["anchor"][] = submitted.flatMap(({ codings }) => codings.map(({ anchor }) => anchor));
  const sources = new Map<string, Sha256>();
  for (const { record, codings } of submitted) {
    const [first] = codings;
    if (first) sources.set(record, first.anchor.source);
  }
  for (const [record, source] of sources) {
    const held = await heldText(catalogue, source);
    if (held) lengths.set(record, codePointsOf(held.reading.text).length);
  }
  const place = placing(await standingTexts(catalogue, anchors));
  const found = reviewAgreement(
    state,
    (record) => lengths.get(record) ?? null,
    (coding): readonly Span[] => place(coding).spans,
  );
  if (!found.ok) return found;
  if (found.value === null) return ok({ reports: 0, agreement: null });
  const nameOf = (code: string) => state.coding.codes.get(code)?.name ?? code;
  return ok({ reports: found.value.reports, agreement: shownAgreement(found.value, nameOf) });
};

const head = [
  "coding",
  "record",
  "title",
  "code",
  "path",
  "coder",
  "at",
  "status",
  "counts",
  "page",
  "spans",
  "text version",
  "source",
  "quote",
  "memo",
  "proposed by",
  "confidence",
];

/** The names from the root to a code. */
export function pathOf(known: KnownReview, code: string): readonly { id: string; name: string }[] {
  const { codes } = known.state.coding;
  const path: { id: string; name: string }[] = [];
  for (let one = codes.get(code); one; one = one.parent === null ? undefined : codes.get(one.parent))
    path.unshift({ id: one.id, name: one.name });
  return path;
}

export const codingsTable: RouteUseCase<"codingsTable"> = async (effects, actor, { id }) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const lines: (readonly (string | number)[])[] = [head];
  for (const one of seenCodings(state, me, readable))
    for (const carried of one.codes) {
      const code = standingCode(state, carried);
      lines.push([
        one.id,
        one.record,
        state.records.byId.get(one.record)?.record.title ?? "",
        code,
        pathOf(known.value, code)
          .map(({ name }) => name)
          .join(" / "),
        nameIn(state, one.by),
        one.at,
        one.status,
        isCounted(state, one) ? "yes" : "no",
        one.anchor.page ?? "",
        one.anchor.spans.map(([from, to]) => `${from}-${to}`).join(" "),
        one.anchor.textVersion,
        one.anchor.source,
        one.anchor.quote,
        one.memo ?? "",
        one.proposed?.rule ?? "",
        one.proposed?.confidence ?? "",
      ]);
    }
  return ok(csvFile(`${id}-codings.csv`, lines));
};
