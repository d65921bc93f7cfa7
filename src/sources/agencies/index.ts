// Tables of observations as agencies write them: which column is what, and what spellings stand for.

export { type DelimitedSample, delimitedSample, sampleBytes } from "./delimited-sample.ts";
export { type LayoutOptions, unstatedSource } from "./layout-options.ts";
export { readObservationLayout } from "./observation-layout.ts";
export { agenciesProblems } from "./problems.ts";
export { mapAreas, observationSpellings, sexCodeOf } from "./spellings.ts";
