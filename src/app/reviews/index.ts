// Reviews: who takes part, what they do, and what it comes to. Other use cases come in by this door.

import { actOnReview } from "./act-on-review.ts";
import { appraisalUseCases } from "./appraisal/index.ts";
import { codingUseCases } from "./coding/index.ts";
import { createReview } from "./create-review.ts";
import { extractionUseCases } from "./extraction/index.ts";
import { downloadProtocol, reviewProtocol } from "./protocol/read-protocol.ts";
import { listReviews, myReviewTasks, review, reviewLog, reviewProgress } from "./read-reviews.ts";
import { addFromRegistry } from "./records/add-from-registry.ts";
import { importReviewRecords } from "./records/import-records.ts";
import { reviewLookAlikes } from "./records/read-look-alikes.ts";
import { reviewRecord, reviewRecords } from "./records/read-records.ts";
import { reviewReportUseCases } from "./report/index.ts";
import { screeningUseCases } from "./screening/index.ts";
import { synthesisUseCases } from "./synthesis/index.ts";

/** Use cases behind routes, by the names of the routes. */
export const reviewUseCases = {
  listReviews,
  createReview,
  review,
  actOnReview,
  reviewLog,
  reviewProgress,
  myReviewTasks,
  reviewProtocol,
  downloadProtocol,
  reviewRecords,
  reviewRecord,
  importReviewRecords,
  reviewLookAlikes,
  addFromRegistry,
  ...screeningUseCases,
  ...reviewReportUseCases,
  ...codingUseCases,
  ...appraisalUseCases,
  ...extractionUseCases,
  ...synthesisUseCases,
} as const;
