import type { AppraisalAct } from "./appraisal.ts";
import type { CodingAct } from "./coding.ts";
import type { ExtractionAct } from "./extraction.ts";
import type { MemberAct } from "./member.ts";
import type { ProtocolAct } from "./protocol.ts";
import type { ReportAct } from "./report.ts";
import type { RecordsAct } from "./review-record.ts";
import type { ScreeningAct } from "./screening.ts";
import type { SynthesisAct } from "./synthesis.ts";

/** Everything that can be done in a review, one event each; see the files beside this one. */
export type ReviewAct =
  | MemberAct
  | ProtocolAct
  | RecordsAct
  | ScreeningAct
  | CodingAct
  | AppraisalAct
  | ExtractionAct
  | SynthesisAct
  | ReportAct;
export type ReviewActKind = ReviewAct["kind"];
export type ActOf<K extends ReviewActKind> = Extract<ReviewAct, { readonly kind: K }>;
