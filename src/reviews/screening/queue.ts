// What a person is shown next.

import type { ScreeningStage } from "#records";
import type { ReviewState } from "../state.ts";
import { planOf, stageOutcome, stageRecords, standingDecisions, usedStages } from "./outcome.ts";
import { standingStop } from "./screening-state.ts";
import { assignees, isReviewer, reviewersOf, teamInTurn } from "./sharing.ts";

export type Queue = {
  /** Records in the order they will be shown. */
  readonly records: readonly string[];
  /** Those among them the person had put off. */
  readonly postponed: ReadonlySet<string>;
};

/** Whether a record still needs this person's decision at a stage it has reached. */
export function awaits(state: ReviewState, stage: ScreeningStage, record: string, member: string): boolean {
  const { status, decided } = stageOutcome(state, stage, record);
  if (status !== "waiting" && status !== "possible") return false;
  if (decided === 0 && standingStop(state.screening.stages[stage])) return false;
  if (decided > 0 && standingDecisions(state, stage, record).has(member)) return false;
  // A "possible" is a question to whoever has not decided yet.
  if (status === "possible") return true;
  return assignees(state, stage, record)?.includes(member) ?? true;
}

/**
 * The records that wait for a person at a stage, in the order they will be shown. Where nothing was shared
 * out and there are more reviewers than a record needs, everybody begins with other records, so that two
 * people do not read the same one; in the end everybody helps with what is left.
 *
 * A record put off until position p is shown as the person's p-th decision, or last where fewer are left:
 * the same log gives the same order.
 *
 * @param order records in the order wanted, all of them or some; what it leaves out comes last, as listed
 * @param strict exactly in that order for everybody, as draws at random must be
 */
export function queueOf(
  state: ReviewState,
  stage: ScreeningStage,
  member: string,
  order: readonly string[] | null = null,
  strict = false,
): Queue {
  if (!isReviewer(state, member) || !usedStages(state).includes(stage))
    return { records: [], postponed: new Set() };
  const waiting = stageRecords(state, stage).filter(({ record }) => awaits(state, stage, record.id, member));
  let records = waiting.map(({ record }) => record.id);
  if (order) {
    const left = new Set(records);
    const ordered = order.filter((id) => left.delete(id));
    records = [...ordered, ...left];
  }
  if (!strict) records = ownFirst(state, stage, member, records);

  const here = state.screening.stages[stage];
  const waits = new Set(records);
  const postponed = [...(here.postponed.get(member)?.values() ?? [])]
    .filter(({ record }) => waits.has(record))
    .sort((a, b) => a.position - b.position || a.event - b.event);
  if (postponed.length === 0) return { records, postponed: new Set() };
  const off = new Set(postponed.map(({ record }) => record));
  const queue = records.filter((id) => !off.has(id));
  const made = here.made.get(member) ?? 0;
  let due = 0;
  for (const { record, position } of postponed) {
    const place = Math.max(position - made - 1, due);
    queue.splice(place, 0, record);
    if (place === due) due++;
  }
  return { records: queue, postponed: off };
}

function ownFirst(state: ReviewState, stage: ScreeningStage, member: string, records: string[]): string[] {
  const { sharing, assigned } = state.screening.stages[stage];
  const required = planOf(state, stage)?.reviewers ?? 1;
  const reviewers = reviewersOf(state);
  if (sharing !== null || assigned.size > 0 || reviewers.length <= required) return records;
  const isOwn = (id: string) =>
    stageOutcome(state, stage, id).decided > 0 ||
    teamInTurn(reviewers, required, Number(id.slice(1)) - 1).includes(member);
  return [...records.filter(isOwn), ...records.filter((id) => !isOwn(id))];
}
