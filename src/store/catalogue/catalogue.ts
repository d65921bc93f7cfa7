import type { Database } from "../database.ts";
import type { Catalogue } from "../store.ts";
import { accountsOf } from "./accounts.ts";
import { adviceOf } from "./advice.ts";
import { auditOf } from "./audit.ts";
import { correctionsOf } from "./corrections.ts";
import { documentsOf } from "./documents.ts";
import { evaluationsOf } from "./evaluations.ts";
import { harvestOf } from "./harvest.ts";
import { indexesOf } from "./indexes.ts";
import { indicatorsOf, selectionsOf } from "./indicators.ts";
import { lessonsOf } from "./lessons.ts";
import { passagesOf } from "./passages.ts";
import { readingJobsOf } from "./reading-jobs.ts";
import { recommendationsOf } from "./recommendations.ts";
import { registryOf } from "./registry.ts";
import { releaseChecksOf } from "./release-checks.ts";
import { releasesOf } from "./releases.ts";
import { remindersOf } from "./reminders.ts";
import { reviewsOf } from "./reviews.ts";
import { searchesOf } from "./searches.ts";
import { linksOf, sessionsOf } from "./sessions.ts";
import { sourcesOf } from "./sources.ts";
import { standardsOf } from "./standards.ts";
import { studiesOf } from "./studies.ts";

/** The catalogue over a connection or over an open transaction. */
export const catalogueOf = (db: Database, now: () => string): Catalogue => ({
  accounts: accountsOf(db),
  sessions: sessionsOf(db),
  links: linksOf(db),
  audit: auditOf(db),
  searches: searchesOf(db),
  sources: sourcesOf(db),
  corrections: correctionsOf(db),
  documents: documentsOf(db),
  readingJobs: readingJobsOf(db),
  releaseChecks: releaseChecksOf(db),
  passages: passagesOf(db),
  evaluations: evaluationsOf(db),
  ...registryOf(db),
  recommendations: recommendationsOf(db),
  advice: adviceOf(db),
  lessons: lessonsOf(db),
  harvest: harvestOf(db, now),
  reminders: remindersOf(db),
  standards: standardsOf(db, now),
  releases: releasesOf(db),
  indexes: indexesOf(db),
  indicators: indicatorsOf(db),
  selections: selectionsOf(db),
  studies: studiesOf(db),
  reviews: reviewsOf(db),
});
