// The report as one document, from the records and the words of its authors. Page, DOCX and PDF are written
// from it and say the same.

import type { ReportBlock, ReportDocument, ReportSection, ReportText } from "#records";
import { standingProtocol } from "../protocol/protocol.ts";
import type { ReviewState } from "../state.ts";
import { findings } from "../synthesis/themes.ts";
import { heading, inLanguage, said } from "./blocks.ts";
import { checklistBlocks } from "./checklist.ts";
import { isView } from "./citations.ts";
import { limitBlocks, listBlocks, matrixBlocks } from "./document-annexes.ts";
import { findingBlocks, findingTotals, type MayRead, passageBlocks } from "./document-findings.ts";
import { methodBlocks } from "./document-methods.ts";
import { reviewFlow } from "./flow.ts";
import { sectionName } from "./report-state.ts";
import { selectionPicture, selectionTable } from "./selection-figures.ts";
import { paragraphsOf, partsOf, sentencesOf } from "./sentences.ts";
import type { SayInReport } from "./words/report-words.ts";

/** The words of the authors, with links from their citations. */
function proseBlocks(state: ReviewState, section: ReportSection, say: SayInReport): readonly ReportBlock[] {
  const written = state.report.sections.get(sectionName(section, say.language));
  const known = new Set(findings(state).map(({ id }) => id));
  return paragraphsOf(written?.text ?? "").map((paragraph): ReportBlock => {
    const content = sentencesOf(paragraph).flatMap((sentence, n): readonly ReportText[] => [
      ...(n > 0 ? [{ text: " " }] : []),
      ...partsOf(sentence).map(
        ({ text, cites }): ReportText =>
          cites !== null && known.has(cites) ? { text, href: `#passages-${cites}` } : { text },
      ),
      ...(isView(state, section, say.language, sentence)
        ? [{ text: ` ${say("findings.view")}`, italic: true }]
        : []),
    ]);
    return { kind: "paragraph", by: "author", content };
  });
}

function summaryBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const { boxes } = reviewFlow(state);
  const count = (...ids: readonly string[]) =>
    boxes.filter(({ id }) => ids.includes(id)).reduce((sum, box) => sum + box.count, 0);
  const included = boxes.find(({ id }) => id === "included");
  return [
    said(
      say("summary.numbers", {
        found: count("previous", "registers", "other-methods"),
        duplicates: count("duplicates"),
        included: included?.count ?? 0,
        projects: say.number(included?.projects ?? null),
        ...findingTotals(state),
      }),
    ),
  ];
}

function introductionBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const protocol = standingProtocol(state)?.protocol;
  if (!protocol) return [];
  const own = (text: string) =>
    text === "" ? [] : [said(inLanguage(text, protocol.language, say.language))];
  return [
    ...own(protocol.background),
    ...own(protocol.termsOfReference),
    heading(3, "questions", say("section.questions")),
    {
      kind: "list",
      items: protocol.questions.flatMap(({ id, text, subQuestions }) =>
        [{ id, text }, ...subQuestions].map((one) => [
          { text: `${one.id} `, bold: true },
          inLanguage(one.text, protocol.language, say.language),
        ]),
      ),
    },
  ];
}

const figure = (state: ReviewState, side: "before" | "after", say: SayInReport): ReportBlock => ({
  kind: "figure",
  id: side === "before" ? "figure-1" : "figure-3",
  caption: say(side === "before" ? "figure.1" : "figure.3"),
  picture: selectionPicture(state, side, say),
  table: selectionTable(state, side, say),
});

/**
 * The document after the last event of the state.
 *
 * @param edition its number, where the state is that of an edition; null for a draft
 * @param mayRead whose words stand in it; the document that an edition freezes has all of them
 */
export function reportDocument(
  state: ReviewState,
  say: SayInReport,
  edition: number | null,
  mayRead: MayRead = () => true,
): ReportDocument {
  const part = (section: ReportSection, blocks: readonly ReportBlock[]): readonly ReportBlock[] => {
    const prose = proseBlocks(state, section, say);
    return prose.length + blocks.length === 0
      ? []
      : [heading(2, section, say(`section.${section}`)), ...prose, ...blocks];
  };
  return {
    review: state.id,
    language: say.language,
    title: state.members.title,
    subtitle: `${say("report.kind")} · ${
      edition === null
        ? say("report.draft", { event: state.last })
        : say("report.edition", { edition, event: state.last })
    }`,
    edition,
    blocks: [
      ...part("summary", summaryBlocks(state, say)),
      ...part("introduction", introductionBlocks(state, say)),
      ...part("methods", methodBlocks(state, say)),
      heading(2, "reports", say("section.reports")),
      figure(state, "before", say),
      figure(state, "after", say),
      ...part("findings", findingBlocks(state, say)),
      ...part("limits", limitBlocks(state, say)),
      ...part("conclusions", []),
      ...listBlocks(state, say),
      ...matrixBlocks(state, say),
      ...passageBlocks(state, say, mayRead),
      ...checklistBlocks(state, say),
      heading(2, "trace", say("section.trace")),
      said(say("trace.text", { events: state.last, date: say.date(state.lastAt) })),
    ],
  };
}
