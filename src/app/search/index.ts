// Searches beside the lists themselves: explanations, files, feeds, and searches kept under a name.

import { downloadEvaluations, downloadPassages } from "./download-search.ts";
import { explainEvaluations, explainPassages } from "./explain-search.ts";
import { evaluationsFeed, passagesFeed } from "./feeds.ts";
import { listSearches, removeSearch, savedSearch, saveSearch } from "./saved-searches.ts";

export const searchUseCases = {
  downloadEvaluations,
  downloadPassages,
  evaluationsFeed,
  explainEvaluations,
  explainPassages,
  listSearches,
  passagesFeed,
  removeSearch,
  savedSearch,
  saveSearch,
};
