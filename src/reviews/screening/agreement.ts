// How well the people who decided independently agree.

import { ok, type Result } from "#kernel";
import { type ScreeningStage, type ScreeningVerdict, screeningVerdicts } from "#records";
import { type AgreementSummary, agreementSummary, type Resampling, ratingTable } from "#statistics";
import type { ReviewState } from "../state.ts";
import { groupOf, stageOutcome, stageRecords } from "./outcome.ts";

export type Ratings = {
  /** Accounts, by the places of a row. */
  readonly raters: readonly string[];
  readonly records: readonly string[];
  /** One row a record; null where the person has not decided, or not independently. */
  readonly rows: readonly (readonly (ScreeningVerdict | null)[])[];
  /** Decisions left out because their author may have known what others had decided. */
  readonly notIndependent: number;
};

/**
 * Independent decisions on the records on which as many people have decided as the protocol asks for. Of a
 * person who changed a decision the last one counts that was made while the others' could not be known.
 */
export function ratingsOf(state: ReviewState, stage: ScreeningStage): Ratings {
  const { decisions } = state.screening.stages[stage];
  const places = new Map<string, number>();
  const records: string[] = [];
  const found: Map<string, ScreeningVerdict>[] = [];
  let notIndependent = 0;
  for (const { record } of stageRecords(state, stage)) {
    if (!stageOutcome(state, stage, record.id).enough) continue;
    const verdicts = new Map<string, ScreeningVerdict>();
    for (const id of groupOf(state, record.id).toReversed())
      for (const one of decisions.get(id) ?? []) {
        if (one.withdrawn !== null) continue;
        if (!one.independent) notIndependent++;
        else verdicts.set(one.by, one.verdict);
      }
    if (verdicts.size === 0) continue;
    for (const by of verdicts.keys()) if (!places.has(by)) places.set(by, places.size);
    records.push(record.id);
    found.push(verdicts);
  }
  const raters = [...places.keys()];
  return {
    raters,
    records,
    rows: found.map((verdicts) => raters.map((by) => verdicts.get(by) ?? null)),
    notIndependent,
  };
}

export type StageAgreement = {
  /** Accounts, by the places the pairs of the summary name. */
  readonly raters: readonly string[];
  readonly records: number;
  readonly notIndependent: number;
  readonly summary: AgreementSummary;
};

/**
 * Agreement at a stage by every statistic, each with the number of pairs it rests on and a bootstrap interval.
 * A missing decision is never taken for a disagreement.
 *
 * @param resampling replicates, level and seed of the intervals
 */
export function stageAgreement(
  state: ReviewState,
  stage: ScreeningStage,
  resampling: Resampling = {},
): Result<StageAgreement> {
  const { raters, rows, notIndependent } = ratingsOf(state, stage);
  const table = ratingTable(rows, screeningVerdicts);
  if (!table.ok) return table;
  return ok({
    raters,
    records: rows.length,
    notIndependent,
    summary: agreementSummary(table.value, resampling),
  });
}
