// Where each record stands in the screening, worked out from what was decided.

import { type ScreeningStage, type StagePlan, screeningStages } from "#records";
import { standingProtocol } from "../protocol/protocol.ts";
import { countedRecords } from "../records/records.ts";
import type { RecordState } from "../records/records-state.ts";
import type { ReviewState } from "../state.ts";
import { combine, type OutcomeStatus, type StageOutcome } from "./combine.ts";
import { type Decision, type NotRetrieved, standing, standingStop } from "./screening-state.ts";

const groups = new WeakMap<
  object,
  { readonly revision: number; readonly byKept: ReadonlyMap<string, readonly string[]> }
>();

/** The duplicates of each record that has some; worked out once for each state of the records. */
function duplicateGroups({ records }: ReviewState): ReadonlyMap<string, readonly string[]> {
  const known = groups.get(records);
  if (known?.revision === records.revision) return known.byKept;
  const byKept = new Map<string, string[]>();
  for (const { record, duplicateOf } of records.byId.values())
    if (duplicateOf !== null) byKept.set(duplicateOf, [...(byKept.get(duplicateOf) ?? []), record.id]);
  groups.set(records, { revision: records.revision, byKept });
  return byKept;
}

/** The record that counts for this one: itself, or the one it is a duplicate of. */
export const countedFor = (state: ReviewState, record: string): string =>
  state.records.byId.get(record)?.duplicateOf ?? record;

/** The duplicates of a record that counts. */
export const duplicatesIn = (state: ReviewState, kept: string): readonly string[] =>
  duplicateGroups(state).get(kept) ?? [];

/** A record that counts and its duplicates. */
export function groupOf(state: ReviewState, kept: string): readonly string[] {
  return [kept, ...duplicatesIn(state, kept)];
}

/** What the standing protocol says of a stage, used or not; null where it says nothing. */
export const planOf = (state: ReviewState, stage: ScreeningStage): StagePlan | null =>
  standingProtocol(state)?.protocol.stages.find((one) => one.stage === stage) ?? null;

/** Stages that are used, in their order: those of the protocol, but for what was skipped or taken up since. */
export const usedStages = (state: ReviewState): readonly ScreeningStage[] =>
  screeningStages.filter((stage) => {
    const plan = planOf(state, stage);
    return plan !== null && (state.screening.stages[stage].used?.used ?? plan.used);
  });

/**
 * For each person the decision on a record that stands. One made on a duplicate counts for the record, unless
 * the person decided on the record itself.
 */
export function standingDecisions(
  state: ReviewState,
  stage: ScreeningStage,
  kept: string,
): ReadonlyMap<string, Decision> {
  const { decisions } = state.screening.stages[stage];
  const found = new Map<string, Decision>();
  for (const one of decisions.get(kept) ?? []) if (one.withdrawn === null) found.set(one.by, one);
  for (const id of duplicatesIn(state, kept)) {
    const ofRecord = new Map<string, Decision>();
    for (const one of decisions.get(id) ?? []) if (one.withdrawn === null) ofRecord.set(one.by, one);
    for (const [by, one] of ofRecord) if (!found.has(by)) found.set(by, one);
  }
  return found;
}

/** The mark that the full text could not be obtained, on a record or a duplicate of it; null where none stands. */
export function notRetrieved(state: ReviewState, record: string): NotRetrieved | null {
  const { retrieval } = state.screening;
  if (retrieval.size === 0) return null;
  for (const id of groupOf(state, countedFor(state, record))) {
    const mark = standing(retrieval.get(id));
    if (mark) return mark;
  }
  return null;
}

/** The outcome at one stage, whether the record has come to it or not. */
export function stageOutcome(state: ReviewState, stage: ScreeningStage, record: string): StageOutcome {
  const { worked, adjudications } = state.screening.stages[stage];
  const { revision } = state.records;
  const protocolVersion = state.protocol.versions.length;
  if (worked.revision !== revision || worked.protocol !== protocolVersion) {
    worked.byRecord.clear();
    worked.revision = revision;
    worked.protocol = protocolVersion;
  }
  // Only records that count are held, so one that is found is not a duplicate.
  const known = worked.byRecord.get(record);
  if (known) return known;
  const kept = countedFor(state, record);
  if (kept !== record) return stageOutcome(state, stage, kept);
  const protocol = standingProtocol(state)?.protocol;
  const settled = groupOf(state, kept).flatMap((id) => standing(adjudications.get(id)) ?? []);
  const voices = [...standingDecisions(state, stage, kept).values()];
  const combined = combine(
    voices,
    settled[0] ?? null,
    planOf(state, stage)?.reviewers ?? 1,
    protocol?.criteria.map(({ id }) => id) ?? [],
  );
  // Whoever decided had the text before them.
  const isMissing =
    stage === "full-text" && combined.decided === 0 && !settled[0] && notRetrieved(state, kept) !== null;
  const outcome: StageOutcome = isMissing ? { ...combined, status: "not-retrieved" } : combined;
  worked.byRecord.set(kept, outcome);
  return outcome;
}

/** To be called when something about a record changed. */
export function forgetOutcome(state: ReviewState, stage: ScreeningStage, record: string): void {
  state.screening.stages[stage].worked.byRecord.delete(countedFor(state, record));
}

export type ScreeningStatus = OutcomeStatus | "unread";

export type ScreeningOutcome = {
  /** The stage it is at, or left at; null where the review screens nothing. */
  readonly stage: ScreeningStage | null;
  /** `unread`: nobody has decided on it, and reading was stopped by rule. */
  readonly status: ScreeningStatus;
  readonly criterion: string | null;
};

/** The status at a stage, allowing for a stop. */
export function statusAt(state: ReviewState, stage: ScreeningStage, record: string): ScreeningStatus {
  const { status, decided } = stageOutcome(state, stage, record);
  return status === "waiting" && decided === 0 && standingStop(state.screening.stages[stage])
    ? "unread"
    : status;
}

/**
 * Where a record stands: at the first stage that has not let it through, or included by the last. A duplicate
 * stands where the record it was joined to stands. This is the truth; what a person may be told of it is
 * `outcomeFor`.
 */
export function screeningOutcome(state: ReviewState, record: string): ScreeningOutcome {
  let last: ScreeningOutcome = { stage: null, status: "included", criterion: null };
  for (const stage of usedStages(state)) {
    const status = statusAt(state, stage, record);
    last = { stage, status, criterion: stageOutcome(state, stage, record).criterion };
    if (status !== "included") return last;
  }
  return last;
}

/** Whether a record has come to a stage: included by every used stage before it. */
export const hasReached = (state: ReviewState, stage: ScreeningStage, record: string): boolean =>
  usedStages(state)
    .slice(0, Math.max(usedStages(state).indexOf(stage), 0))
    .every((before) => stageOutcome(state, before, record).status === "included");

/** The records at a stage, or that left it, in the order they came; duplicates left out. */
export function stageRecords(state: ReviewState, stage: ScreeningStage): readonly RecordState[] {
  const used = usedStages(state);
  if (!used.includes(stage)) return [];
  const before = used.slice(0, used.indexOf(stage));
  const found: RecordState[] = [];
  for (const one of countedRecords(state))
    if (before.every((earlier) => stageOutcome(state, earlier, one.record.id).status === "included"))
      found.push(one);
  return found;
}

/** Records that passed every used stage; all that count where no stage is used. In the order they came. */
export const includedRecords = (state: ReviewState): readonly RecordState[] =>
  [...countedRecords(state)].filter(({ record }) => screeningOutcome(state, record.id).status === "included");
