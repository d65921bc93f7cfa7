// The rule that makes one outcome of what several people decided on a record at a stage.

import type { ScreeningVerdict } from "#records";

export type OutcomeStatus = "waiting" | "conflict" | "possible" | "included" | "excluded" | "not-retrieved";

export type StageOutcome = {
  readonly status: OutcomeStatus;
  /** The criterion of an exclusion, or of an inclusion where one was named. */
  readonly criterion: string | null;
  /** What settled it; null while nothing has. */
  readonly by: "agreement" | "adjudication" | null;
  /** People whose decision stands. */
  readonly decided: number;
  /** Whether as many have decided as the protocol asks for. */
  readonly enough: boolean;
  /** Excluded by agreement, but not for the same criterion. */
  readonly criteriaDiffer: boolean;
};

export type Voice = { readonly verdict: ScreeningVerdict; readonly criterion: string | null };

/**
 * The outcome of a record at a stage.
 *
 * What an adjudicator said holds. Else, with `required` the number of people the protocol asks for: fewer
 * than that have decided: waiting; somebody includes and somebody excludes: conflict, however many decided;
 * at least `required` say include, or exclude: settled so; else somebody found it possible, and it waits for
 * one more person: a "possible" is a question to another person and never becomes an answer by itself.
 *
 * Where people exclude for different criteria, the first of them in the order of the protocol is the criterion
 * of the record.
 *
 * @param voices one for each person, the decision of theirs that stands
 * @param required at least 1
 * @param criteria identifiers in the order of the protocol
 */
export function combine(
  voices: readonly Voice[],
  adjudicated: { readonly verdict: "include" | "exclude"; readonly criterion: string | null } | null,
  required: number,
  criteria: readonly string[],
): StageOutcome {
  const decided = voices.length;
  const enough = decided >= required;
  const open = { criterion: null, by: null, decided, enough, criteriaDiffer: false } as const;
  if (adjudicated)
    return {
      ...open,
      status: adjudicated.verdict === "include" ? "included" : "excluded",
      criterion: adjudicated.criterion,
      by: "adjudication",
    };
  if (!enough) return { ...open, status: "waiting" };
  const including = voices.filter(({ verdict }) => verdict === "include");
  const excluding = voices.filter(({ verdict }) => verdict === "exclude");
  if (including.length > 0 && excluding.length > 0) return { ...open, status: "conflict" };
  const agreeing = including.length > 0 ? including : excluding;
  if (agreeing.length < required) return { ...open, status: "possible" };
  const named = [...new Set(agreeing.flatMap(({ criterion }) => criterion ?? []))];
  return {
    ...open,
    status: including.length > 0 ? "included" : "excluded",
    criterion: criteria.find((id) => named.includes(id)) ?? named[0] ?? null,
    by: "agreement",
    criteriaDiffer: named.length > 1,
  };
}
