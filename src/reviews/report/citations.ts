// Sentences and what they rest on: the report is not built while one of them cites no passage and is not
// marked as the view of its authors.

import { type Language, languages } from "#kernel";
import { type ReportSection, reportSections } from "#records";
import type { ReviewState } from "../state.ts";
import { findingWeight, type SupportBook, supportBook } from "../synthesis/supports.ts";
import { findings } from "../synthesis/themes.ts";
import { sectionName, viewName } from "./report-state.ts";
import { bareSentence, citationsIn, paragraphsOf, sentencesOf } from "./sentences.ts";

export type UnsupportedSentence = {
  readonly section: ReportSection;
  readonly language: Language;
  readonly sentence: string;
  /** Citations that lead to nothing that stands. */
  readonly unknown: readonly string[];
};

/** What can be cited, each with whether a passage stands behind it. */
export function citable(
  state: ReviewState,
  book: SupportBook = supportBook(state),
): ReadonlyMap<string, boolean> {
  const known = new Map<string, boolean>();
  for (const id of book.codings.keys()) known.set(id, true);
  for (const [name, { anchor, quote }] of book.rows)
    known.set(name.replace(" ", "/"), anchor !== null || quote !== "");
  for (const finding of findings(state))
    known.set(finding.id, findingWeight(state, book, finding).weight.passages > 0);
  return known;
}

export const isView = (
  state: ReviewState,
  section: ReportSection,
  language: Language,
  sentence: string,
): boolean => state.report.views.has(viewName(section, language, bareSentence(sentence)));

/** Every sentence of the prose that cites no passage and is not marked as a view. */
export function unsupportedSentences(
  state: ReviewState,
  of: readonly Language[] = languages,
): readonly UnsupportedSentence[] {
  const known = citable(state);
  return of.flatMap((language) =>
    reportSections.flatMap((section) => {
      const written = state.report.sections.get(sectionName(section, language));
      return paragraphsOf(written?.text ?? "")
        .flatMap(sentencesOf)
        .flatMap((sentence): UnsupportedSentence[] => {
          const cited = citationsIn(sentence);
          const unknown = cited.filter((id) => !known.has(id));
          const isSupported = unknown.length === 0 && cited.some((id) => known.get(id) === true);
          return isSupported || (unknown.length === 0 && isView(state, section, language, sentence))
            ? []
            : [{ section, language, sentence, unknown }];
        });
    }),
  );
}

/** Findings that rest on no passage that stands and are not said to be the view of the authors. */
export function unsupportedFindings(state: ReviewState): readonly string[] {
  const book = supportBook(state);
  return findings(state)
    .filter((one) => !one.authorsView && findingWeight(state, book, one).weight.passages === 0)
    .map(({ id }) => id);
}
