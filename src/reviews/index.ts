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
export {
  includedRecords,
  type ScreeningOutcome,
  screeningOutcome,
  stageOutcome,
  stageRecords,
  usedStages,
} from "./screening/outcome.ts";
export { type Queue, queueOf } from "./screening/queue.ts";
export type { ReviewState } from "./state.ts";
