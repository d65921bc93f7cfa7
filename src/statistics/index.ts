// Pure mathematics without packages: the same figures on the server, on the command line and in the browser.

export {
  type AgreementFigure,
  type CategoryFigure,
  type UndefinedReason,
  undefinedReasons,
} from "./agreement/agreement-figure.ts";
export {
  type AgreementSummary,
  agreementSummary,
  type SummaryOptions,
} from "./agreement/agreement-summary.ts";
export type { AgreementWeights } from "./agreement/agreement-weights.ts";
export type { Interval, Resampling } from "./agreement/bootstrap.ts";
export { characterAlpha } from "./agreement/character-alpha.ts";
export { cohenKappa } from "./agreement/cohen-kappa.ts";
export { fleissKappa } from "./agreement/fleiss-kappa.ts";
export { gwetAgreement } from "./agreement/gwet-agreement.ts";
export {
  krippendorffAlpha,
  type MeasurementLevel,
  measurementLevels,
} from "./agreement/krippendorff-alpha.ts";
export { percentAgreement } from "./agreement/percent-agreement.ts";
export { prevalenceAdjustedKappa } from "./agreement/prevalence-adjusted-kappa.ts";
export {
  type Category,
  countTable,
  pairTable,
  type RatingTable,
  ratingTable,
} from "./agreement/rating-table.ts";
export {
  type CodedDocument,
  type CodedSpan,
  type SpanCodings,
  type SpanFigure,
  spanCodings,
  undefinedSpanReasons,
} from "./agreement/span-codings.ts";
export { type OverlapFigure, spanOverlap } from "./agreement/span-overlap.ts";
export { unitizingAlpha } from "./agreement/unitizing-alpha.ts";
export { compensatedSum } from "./compensated-sum.ts";
export { competitionRank } from "./competition-rank.ts";
export {
  type AggregatedCells,
  type Aggregation,
  type AggregationMethod,
  aggregateColumns,
  aggregationMethods,
} from "./composite/aggregate-columns.ts";
export { type BalancedWeights, balanceWeights, importances } from "./composite/balance-weights.ts";
export { type ColumnMoments, columnMoments } from "./composite/column-moments.ts";
export { correlation, covariance, cronbachAlpha } from "./composite/correlation.ts";
export {
  type CellLayout,
  type ImputationMethod,
  type ImputedColumn,
  imputationMethods,
  imputeColumn,
} from "./composite/impute-column.ts";
export {
  type Normalisation,
  type NormalisationMethod,
  type NormalisedColumn,
  type NoScale,
  normalisationMethods,
  normaliseColumn,
} from "./composite/normalise-column.ts";
export { outranking, outrankingScores, type WeightedColumn } from "./composite/outranking.ts";
export { type PrincipalComponents, principalComponents } from "./composite/principal-components.ts";
export {
  isWithinLimits,
  type OutlierLimits,
  type Transformation,
  type TreatedColumn,
  type Treatment,
  transformColumn,
  treatColumn,
  usualOutlierLimits,
  winsoriseColumn,
} from "./composite/treat-column.ts";
export { protectTables } from "./disclosure/protect-tables.ts";
export {
  type CellAddress,
  type CellState,
  cellStates,
  type ProtectedDimension,
  type Protection,
  type ProtectionExtent,
  protectionToJson,
  readProtection,
  stateOfCells,
  type WitnessFacts,
} from "./disclosure/protection.ts";
export type { ProtectionRequest } from "./disclosure/protection-request.ts";
export {
  type ReferenceDoubt,
  type ReferenceReason,
  referenceDoubts,
  referenceReasons,
} from "./duplicate-references/compare-references.ts";
export {
  type DuplicateReferenceGroup,
  type DuplicateReferences,
  type DuplicateWishes,
  duplicateReferences,
  type ReferencePair,
  type RelatedReferences,
} from "./duplicate-references/duplicate-references.ts";
export type { ComparableReference } from "./duplicate-references/reference.ts";
export { type ReferenceRelation, referenceRelations } from "./duplicate-references/relations.data.ts";
export { minMaxNormalise, type NormalisationScale } from "./min-max-normalise.ts";
export { statisticsProblems } from "./problems.ts";
export { type QuantileType, quantile, quantileOfSorted, quantileTypes } from "./quantile.ts";
export { type OrderQuality, orderQuality } from "./ranking/order-quality.ts";
export {
  type Judgement,
  prepareRanking,
  type RankedText,
  type Ranking,
  type Standing,
} from "./ranking/ranking.ts";
export { defaultRankingModel, type RankingModel, rankingModels } from "./ranking/ranking-models.ts";
export {
  type ScreeningPlan,
  type SimulatedScreening,
  simulateScreening,
} from "./ranking/simulate-screening.ts";
export { type RankingReasons, whyRanked } from "./ranking/why-ranked.ts";
export { roundedShares } from "./rounded-shares.ts";
export { countQuantile } from "./sensitivity/count-quantile.ts";
export { normalQuantile } from "./sensitivity/normal-quantile.ts";
export { mostSobolDimensions, type Sampling, samplePoints } from "./sensitivity/sample-points.ts";
export {
  type EstimateWithInterval,
  type SobolEvaluations,
  type SobolIndices,
  sobolIndices,
} from "./sensitivity/sobol-indices.ts";
export { exactParts, type PartPlan, planParts, shapleyShares, shapleyWithin } from "./shapley.ts";
export { type SimilarPair, similarTitles } from "./similar-titles.ts";
export { controlOrder } from "./stopping/control-order.ts";
export type {
  Guarantee,
  RunOptions,
  StoppingInput,
  StoppingRule,
  StoppingRun,
  StoppingVerdict,
} from "./stopping/stopping-rule.ts";
export {
  defaultStoppingAims,
  defaultStoppingRule,
  type StoppingRuleName,
  stoppingRules,
} from "./stopping/stopping-rules.ts";
export { columnOfCells } from "./survey/column-of-cells.ts";
export { estimateOfSums } from "./survey/estimate-of-sums.ts";
export { type AnswerRow, estimateSurvey } from "./survey/estimate-survey.ts";
export { readSurveyRequest, type SurveyEstimate, type SurveyRequest } from "./survey/read-survey-request.ts";
export { surveyContext } from "./survey/survey-context.ts";
export type { SurveyColumn, SurveyTable } from "./survey/survey-table.ts";
export { type GroupWishes, type TextGroup, textGroups } from "./text-groups.ts";
export { type TextPair, textPairs } from "./text-pairs.ts";
export { type TextTerm, textTerms } from "./text-terms.ts";
export { type TextVectors, textVectors } from "./text-vectors.ts";
export { weightedMean } from "./weighted-mean.ts";
