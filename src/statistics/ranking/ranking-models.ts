// The models of ranking, as figures. How they learn is the business of `ranking.ts`.

import { plainTerms, type TermChoice } from "./term-rows.ts";

export const rankingModels = ["socle-1", "elas-u4"] as const;
export type RankingModel = (typeof rankingModels)[number];

/** The project's own model, chosen by what it does on sets left out; see docs/methods/ranking.md. */
export const defaultRankingModel = "socle-1" satisfies RankingModel;

export type ModelFigures = {
  /** Times a title is read before the abstract. */
  readonly titles: number;
  readonly terms: TermChoice;
  /** Cost of a miss on average, and weight of all relevant records against all others. */
  readonly cost: number;
  readonly ratio: number;
  /** Directions of the collection, and the share of likeness they make; null for none. */
  readonly directions: { readonly width: number; readonly share: number } | null;
  /** When a fit ends, as `leastSquaredHinge` takes it. */
  readonly precision: number;
  readonly accuracy: number;
  /** Whether criteria are read, and relevant records alone are enough to learn from. */
  readonly learnsFromOneKind: boolean;
};

export const modelFigures: Readonly<Record<RankingModel, ModelFigures>> = {
  "elas-u4": {
    titles: 1,
    terms: plainTerms,
    cost: 0.11,
    ratio: 9.8,
    directions: null,
    precision: 1e-12,
    accuracy: 0,
    learnsFromOneKind: false,
  },
  "socle-1": {
    titles: 2,
    terms: { pairsApart: true, rarity: 0.8 },
    cost: 0.2,
    ratio: 9.8,
    directions: { width: 30, share: 0.1 },
    precision: 1e-12,
    accuracy: 1e-6,
    learnsFromOneKind: true,
  },
};
