// Supports, findings and themes as they are shown. The figures of a review are the same for everybody; the words
// of a report are told to those who may read it, those of coding under way to those who may know it.

import type { Finding } from "#records";
import {
  codingsOfTheme,
  type FormerFinding,
  findingWeight,
  type MapFilter,
  mayKnowCodings,
  type ReviewState,
  type StandingSupport,
  type SupportBook,
  suggestedCertainty,
  type Theme,
  unitOf,
  type WrittenFinding,
  wholeTheme,
} from "#reviews";
import type { RouteReply } from "../../use-case.ts";
import type { Readable } from "../coding/shown-coding.ts";
import { nameIn } from "../names.ts";
import { withoutWithheldWords } from "../withheld-words.ts";

export type ShownSupport = RouteReply<"supportsToFind">["supports"][number];
export type ShownFinding = RouteReply<"reviewSynthesis">["findings"][number];
export type ShownTheme = RouteReply<"reviewSynthesis">["themes"][number];
type ShownText = ShownFinding["finding"];

/** Who looks: what they may read, and their name in the log. */
export type Reader = { readonly state: ReviewState; readonly me: string | null; readonly readable: Readable };

export const titleOf = (state: ReviewState, record: string | null): string =>
  record === null ? "" : (state.records.byId.get(record)?.record.title ?? "");

export function shownSupport({ state, me, readable }: Reader, one: StandingSupport): ShownSupport {
  const { support, record, anchor, codes, lost } = one;
  const hidden = support.kind === "coding" && lost === "coding" && !mayKnowCodings(state, record ?? "", me);
  const withheld = hidden || (anchor !== null && !readable.has(anchor.source));
  return {
    support: withoutWithheldWords(support, (source) => readable.has(source)) as ShownSupport["support"],
    record,
    title: titleOf(state, record),
    source: withheld ? null : (anchor?.source ?? null),
    page: anchor?.page ?? null,
    quote: withheld ? "" : one.quote,
    withheld,
    codes: [...codes],
    lost,
  };
}

const shownText = ({ readable }: Reader, finding: Finding): ShownText => {
  const {
    question,
    kind,
    text,
    themes,
    supports,
    deviant,
    side,
    targetGroups,
    beneficiaries,
    branches,
    regions,
    nature,
    attribution,
    authorsView,
  } = finding;
  return withoutWithheldWords(
    {
      question,
      kind,
      text,
      themes,
      supports,
      deviant,
      side,
      targetGroups,
      beneficiaries,
      branches,
      regions,
      nature,
      attribution,
      authorsView,
    },
    (source) => readable.has(source),
  ) as unknown as ShownText;
};

const shownFormer = (reader: Reader, { finding, by, at }: FormerFinding) => ({
  finding: shownText(reader, finding),
  by: nameIn(reader.state, by),
  at,
});

const plainWeight = ({ passages, reports, units }: ReturnType<typeof findingWeight>["weight"]) => ({
  passages,
  reports: [...reports],
  units,
});

export function shownFinding(reader: Reader, book: SupportBook, finding: WrittenFinding): ShownFinding {
  const { state } = reader;
  const weighed = findingWeight(state, book, finding);
  const judged = state.synthesis.judgements.get(finding.id);
  return {
    id: finding.id,
    finding: shownText(reader, finding),
    by: nameIn(state, finding.by),
    at: finding.at,
    former: finding.former.map((one) => shownFormer(reader, one)),
    supports: weighed.supports.map((one) => shownSupport(reader, one)),
    deviant: weighed.deviant.map((one) => shownSupport(reader, one)),
    weight: plainWeight(weighed.weight),
    against: plainWeight(weighed.against),
    singleSource: weighed.singleSource,
    lost: weighed.lost,
    suggested: suggestedCertainty(state, finding, weighed) as ShownFinding["suggested"],
    judgement: judged
      ? {
          judgement: judged.judgement,
          by: nameIn(state, judged.by),
          at: judged.at,
          earlier: judged.event < finding.event,
        }
      : null,
  };
}

export const shownRemoved = (reader: Reader): RouteReply<"reviewSynthesis">["removed"] =>
  [...reader.state.synthesis.removed].map(([id, { reason, by, at, last }]) => ({
    id,
    reason,
    by: nameIn(reader.state, by),
    at,
    finding: shownText(reader, last),
  }));

export function shownTheme(state: ReviewState, book: SupportBook, theme: Theme, depth: number): ShownTheme {
  const passages = codingsOfTheme(state, book, wholeTheme(state, theme));
  const reports = [...new Set(passages.map(({ record }) => record))];
  return {
    id: theme.id,
    parent: theme.parent,
    depth,
    theme: { kind: theme.kind, title: theme.title, text: theme.text },
    codes: [...theme.codes],
    codings: [...theme.codings],
    passages: passages.length,
    reports,
    units: new Set(reports.map((record) => unitOf(state, record))).size,
  };
}

/** The sentence of a finding in a language, else in the first there is. */
export const sentenceOf = ({ text }: Pick<Finding, "text">, language: keyof Finding["text"]): string =>
  text[language] ?? Object.values(text).find(Boolean) ?? "";

/** `field:value` conditions by field. */
export function filterOf(where: readonly string[] | undefined): MapFilter {
  const found = new Map<string, Set<string>>();
  for (const one of where ?? []) {
    const at = one.indexOf(":");
    if (at <= 0) continue;
    const field = one.slice(0, at);
    found.set(field, (found.get(field) ?? new Set()).add(one.slice(at + 1)));
  }
  return found;
}
