import type { CommandLine } from "./command-line.ts";
import {
  accountsAddCommand,
  accountsDisableCommand,
  accountsEnableCommand,
  accountsLinkCommand,
  accountsListCommand,
} from "./commands/accounts.ts";
import { indexFreezeCommand, indexRunCommand, readCommand } from "./commands/files.ts";
import {
  adviceCommand,
  followUpFiguresCommand,
  recommendationsGatherCommand,
  recommendationsListCommand,
  remindCommand,
  responsesImportCommand,
  responsesReadCommand,
} from "./commands/follow-up.ts";
import { indexCompareCommand } from "./commands/index-comparison.ts";
import { indexUncertaintyCommand } from "./commands/index-uncertainty.ts";
import {
  indicatorsAddCommand,
  indicatorsListCommand,
  indicatorsShowCommand,
  selectionListCommand,
  selectionMakeCommand,
  selectionOverrideCommand,
  selectionShowCommand,
} from "./commands/indicators.ts";
import { lessonsGatherCommand, lessonsListCommand } from "./commands/lessons.ts";
import { readingJobsCommand, readingResumeCommand, rereadCommand } from "./commands/reading.ts";
import { changesListCommand, changesUndoCommand } from "./commands/registry.ts";
import { releaseLifeCommands } from "./commands/release.ts";
import {
  reviewBeginCommand,
  reviewListCommand,
  reviewMembersCommand,
  reviewProtocolCommand,
  reviewShowCommand,
} from "./commands/review.ts";
import { reviewAppraiseCommand, reviewCodeCommand, reviewExtractCommand } from "./commands/review-reading.ts";
import { reviewImportCommand, reviewRecordsCommand } from "./commands/review-records.ts";
import {
  reviewArchiveCommand,
  reviewFlowCommand,
  reviewReportCommand,
  reviewReproduceCommand,
} from "./commands/review-report.ts";
import {
  reviewAgreementCommand,
  reviewConflictsCommand,
  reviewScreenCommand,
} from "./commands/review-screening.ts";
import { readingScoreCommand } from "./commands/score.ts";
import { screeningSimulateCommand } from "./commands/screening.ts";
import { evaluationsSearchCommand } from "./commands/search.ts";
import {
  backupCommand,
  evaluationsListCommand,
  importCommand,
  releasesExportCommand,
  releasesListCommand,
  restoreCommand,
  traceCommand,
  verifyCommand,
} from "./commands/store.ts";
import {
  indexDefineCommand,
  studiesListCommand,
  studiesPublishCommand,
  studiesShowCommand,
  studiesWithdrawCommand,
  variablesSearchCommand,
} from "./commands/studies.ts";
import { surveyEstimateCommand } from "./commands/survey.ts";

/** Every command, in the order of the help. */
export const commandTable: readonly CommandLine[] = [
  readCommand,
  importCommand,
  rereadCommand,
  readingJobsCommand,
  readingResumeCommand,
  readingScoreCommand,
  evaluationsListCommand,
  evaluationsSearchCommand,
  changesListCommand,
  changesUndoCommand,
  recommendationsListCommand,
  recommendationsGatherCommand,
  lessonsListCommand,
  lessonsGatherCommand,
  responsesImportCommand,
  responsesReadCommand,
  followUpFiguresCommand,
  adviceCommand,
  remindCommand,
  reviewListCommand,
  reviewShowCommand,
  reviewBeginCommand,
  reviewProtocolCommand,
  reviewMembersCommand,
  reviewImportCommand,
  reviewRecordsCommand,
  reviewScreenCommand,
  reviewConflictsCommand,
  reviewAgreementCommand,
  reviewAppraiseCommand,
  reviewExtractCommand,
  reviewCodeCommand,
  reviewFlowCommand,
  reviewReportCommand,
  reviewArchiveCommand,
  reviewReproduceCommand,
  screeningSimulateCommand,
  indicatorsListCommand,
  indicatorsShowCommand,
  indicatorsAddCommand,
  selectionMakeCommand,
  selectionListCommand,
  selectionShowCommand,
  selectionOverrideCommand,
  indexRunCommand,
  indexFreezeCommand,
  indexCompareCommand,
  indexUncertaintyCommand,
  indexDefineCommand,
  studiesListCommand,
  studiesShowCommand,
  studiesPublishCommand,
  studiesWithdrawCommand,
  variablesSearchCommand,
  surveyEstimateCommand,
  releasesListCommand,
  releasesExportCommand,
  ...releaseLifeCommands,
  traceCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  accountsListCommand,
  accountsAddCommand,
  accountsLinkCommand,
  accountsDisableCommand,
  accountsEnableCommand,
];

/** What commands that share their first word are for, in the general help; a group of several has one. */
export const groupSummaries: Readonly<Record<string, string>> = {
  reading: "Jobs that read many reports; how well the reader reads",
  evaluations: "The registry of evaluations; search in their passages",
  changes: "Changes of the registry, and taking one back",
  recommendations: "Recommendations with what became of them",
  lessons: "Lessons learned and emerging good practices",
  responses: "Responses of management from tables and reports",
  review: "Reviews from protocol to report, as on the pages",
  indicators: "The catalogue of indicators; add your own",
  selection: "Choose values where several sources or years have one",
  studies: "Surveys: their descriptions and their data",
  index: "Compute an index; keep its result with the recipe",
  releases: "Releases of data; write one to a file",
  release: "The life of a release, and what changed in it",
  accounts: "Who may sign in, for the operator of the machine",
};
