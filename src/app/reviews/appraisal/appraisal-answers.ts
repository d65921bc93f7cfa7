import { ok } from "#kernel";
import type { AppraisalAnswer } from "#records";
import {
  appraisalOutcome,
  includedRecords,
  mayKnowAppraisal,
  type ReviewState,
  standingSubmissions,
} from "#reviews";
import { readableSources } from "../../readable.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { guarded, passageText } from "../cells-of-tables.ts";
import { csvFile } from "../csv-file.ts";
import { knownReview } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { mayReadAnchor, type Readable } from "./shown-report.ts";

type Line = readonly (string | number)[];

const head: Line = [
  "record",
  "title",
  "outcome",
  "appraiser",
  "instrument",
  "version",
  "item",
  "rating",
  "justification",
  "quote",
  "page",
  "passage",
  "judgement",
  "judgement.reason",
  "at",
];

const answerCells = (
  { item, rating, justification, quote, typed }: AppraisalAnswer,
  readable: Readable,
): Line => {
  const told = mayReadAnchor(readable, quote) ? quote : null;
  return [
    item,
    rating,
    guarded(justification),
    guarded(told?.quote ?? typed?.text ?? ""),
    told?.page ?? typed?.page ?? "",
    passageText(told, typed),
  ];
};

/** A line for each answer that may be known; what was reconciled is a person of its own, so to say. */
function* answerLines(state: ReviewState, me: string | null, readable: Readable): Generator<Line> {
  yield head;
  for (const { record } of includedRecords(state)) {
    const { status, final } = appraisalOutcome(state, record.id);
    const knows = mayKnowAppraisal(state, record.id, me);
    const facts = [record.id, record.title, status];
    for (const { by, at, content } of standingSubmissions(state, record.id).values())
      if (by === me || knows)
        for (const answer of content.answers)
          yield [
            ...facts,
            nameIn(state, by),
            content.instrument,
            content.version,
            ...answerCells(answer, readable),
            content.judgement?.grade ?? "",
            content.judgement?.reason ?? "",
            at,
          ];
    if (final?.by === "reconciled" && knows)
      for (const answer of final.answers)
        yield [
          ...facts,
          "(reconciled)",
          final.instrument.id,
          final.instrument.version,
          ...answerCells(answer, readable),
          final.judgement?.grade ?? "",
          final.judgement?.reason ?? "",
          "",
        ];
  }
}

export const appraisalAnswers: RouteUseCase<"appraisalAnswers"> = async (effects, actor, { id }) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  return ok(csvFile(`${id}-appraisal.csv`, [...answerLines(state, me, readable)]));
};
