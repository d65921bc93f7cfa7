// Who is to decide which records. Shares are about what somebody is shown; whoever is a reviewer may decide.

import type { ScreeningStage } from "#records";
import { memberParts } from "../members/members.ts";
import type { ReviewState } from "../state.ts";
import { countedFor, planOf, standingDecisions } from "./outcome.ts";

/** Members who screen at present, in the order they came. */
export const reviewersOf = (state: ReviewState): readonly string[] =>
  [...state.members.byAccount.values()]
    .filter(({ parts }) => parts.includes("reviewer"))
    .map(({ account }) => account);

/**
 * The n-th team of a size, all teams in turn, so that everybody decides the same number and everybody meets
 * everybody else.
 *
 * @param n from 0; after the last team comes the first
 * @returns all members where there are no more of them than a team has
 */
export function teamInTurn(members: readonly string[], size: number, n: number): readonly string[] {
  if (members.length <= size) return members;
  if (size < 1) return [];
  const all = teamsOf(members.length, size);
  return (all[n % all.length] ?? []).map((place) => members[place] as string);
}

const teams = new Map<string, readonly (readonly number[])[]>();

/** Teams as places, those whose members stand next to each other first, so that few records are even too. */
function teamsOf(count: number, size: number): readonly (readonly number[])[] {
  const known = teams.get(`${count} ${size}`);
  if (known) return known;
  const found = new Map<string, readonly number[]>();
  const gaps: readonly (readonly number[])[] =
    size === 1
      ? [[]]
      : size === 2
        ? Array.from({ length: Math.floor(count / 2) }, (_, i) => [i + 1])
        : Array.from({ length: count }, (_, i) => i + 1).flatMap((gap) =>
            Array.from({ length: count - gap - 1 }, (_, i) => [gap, gap + 1 + i]),
          );
  for (const gap of gaps)
    for (let first = 0; first < count; first++) {
      const team = [first, ...gap.map((one) => (first + one) % count)].sort((a, b) => a - b);
      found.set(team.join(" "), team);
    }
  const made = [...found.values()];
  teams.set(`${count} ${size}`, made);
  return made;
}

const numberOf = (record: string): number => Number(record.slice(1)) - 1;

/**
 * The people a record waits for, where it was shared out; null: any reviewer. Places of those who screen no
 * longer and had not decided go to other reviewers in turn, so that nothing waits for somebody who has left.
 */
export function assignees(
  state: ReviewState,
  stage: ScreeningStage,
  record: string,
): readonly string[] | null {
  const { assigned, sharing } = state.screening.stages[stage];
  const required = planOf(state, stage)?.reviewers ?? 1;
  const kept = countedFor(state, record);
  const planned =
    assigned.get(kept) ??
    (sharing === null
      ? null
      : sharing.how === "each"
        ? sharing.members
        : teamInTurn(sharing.members, required, numberOf(kept)));
  if (planned === null) return null;
  const reviewers = reviewersOf(state);
  const active = planned.filter((member) => reviewers.includes(member));
  const left = planned.filter((member) => !reviewers.includes(member));
  if (left.length === 0) return active;
  const decided = standingDecisions(state, stage, kept);
  const open = left.filter((member) => !decided.has(member)).length;
  const others = reviewers.filter((member) => !planned.includes(member) && !decided.has(member));
  return [...active, ...teamInTurn(others, open, numberOf(kept))];
}

/** Whether somebody screens in the review. */
export const isReviewer = (state: ReviewState, account: string): boolean =>
  memberParts(state, account).includes("reviewer");
