// The screening of a review for those who look at it as a whole: one record, conflicts, progress, agreement.

import { fail, ok, problem } from "#kernel";
import { screeningStages } from "#records";
import {
  countedFor,
  duplicatesOf,
  earlierDecisions,
  mayKnow,
  memberParts,
  memberProgress,
  outcomeFor,
  type ReviewState,
  recordHistory,
  stageAgreement,
  stageCounts,
  standingDecisions,
  statusFor,
  toSettle,
} from "#reviews";
import type { AgreementFigure } from "#statistics";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { shownRecord } from "../records/read-records.ts";
import { shownStop } from "./read-queue.ts";
import { stoppingEstimates } from "./stopping.ts";

export const screenedRecord: RouteUseCase<"screenedRecord"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const one = state.records.byId.get(input.record);
  if (!one)
    return fail(
      problem(
        "reviews.record-unknown",
        `There is no record ${input.record} in the review ${input.id}; it has R1 to R${state.records.byId.size}.`,
        { field: "record" },
      ),
    );
  const outcome = outcomeFor(state, input.record, me);
  const kept = countedFor(state, input.record);
  const own =
    me === null || outcome.stage === null ? undefined : standingDecisions(state, outcome.stage, kept).get(me);
  const history = recordHistory(state, input.record, me);
  const titleOf = (id: string) => state.records.byId.get(id)?.record.title ?? "";
  const { project } = one;
  return ok({
    record: shownRecord(one, me !== null || actor.role === "administrator"),
    ...outcome,
    own: own
      ? {
          event: own.event,
          at: own.at,
          verdict: own.verdict,
          criterion: own.criterion,
          reason: own.reason,
          protocol: own.protocol,
        }
      : null,
    history: history.lines.map((line) => ({ ...line, by: nameIn(state, line.by), own: line.by === me })),
    hidden: history.hidden,
    duplicates: duplicatesOf(state, kept).map(({ record }) => ({ id: record.id, title: record.title })),
    linked:
      project === null
        ? []
        : [...state.records.byId.values()]
            .filter((other) => other.project === project && other.record.id !== input.record)
            .map(({ record, role }) => ({ id: record.id, title: titleOf(record.id), role: role ?? "" })),
  });
};

export const screeningConflicts: RouteUseCase<"screeningConflicts"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const { stage } = input;
  // How many there are tells whose decision came last what the other had said: it is told with the records.
  const waiting = toSettle(state, stage).filter((id) => mayKnow(state, stage, id, me));
  const may = me !== null && memberParts(state, me).includes("adjudicator");
  const shown = may ? waiting.slice(input.offset, input.offset + input.limit) : [];
  return ok({
    total: waiting.length,
    may,
    protocol: state.protocol.versions.length,
    conflicts: shown.flatMap((id) => {
      const one = state.records.byId.get(id);
      if (!one) return [];
      return [
        {
          record: shownRecord(one, true),
          status: statusFor(state, stage, id, me),
          voices: [...standingDecisions(state, stage, id).values()].map((voice) => ({
            by: nameIn(state, voice.by),
            verdict: voice.verdict,
            criterion: voice.criterion,
            reason: voice.reason,
            protocol: voice.protocol,
            at: voice.at,
            own: voice.by === me,
            left: memberParts(state, voice.by).length === 0,
          })),
        },
      ];
    }),
  });
};

const earlierShown = 500;

export const screeningProgress: RouteUseCase<"screeningProgress"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const { stage } = input;
  const here = state.screening.stages[stage];
  const earlier = earlierDecisions(state, stage);
  return ok({
    counts: stageCounts(state, stage, me),
    protocol: state.protocol.versions.length,
    members: memberProgress(state, stage).map((one) => ({ ...one, name: nameIn(state, one.account) })),
    sharing: here.sharing && {
      members: here.sharing.members.map((member) => nameIn(state, member)),
      how: here.sharing.how,
    },
    assigned: here.assigned.size,
    earlier: {
      total: earlier.length,
      decisions: earlier.slice(0, earlierShown).map(({ by, criterionChanged, ...one }) => ({
        ...one,
        by: nameIn(state, by),
        own: by === me,
        // Which criterion somebody named tells how they decided.
        criterionChanged: criterionChanged && (by === me || mayKnow(state, stage, one.record, me)),
      })),
    },
    stops: here.stops.map((stop) => shownStop(state, stop)),
    stopping: stoppingEstimates(state, stage),
  });
};

type Figure = RouteReply<"screeningAgreement">["percent"];

const shownFigure = ({ value, reason, units, pairs, interval }: AgreementFigure): Figure => ({
  value,
  reason,
  units,
  pairs,
  lower: interval?.lower ?? null,
  upper: interval?.upper ?? null,
  level: interval?.level ?? 0.95,
});

export const screeningAgreement: RouteUseCase<"screeningAgreement"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state } = known.value;
  const found = stageAgreement(state, input.stage);
  if (!found.ok) return found;
  const { raters, records, notIndependent, summary } = found.value;
  const names = raters.map((rater) => nameIn(state, rater));
  return ok({
    records,
    raters: names,
    notIndependent,
    percent: shownFigure(summary.percent),
    cohen: shownFigure(summary.cohen),
    fleiss: shownFigure(summary.fleiss),
    alpha: shownFigure(summary.alpha),
    gwet: shownFigure(summary.gwet),
    prevalenceAdjusted: shownFigure(summary.prevalenceAdjusted),
    pairs: summary.ofPairs.map((pair) => ({
      members: pair.raters.map((place) => names[place] ?? ""),
      kappa: shownFigure(pair.kappa),
    })),
  });
};

/** A cell of CSV; what a spreadsheet would take for a formula is made text by an apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const head = [
  "record",
  "title",
  "year",
  "stage",
  "outcome",
  "criterion",
  "decided by",
  "verdict",
  "criterion of the person",
  "reason",
  "protocol",
  "at",
];

/** A line for each decision that may be known, and one for a record without any: outcome and voice beside each other. */
function* decisionLines(state: ReviewState, me: string | null): Generator<readonly (string | number)[]> {
  yield head;
  for (const { record } of state.records.byId.values()) {
    const outcome = outcomeFor(state, record.id, me);
    const facts = [record.id, record.title, record.year ?? ""];
    let told = 0;
    for (const stage of screeningStages)
      for (const voice of standingDecisions(state, stage, countedFor(state, record.id)).values()) {
        if (voice.by !== me && !mayKnow(state, stage, record.id, me)) continue;
        told++;
        yield [
          ...facts,
          stage,
          statusFor(state, stage, record.id, me),
          outcome.stage === stage ? (outcome.criterion ?? "") : "",
          nameIn(state, voice.by),
          voice.verdict,
          voice.criterion ?? "",
          voice.reason ?? "",
          voice.protocol,
          voice.at,
        ];
      }
    if (told === 0)
      yield [...facts, outcome.stage ?? "", outcome.status, outcome.criterion ?? "", "", "", "", "", "", ""];
  }
}

export const screeningDecisions: RouteUseCase<"screeningDecisions"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const text = [...decisionLines(state, me)].map((line) => line.map(cell).join(",")).join("\r\n");
  return ok({
    fileName: `${id}-decisions.csv`,
    mediaType: "text/csv; charset=utf-8",
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    stream: (async function* () {
      yield new TextEncoder().encode(`\ufeff${text}\r\n`);
    })(),
  });
};
