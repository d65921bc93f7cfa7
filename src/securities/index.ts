// Seven forms of security at three levels: what they are, how an index over them is defined, and what it
// gives. Pure: values in, values out, the same on the server, the command line and in the browser.

export { attributesOfCodes, groupsOfAreas } from "./area-groups.ts";
export {
  type DocumentationHeading,
  documentationHeadings,
  type Indicator,
  type IndicatorCatalogue,
  type IndicatorDocumentation,
  type IndicatorEvidence,
  indicatorTransformations,
  indicatorTypes,
  type SourceOfIndicator,
} from "./catalogue/indicator.ts";
export { readIndicatorCatalogue } from "./catalogue/indicator-catalogue.ts";
export {
  chosenIndicators,
  judgedCell,
  makeSelection,
  orderFor,
  type SelectionInputs,
  seriesCodes,
} from "./choice/make-selection.ts";
export { readSelectionRule } from "./choice/read-selection-rule.ts";
export {
  type CandidateObservation,
  type CellKey,
  type ChosenCell,
  type Fate,
  fates,
  type JudgedCandidate,
  orderRules,
  type Selection,
  type SelectionFlag,
  type SelectionOverride,
  type SelectionRule,
  tieRules,
  yearPreferences,
} from "./choice/selection-rule.ts";
export {
  type ComparisonOptions,
  compareRuns,
  comparisonSteps,
} from "./compare-runs/compare-runs.ts";
export { type DefinitionPart, definitionParts } from "./compare-runs/definition-parts.ts";
export { type ComparedRun, seriesOf } from "./compare-runs/mixture.ts";
export {
  type AreaChange,
  type AreaState,
  areaStates,
  type ChangeCause,
  changeCauses,
  type DividedCause,
  dividedCauses,
  type RunComparison,
} from "./compare-runs/run-comparison.ts";
export {
  type CompiledIndex,
  compileIndex,
  type IndexChanges,
  type IndexScores,
  type NodeColumn,
  scaleOf,
} from "./compiled-index.ts";
export {
  type CountryGroupFlag,
  type CountryGroupId,
  countryGroupIds,
  countryGroupName,
  countryGroupOf,
  type IndexAndParts,
} from "./country-groups.ts";
export {
  type Contribution,
  explainScore,
  restsOnWholeSet,
  type ScoreExplanation,
  type StepOfValue,
  scoreExplainer,
} from "./explain-score.ts";
export {
  formOfSecurity,
  formsOfSecurity,
  indicatorRoleMeaning,
  indicatorRoleName,
  securityLevelName,
} from "./forms-of-security.ts";
export {
  type AreaAttributes,
  type CountryGroupScheme,
  type ImputationRule,
  type IndexDefinition,
  type IndexNode,
  type IndicatorSteps,
  type NormalisationRule,
  type TreatmentRule,
  type ValueTransformation,
  type WeightMethod,
  weightMethods,
} from "./index-definition.ts";
export type {
  AreaNote,
  CellOfRun,
  CellStep,
  CountryGroupOfArea,
  IndexObservation,
  IndexRun,
  RangeUsed,
  RunFlag,
  Score,
  ScoreReason,
  StagesOfCell,
  Threshold,
} from "./index-run.ts";
export type { CellChange, IndicatorStages } from "./indicator-column.ts";
export {
  checkMicroIndex,
  explainMicroRow,
  type MicroEstimate,
  type MicroEstimateOptions,
  type MicroEstimates,
  type MicroIndexDefinition,
  type MicroItem,
  type MicroItemTally,
  type MicroLine,
  type MicroObservation,
  type MicroObservationAbout,
  type MicroRowScore,
  type MicroScore,
  type MicroScoreHead,
  type MicroScores,
  microColumns,
  microEstimates,
  microIndicator,
  microIndicatorCatalogue,
  microLines,
  microMeasures,
  microObservations,
  microObservationTable,
  microScores,
  publishedScores,
  readMicroIndex,
  scorePlan,
} from "./micro/index.ts";
export type { ObservationGrid } from "./observation-grid.ts";
export { type SecuritiesProblemCode, securitiesProblems } from "./problems.ts";
export { readIndexDefinition } from "./read-index-definition.ts";
export { gridOf, type RunOptions, runIndex, runOverGrid } from "./run-index.ts";
export {
  type FormId,
  type FormOfSecurity,
  formIds,
  type IndicatorRole,
  indicatorRoles,
  type SecurityLevel,
  securityLevels,
} from "./security-terms.ts";
export { type Standing, standing } from "./standing.ts";
export {
  analyseUncertainty,
  type LeaveOneOut,
  type RankUncertainty,
  type RunUncertainty,
  type ScoreUncertainty,
  type Sensitivity,
  standardUncertaintyPlan,
  startUncertainty,
  type UncertaintyFactorId,
  type UncertaintyOptions,
  type UncertaintyPlan,
  type UncertaintyWork,
  uncertaintyFactors,
} from "./uncertainty/index.ts";
