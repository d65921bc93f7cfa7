// Flow, report and archive.

import { downloadReviewArchive } from "./make-archive.ts";
import { publishReviewReport } from "./publish-report.ts";
import { downloadReviewFlow, reviewFlow } from "./read-flow.ts";
import { compareReviewEditions, reviewReport } from "./read-report.ts";

export const reviewReportUseCases = {
  reviewFlow,
  downloadReviewFlow,
  reviewReport,
  compareReviewEditions,
  publishReviewReport,
  downloadReviewArchive,
} as const;
