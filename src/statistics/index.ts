// Pure mathematics without packages: the same figures on the server, on the command line and in the browser.

export { compensatedSum } from "./compensated-sum.ts";
export { competitionRank } from "./competition-rank.ts";
export { minMaxNormalise, type NormalisationScale } from "./min-max-normalise.ts";
export { statisticsProblems } from "./problems.ts";
export { type QuantileType, quantile, quantileTypes } from "./quantile.ts";
export { type SimilarPair, similarTitles } from "./similar-titles.ts";
export { weightedMean } from "./weighted-mean.ts";
