// The shapes of what is known: files, passages, evaluations, observations, releases, runs, standards,
// accounts. Shapes and identifiers only; no reading, no storage, no arithmetic.

export { type Account, type Actor, type AuditEntry, operator, type Role, roles, visitor } from "./account.ts";
export { anchorsIn } from "./anchoring.ts";
export {
  type BibliographicRecord,
  type BibliographicType,
  bibliographicTypes,
  emptyBibliographicRecord,
  type ForeignTag,
} from "./bibliographic-record.ts";
export {
  type ChangeItem,
  type ChangeSet,
  type ChangeSetKind,
  changeSetKinds,
  type DuplicateDecision,
  type DuplicateVerdict,
  duplicateVerdicts,
} from "./change-set.ts";
export {
  type Correction,
  type CorrectionAct,
  correctionActs,
  type DecidedPassage,
  type PassageDecision,
  type PassageMark,
  passageDecisions,
} from "./correction.ts";
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
export {
  type ActionState,
  type AdviceCorrection,
  type AdviceGroup,
  actionStates,
  type FollowUpData,
  type FollowUpEvent,
  type FollowUpKind,
  type FollowUpRow,
  followUpKinds,
  followUpStates,
  type RecommendationState,
  type ReportedState,
  reportedStates,
  type StoredFollowUpEvent,
  type Verdict,
  verdicts,
} from "./follow-up.ts";
export type {
  StoredClassification,
  StoredIndexDefinition,
  StoredIndexRun,
  StoredIndexUncertainty,
} from "./index-run.ts";
export {
  type Judged,
  type Lesson,
  type LessonDecision,
  type LessonFactor,
  type LessonFieldName,
  type LessonKind,
  type LessonNatureWord,
  type LessonStatus,
  type LessonText,
  lessonDecisions,
  lessonFactors,
  lessonFieldNames,
  lessonKinds,
  lessonNatures,
  lessonStatuses,
  templateFields,
} from "./lesson.ts";
export type {
  Observation,
  ObservationField,
  ObservationKey,
  ObservationLayout,
  ObservationSpellings,
} from "./observation.ts";
export { leftOutArea } from "./observation.ts";
export { isSamePlace, lengthOf, overlapOf } from "./overlap.ts";
export {
  type BlockKind,
  type DocumentReading,
  type Passage,
  type PassageKind,
  passageId,
  passageKinds,
  type TextBlock,
} from "./passage.ts";
export {
  type ReadingFileState,
  type ReadingJob,
  type ReadingJobFile,
  type ReadingJobKind,
  type ReadingOutcome,
  readingFileStates,
} from "./reading-job.ts";
export {
  type Priority,
  priorities,
  type Recommendation,
  type TimeFrame,
  timeFrames,
} from "./recommendation.ts";
export { type Release, type ReleaseKind, releaseKinds } from "./release.ts";
export {
  type CheckWorkState,
  checkWorkStates,
  type ReleaseCheckWork,
} from "./release-check-work.ts";
export {
  answersFinding,
  type ChangeKind,
  type CheckStanding,
  changeKinds,
  checkOf,
  type FindingAnswer,
  type FindingCount,
  type FindingRule,
  findingRules,
  type ReleaseAct,
  type ReleaseCheck,
  type ReleaseEvent,
  type ReleaseFinding,
  type ReleaseStanding,
  type ReleaseState,
  releaseStates,
  standingAt,
  stateActs,
  type WithdrawnFigures,
  withdrawnFigures,
} from "./release-life.ts";
export * from "./reviews/index.ts";
export type { StoredIndicator, StoredSelection } from "./selection.ts";
export { type AccessTier, accessTiers, type Origin, origins, type SourceFile } from "./source-file.ts";
export type { Convention, RatificationEvent } from "./standards.ts";
export {
  type AnalysisUnit,
  analysisUnits,
  type CoverageClass,
  coverageClasses,
  type EditionEvent,
  editionActs,
  type MicrodataTier,
  microdataTiers,
  type QuestionAngle,
  type QuestionPlace,
  questionAngles,
  type SecurityDimension,
  type StoredStudy,
  type Study,
  type StudyDesign,
  type StudyEdition,
  type StudyFile,
  type StudyKind,
  type StudyQuestionnaire,
  type StudyTableQuestion,
  type StudyVariable,
  securityDimensions,
  studyKinds,
  type TableStatistic,
  tableStatistics,
  type VariableCategory,
  type VariableKind,
  variableKinds,
} from "./study.ts";
export type { TraceNode } from "./trace.ts";
export type { StoredVocabulary, Vocabulary, VocabularyTerm } from "./vocabulary.ts";
