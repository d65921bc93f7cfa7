// The words every module shares. Knows no other module.

export {
  type Area,
  areaByAgencyCode,
  areaByAlpha2,
  areaByCode,
  areaByNumeric,
  areas,
  type IloRegion,
  iloRegions,
  isInventedAreaCode,
} from "./area.ts";
export { areaName } from "./area-name.ts";
export { findArea } from "./area-search.ts";
export { type CodePoints, codePointsOf } from "./code-points.ts";
export { isLanguage, type Language, type Localised, languages } from "./language.ts";
export {
  isMissingReason,
  type Maybe,
  type MissingReason,
  missingReasonOfSdmxStatus,
  missingReasons,
} from "./missing.ts";
export { type Period, readPeriod, yearsOf } from "./period.ts";
export type { ProblemCatalogue } from "./problem-catalogue.ts";
export { kernelProblems } from "./problems.ts";
export {
  type Citation,
  citationText,
  isSha256,
  type Locator,
  type Provenance,
  type Recipe,
  type Sha256,
  type Span,
} from "./provenance.ts";
export { type Quantity, type UnitCode, unitCodes } from "./quantity.ts";
export { fail, failAll, ok, type Place, type Problem, problem, type Result } from "./result.ts";
export { seededRandom } from "./seeded-random.ts";
export { visibleText, visibleTexts } from "./visible-text.ts";
