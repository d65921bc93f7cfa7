// A review as its log: what may be done, what it comes to, and how every number is made from it again. Pure.

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
export type { ReviewState } from "./state.ts";
