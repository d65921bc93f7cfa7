import type { ProblemCatalogue } from "#kernel";

/** What each problem of this folder means; listed in `docs/reference/problems.md`. */
export const agenciesProblems = {
  "agencies.file-empty": {
    meaning: "The file holds no header line, or no row under it.",
    remedy: "Check that it was saved or downloaded completely.",
  },
  "agencies.encoding-unknown": {
    meaning: "The file is not UTF-8 text; Latin-1 and UTF-16 are refused, never guessed.",
    remedy: "Save the file as UTF-8 (in a spreadsheet: CSV UTF-8).",
  },
  "agencies.header-duplicate": {
    meaning: "Two columns that are needed carry the same name.",
    remedy: "Rename or take out one of the two.",
  },
  "agencies.column-unknown": {
    meaning: "An option names a column that the file does not have.",
    remedy: "Name one of the columns the message lists.",
  },
  "agencies.area-column-missing": {
    meaning: "No column tells which country or area a figure is about.",
    remedy: "Name the column area, REF_AREA or country, or say which it is.",
  },
  "agencies.period-missing": {
    meaning: "No column and no option tells which year or period a figure is about.",
    remedy: "Add a column period or TIME_PERIOD, or give years as column names.",
  },
  "agencies.indicator-missing": {
    meaning: "No column and no option tells which indicator the figures are of.",
    remedy: "Add a column indicator, or give --indicator.",
  },
  "agencies.value-column-missing": {
    meaning: "No column holds the figures.",
    remedy: "Name the column value or OBS_VALUE, or give years as column names.",
  },
  "agencies.value-column-unclear": {
    meaning: "Several columns may hold the figures and their names do not decide which.",
    remedy: "Name the one that holds the figures value.",
  },
  "agencies.measures-several": {
    meaning: "SDMX-CSV with more than one measure a row.",
    remedy: "Ask the agency for one measure a row, or split the file.",
  },
  "agencies.action-deletes-all": {
    meaning: "An SDMX message that only deletes holds no figures.",
    remedy: "Import the message that holds the figures; releases already made are never changed.",
  },
} as const satisfies ProblemCatalogue;
