// Findings in sentences, each with its counts, and the passages behind them.

import type { Sha256 } from "#kernel";
import type { ReportBlock, ReportText } from "#records";
import { standingProtocol } from "../protocol/protocol.ts";
import type { ReviewState } from "../state.ts";
import { findingWeight, type SupportBook, supportBook } from "../synthesis/supports.ts";
import type { WrittenFinding } from "../synthesis/synthesis-state.ts";
import { findings } from "../synthesis/themes.ts";
import { cells, heading, inLanguage, said, tableBlock } from "./blocks.ts";
import type { SayInReport } from "./words/report-words.ts";

/** Whether the words of a source may be told to whoever reads the document. */
export type MayRead = (source: Sha256) => boolean;

/** The words in the language of the document, else in that of the review, else in any. */
function wordsOf(state: ReviewState, { text }: WrittenFinding, say: SayInReport): ReportText {
  const own = text[say.language];
  if (own !== undefined) return { text: own };
  const language = text[state.members.language] === undefined ? Object.keys(text)[0] : state.members.language;
  const words = language === undefined ? "" : (text[language as keyof typeof text] ?? "");
  return inLanguage(words, language ?? null, say.language);
}

function sentence(
  state: ReviewState,
  book: SupportBook,
  finding: WrittenFinding,
  say: SayInReport,
): ReportBlock {
  const { weight, against } = findingWeight(state, book, finding);
  const judged = state.synthesis.judgements.get(finding.id)?.judgement;
  return said(
    { text: `${finding.id}  `, bold: true, href: `#passages-${finding.id}` },
    wordsOf(state, finding, say),
    finding.authorsView
      ? ` ${say("findings.view")}`
      : ` ${say("findings.counts", { reports: weight.reports.length, passages: weight.passages })}`,
    weight.reports.length > 0 ? ` ${weight.reports.join(", ")}.` : "",
    against.passages > 0 ? ` ${say("findings.deviant", { n: against.passages })}` : "",
    ` ${judged ? say("certainty.judged", { level: say(`certainty.${judged.overall}`) }) : say("certainty.none")}`,
  );
}

/** By question, in the order of the protocol. */
export function findingBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const all = findings(state);
  if (all.length === 0) return [said(say("findings.none"))];
  const book = supportBook(state);
  const protocol = standingProtocol(state)?.protocol;
  const questions = protocol?.questions ?? [];
  const known = new Set(
    questions.flatMap(({ id, subQuestions }) => [id, ...subQuestions.map((sub) => sub.id)]),
  );
  const written = (of: readonly WrittenFinding[]) => of.map((one) => sentence(state, book, one, say));
  const others = all.filter(({ question }) => question === null || !known.has(question));
  return [
    ...questions.flatMap(({ id, text, subQuestions }) => {
      const ids = [id, ...subQuestions.map((sub) => sub.id)];
      const here = all.filter(({ question }) => question !== null && ids.includes(question));
      return here.length === 0 ? [] : [heading(3, `question-${id}`, `${id} ${text}`), ...written(here)];
    }),
    ...(others.length === 0 ? [] : [heading(3, "question-other", say("findings.other")), ...written(others)]),
  ];
}

/** Every passage of every finding: which report, which page, which words where they may be read. */
export function passageBlocks(
  state: ReviewState,
  say: SayInReport,
  mayRead: MayRead,
): readonly ReportBlock[] {
  const book = supportBook(state);
  const all = findings(state).map((finding) => ({ finding, found: findingWeight(state, book, finding) }));
  const some = all.filter(({ found }) => found.supports.some(({ stands }) => stands));
  if (some.length === 0) return [];
  return [
    heading(2, "passages", say("section.passages")),
    ...some.flatMap(({ finding, found }) => [
      tableBlock(`passages-${finding.id}`, {
        caption: `${say("passages.finding")} ${finding.id}`,
        columns: [say("passages.report"), say("passages.page"), say("passages.words")],
        rows: found.supports
          .filter(({ stands }) => stands)
          .map(({ record, anchor, quote }) =>
            cells(
              record ?? say("notStated"),
              anchor?.page === null || anchor === null ? say("notStated") : say.number(anchor.page),
              anchor !== null && !mayRead(anchor.source)
                ? say("passages.withheld")
                : inLanguage(
                    quote,
                    (record === null ? null : state.records.byId.get(record)?.record.language) ?? null,
                    say.language,
                  ),
            ),
          ),
        figures: [],
      }),
    ]),
  ];
}

/** Totals for the summary. */
export function findingTotals(state: ReviewState): {
  readonly findings: number;
  readonly passages: number;
  readonly reports: number;
} {
  const book = supportBook(state);
  const weights = findings(state).map((finding) => findingWeight(state, book, finding).weight);
  return {
    findings: weights.length,
    passages: weights.reduce((sum, { passages }) => sum + passages, 0),
    reports: new Set(weights.flatMap(({ reports }) => reports)).size,
  };
}
