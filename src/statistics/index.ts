// Pure mathematics without packages: the same figures on the server, on the command line and in the browser.

export { compensatedSum } from "./compensated-sum.ts";
export { competitionRank } from "./competition-rank.ts";
export { minMaxNormalise, type NormalisationScale } from "./min-max-normalise.ts";
export { statisticsProblems } from "./problems.ts";
export { type QuantileType, quantile, quantileTypes } from "./quantile.ts";
export { type OrderQuality, orderQuality } from "./ranking/order-quality.ts";
export {
  type Judgement,
  prepareRanking,
  type RankedText,
  type Ranking,
  type RankingModel,
  rankingModels,
  type Standing,
} from "./ranking/ranking.ts";
export {
  type ScreeningPlan,
  type SimulatedScreening,
  type StoppingRule,
  simulateScreening,
} from "./ranking/simulate-screening.ts";
export { type SimilarPair, similarTitles } from "./similar-titles.ts";
export { type GroupWishes, type TextGroup, textGroups } from "./text-groups.ts";
export { type TextPair, textPairs } from "./text-pairs.ts";
export { type TextTerm, textTerms } from "./text-terms.ts";
export { type TextVectors, textVectors } from "./text-vectors.ts";
export { weightedMean } from "./weighted-mean.ts";
