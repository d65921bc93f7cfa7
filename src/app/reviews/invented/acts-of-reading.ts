// Protocol, records and screening of the invented review.

import type { CriterionColumn, ReviewAct, ReviewRecord, ScreeningStage } from "#records";
import { type InventedDecision, type InventedReview, readers } from "./invented-review.ts";

/** An act and who does it: a member of the review by the short name of its account. */
export type Played = { readonly by: string; readonly act: ReviewAct };

export const played = (by: string, ...acts: readonly ReviewAct[]): readonly Played[] =>
  acts.map((act) => ({ by, act }));

const verdictOf = (text: string) => {
  const [verdict, criterion] = text.split(" ");
  return { verdict: verdict as CriterionColumn, criterion: criterion ?? null };
};

/** Who takes part, by which rules, and what the two searches brought. */
export function beginning(
  review: InventedReview,
  records: readonly ReviewRecord[],
  searches: readonly ReviewAct[],
): readonly Played[] {
  return [
    ...played(
      "operator",
      { kind: "review.created", title: review.title, language: review.language },
      ...review.members.map((member): ReviewAct => ({ kind: "member.added", ...member })),
    ),
    ...played(
      "mira",
      { kind: "protocol.set", protocol: review.protocol, reason: null },
      ...searches,
      { kind: "records.added", records },
      ...review.duplicates.map((group): ReviewAct => ({ kind: "duplicates.joined", ...group })),
      { kind: "records.linked", ...review.linked },
    ),
  ];
}

/**
 * What the two decided at a stage, each alone, and what the adjudicator settled.
 *
 * The second puts the last record off and comes back to it at the end, so that the log has such an act too.
 */
export function screening(review: InventedReview, stage: ScreeningStage, version: number): readonly Played[] {
  const decisions = review.screening[stage];
  const decided = (by: (typeof readers)[number], one: InventedDecision, at: number): Played => ({
    by,
    act: {
      kind: "screening.decided",
      record: one.record,
      stage,
      ...verdictOf(one[by]),
      reason: one.reasons?.[by] ?? null,
      protocol: version,
      shown: { order: "as-listed", model: null, rank: at + 1, score: null },
    },
  });
  const last = decisions.at(-1);
  const putOff: readonly Played[] = last
    ? played("teo", {
        kind: "screening.postponed",
        record: last.record,
        stage,
        position: decisions.length,
      })
    : [];
  return [
    ...readers.flatMap((by) => [
      ...(by === "teo" ? putOff : []),
      ...decisions.map((one, at) => decided(by, one, at)),
    ]),
    ...decisions.flatMap(({ record, settled, reason }): readonly Played[] => {
      if (settled === undefined) return [];
      const { verdict, criterion } = verdictOf(settled);
      return played("ines", {
        kind: "screening.adjudicated",
        record,
        stage,
        verdict: verdict === "include" ? "include" : "exclude",
        criterion,
        reason: reason ?? null,
      });
    }),
  ];
}

/** The amendment between the stages. */
export const amended = ({ protocol, amendment }: InventedReview): readonly Played[] =>
  played("mira", {
    kind: "protocol.set",
    protocol: { ...protocol, criteria: amendment.criteria },
    reason: amendment.reason,
  });

export const noted = ({ notes }: InventedReview): readonly Played[] =>
  notes.flatMap((note) => played("mira", { kind: "screening.noted", ...note }));
