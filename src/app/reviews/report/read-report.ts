// The report as a draft or as an edition, what is in its way, and two editions beside each other.

import { fail, type Language, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import {
  bareSentence,
  buildProblems,
  citable,
  citationsIn,
  editionDifference,
  findings,
  isView,
  memberParts,
  paragraphsOf,
  type ReportEdition,
  type ReviewState,
  reportDocument,
  reportNumbers,
  sayIn,
  sentencesOf,
  unsupportedSentences,
} from "#reviews";
import type { Effects } from "../../effects.ts";
import { readableSources } from "../../readable.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { type KnownReview, knownReview } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { stateAt } from "./past-state.ts";

export type ShownReport = { readonly state: ReviewState; readonly edition: number | null };

const unknownEdition = (id: string, asked: number, last: number) =>
  fail(
    problem(
      "app.not-found",
      last === 0
        ? `The report of ${id} has no edition yet; an owner of the review publishes one.`
        : `The report of ${id} has no edition ${asked}; it has 1 to ${last}.`,
      { field: "edition" },
    ),
  );

/** An edition by its number; without one members see the draft, readers the last edition. */
export async function shownReport(
  effects: Effects,
  { state, me }: KnownReview,
  asked: number | undefined,
): Promise<Result<ShownReport>> {
  const { editions } = state.report;
  const wanted = asked ?? (me === null && editions.length > 0 ? editions.length : undefined);
  if (wanted === undefined) return ok({ state, edition: null });
  const found = editions[wanted - 1];
  if (!found) return unknownEdition(state.id, wanted, editions.length);
  const past = await stateAt(effects, state, String(found.event));
  return past.ok ? ok({ state: past.value, edition: wanted }) : past;
}

const shownEdition = (state: ReviewState, edition: ReportEdition) => ({
  edition: edition.edition,
  at: edition.at,
  by: nameIn(state, edition.by),
  event: edition.event,
  log: edition.log,
  languages: [...edition.languages],
  note: edition.note,
  codeVersion: edition.codeVersion,
  documents: edition.documents.map(({ language, sha256 }) => ({ language, sha256 })),
});

function shownSections(state: ReviewState, language: Language): RouteReply<"reviewReport">["sections"] {
  const open = new Set(
    unsupportedSentences(state, [language]).map(({ section, sentence }) => `${section} ${sentence}`),
  );
  return [...state.report.sections.values()]
    .filter((one) => one.language === language)
    .map(({ section, text, by, at }) => ({
      section,
      language,
      text,
      by: nameIn(state, by),
      at,
      sentences: paragraphsOf(text)
        .flatMap(sentencesOf)
        .map((sentence) => ({
          sentence: bareSentence(sentence),
          supported: !open.has(`${section} ${sentence}`),
          view: isView(state, section, language, sentence),
          cites: [...citationsIn(sentence)],
        })),
    }));
}

const mayWrite = (state: ReviewState, actor: Actor): boolean =>
  actor.kind === "operator" || (actor.kind === "account" && memberParts(state, actor.id).includes("owner"));

export const reviewReport: RouteUseCase<"reviewReport"> = async (effects, actor, { id, lang, edition }) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const isMember = me !== null;
  const shown = await shownReport(effects, known.value, edition);
  if (!shown.ok) return shown;
  const passaged = citable(state);
  return ok({
    document: reportDocument(shown.value.state, sayIn(lang), shown.value.edition, (source) =>
      readable.has(source),
    ),
    editions: state.report.editions.map((one) => shownEdition(state, one)),
    // What is still being written is for those who take part; readers have the editions.
    sections: isMember ? shownSections(state, lang) : [],
    unsupported: isMember
      ? unsupportedSentences(state, [lang]).map((one) => ({ ...one, unknown: [...one.unknown] }))
      : [],
    inTheWay: isMember ? [...buildProblems(state, [lang])] : [],
    citable: findings(state)
      .filter((one) => passaged.get(one.id))
      .map(({ id: finding, text }) => ({
        id: finding,
        text: text[lang] ?? Object.values(text)[0] ?? "",
      })),
    mayWrite: mayWrite(state, actor),
  } as unknown as RouteReply<"reviewReport">);
};

export const compareReviewEditions: RouteUseCase<"compareReviewEditions"> = async (
  effects,
  actor,
  { id, lang, from, to },
) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const before = await shownReport(effects, known.value, from);
  if (!before.ok) return before;
  const after = await shownReport(effects, known.value, to);
  if (!after.ok) return after;
  const say = sayIn(lang);
  const side = ({ state, edition }: ShownReport) => ({
    document: reportDocument(state, say, edition, (source) => readable.has(source)),
    numbers: reportNumbers(state),
  });
  const { numbers, lines } = editionDifference(side(before.value), side(after.value));
  return ok({ numbers: [...numbers], lines: [...lines] });
};
