// Seven forms of security at three levels: what they are, how an index over them is defined, and what it
// gives. Pure: values in, values out, the same on the server, the command line and in the browser.

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
export type { CountryGroupScheme, IndexDefinition, IndexNode } from "./index-definition.ts";
export type {
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
export { type SecuritiesProblemCode, securitiesProblems } from "./problems.ts";
export { readIndexDefinition } from "./read-index-definition.ts";
export { runIndex } from "./run-index.ts";
export {
  type FormId,
  type FormOfSecurity,
  formIds,
  type IndicatorRole,
  indicatorRoles,
  type SecurityLevel,
  securityLevels,
} from "./security-terms.ts";
