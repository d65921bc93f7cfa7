import type { ReviewActKind } from "#records";
import { appraisalActs } from "./appraisal/appraisal.ts";
import { codingActs } from "./coding/coding.ts";
import { extractionActs } from "./extraction/extraction.ts";
import { memberActs } from "./members/members.ts";
import { protocolActs } from "./protocol/protocol.ts";
import { recordsActs } from "./records/records.ts";
import { reportActs } from "./report/report.ts";
import { screeningActs } from "./screening/screening.ts";
import type { ActRules } from "./slice.ts";
import { synthesisActs } from "./synthesis/synthesis.ts";

/** The rule of every act. */
export const actRules: ActRules<ReviewActKind> = {
  ...memberActs,
  ...protocolActs,
  ...recordsActs,
  ...screeningActs,
  ...codingActs,
  ...appraisalActs,
  ...extractionActs,
  ...synthesisActs,
  ...reportActs,
};
