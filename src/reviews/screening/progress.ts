// How far the screening is: by stage, and by person.

import type { ScreeningStage } from "#records";
import { statusFor, type Viewer } from "../blind.ts";
import type { ReviewState } from "../state.ts";
import {
  type ScreeningStatus,
  stageOutcome,
  stageRecords,
  standingDecisions,
  usedStages,
} from "./outcome.ts";
import { queueOf } from "./queue.ts";
import { standing } from "./screening-state.ts";

export type StageCounts = Readonly<Record<ScreeningStatus, number>> & {
  /** Records that came to the stage. */
  readonly records: number;
  /** Of those that wait: somebody has decided already. */
  readonly begun: number;
};

/**
 * The records at a stage by status. `records` is the sum of all statuses: none is lost and none counts twice.
 *
 * @param viewer what they may not know of counts as waiting: a count of conflicts that rises with one's own
 *   decision tells what the other had said
 */
export function stageCounts(
  state: ReviewState,
  stage: ScreeningStage,
  viewer: Viewer = "operator",
): StageCounts {
  const counts = {
    waiting: 0,
    conflict: 0,
    possible: 0,
    included: 0,
    excluded: 0,
    "not-retrieved": 0,
    unread: 0,
  };
  let begun = 0;
  const records = stageRecords(state, stage);
  for (const { record } of records) {
    const status = statusFor(state, stage, record.id, viewer);
    counts[status]++;
    if (status === "waiting" && stageOutcome(state, stage, record.id).decided > 0) begun++;
  }
  return { ...counts, records: records.length, begun };
}

export type MemberProgress = {
  readonly account: string;
  /** Records of the stage on which a decision of theirs stands. */
  readonly decided: number;
  /** Records that wait for them. */
  readonly waiting: number;
  readonly postponed: number;
  /** Whether work was shared out to them, and they screen no longer: it went to others. */
  readonly left: boolean;
};

/** Everybody who screens or screened at a stage; how they decided is not told here. */
export function memberProgress(state: ReviewState, stage: ScreeningStage): readonly MemberProgress[] {
  const decided = new Map<string, number>();
  for (const { record } of stageRecords(state, stage))
    for (const by of standingDecisions(state, stage, record.id).keys())
      decided.set(by, (decided.get(by) ?? 0) + 1);
  return [...state.members.byAccount.values()]
    .filter(({ account, parts }) => parts.includes("reviewer") || decided.has(account))
    .map(({ account, parts }) => {
      const queue = queueOf(state, stage, account);
      return {
        account,
        decided: decided.get(account) ?? 0,
        waiting: queue.records.length,
        postponed: queue.postponed.size,
        left: !parts.includes("reviewer"),
      };
    });
}

/** Records an adjudicator has to settle: conflicts, and those everybody asked found merely possible. */
export const toSettle = (state: ReviewState, stage: ScreeningStage): readonly string[] =>
  stageRecords(state, stage)
    .map(({ record }) => record.id)
    .filter((id) => ["conflict", "possible"].includes(stageOutcome(state, stage, id).status));

export type EarlierDecision = {
  readonly event: number;
  readonly record: string;
  readonly by: string;
  readonly protocol: number;
  /** It names a criterion that the protocol has no more, or in other words. */
  readonly criterionChanged: boolean;
};

/**
 * Decisions that stand and were made under an earlier version of the protocol, the earliest first. They are
 * kept; whether the amendment touches them is for people to judge, so they are listed.
 */
export function earlierDecisions(state: ReviewState, stage: ScreeningStage): readonly EarlierDecision[] {
  const { versions } = state.protocol;
  const now = new Map(versions.at(-1)?.protocol.criteria.map((one) => [one.id, one.text]));
  const found: EarlierDecision[] = [];
  for (const { record } of stageRecords(state, stage))
    for (const one of standingDecisions(state, stage, record.id).values()) {
      if (one.protocol >= versions.length) continue;
      const then = versions[one.protocol - 1]?.protocol.criteria.find(({ id }) => id === one.criterion)?.text;
      found.push({
        event: one.event,
        record: record.id,
        by: one.by,
        protocol: one.protocol,
        criterionChanged: one.criterion !== null && now.get(one.criterion) !== then,
      });
    }
  return found.sort((a, b) => a.event - b.event);
}

export type SettledInOrder = {
  readonly total: number;
  /** 1 included, 0 excluded. */
  readonly labels: readonly (0 | 1)[];
  /** 1 where the record had been drawn at random. */
  readonly drawnAtRandom: readonly (0 | 1)[];
  /** Records that were read, or put off, and are not settled: until they are, no draw is complete. */
  readonly open: number;
};

/**
 * What a stopping rule may look at: settled records in the order in which they were first read, 1 for
 * included. What is not settled counts as not read, which makes a rule careful and tells nobody anything.
 */
export function settledInOrder(state: ReviewState, stage: ScreeningStage): SettledInOrder {
  const records = stageRecords(state, stage);
  const read: { readonly event: number; readonly label: 0 | 1; readonly drawn: 0 | 1 }[] = [];
  const putOff = new Set(
    [...state.screening.stages[stage].postponed.values()].flatMap((own) => [...own.keys()]),
  );
  let open = 0;
  for (const { record } of records) {
    const { status, decided } = stageOutcome(state, stage, record.id);
    if (status !== "included" && status !== "excluded") {
      if (decided > 0 || putOff.has(record.id)) open++;
      continue;
    }
    const [first] = [...standingDecisions(state, stage, record.id).values()].sort(
      (a, b) => a.event - b.event,
    );
    read.push({
      event: first?.event ?? standing(state.screening.stages[stage].adjudications.get(record.id))?.event ?? 0,
      label: status === "included" ? 1 : 0,
      drawn: first?.shown?.order === "random" ? 1 : 0,
    });
  }
  read.sort((a, b) => a.event - b.event);
  return {
    total: records.length,
    labels: read.map(({ label }) => label),
    drawnAtRandom: read.map(({ drawn }) => drawn),
    open,
  };
}

/** The first stage that still has work, else the last one used; null where none is used. */
export function presentStage(state: ReviewState): ScreeningStage | null {
  const used = usedStages(state);
  return (
    used.find((stage) => {
      const { waiting, conflict, possible } = stageCounts(state, stage);
      return waiting + conflict + possible > 0;
    }) ??
    used.at(-1) ??
    null
  );
}
