/** Problems of the command line: code → what it means and what to do. */
export const cliProblems = {
  "cli.defect": "An error nobody expected. Nothing more was done; please report it.",
  "cli.file-too-large": "A file is too large to be read whole. Split it.",
  "cli.file-unreadable": "A file cannot be opened. Check its path and who may read it.",
  "cli.server-silent":
    "A server holds the data folder and does not answer. If it was just stopped, try again in a moment.",
  "cli.usage": "The command was called in a wrong way; its usage is printed. Exit status 2.",
} as const;
