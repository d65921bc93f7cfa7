// What the log of a review comes to. The maps are written by `applyEvent` alone; everybody else reads.

import type { AppraisalState } from "./appraisal/appraisal-state.ts";
import type { CodingState } from "./coding/coding-state.ts";
import type { ExtractionState } from "./extraction/extraction-state.ts";
import type { MembersState } from "./members/members-state.ts";
import type { ProtocolState } from "./protocol/protocol-state.ts";
import type { RecordsState } from "./records/records-state.ts";
import type { ReportState } from "./report/report-state.ts";
import type { ScreeningState } from "./screening/screening-state.ts";
import type { SynthesisState } from "./synthesis/synthesis-state.ts";

export type ReviewState = {
  readonly id: string;
  /** Number of the last event written in. */
  last: number;
  /** When it was recorded. */
  lastAt: string | null;
  readonly members: MembersState;
  readonly protocol: ProtocolState;
  readonly records: RecordsState;
  readonly screening: ScreeningState;
  readonly appraisal: AppraisalState;
  readonly extraction: ExtractionState;
  readonly coding: CodingState;
  readonly synthesis: SynthesisState;
  readonly report: ReportState;
};
