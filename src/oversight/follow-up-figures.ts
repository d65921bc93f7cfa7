// The figures of follow-up from counted states. Each has its denominator; shares of few are left as numbers.

import { followUpStates, type RecommendationState, type Verdict } from "#records";
import { quantile } from "#statistics";

/** What is counted of a group of recommendations. */
export type FollowUpTallied = {
  readonly total: number;
  readonly states: Readonly<Record<RecommendationState, number>>;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly answeredInGeneral: number;
  readonly overdueResponse: number;
  readonly overdueAction: number;
  readonly responseDays: readonly number[];
  readonly completionDays: readonly number[];
};

type Median = { readonly median: number | null; readonly n: number };

export type FollowUpFigure = {
  readonly total: number;
  readonly issued: number;
  readonly responded: number;
  readonly accepted: number;
  readonly partiallyAccepted: number;
  readonly rejected: number;
  readonly answeredInGeneral: number;
  readonly withoutAction: number;
  readonly implemented: number;
  readonly verified: number;
  readonly overdueResponse: number;
  readonly overdueAction: number;
  /** (accepted + partially accepted) / responded; null where fewer than ten were responded to. */
  readonly acceptedShare: number | null;
  /** implemented / (accepted + partially accepted); null where fewer than ten were accepted. */
  readonly implementedShare: number | null;
  readonly responseDays: Median;
  readonly completionDays: Median;
};

/** Below this denominator a share says more than it knows. */
export const fewest = 10;
const share = (part: number, of: number): number | null => (of < fewest ? null : part / of);

function median(days: readonly number[]): Median {
  const found = quantile(days, 0.5);
  return { median: found.ok ? found.value : null, n: days.length };
}

/**
 * How advice was answered and carried out, for one group of recommendations.
 *
 * Issued = all but drafts. Responded = those with a verdict; an answer to the report as a whole is none.
 * Accepted share = (accepted + partially accepted) / responded. Implemented = all actions completed or
 * verified (or reported so where the source states no actions); implemented share = implemented / (accepted
 * + partially accepted). Medians are over those whose two days are both known, and say over how many.
 *
 * @limits Medians are over recommendations with both days stated, which are seldom a fair sample of all.
 * @limits Groups of different mandates are not comparable by their shares alone.
 * @param tallied counts of states and verdicts; days in whole days
 * @returns numbers of recommendations, shares between 0 and 1 or null below ten, medians in days
 * @example
 * followUpFigure(emptyTally()).acceptedShare // => null
 */
export function followUpFigure(tallied: FollowUpTallied): FollowUpFigure {
  const { total, states, verdicts } = tallied;
  const responded = verdicts.accepted + verdicts["partially-accepted"] + verdicts.rejected;
  const accepted = verdicts.accepted + verdicts["partially-accepted"];
  const implemented = states.completed + states.verified;
  return {
    total,
    issued: total - states.drafted,
    responded,
    accepted: verdicts.accepted,
    partiallyAccepted: verdicts["partially-accepted"],
    rejected: verdicts.rejected,
    answeredInGeneral: tallied.answeredInGeneral,
    withoutAction: states["accepted-without-action"],
    implemented,
    verified: states.verified,
    overdueResponse: tallied.overdueResponse,
    overdueAction: tallied.overdueAction,
    acceptedShare: share(accepted, responded),
    implementedShare: share(implemented, accepted),
    responseDays: median(tallied.responseDays),
    completionDays: median(tallied.completionDays),
  };
}

/** A tally of nothing, to begin with. */
export const emptyTally = (): FollowUpTallied => ({
  total: 0,
  states: Object.fromEntries(followUpStates.map((state) => [state, 0])) as Record<
    RecommendationState,
    number
  >,
  verdicts: { accepted: 0, "partially-accepted": 0, rejected: 0 },
  answeredInGeneral: 0,
  overdueResponse: 0,
  overdueAction: 0,
  responseDays: [],
  completionDays: [],
});
