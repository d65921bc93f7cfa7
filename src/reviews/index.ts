// A review as its log: what may be done, what it comes to, and how every number is made from it again. Pure.

export { hiddenFrom, mayKnow, outcomeFor, statusFor, type ToldOutcome, type Viewer } from "./blind.ts";
export { checkAct } from "./check-act.ts";
export { applyEvent, emptyReview, foldReview } from "./fold.ts";
export { isMember, memberParts } from "./members/members.ts";
export { reviewProblems } from "./problems.ts";
export {
  type ProtocolVersion,
  protocolAt,
  stagePlan,
  standingProtocol,
} from "./protocol/protocol.ts";
export { type ProtocolChange, protocolChanges } from "./protocol/protocol-changes.ts";
export {
  countedRecords,
  duplicatesOf,
  nextRecord,
  pairName,
  type RecordState,
} from "./records/records.ts";
export { type StageAgreement, stageAgreement } from "./screening/agreement.ts";
export { criteriaScores } from "./screening/criteria-order.ts";
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
