// Use cases: one file each, verb first. Each asks the access policy, calls the core, and writes its audit
// line in the transaction of the change.

export { type ActionRule, accessProblems, actions, actionsOf, may, roleDescriptions } from "#access";
export {
  accountsProblems,
  actorOfToken,
  createFirstLink,
  hasIssuedSession,
  sessionHours,
  startSession,
} from "./accounts/index.ts";
export { type CommandName, commands, isCommandName, runCommand } from "./commands.ts";
export { prepareDemonstration } from "./demonstration.ts";
export type { Effects } from "./effects.ts";
export { followUpProblems, remind, smtpMail } from "./follow-up/index.ts";
export { comparisonLines } from "./indexes/comparison-lines.ts";
export { completeUncertainty, stopUncertainty } from "./indexes/complete-uncertainty.ts";
export { uncertaintyRows } from "./indexes/read-uncertainty.ts";
export { runIndexFiles } from "./indexes/run-index-files.ts";
export { analyseIndexFiles } from "./indexes/uncertainty-files.ts";
export { lessonsProblems } from "./lessons/index.ts";
export { pageHead } from "./open/index.ts";
export { appProblems } from "./problems.ts";
export { beginReader, readingProblems, resumeReading, stopReading } from "./reading/index.ts";
export { type FolderScore, scoreFolder } from "./reading/score-folder.ts";
export { resumeChecks, stopChecks } from "./releases/index.ts";
export { type Reproduced, reproduceArchive } from "./reviews/report/reproduce.ts";
export { screeningProblems, simulateScreeningFile } from "./screening/index.ts";
export {
  type LogLevel,
  logLevels,
  type ReadingSettings,
  readSettings,
  type SettingName,
  type Settings,
  settingsProblems,
  settingsTable,
} from "./settings.ts";
export { readReportFile } from "./storeless.ts";
export { estimateSurveyFile } from "./surveys/estimate-survey-file.ts";
export { surveyFileProblems } from "./surveys/problems.ts";
export type { Download, RouteInput, RouteReply, RouteUseCase, Upload, UseCase, Work } from "./use-case.ts";
export { type UseCases, useCases } from "./use-cases.ts";
