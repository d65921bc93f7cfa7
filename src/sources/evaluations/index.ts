// Evaluation reports and lists of them: from documents to passages by kind and to evaluation records.

export type {
  Candidates,
  DateText,
  EvaluationFacts,
  FactCandidate,
  StatedMoney,
  StatedSymbol,
} from "./facts/evaluation-facts.ts";
export { readEvaluationFacts } from "./facts/read-evaluation-facts.ts";
export { readInventory } from "./inventory.ts";
export type { Inventory, InventoryRecord, InventoryRegion, SymbolParts } from "./inventory-record.ts";
export { lessonNature } from "./lesson-nature.ts";
export { lessonTopics } from "./lesson-topics.ts";
export * from "./mapping/index.ts";
export {
  type EvaluationReading,
  type Passage,
  passageId,
} from "./passage.ts";
export type {
  ActionStatus,
  KeyAction,
  LessonFields,
  LessonNature,
  PassageFields,
  PracticeFields,
  Printed,
  RecommendationFields,
  ResponseFields,
  Valued,
  Verdict,
} from "./passage-fields.ts";
export { type EvaluationsProblemCode, evaluationsProblems } from "./problems.ts";
export { readEvaluationReport } from "./read-evaluation-report.ts";
export { readerVersion } from "./reader-version.ts";
export { type ReadingJson, readingToJson } from "./reading-json.ts";
export { readEvaluationTable } from "./registry-table.ts";
export {
  type ExpectedPassage,
  type LabelledDocument,
  type LabelledSet,
  readLabelledSet,
} from "./scoring/labelled-set.ts";
export {
  type DocumentScore,
  type Failure,
  type LabelledReading,
  scoreReading,
} from "./scoring/score-reading.ts";
export {
  type GroupScore,
  type KindScore,
  type ReadingScore,
  scoreReadings,
} from "./scoring/score-readings.ts";
