import type { ProblemCatalogue } from "#kernel";

/** Problems of the command line: code → what it means and what to do. */
export const cliProblems = {
  "cli.defect": {
    meaning: "An error nobody expected; nothing more was done.",
    remedy: "Report it with the command you gave; SOCLE_DEBUG=1 shows where it arose.",
  },
  "cli.stopped": {
    meaning: "A command at work was stopped by Ctrl+C or a signal.",
    remedy: "Run it again when it is wanted.",
  },
  "cli.file-too-large": { meaning: "A file is too large to be read whole.", remedy: "Split it." },
  "cli.file-unreadable": {
    meaning: "A file cannot be opened.",
    remedy: "Check its path and who may read it.",
  },
  "cli.labels-unreadable": {
    meaning: "The labels.json of a labelled folder is absent or no JSON.",
    remedy: "Check the folder; the README of test/fixtures/labelled describes the format.",
  },
  "cli.server-silent": {
    meaning: "A server holds the data folder and does not answer.",
    remedy: "If it was just stopped, try again in a moment.",
  },
  "cli.some-done": {
    meaning: "Of several files some were taken in and others not.",
    remedy: "Mend those that are named, and repeat the command with them alone.",
  },
  "cli.usage": {
    meaning: "The command was called in a wrong way. Exit status 2.",
    remedy: "Follow the usage that is printed, or see `socle help COMMAND`.",
  },
} as const satisfies ProblemCatalogue;

export type CliProblemCode = keyof typeof cliProblems;
