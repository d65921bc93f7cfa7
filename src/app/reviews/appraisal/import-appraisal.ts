import { fail, ok, type Problem, problem } from "#kernel";
import type { AppraisalAnswer, AppraisalContent, Instrument, Judgement, ReviewAct } from "#records";
import { appraisalPlan, checkAct, type ReviewState, standingSubmissions } from "#reviews";
import { canonicalJson } from "../../canonical-json.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { type Change, importAsMember, recordJudged } from "../import-as-member.ts";
import { knownReview } from "../known-review.ts";
import { type FileAnswer, readAnswersFile } from "./read-answers-file.ts";
import { shownAnchor } from "./shown-report.ts";

type Judged = {
  readonly problems: readonly Problem[];
  readonly changes: readonly Change[];
  /** Null where all stands as it is in the file. */
  readonly act: ReviewAct | null;
};

const same = (a: AppraisalAnswer, b: AppraisalAnswer): boolean => {
  const plain = ({ quote, ...answer }: AppraisalAnswer) =>
    canonicalJson({ ...answer, quote: quote && shownAnchor(quote) });
  return plain(a) === plain(b);
};

/** What each line of a report's answers says, and what the report's lines say together. */
function judgedReport(
  state: ReviewState,
  by: string,
  instrument: Instrument,
  lines: readonly FileAnswer[],
  submits: boolean,
): Judged {
  const record = lines[0]?.record ?? "";
  const submitted = standingSubmissions(state, record).get(by)?.content;
  const former = submitted ?? state.appraisal.drafts.get(record)?.get(by)?.content;
  const standing =
    former?.instrument === instrument.id && former.version === instrument.version ? former : undefined;
  const byItem = new Map(standing?.answers.map((answer) => [answer.item, answer]));
  const changes = lines.map(({ answer }): Change => {
    const before = byItem.get(answer.item);
    return before === undefined ? "new" : same(before, answer) ? "unchanged" : "changed";
  });
  const twice = lines.filter(
    ({ answer }, at) => lines.findIndex((one) => one.answer.item === answer.item) < at,
  );
  const judgements = new Map(
    lines.flatMap(({ judgement, line }) =>
      judgement ? [[canonicalJson(judgement), { judgement, line }]] : [],
    ),
  );
  const [told, other] = [...judgements.values()];
  const judgement: Judgement | null = told?.judgement ?? standing?.judgement ?? null;
  for (const { answer } of lines) byItem.set(answer.item, answer);
  const order = instrument.sections.flatMap(({ items }) => items.map(({ id }) => id));
  const content: AppraisalContent = {
    record,
    instrument: instrument.id,
    version: instrument.version,
    answers: [...byItem.values()].sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item)),
    judgement,
  };
  const isAsItStands =
    changes.every((change) => change === "unchanged") &&
    canonicalJson(judgement) === canonicalJson(standing?.judgement ?? null) &&
    (submitted !== undefined || !submits);
  const act: ReviewAct = { kind: submits ? "appraisal.submitted" : "appraisal.drafted", ...content };
  const fits = isAsItStands ? ok(null) : checkAct(state, act, by);
  const lineOf = (item: unknown) =>
    lines.find(({ answer }) => answer.item === item)?.line ?? lines[0]?.line ?? 0;
  return {
    changes,
    act: isAsItStands ? null : act,
    problems: [
      ...twice.map(({ line, answer }) =>
        problem(
          "reviews.identifier-twice",
          `Line ${line}: ${record} has an answer to ${answer.item} already. A file holds the answers of one person: of a download, keep the lines of one. Nothing was imported.`,
          { row: line, column: "item" },
        ),
      ),
      ...(other
        ? [
            problem(
              "reviews.cell-unfit",
              `Line ${other.line}, column judgement: ${record} has another overall judgement in line ${told?.line ?? 0}. A report has one. Nothing was imported.`,
              { row: other.line, column: "judgement" },
            ),
          ]
        : []),
      ...(fits.ok
        ? []
        : fits.problems.map(({ code, message, at }) => {
            const row = lineOf(at?.["field"]);
            return problem(code, `Line ${row}, ${record}: ${message}`, { ...at, row });
          })),
    ],
  };
}

/**
 * Answers of one's own to the instrument that stands, from a table: all that is wrong with it at once, and nothing
 * is recorded unless all of it fits. They become drafts, in which items that the file leaves out stay as they are,
 * or are submitted. The operator may bring in those of a member.
 */
export const importAppraisal: RouteUseCase<"importAppraisal"> = (effects, actor, input) =>
  importAsMember(effects, actor, input, async ({ known, by, bytes }) => {
    const plan = appraisalPlan(known.state);
    const instrument = plan?.definition;
    if (!plan || !instrument)
      return fail(
        problem(
          "reviews.not-planned",
          "The protocol of this review names no instrument that was taken in, so there is nothing to answer. Nothing was imported.",
        ),
      );
    const read = await readAnswersFile(effects, plan, input.name, bytes);
    if (!read.ok) return read;
    const { answers, problems: unread } = read.value;
    const byRecord = Map.groupBy(answers, ({ record }) => record);
    // Read anew: the file took a while, and the state moves on.
    const now = await knownReview(effects, actor, input.id);
    if (!now.ok) return now;
    const all = [...byRecord.values()].map((lines) =>
      judgedReport(now.value.state, by, instrument, lines, input.submit === "yes"),
    );
    const problems = [...unread, ...all.flatMap((one) => one.problems)];
    return recordJudged(effects, actor, input, by, {
      rows: answers.length,
      records: [...byRecord.keys()],
      changes: all.flatMap(({ changes }) => changes),
      problems,
      acts: all.flatMap(({ act }) => (act ? [act] : [])),
    });
  });
