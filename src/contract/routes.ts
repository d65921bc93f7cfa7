// Every address of the API. Order: reading first, then signing in, then what changes something.

import { accountsRoutes } from "./routes-accounts.ts";
import { changesRoutes } from "./routes-changes.ts";
import { countriesRoutes } from "./routes-countries.ts";
import { evidenceRoutes } from "./routes-evidence.ts";
import { exploreRoutes } from "./routes-explore.ts";
import { followUpRoutes } from "./routes-follow-up.ts";
import { indexComparisonRoutes } from "./routes-index-comparison.ts";
import { indexesRoutes } from "./routes-indexes.ts";
import { indicatorsRoutes } from "./routes-indicators.ts";
import { installationRoutes } from "./routes-installation.ts";
import { lessonsRoutes } from "./routes-lessons.ts";
import { numbersRoutes } from "./routes-numbers.ts";
import { openRoutes } from "./routes-open.ts";
import { readingRoutes } from "./routes-reading.ts";
import { registryRoutes } from "./routes-registry.ts";
import { releasesRoutes } from "./routes-releases.ts";
import { reviewAppraisalRoutes } from "./routes-review-appraisal.ts";
import { reviewCodingRoutes } from "./routes-review-coding.ts";
import { reviewExtractionRoutes } from "./routes-review-extraction.ts";
import { reviewProtocolRoutes } from "./routes-review-protocol.ts";
import { reviewRecordsRoutes } from "./routes-review-records.ts";
import { reviewReportRoutes } from "./routes-review-report.ts";
import { reviewScreeningRoutes } from "./routes-review-screening.ts";
import { reviewSynthesisRoutes } from "./routes-review-synthesis.ts";
import { reviewsRoutes } from "./routes-reviews.ts";
import { searchRoutes } from "./routes-search.ts";
import { sourcesRoutes } from "./routes-sources.ts";
import { studiesRoutes } from "./routes-studies.ts";
import { studyDeskRoutes } from "./routes-study-desk.ts";
import { studyIndexesRoutes } from "./routes-study-indexes.ts";
import { studyTablesRoutes } from "./routes-study-tables.ts";
import { tablesRoutes } from "./routes-tables.ts";

export const routes = {
  ...installationRoutes,
  ...evidenceRoutes,
  ...searchRoutes,
  ...readingRoutes,
  ...registryRoutes,
  ...tablesRoutes,
  ...followUpRoutes,
  ...lessonsRoutes,
  ...reviewsRoutes,
  ...reviewProtocolRoutes,
  ...reviewRecordsRoutes,
  ...reviewScreeningRoutes,
  ...reviewReportRoutes,
  ...reviewAppraisalRoutes,
  ...reviewExtractionRoutes,
  ...reviewCodingRoutes,
  ...reviewSynthesisRoutes,
  ...numbersRoutes,
  ...countriesRoutes,
  ...releasesRoutes,
  ...indicatorsRoutes,
  ...indexesRoutes,
  ...indexComparisonRoutes,
  ...exploreRoutes,
  ...studyTablesRoutes,
  ...studyIndexesRoutes,
  ...studiesRoutes,
  ...studyDeskRoutes,
  ...sourcesRoutes,
  ...accountsRoutes,
  ...changesRoutes,
  ...openRoutes,
} as const;

export type RouteName = keyof typeof routes;
