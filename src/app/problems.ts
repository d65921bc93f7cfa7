/** Problems of use cases: code → what it means and what to do. */
export const appProblems = {
  "app.arguments-invalid": "A command was given an argument it cannot use; the message names it.",
  "app.cell-empty":
    "A row lacks the area or the indicator its value belongs to. Fill the cell in or take the row out.",
  "app.columns-missing":
    "A table lacks columns it cannot do without; the message names them and those found.",
  "app.command-unknown": "There is no such batch command. `socle help` lists them.",
  "app.definition-missing": "An index run needs a definition: the id of a stored one, or one sent along.",
  "app.evaluation-unknown":
    "A report was to be tied to an evaluation that is not in the registry. Import the record first.",
  "app.file-lost":
    "A file could not be read back from the store after it was written. Check the disk, then try again.",
  "app.file-missing": "An import was asked without a file. Send its bytes as the body of the request.",
  "app.json-unreadable": "A definition is not valid JSON; the message says where it breaks.",
  "app.no-inventory":
    "A report holds no list of evaluations that could be read. Give a table, or a report with such an annex.",
  "app.no-observations":
    "A release has none of the indicators of an index definition. Choose another release or definition.",
  "app.not-found": "There is nothing under this identifier in this installation. Look it up in the list.",
  "app.series-moved-on":
    "Somebody else made a release of the series while a file was read. Look at theirs, then import again.",
  "app.several-sources":
    "Two sources give a figure for the same indicator, area and period. Sources are never merged; make a release with the one you choose.",
  "app.table-unreadable":
    "A file is not a table of comma-separated values; the message says where it breaks.",
  "app.trace-unknown": "Nothing has this address. Addresses stand with each figure and sentence.",
  "app.value-unreadable":
    "A cell that should hold a number holds something else. Correct it, or leave it empty for missing.",
  "app.version-used":
    "A version of an index definition exists with another content. Versions never change; give yours a new one.",
} as const;

export type AppProblemCode = keyof typeof appProblems;
