// The synthesis as it is read: questions, themes, findings, what they rest on, and which reports feed them.

import { fail, ok, problem } from "#kernel";
import type { Support } from "#records";
import {
  codesInOrder,
  codingsOfTheme,
  contributions,
  evidenceByField,
  findings,
  findingsByField,
  memberParts,
  type ReviewState,
  selectedRecords,
  standingProtocol,
  standingSupport,
  supportBook,
  themesInOrder,
  unansweredQuestions,
  wholeTheme,
} from "#reviews";
import { readableSources } from "../../readable.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { heldOf } from "../appraisal/shown-report.ts";
import { type KnownReview, knownReview } from "../known-review.ts";
import { labelOf } from "./map-labels.ts";
import {
  type Reader,
  sentenceOf,
  shownFinding,
  shownRemoved,
  shownSupport,
  shownTheme,
  titleOf,
} from "./shown-synthesis.ts";

const partsOf = ({ state, me }: KnownReview) => (me === null ? [] : memberParts(state, me));
const mayWrite = (known: KnownReview) => partsOf(known).some((part) => part === "owner" || part === "coder");
const mayJudge = (known: KnownReview) =>
  mayWrite(known) || partsOf(known).some((part) => part === "reviewer" || part === "adjudicator");

export const reviewSynthesis: RouteUseCase<"reviewSynthesis"> = async (effects, actor, { id }) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, head } = known.value;
  const reader: Reader = { ...known.value, readable };
  const protocol = standingProtocol(state)?.protocol;
  const book = supportBook(state);
  return ok({
    language: head.language,
    unit: protocol?.unit ?? "report",
    plan: protocol?.synthesisPlan ?? "",
    mayWrite: mayWrite(known.value),
    mayJudge: mayJudge(known.value),
    questions: (protocol?.questions ?? []) as unknown as RouteReply<"reviewSynthesis">["questions"],
    unanswered: [...unansweredQuestions(state)],
    codes: [...codesInOrder(state)].map(({ code, depth }) => ({ id: code.id, name: code.name, depth })),
    themes: themesInOrder(state).map(({ theme, depth }) => shownTheme(state, book, theme, depth)),
    findings: findings(state).map((finding) => shownFinding(reader, book, finding)),
    removed: shownRemoved(reader),
    selected: book.selected.size,
    titles: Object.fromEntries(selectedRecords(state).map(({ record }) => [record.id, record.title])),
  });
};

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const supportsToFind: RouteUseCase<"supportsToFind"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const readable = await readableSources(catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state } = known.value;
  const reader: Reader = { ...known.value, readable };
  const book = supportBook(state);
  const theme = input.theme === undefined ? undefined : state.synthesis.themes.get(input.theme);
  const supports: Support[] = [];
  if (input.kind === "coding") {
    const all = theme ? codingsOfTheme(state, book, wholeTheme(state, theme)) : [...book.codings.values()];
    supports.push(...all.map(({ id }): Support => ({ kind: "coding", id })));
  } else if (input.kind === "row") {
    for (const { record, row } of book.rows.values()) supports.push({ kind: "row", record, row });
  } else supports.push(...(await passagesOf(effects.store.catalogue, reader, input.record)));
  const words = folded(input.q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const codeName = (code: string) => state.coding.codes.get(code)?.name ?? "";
  const standing = supports
    .map((support) => standingSupport(state, book, support))
    .filter(({ stands, record }) => stands && (input.record === undefined || record === input.record));
  const shown = standing.map((one) => shownSupport(reader, one));
  const found = shown.filter(({ withheld, quote, codes, title, record }) => {
    if (withheld) return false;
    const text = folded([quote, title, record, ...codes.map(codeName)].join(" "));
    return words.every((word) => text.includes(word));
  });
  return ok({
    total: found.length,
    withheld: shown.filter(({ withheld }) => withheld).length,
    supports: found.slice(0, input.limit),
  });
};

/** Passages that the reader of reports found in the selected ones; of one where it is named. */
async function passagesOf(
  catalogue: Parameters<typeof heldOf>[0],
  { state, readable }: Reader,
  only: string | undefined,
): Promise<readonly Support[]> {
  const supports: Support[] = [];
  for (const { record } of selectedRecords(state)) {
    if (only !== undefined && record.id !== only) continue;
    const { document, textVersion } = await heldOf(catalogue, readable, state, record.id);
    if (document === null || textVersion === null) continue;
    for (const { id, text, spans, page } of await catalogue.passages.ofDocument(document))
      supports.push({
        kind: "passage",
        anchor: { record: record.id, source: document, textVersion, spans, quote: text, page, passage: id },
      });
  }
  return supports;
}

export const reviewContributions: RouteUseCase<"reviewContributions"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, head } = known.value;
  const book = supportBook(state);
  const { reports, feeds } = contributions(state, book);
  const depths = new Map(themesInOrder(state).map(({ theme, depth }) => [theme.id, depth]));
  const titleOfFeed = (kind: "theme" | "finding", feed: string): string => {
    if (kind === "theme") return state.synthesis.themes.get(feed)?.title ?? "";
    const finding = state.synthesis.findings.get(feed);
    return finding ? sentenceOf(finding, head.language) : "";
  };
  const fields: RouteReply<"reviewContributions">["fields"] = {};
  for (const [field, counts] of Object.entries(findingsByField(state, book)))
    fields[field] = counts.map((one) => ({
      ...one,
      findings: [...one.findings],
      reports: [...one.reports],
    }));
  const evidence: RouteReply<"reviewContributions">["evidence"] = {};
  for (const [field, counts] of Object.entries(evidenceByField(state)))
    evidence[field] = counts.map(({ value, passages, reports: from, units }) => ({
      value: value && { id: value.id, label: labelOf(state, field, value.id) },
      passages,
      reports: [...from],
      units,
    }));
  return ok({
    unit: standingProtocol(state)?.protocol.unit ?? "report",
    reports: reports.map(({ record, unit }) => ({ record, unit, title: titleOf(state, record) })),
    feeds: feeds.map(({ kind, id: feed, by, against, passages, units }) => ({
      kind,
      id: feed,
      depth: depths.get(feed) ?? 0,
      title: titleOfFeed(kind, feed),
      by: Object.fromEntries(by),
      against: Object.fromEntries(against),
      passages,
      units,
    })),
    fields,
    evidence,
    labels: questionLabels(state),
  });
};

const questionLabels = (state: ReviewState): RouteReply<"reviewContributions">["labels"] =>
  Object.fromEntries(
    (standingProtocol(state)?.protocol.questions ?? []).flatMap(({ id, text, subQuestions }) =>
      [{ id, text }, ...subQuestions].map((one) => [
        one.id,
        { en: one.text, fr: one.text, es: one.text, pt: one.text },
      ]),
    ),
  );

export const themePassages: RouteUseCase<"themePassages"> = async (effects, actor, input) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state } = known.value;
  const theme = state.synthesis.themes.get(input.theme);
  if (!theme)
    return fail(
      problem(
        "app.not-found",
        `There is no theme "${input.theme}" in this review; it may have been taken away. Look at the list of themes.`,
      ),
    );
  const reader: Reader = { ...known.value, readable };
  const book = supportBook(state);
  const passages = codingsOfTheme(state, book, wholeTheme(state, theme));
  return ok({
    theme: shownTheme(state, book, theme, 0),
    total: passages.length,
    passages: passages
      .slice(0, input.limit)
      .map(({ id }) => shownSupport(reader, standingSupport(state, book, { kind: "coding", id }))),
    findings: findings(state)
      .filter(({ themes }) => themes.includes(theme.id))
      .map(({ id }) => id),
  });
};
