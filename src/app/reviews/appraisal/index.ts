// Appraisal: what people are shown, and what it comes to.

import { appraisalAnswers } from "./appraisal-answers.ts";
import { importAppraisal } from "./import-appraisal.ts";
import { appraisalAgreement, appraisedRecord, reviewAppraisal, reviewInstruments } from "./read-appraisal.ts";

export const appraisalUseCases = {
  reviewAppraisal,
  reviewInstruments,
  appraisedRecord,
  appraisalAgreement,
  appraisalAnswers,
  importAppraisal,
} as const;
