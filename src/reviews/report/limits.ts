// What a review cannot say, found in its own records.

import { selectedRecords } from "../appraisal/appraisal-outcome.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import { countedRecords } from "../records/records.ts";
import { screeningOutcome } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { findingWeight, supportBook } from "../synthesis/supports.ts";
import { findings } from "../synthesis/themes.ts";
import { emptyValues, type FigureField, figureFields } from "./selection-figures.ts";

export type ReviewLimits = {
  readonly selected: number;
  readonly emptyRegions: readonly string[];
  /** Selected records that do not state a field. */
  readonly notStated: Readonly<Record<FigureField, number>>;
  /** Identifiers of questions and findings. */
  readonly questionsWithout: readonly string[];
  readonly singleSource: readonly string[];
  readonly unsupported: readonly string[];
  readonly findings: number;
  readonly managerial: number;
  readonly substantive: number;
  /** Findings whose attribution is stated to be joint or not told apart. */
  readonly jointUnclear: number;
  readonly withoutDocument: number;
  readonly excluded: number;
  readonly excludedWithoutReason: number;
  readonly searches: number;
  readonly searchesWithoutDate: number;
  readonly withoutSearch: number;
  /** Reports whose full text could not be obtained. */
  readonly notRetrieved: number;
  readonly open: number;
};

export function reviewLimits(state: ReviewState): ReviewLimits {
  const selected = selectedRecords(state);
  const book = supportBook(state);
  const weighed = findings(state).map((finding) => ({
    finding,
    weight: findingWeight(state, book, finding),
  }));
  const ids = (fits: (one: (typeof weighed)[number]) => boolean) =>
    weighed.filter(fits).map(({ finding }) => finding.id);
  const outcomes = [...countedRecords(state)].map(({ record }) => screeningOutcome(state, record.id));
  const excluded = outcomes.filter(({ status }) => status === "excluded");
  const searches = [...state.records.searches.values()];
  return {
    selected: selected.length,
    emptyRegions: emptyValues(state, "region"),
    notStated: Object.fromEntries(
      figureFields.map((field) => [
        field,
        selected.filter(({ record }) => record.matrix[field] === null).length,
      ]),
    ) as Record<FigureField, number>,
    questionsWithout: (standingProtocol(state)?.protocol.questions ?? [])
      .filter(({ id }) => !weighed.some(({ finding }) => finding.question === id))
      .map(({ id }) => id),
    singleSource: ids(({ weight }) => weight.singleSource),
    unsupported: ids(({ weight, finding }) => weight.weight.passages === 0 && !finding.authorsView),
    findings: weighed.length,
    managerial: ids(({ finding }) => finding.nature === "managerial").length,
    substantive: ids(({ finding }) => finding.nature === "substantive").length,
    jointUnclear: ids(
      ({ finding }) => finding.attribution === "joint" || finding.attribution === "not-stated",
    ).length,
    withoutDocument: selected.filter(({ record }) => record.document === null).length,
    excluded: excluded.length,
    excludedWithoutReason: excluded.filter(({ criterion }) => criterion === null).length,
    searches: searches.length,
    searchesWithoutDate: searches.filter(({ search }) => search.date === null).length,
    withoutSearch: selected.filter(({ record }) => record.search === null).length,
    notRetrieved: outcomes.filter(({ status }) => status === "not-retrieved").length,
    open: outcomes.filter(
      ({ status }) => status !== "included" && status !== "excluded" && status !== "not-retrieved",
    ).length,
  };
}
