// How well the people who appraised independently agree.

import { ok, type Result } from "#kernel";
import type { Instrument } from "#records";
import { type AgreementSummary, agreementSummary, type Resampling, ratingTable } from "#statistics";
import { groupOf, includedRecords } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { appraisalPlan, enoughAppraised, ratingsByItem } from "./appraisal-outcome.ts";

export type AppraisalAgreement = {
  /** Accounts, by the places the pairs of the summary name. */
  readonly raters: readonly string[];
  readonly records: number;
  /** Answers left out of the weighted figures since they value nothing, such as "not applicable". */
  readonly unvalued: number;
  /** Appraisals left out because their author may have read the others'. */
  readonly notIndependent: number;
  /** On every answer as given: who agrees that an item does not apply agrees. */
  readonly plain: AgreementSummary;
  /** On valued answers, with quadratic weights and ordinal alpha: near misses count as near. */
  readonly weighted: AgreementSummary;
};

type Rated = {
  readonly raters: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly records: number;
  readonly notIndependent: number;
};

/** One row an item of a record that as many as asked for have appraised by this instrument. */
function ratedItems(state: ReviewState, instrument: Instrument): Rated {
  const places = new Map<string, number>();
  const found: ReadonlyMap<string, ReadonlyMap<string, string>>[] = [];
  let notIndependent = 0;
  for (const { record } of includedRecords(state)) {
    if (!enoughAppraised(state, record.id)) continue;
    const ofPerson = new Map<string, ReadonlyMap<string, string>>();
    // Those of the record itself come after those of its duplicates, and so are the ones that count.
    for (const one of groupOf(state, record.id)
      .toReversed()
      .flatMap((id) => state.appraisal.submissions.get(id) ?? [])) {
      const { instrument: id, version, answers } = one.content;
      if (id !== instrument.id || version !== instrument.version) continue;
      if (one.independent) ofPerson.set(one.by, ratingsByItem(answers));
      else notIndependent++;
    }
    if (ofPerson.size === 0) continue;
    for (const by of ofPerson.keys()) if (!places.has(by)) places.set(by, places.size);
    found.push(ofPerson);
  }
  const raters = [...places.keys()];
  const items = instrument.sections.flatMap((section) => section.items.map(({ id }) => id));
  return {
    raters,
    records: found.length,
    notIndependent,
    rows: found.flatMap((ofPerson) =>
      items.map((item) => raters.map((by) => ofPerson.get(by)?.get(item) ?? null)),
    ),
  };
}

/**
 * Agreement of independent appraisals by the instrument that stands, item by item over all records. Of a person
 * who appraised again the last appraisal counts that was made before the others' could be known.
 *
 * @returns null where the review plans no appraisal
 */
export function appraisalAgreement(
  state: ReviewState,
  resampling: Resampling = {},
): Result<AppraisalAgreement | null> {
  const instrument = appraisalPlan(state)?.definition;
  if (!instrument) return ok(null);
  const { raters, rows, records, notIndependent } = ratedItems(state, instrument);
  const plain = ratingTable(
    rows,
    instrument.scale.map(({ id }) => id),
  );
  if (!plain.ok) return plain;
  const values = new Map(instrument.scale.map(({ id, value }) => [id, value]));
  const valued = rows.map((row) =>
    row.map((rating) => (rating === null ? null : (values.get(rating) ?? null))),
  );
  const weighted = ratingTable(
    valued,
    [...new Set([...values.values()].filter((value) => value !== null))].sort((a, b) => a - b),
  );
  if (!weighted.ok) return weighted;
  return ok({
    raters,
    records,
    notIndependent,
    unvalued: rows.flat().filter((rating) => rating !== null && (values.get(rating) ?? null) === null).length,
    plain: agreementSummary(plain.value, resampling),
    weighted: agreementSummary(weighted.value, { ...resampling, weights: "quadratic", scale: "ordinal" }),
  });
}
