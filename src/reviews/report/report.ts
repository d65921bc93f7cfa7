// The acts of the report: words of the authors, their views marked as such, editions.

import { type Problem, problem } from "#kernel";
import type { ReportAct } from "#records";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import { unsupportedFindings, unsupportedSentences } from "./citations.ts";
import { reviewFlow } from "./flow.ts";
import { faultSentence } from "./flow-words.ts";
import { numberDifferences, reportNumbers } from "./report-numbers.ts";
import { sectionName, viewName } from "./report-state.ts";
import { bareSentence, paragraphsOf, sentencesOf } from "./sentences.ts";

type Published = Extract<ReportAct, { readonly kind: "report.published" }>;

/** Why a report cannot be built yet, in these languages; none = it can. */
export function buildProblems(state: ReviewState, languages: Published["languages"]): readonly Problem[] {
  return [
    ...reviewFlow(state).faults.map((fault) => problem("reviews.flow-not-conserved", faultSentence(fault))),
    ...unsupportedSentences(state, languages).map(({ section, language, sentence, unknown }) =>
      problem(
        "reviews.sentence-without-passage",
        unknown.length > 0
          ? `In the section ${section} (${language}) a sentence cites ${unknown.map((id) => `[${id}]`).join(", ")}, which is no finding, coding or row that stands: "${sentence}". Cite what stands.`
          : `In the section ${section} (${language}) a sentence cites no passage: "${sentence}". Cite a finding or a coding, such as [F1], or mark the sentence as the view of the authors.`,
        { field: `${section}.${language}` },
      ),
    ),
    ...unsupportedFindings(state).map((id) =>
      problem(
        "reviews.sentence-without-passage",
        `The finding ${id} rests on no passage that stands. Attach one, or say that it is the view of the authors.`,
        { field: id },
      ),
    ),
  ];
}

function checkPublished(state: ReviewState, act: Published): readonly Problem[] {
  const next = state.report.editions.length + 1;
  return [
    ...(act.edition === next && act.event === state.last
      ? []
      : [
          problem(
            "reviews.edition-out-of-turn",
            `The next edition is number ${next} and counts the log up to event ${state.last}; somebody worked on the review meanwhile. Look at the report and publish again. Nothing was recorded.`,
          ),
        ]),
    ...buildProblems(state, act.languages),
    ...numberDifferences(act.numbers, reportNumbers(state))
      .slice(0, 5)
      .map(({ id, stored, recomputed }) =>
        problem(
          "reviews.edition-numbers-differ",
          `The number ${id} of the edition is ${stored}, the log gives ${recomputed}. Nothing was recorded.`,
        ),
      ),
  ];
}

export const reportActs: ActRules<ReportAct["kind"]> = {
  "report.section-written": {
    parts: ["owner"],
    does: "write in the report",
    check: () => [],
    apply: (state, { act: { section, language, text }, by, at, number }) => {
      const name = sectionName(section, language);
      if (text.trim() === "") state.report.sections.delete(name);
      else state.report.sections.set(name, { section, language, text, by, at, event: number });
    },
  },
  "report.marked-as-view": {
    parts: ["owner"],
    does: "mark a sentence as the view of the authors",
    check: (state, { section, language, sentence, marked }) => {
      const text = state.report.sections.get(sectionName(section, language))?.text ?? "";
      const stands = paragraphsOf(text)
        .flatMap(sentencesOf)
        .some((one) => bareSentence(one) === bareSentence(sentence));
      return stands || !marked
        ? []
        : [
            problem(
              "reviews.sentence-unknown",
              "The section has no such sentence, or no longer; somebody may have rewritten it. Look at it again. Nothing was recorded.",
              { field: "sentence" },
            ),
          ];
    },
    apply: (state, { act: { section, language, sentence, marked } }) => {
      const name = viewName(section, language, bareSentence(sentence));
      if (marked) state.report.views.add(name);
      else state.report.views.delete(name);
    },
  },
  "report.published": {
    parts: ["owner"],
    does: "publish an edition of the report",
    check: checkPublished,
    apply: (state, { act: { kind: _, ...edition }, by, at, number }) => {
      state.report.editions.push({ ...edition, by, at, published: number });
    },
  },
};
