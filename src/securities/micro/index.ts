// Indexes of persons and establishments: from answers to scores, estimates and observations.

export { checkMicroIndex } from "./check-micro-index.ts";
export { explainMicroRow, type MicroRowScore } from "./explain-micro-row.ts";
export type { MicroIndexDefinition, MicroItem } from "./micro-definition.ts";
export {
  type MicroEstimate,
  type MicroEstimateOptions,
  type MicroEstimates,
  microEstimates,
  microIndicator,
  microMeasures,
} from "./micro-estimates.ts";
export { microIndicatorCatalogue } from "./micro-indicators.ts";
export { type MicroLine, microLines } from "./micro-lines.ts";
export {
  type MicroObservation,
  type MicroObservationAbout,
  microObservations,
  microObservationTable,
  publishedScores,
} from "./micro-observations.ts";
export { type MicroItemTally, type MicroScore, type MicroScores, microScores } from "./micro-scores.ts";
export { microColumns } from "./prepare-items.ts";
export { readMicroIndex } from "./read-micro-index.ts";
export { type MicroScoreHead, scorePlan } from "./score-plan.ts";
