// Themes, findings, contributions and maps as they are read.

import { downloadReviewMap, mapCell, reviewMap } from "./read-map.ts";
import { reviewContributions, reviewSynthesis, supportsToFind, themePassages } from "./read-synthesis.ts";

export const synthesisUseCases = {
  reviewSynthesis,
  supportsToFind,
  reviewContributions,
  themePassages,
  reviewMap,
  mapCell,
  downloadReviewMap,
} as const;
