import type { CommandLine } from "./command-line.ts";
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
import { lessonsGatherCommand, lessonsListCommand } from "./commands/lessons.ts";
import { readingJobsCommand, readingResumeCommand, rereadCommand } from "./commands/reading.ts";
import { changesListCommand, changesUndoCommand } from "./commands/registry.ts";
import { readingScoreCommand } from "./commands/score.ts";
import { evaluationsSearchCommand } from "./commands/search.ts";
import {
  accountLinkCommand,
  backupCommand,
  evaluationsListCommand,
  importCommand,
  releasesExportCommand,
  releasesListCommand,
  restoreCommand,
  traceCommand,
  verifyCommand,
} from "./commands/store.ts";

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
  indexRunCommand,
  indexFreezeCommand,
  releasesListCommand,
  releasesExportCommand,
  traceCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  accountLinkCommand,
];
