import { type Period, yearsOf } from "#kernel";
import type { SourceOfIndicator } from "../catalogue/indicator.ts";
import type {
  CandidateObservation,
  Fate,
  JudgedCandidate,
  SelectionOverride,
  SelectionRule,
} from "./selection-rule.ts";

/** The last year a period touches: a span of years stands at its end. */
export const yearOfPeriod = (period: string): number => yearsOf(period as Period)[1];

/** Place of a candidate's source in the order, from 1; `null` where it is not in it. */
function placeOf(
  candidate: CandidateObservation,
  indicator: string,
  order: readonly SourceOfIndicator[] | null,
): number | null {
  if (order === null) return candidate.indicator === indicator ? 1 : null;
  const place = order.findIndex(
    ({ agency, series }) => agency === candidate.source && (series ?? indicator) === candidate.indicator,
  );
  return place < 0 ? null : place + 1;
}

/** Why a candidate cannot be taken whatever the others are; `null` where it can. */
function refusalOf(
  rule: SelectionRule,
  candidate: CandidateObservation,
  at: { readonly year: number; readonly reference: number; readonly place: number | null },
): Fate | null {
  if (at.place === null) return "source-not-allowed";
  if (candidate.status !== null && rule.without.statuses.includes(candidate.status))
    return "status-not-wanted";
  const isCut = rule.without.after.some(
    ({ year, agency, series }) =>
      at.year > year &&
      (agency === null || agency === candidate.source) &&
      (series === null || series === candidate.indicator),
  );
  if (isCut) return "after-cut";
  if (at.year < at.reference - rule.window.before || at.year > at.reference + rule.window.after)
    return "outside-window";
  return candidate.value === null ? "no-value" : null;
}

/** What is compared of two candidates, least first: year as the rule prefers it, whole years before parts. */
function yearRank(rule: SelectionRule, year: number, reference: number): readonly number[] {
  const distance = Math.abs(year - reference);
  const tie = rule.ties === "earlier" ? year : -year;
  if (rule.prefer === "latest") return [-year];
  if (rule.prefer === "before") return [year > reference ? 1 : 0, distance];
  return [distance, tie];
}

/**
 * Weighs all candidates of one cell: one is taken or none, and each says why.
 *
 * Meaning: what the rule does not allow (source, status, years cut off, window, no value) goes out first,
 * in this order, and the first reason counts. Of the rest the best source is taken and of it the best year,
 * or the other way round as the rule says. The same figure of one source in two releases is taken from the
 * release named first. A person's decision stands above the rule and may take what the rule refuses.
 *
 * @param order the sources in order; `null`: any one source, of which the caller has seen to it that there
 *   is one only
 * @param releases ids of the releases, first those that count first
 * @param override the decision that stands for this cell
 */
export function judgeCandidates(
  rule: SelectionRule,
  asked: { readonly indicator: string; readonly reference: number },
  candidates: readonly CandidateObservation[],
  order: readonly SourceOfIndicator[] | null,
  releases: readonly string[],
  override: SelectionOverride | null = null,
): readonly JudgedCandidate[] {
  const weighed = candidates.map((candidate) => {
    const year = yearOfPeriod(candidate.period);
    const sourcePlace = placeOf(candidate, asked.indicator, order);
    const refusal = refusalOf(rule, candidate, { year, reference: asked.reference, place: sourcePlace });
    const byYear = yearRank(rule, year, asked.reference);
    const bySource = [sourcePlace ?? Number.MAX_SAFE_INTEGER];
    const rank = [
      ...(rule.order === "source" ? [...bySource, ...byYear] : [...byYear, ...bySource]),
      // A quarter or a span of years stands behind the year itself.
      candidate.period === `${year}` ? 0 : 1,
    ];
    return { candidate, year, sourcePlace, refusal, rank };
  });
  const fit = weighed
    .filter(({ refusal }) => refusal === null)
    .sort(
      (a, b) =>
        compareRanks(a.rank, b.rank) ||
        releases.indexOf(a.candidate.release) - releases.indexOf(b.candidate.release) ||
        comparePeriods(rule, a.candidate.period, b.candidate.period),
    );
  const best = fit[0] ?? null;
  const decided = override !== null && override.take !== "rule" ? override.take : null;
  const fateOf = (one: (typeof weighed)[number]): Fate => {
    if (decided === one.candidate.id) return "taken-by-person";
    if (one.refusal !== null) return one.refusal;
    if (one === best) return decided === null ? "taken" : "put-aside-by-person";
    if (one.sourcePlace !== best!.sourcePlace)
      return rule.order === "source" || one.year === best!.year
        ? "another-source-first"
        : "another-year-first";
    if (one.candidate.period === best!.candidate.period) return "same-figure-in-another-release";
    const isTie =
      one.year === best!.year ||
      Math.abs(one.year - asked.reference) === Math.abs(best!.year - asked.reference);
    return isTie && rule.prefer === "nearest" ? "tie" : "another-year-first";
  };
  return weighed.map((one) => ({
    ...one.candidate,
    fate: fateOf(one),
    year: one.year,
    sourcePlace: one.sourcePlace,
  }));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 ? 0 : a[place]! - b[place]!;
}

const comparePeriods = (rule: SelectionRule, a: string, b: string): number =>
  (a < b ? -1 : a > b ? 1 : 0) * (rule.ties === "earlier" ? 1 : -1);
