// A review as its log: what may be done, what it comes to, and how every number is made from it again. Pure.

export { type AppraisalAgreement, appraisalAgreement } from "./appraisal/appraisal-agreement.ts";
export {
  type AppraisalOutcome,
  type AppraisalStatus,
  appraisalOutcome,
  appraisalPlan,
  differingItems,
  type FinalAppraisal,
  ratingsByItem,
  selectedRecords,
  standingSubmissions,
} from "./appraisal/appraisal-outcome.ts";
export type { Submission } from "./appraisal/appraisal-state.ts";
export { hiddenFrom, mayKnow, outcomeFor, statusFor, type ToldOutcome, type Viewer } from "./blind.ts";
export { mayKnowAppraisal, mayKnowExtraction } from "./blind-appraisal.ts";
export { checkAct } from "./check-act.ts";
export {
  type CodingAgreement,
  type ComparedCoding,
  compareCodings,
  type PlaceOf,
  recordAgreement,
  reviewAgreement,
} from "./coding/agreement.ts";
export { codeMatrix, type SaturationStep, saturation } from "./coding/code-counts.ts";
export { branchOf, childrenOf, codesInOrder, standingCode } from "./coding/code-tree.ts";
export type { Code, Coding, Memo } from "./coding/coding-state.ts";
export {
  codersNeeded,
  codersOf,
  codings,
  hasSubmitted,
  isCompared,
  isCounted,
  isDoubleCoded,
  isFrozen,
  isTakenByOthers,
  mayKnowCodings,
  settlementOf,
  submissionsOf,
  visibleCodings,
} from "./coding/double-coding.ts";
export { type Codable, type CodingProposal, kindOfCode, proposeCodings } from "./coding/proposals.ts";
export { type NextTurn, nextTurns } from "./coding/withdraw.ts";
export { comparedRows, type RowPair } from "./extraction/compare-rows.ts";
export {
  type ExtractedRow,
  type ExtractionOutcome,
  extractedRows,
  extractionOutcome,
  extractionPlan,
  ownExtractions,
} from "./extraction/extraction-outcome.ts";
export {
  columnProblems,
  type MatrixRow,
  matrixColumns,
  matrixLine,
  type ReadLine,
  readMatrixLine,
} from "./extraction/matrix-table.ts";
export { applyEvent, emptyReview, foldReview } from "./fold.ts";
export { memberTasks } from "./member-tasks.ts";
export { isMember, memberParts } from "./members/members.ts";
export { reviewProblems } from "./problems.ts";
export { protocolAt, stagePlan, standingProtocol } from "./protocol/protocol.ts";
export { type ProtocolChange, protocolChanges } from "./protocol/protocol-changes.ts";
export type { ProtocolVersion } from "./protocol/protocol-state.ts";
export { countedRecords, duplicatesOf, nextRecord, pairName } from "./records/records.ts";
export type { RecordState } from "./records/records-state.ts";
export { citable, isView, unsupportedSentences } from "./report/citations.ts";
export { editionDifference } from "./report/edition-difference.ts";
export { type FlowBox, type FlowPart, type ReviewFlow, reviewFlow } from "./report/flow.ts";
export { flowPicture } from "./report/flow-picture.ts";
export { faultSentence, flowRows, flowTable } from "./report/flow-words.ts";
export { pictureSvg } from "./report/picture-svg.ts";
export { buildProblems } from "./report/report.ts";
export { reportDocument } from "./report/report-document.ts";
export { type NumberDifference, numberDifferences, reportNumbers } from "./report/report-numbers.ts";
export type { ReportEdition } from "./report/report-state.ts";
export { bareSentence, citationsIn, paragraphsOf, sentencesOf } from "./report/sentences.ts";
export { sayIn } from "./report/words/report-words.ts";
export { type ReviewProgress, reviewProgress } from "./review-progress.ts";
export { type StageAgreement, stageAgreement } from "./screening/agreement.ts";
export { type HistoryLine, ownDecisions, recordHistory } from "./screening/history.ts";
export {
  countedFor,
  groupOf,
  includedRecords,
  planOf,
  type ScreeningOutcome,
  screeningOutcome,
  stageOutcome,
  stageRecords,
  standingDecisions,
  usedStages,
} from "./screening/outcome.ts";
export {
  earlierDecisions,
  memberProgress,
  presentStage,
  type StageCounts,
  settledInOrder,
  stageCounts,
  toSettle,
} from "./screening/progress.ts";
export { type Queue, queueOf } from "./screening/queue.ts";
export { type Decision, type Stop, standing, standingStop } from "./screening/screening-state.ts";
export type { ReviewState } from "./state.ts";
export { type SuggestedCertainty, suggestedCertainty } from "./synthesis/certainty.ts";
export {
  type Contributions,
  contributions,
  type FieldCount,
  findingFields,
  findingsByField,
  themesInOrder,
  unansweredQuestions,
  wholeTheme,
} from "./synthesis/contributions.ts";
export { evidenceByField } from "./synthesis/evidence-by-field.ts";
export {
  type EvidenceMap,
  evidenceMap,
  itemsOfCell,
  type MapFilter,
  mapFields,
} from "./synthesis/evidence-map.ts";
export type { PlacedItem } from "./synthesis/map-items.ts";
export { type NeedFigure, type NeedRow, needBesideEvidence, populationsFor } from "./synthesis/need.ts";
export { startingAxes } from "./synthesis/starting-axes.ts";
export {
  codingsOfTheme,
  findingWeight,
  type StandingSupport,
  type SupportBook,
  standingSupport,
  supportBook,
  unitOf,
} from "./synthesis/supports.ts";
export type { FormerFinding, Theme, WrittenFinding } from "./synthesis/synthesis-state.ts";
export { findings } from "./synthesis/themes.ts";
