// GRADE-CERQual as far as counts allow: for each component what the counts suggest and from which counts. The
// judgement is a person's; both are shown.

import type { Certainty, CertaintyComponent, Concern, EvaluationRegion } from "#records";
import { appraisalOutcome, type FinalAppraisal, selectedRecords } from "../appraisal/appraisal-outcome.ts";
import type { ReviewState } from "../state.ts";
import type { FindingWeight } from "./supports.ts";
import type { WrittenFinding } from "./synthesis-state.ts";

export type SuggestedConcern = {
  /** Null: the counts say nothing about it. */
  readonly concern: Concern | null;
  /** What was counted, by name, so that pages can say it in words. */
  readonly counts: Readonly<Record<string, number>>;
};

export type SuggestedCertainty = {
  readonly components: Readonly<Record<CertaintyComponent, SuggestedConcern>>;
  /** From the concerns that are known; null where none is. */
  readonly overall: Certainty | null;
};

const gravity: Readonly<Record<Concern, number>> = { none: 0, minor: 1, moderate: 2, serious: 3 };

/** Thresholds of this project: CERQual itself states none. */
const byShare = (share: number, steps: readonly [number, number, number]): Concern =>
  share >= steps[0] ? "none" : share >= steps[1] ? "minor" : share >= steps[2] ? "moderate" : "serious";

/**
 * What the counts suggest of a finding.
 *
 * - methods: share of its reports that were appraised and not rated in the lower half of the scale
 * - coherence: share of passages for it among those for and against
 * - adequacy: number of units: none from four with 1.5 passages each in the mean, minor below that or with three,
 *   moderate with two, serious with one
 * - relevance: share of the regions of the selected reports that its reports cover
 *
 * Overall: from high, half a step down for each minor concern, one for moderate, two for serious, whole steps
 * counted; nothing where no passage stands, since then there is nothing to be sure of.
 *
 * @returns concerns with their counts; null where nothing can be counted
 * @source Lewin et al. (2018), Applying GRADE-CERQual to qualitative evidence synthesis findings, Implementation
 *   Science 13 (Suppl 1); the thresholds are this project's own
 */
export function suggestedCertainty(
  state: ReviewState,
  finding: WrittenFinding,
  found: FindingWeight,
): SuggestedCertainty {
  const { reports, units, passages } = found.weight;
  const components = {
    methods: methodsOf(state, reports),
    coherence: coherenceOf(passages, found.against.passages),
    adequacy: adequacyOf(units, passages),
    relevance: relevanceOf(state, finding, reports),
  } as const;
  const known = Object.values(components).flatMap(({ concern }) =>
    concern === null ? [] : [gravity[concern]],
  );
  const weighed = known.reduce((sum, one) => sum + (one === 3 ? 2 : one === 2 ? 1 : one === 1 ? 0.5 : 0), 0);
  const levels: readonly Certainty[] = ["high", "moderate", "low", "very-low"];
  return {
    components,
    overall: units === 0 ? null : (levels[Math.min(3, Math.floor(weighed))] ?? null),
  };
}

function methodsOf(state: ReviewState, reports: readonly string[]): SuggestedConcern {
  const outcomes = reports.map((record) => appraisalOutcome(state, record));
  const appraised = outcomes.filter(({ final }) => final !== null);
  if (reports.length === 0 || appraised.length === 0)
    return { concern: null, counts: { reports: reports.length, appraised: 0 } };
  const good = appraised.filter(({ final }) => final !== null && isSound(final)).length;
  return {
    concern: byShare(good / reports.length, [0.9, 0.7, 0.4]),
    counts: { reports: reports.length, appraised: appraised.length, good },
  };
}

/** Rated in the upper half of what the instrument can give. */
function isSound({ instrument, rule }: FinalAppraisal): boolean {
  if (rule.value === null) return false;
  if (instrument.rule.kind === "all-of") return rule.value >= 1;
  const values = instrument.scale.flatMap(({ value }) => (value === null ? [] : [value]));
  return rule.value >= (Math.min(...values) + Math.max(...values)) / 2;
}

function coherenceOf(passages: number, against: number): SuggestedConcern {
  const all = passages + against;
  return {
    concern: all === 0 ? null : byShare(passages / all, [0.95, 0.8, 0.6]),
    counts: { for: passages, against },
  };
}

function adequacyOf(units: number, passages: number): SuggestedConcern {
  const counts = { units, passages };
  if (units === 0) return { concern: null, counts };
  if (units === 1) return { concern: "serious", counts };
  if (units === 2) return { concern: "moderate", counts };
  return { concern: units === 3 || passages / units < 1.5 ? "minor" : "none", counts };
}

function relevanceOf(
  state: ReviewState,
  finding: WrittenFinding,
  reports: readonly string[],
): SuggestedConcern {
  const regionOf = (record: string): EvaluationRegion | null =>
    state.records.byId.get(record)?.record.matrix.region ?? null;
  // A finding on some regions is measured against these, one on all against those that were selected.
  const asked = new Set<EvaluationRegion>(
    finding.regions.length > 0
      ? finding.regions
      : selectedRecords(state).flatMap(({ record }) => record.matrix.region ?? []),
  );
  const covered = new Set(reports.map(regionOf).filter((region) => region !== null && asked.has(region)));
  const counts = { regions: asked.size, covered: covered.size };
  return asked.size === 0 || reports.length === 0
    ? { concern: null, counts }
    : { concern: byShare(covered.size / asked.size, [0.8, 0.5, 0.3]), counts };
}
