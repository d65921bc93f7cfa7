// Releases of observations: written once as sorted Parquet, then only read. The door inside `store`.

export { openReleases } from "./open-releases.ts";
export { releasesProblems } from "./problems.ts";
export { unitSums } from "./unit-sums.ts";
