// The shapes of what is known: files, passages, evaluations, observations, releases, runs, standards,
// accounts. Shapes and identifiers only; no reading, no storage, no arithmetic.

export { type Account, type Actor, type AuditEntry, operator, type Role, roles, visitor } from "./account.ts";
export {
  completeEvaluation,
  type Evaluation,
  type EvaluationNature,
  type EvaluationRegion,
  type EvaluationTiming,
  type EvaluationType,
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  type Oddity,
  type StoredEvaluation,
} from "./evaluation.ts";
export {
  type Branch,
  branches,
  type EvaluationCriterion,
  type EvaluationDetails,
  type EvaluationLink,
  type EvaluationRelation,
  type EvaluationStatus,
  evaluationCriteria,
  evaluationStatuses,
  type ManagementResponseState,
  type Money,
  managementResponseStates,
  noDetails,
  type ProjectSymbol,
  type RelationKind,
  relationKinds,
  type ValueOrigin,
} from "./evaluation-details.ts";
export type { StoredIndexDefinition, StoredIndexRun } from "./index-run.ts";
export type {
  Observation,
  ObservationField,
  ObservationKey,
  ObservationLayout,
  ObservationSpellings,
} from "./observation.ts";
export {
  type BlockKind,
  type DocumentReading,
  type Passage,
  type PassageKind,
  passageKinds,
  type TextBlock,
} from "./passage.ts";
export { type Release, type ReleaseKind, releaseKinds } from "./release.ts";
export { type AccessTier, accessTiers, type Origin, origins, type SourceFile } from "./source-file.ts";
export type { Convention, RatificationEvent } from "./standards.ts";
export type { TraceNode } from "./trace.ts";
