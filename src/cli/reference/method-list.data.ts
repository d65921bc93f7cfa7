// The methods that have a card: function, by module and name, and what kind of method it is. Every function
// of `statistics` is one; a test holds that.

export const methodList: readonly { readonly of: string; readonly kind: string }[] = [
  { of: "statistics.compensatedSum", kind: "statistic" },
  { of: "statistics.competitionRank", kind: "statistic" },
  { of: "statistics.minMaxNormalise", kind: "statistic" },
  { of: "statistics.quantile", kind: "statistic" },
  { of: "statistics.textTerms", kind: "statistic" },
  { of: "statistics.textVectors", kind: "statistic" },
  { of: "statistics.textPairs", kind: "statistic" },
  { of: "statistics.textGroups", kind: "statistic" },
  { of: "oversight.recurringAdvice", kind: "extraction method" },
  { of: "oversight.followUpState", kind: "follow-up method" },
  { of: "oversight.followUpFigure", kind: "follow-up method" },
  { of: "statistics.weightedMean", kind: "statistic" },
  { of: "securities.runIndex", kind: "index method" },
  { of: "securities.countryGroupOf", kind: "index method" },
  { of: "securities.explainScore", kind: "index method" },
  { of: "documents.readDocument", kind: "extraction method" },
  { of: "sources.readEvaluationReport", kind: "extraction method" },
  { of: "sources.readInventory", kind: "extraction method" },
  { of: "sources.readEvaluationTable", kind: "extraction method" },
  { of: "sources.readObservationLayout", kind: "extraction method" },
  { of: "sources.readConventions", kind: "extraction method" },
  { of: "sources.readRatifications", kind: "extraction method" },
];
