// Flow, report and archive.

import { downloadReviewFlow, reviewFlow } from "./read-flow.ts";

export const reviewReportUseCases = {
  reviewFlow,
  downloadReviewFlow,
} as const;
