// Flow, report and archive.

import { downloadReviewReport } from "./download-report.ts";
import { downloadReviewArchive } from "./make-archive.ts";
import { publishReviewReport } from "./publish-report.ts";
import { downloadReviewFlow, reviewFlow } from "./read-flow.ts";
import { compareReviewEditions, reviewReport } from "./read-report.ts";

export const reviewReportUseCases = {
  reviewFlow,
  downloadReviewFlow,
  reviewReport,
  downloadReviewReport,
  compareReviewEditions,
  publishReviewReport,
  downloadReviewArchive,
} as const;
