import type { ProblemCatalogue } from "#kernel";
import { surveyTableProblems } from "./tables/problems.ts";

/** Problems of the files of a survey: code → what it means and what to do. */
export const surveyFileProblems = {
  ...surveyTableProblems,
  "survey.request-unreadable": {
    meaning: "A request for estimates is no JSON.",
    remedy: "Correct it where the message says; docs/guides/estimates.md has one to begin with.",
  },
  "survey.data-not-named": {
    meaning: "A request for estimates does not say which file holds the rows.",
    remedy: "Write its path in data, as seen from the request.",
  },
  "survey.table-unreadable": {
    meaning:
      "The data cannot be cut into rows and cells: quotation marks are open, or the format is not known.",
    remedy:
      "Double the quotation marks inside quoted cells; save the table as CSV in UTF-8, XLSX or Parquet.",
  },
  "survey.rows-uneven": {
    meaning: "Rows have more or fewer cells than there are names of columns, or are empty.",
    remedy: "Correct the rows named: put cells that hold the separator between quotation marks.",
  },
  "survey.column-repeated": {
    meaning: "Two columns have the name that a request asks for.",
    remedy: "Give each column a name of its own.",
  },
  "survey.labels-garbled": {
    meaning: "Categories were once read in the wrong encoding, so that accents show as two signs.",
    remedy: "Correct the file, or name the categories in the request as they stand there.",
  },
  "survey.sheets-left": {
    meaning: "A workbook has several sheets, and the first with a table was taken.",
    remedy: "Put the sheet that is meant first, or save it as a file of its own.",
  },
  "survey.stopped": {
    meaning: "Estimates were stopped before their end.",
    remedy: "Ask again; nothing was kept.",
  },
} as const satisfies ProblemCatalogue;
