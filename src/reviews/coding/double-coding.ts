// Who codes a report, who may see whose codings, and which of them count. Where the protocol asks for two
// coders, each works alone until both have submitted; then the two are compared and settled.

import { appraisalOutcome } from "../appraisal/appraisal-outcome.ts";
import { memberParts } from "../members/members.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import { countedFor, groupOf, screeningOutcome } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import type { Coding, Settlement, Submission } from "./coding-state.ts";

/** How many people code each report by the protocol as it stands; one where it says nothing. */
export const codersNeeded = (state: ReviewState): 1 | 2 =>
  standingProtocol(state)?.protocol.coding?.coders ?? 1;

export const isDoubleCoded = (state: ReviewState): boolean => codersNeeded(state) > 1;

/** What was submitted on a report, in the order it came. */
export const submissionsOf = (state: ReviewState, record: string): readonly Submission[] => {
  const group = groupOf(state, countedFor(state, record));
  return [...state.coding.submissions.values()].filter((one) => group.includes(one.record));
};

export const hasSubmitted = (state: ReviewState, record: string, account: string): boolean =>
  state.coding.submissions.has(`${record} ${account}`);

/** Both are in: they are compared, and everybody may see them. */
export const isCompared = (state: ReviewState, record: string): boolean =>
  submissionsOf(state, record).length >= codersNeeded(state);

export const settlementOf = (state: ReviewState, record: string): Settlement | null =>
  groupOf(state, countedFor(state, record))
    .flatMap((id) => state.coding.settled.get(id) ?? [])
    .sort((a, b) => b.event - a.event)[0] ?? null;

/** Whether somebody may see what others coded in a report. */
export const mayKnowCodings = (state: ReviewState, record: string, viewer: string | null): boolean =>
  viewer === "operator" || !isDoubleCoded(state) || isCompared(state, record);

/** The codings somebody may see, of one report or of all; rejected ones left out. */
export function visibleCodings(
  state: ReviewState,
  viewer: string | null,
  record: string | null = null,
): readonly Coding[] {
  const group = record === null ? null : groupOf(state, countedFor(state, record));
  const known = new Map<string, boolean>();
  return [...state.coding.codings.values()].filter((one) => {
    if (one.status === "rejected" || (group !== null && !group.includes(one.record))) return false;
    if (one.by === viewer) return true;
    let may = known.get(one.record);
    if (may === undefined) {
      may = mayKnowCodings(state, one.record, viewer);
      known.set(one.record, may);
    }
    return may;
  });
}

/**
 * Whether a coding counts: made or accepted by a person, and, where two people code each report, kept when
 * the two were settled or added since.
 */
export function isCounted(state: ReviewState, coding: Coding): boolean {
  if (coding.status !== "standing") return false;
  if (!isDoubleCoded(state)) return true;
  const settled = settlementOf(state, coding.record);
  return settled !== null && (coding.event > settled.event || settled.keep.includes(coding.id));
}

/**
 * The codings that count, in the order they were made; everything that is made of codes rests on these. What was
 * coded in a report that was then excluded stays in the log and counts for nothing.
 */
export function codings(state: ReviewState): readonly Coding[] {
  const out = new Map<string, boolean>();
  const isOut = (record: string): boolean => {
    const known = out.get(record);
    if (known !== undefined) return known;
    const { status } = screeningOutcome(state, record);
    const isExcluded =
      status === "excluded" ||
      status === "not-retrieved" ||
      appraisalOutcome(state, record).status === "excluded";
    out.set(record, isExcluded);
    return isExcluded;
  };
  return [...state.coding.codings.values()]
    .filter((one) => isCounted(state, one) && !isOut(one.record))
    .sort((a, b) => a.event - b.event || (a.id < b.id ? -1 : 1));
}

/** People at work on a report: who submitted, and coders who put a code on it and still take part. */
export function codersOf(state: ReviewState, record: string): readonly string[] {
  const group = groupOf(state, countedFor(state, record));
  const found = new Set(submissionsOf(state, record).map(({ by }) => by));
  for (const { record: at, by, status } of state.coding.codings.values())
    if (status === "standing" && group.includes(at) && memberParts(state, by).includes("coder"))
      found.add(by);
  return [...found];
}

/** Two code each report; a third would never be compared. */
export const isTakenByOthers = (state: ReviewState, record: string, account: string): boolean =>
  isDoubleCoded(state) &&
  settlementOf(state, record) === null &&
  codersOf(state, record).filter((one) => one !== account).length >= codersNeeded(state);

/** Whether somebody's work on a report is finished for now: submitted, and the two not settled yet. */
export const isFrozen = (state: ReviewState, record: string, account: string): boolean =>
  isDoubleCoded(state) && hasSubmitted(state, record, account) && settlementOf(state, record) === null;
