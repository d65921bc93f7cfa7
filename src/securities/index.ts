// Seven forms of security at three levels: what they are, how an index over them is defined, and what it
// gives. Pure: values in, values out, the same on the server, the command line and in the browser.

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
export { type Contribution, explainScore, type ScoreExplanation } from "./explain-score.ts";
export {
  formOfSecurity,
  formsOfSecurity,
  indicatorRoleMeaning,
  indicatorRoleName,
  securityLevelName,
} from "./forms-of-security.ts";
export {
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
  CellOfRun,
  CountryGroupOfArea,
  IndexObservation,
  IndexRun,
  RangeUsed,
  RunFlag,
  Score,
  ScoreReason,
  Threshold,
} from "./index-run.ts";
export {
  type Indicator,
  type IndicatorCatalogue,
  type IndicatorEvidence,
  readIndicatorCatalogue,
} from "./indicator-catalogue.ts";
export type { CellChange, IndicatorStages } from "./indicator-column.ts";
export type { ObservationGrid } from "./observation-grid.ts";
export { type SecuritiesProblemCode, securitiesProblems } from "./problems.ts";
export { readIndexDefinition } from "./read-index-definition.ts";
export { type AreaGroups, gridOf, runIndex, runOverGrid } from "./run-index.ts";
export {
  type FormId,
  type FormOfSecurity,
  formIds,
  type IndicatorRole,
  indicatorRoles,
  type SecurityLevel,
  securityLevels,
} from "./security-terms.ts";
