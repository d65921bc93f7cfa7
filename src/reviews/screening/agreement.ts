// How well the people who decided independently agree.

import { ok, type Result } from "#kernel";
import { type ScreeningStage, type ScreeningVerdict, screeningVerdicts } from "#records";
import { type AgreementSummary, agreementSummary, type Resampling, ratingTable } from "#statistics";
import type { ReviewState } from "../state.ts";
import { duplicatesIn, stageOutcome, stageRecords } from "./outcome.ts";

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
  const { decisions, made } = state.screening.stages[stage];
  const everybody = [...made.keys()];
  const places = new Map(everybody.map((by, place) => [by, place]));
  const records: string[] = [];
  const rows: (readonly (ScreeningVerdict | null)[])[] = [];
  // Records judged alike share one row: a hundred thousand decisions are a few dozen rows.
  const alike = new Map<string | number, readonly (ScreeningVerdict | null)[]>();
  const row: (ScreeningVerdict | null)[] = everybody.map(() => null);
  let notIndependent = 0;
  const read = (record: string): boolean => {
    let any = false;
    for (const { by, verdict, withdrawn, independent } of decisions.get(record) ?? []) {
      if (withdrawn !== null) continue;
      if (independent) {
        row[places.get(by) ?? 0] = verdict;
        any = true;
      } else notIndependent++;
    }
    return any;
  };
  for (const { record } of stageRecords(state, stage)) {
    if (!stageOutcome(state, stage, record.id).enough) continue;
    row.fill(null);
    // Those of the record itself come after those of its duplicates, and so are the ones that count.
    let any = false;
    for (const id of duplicatesIn(state, record.id)) any = read(id) || any;
    if (!read(record.id) && !any) continue;
    const key = keyOf(row);
    const shared = alike.get(key) ?? row.slice();
    alike.set(key, shared);
    records.push(record.id);
    rows.push(shared);
  }
  const rating = everybody.map((_, place) => [...alike.values()].some((one) => one[place] !== null));
  const kept = <T>(list: readonly T[]): T[] => list.filter((_, place) => rating[place]);
  return {
    raters: kept(everybody),
    records,
    rows: rating.includes(false) ? rows.map(kept) : rows,
    notIndependent,
  };
}

/** Of as many people a row is one whole number, two bits each. */
const countedPeople = 26;
const signs = { include: 1, possible: 2, exclude: 3 } as const;

function keyOf(row: readonly (ScreeningVerdict | null)[]): number | string {
  if (row.length > countedPeople) return row.join();
  let key = 0;
  for (const verdict of row) key = key * 4 + (verdict === null ? 0 : signs[verdict]);
  return key;
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
