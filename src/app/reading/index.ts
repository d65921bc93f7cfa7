// Reading many reports and correcting what was read. Other use cases of `app` come in by this door.

import { correctDocument } from "./correct-document.ts";
import { correctionQueue, documentCorrections } from "./document-corrections.ts";
import { passageHistory } from "./passage-history.ts";
import {
  addReadingFile,
  beginReadingJob,
  changeReadingJob,
  listReadingJobs,
  outdatedReadings,
  readingJob,
  readingProblemsTable,
  rereadDocuments,
} from "./reading-jobs.ts";
import { makeRecord, reportFacts, tieReport } from "./report-facts.ts";

export { resumeReading, stopReading } from "./job-runner.ts";
export { readingProblems } from "./problems.ts";
export { beginReader } from "./read-apart.ts";

/** Use cases behind routes, by the names of the routes. */
export const readingUseCases = {
  addReadingFile,
  beginReadingJob,
  changeReadingJob,
  correctDocument,
  correctionQueue,
  documentCorrections,
  listReadingJobs,
  makeRecord,
  outdatedReadings,
  passageHistory,
  readingJob,
  readingProblemsTable,
  reportFacts,
  rereadDocuments,
  tieReport,
} as const;
