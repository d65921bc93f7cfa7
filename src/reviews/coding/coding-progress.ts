import type { ReviewState } from "../state.ts";
import { codersNeeded, isDoubleCoded, settlementOf, submissionsOf } from "./double-coding.ts";

/** Whether the coding of a report is finished: submitted, and where two code each report, settled. */
export const isReportCoded = (state: ReviewState, record: string): boolean =>
  isDoubleCoded(state)
    ? settlementOf(state, record) !== null
    : submissionsOf(state, record).length >= codersNeeded(state);
