import { type AgreementFigure, undefinedFor } from "./agreement-figure.ts";
import type { AgreementWeights } from "./agreement-weights.ts";
import type { Resampling } from "./bootstrap.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetAgreement } from "./gwet-agreement.ts";
import { krippendorffAlpha, type MeasurementLevel } from "./krippendorff-alpha.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { prevalenceAdjustedKappa } from "./prevalence-adjusted-kappa.ts";
import type { RatingTable } from "./rating-table.ts";

export type SummaryOptions = Resampling & {
  /** For the kappas and AC; alpha goes by its scale. */
  readonly weights?: AgreementWeights;
  readonly scale?: MeasurementLevel;
};

export type AgreementSummary = {
  readonly units: number;
  readonly raters: number | null;
  readonly percent: AgreementFigure;
  /** Of the two raters; with more, without raters, or with one, undefined: see `ofPairs`. */
  readonly cohen: AgreementFigure;
  readonly fleiss: AgreementFigure;
  readonly alpha: AgreementFigure;
  readonly gwet: AgreementFigure;
  readonly prevalenceAdjusted: AgreementFigure;
  /** Cohen's kappa of every two raters, without intervals; empty where raters are unknown. */
  readonly ofPairs: readonly {
    readonly raters: readonly [number, number];
    readonly kappa: AgreementFigure;
  }[];
  /** Mean of the kappas of pairs that have one (Light's kappa); null where none has. */
  readonly meanOfPairs: number | null;
};

/**
 * All statistics of agreement of one table beside each other, each with the units and pairs it rests on.
 *
 * @param table from `ratingTable`, `pairTable` or `countTable`
 * @param options weights, scale of alpha, replicates, level and seed
 * @returns every statistic, and Cohen's kappa of each two raters with its mean (Light's kappa)
 * @limits The statistics answer different questions; choose one in the protocol, not the highest afterwards.
 * @source docs/methods/agreement.md; Light (1971), Psychological Bulletin 76(5)
 * @example
 * agreementSummary(ratingTable([["in", "in"], ["out", "in"], ["out", null]]).value).percent.pairs // => 2
 */
export function agreementSummary(table: RatingTable, options: SummaryOptions = {}): AgreementSummary {
  const raters = table.raters;
  const ofPairs: { raters: readonly [number, number]; kappa: AgreementFigure }[] = [];
  for (let first = 0; first < (raters ?? 0); first++)
    for (let second = first + 1; second < (raters ?? 0); second++) {
      const pair = [first, second] as const;
      ofPairs.push({ raters: pair, kappa: cohenKappa(table, { ...options, raters: pair, replicates: 0 }) });
    }
  const kappas = ofPairs.map((pair) => pair.kappa.value).filter((value) => value !== null);
  return {
    units: table.units,
    raters,
    percent: percentAgreement(table, options),
    cohen: raters === 2 ? cohenKappa(table, options) : withoutPair,
    fleiss: fleissKappa(table, options),
    alpha: krippendorffAlpha(table, options),
    gwet: gwetAgreement(table, options),
    prevalenceAdjusted: prevalenceAdjustedKappa(table, options),
    ofPairs,
    meanOfPairs: kappas.length > 0 ? kappas.reduce((all, one) => all + one, 0) / kappas.length : null,
  };
}

const withoutPair: AgreementFigure = {
  ...undefinedFor("not-two-raters", { units: 0, pairs: 0, ratings: 0 }),
  interval: null,
  categories: [],
};
