import type { ProblemCatalogue } from "#kernel";

/** What each problem of this folder means and what to do; the reference page is generated from here. */
export const agenciesProblems = {
  "agencies.file-empty": {
    meaning: "The file holds no header line, or no row under it.",
    remedy: "Check that the right file was given.",
  },
  "agencies.encoding-unknown": {
    meaning: "The file is not UTF-8 text; Latin-1 and UTF-16 are refused, never guessed.",
    remedy: 'Save the table as "CSV UTF-8" and import it again.',
  },
  "agencies.header-duplicate": {
    meaning: "Two columns that are needed carry the same name.",
    remedy: "Rename one of them.",
  },
  "agencies.column-unknown": {
    meaning: "An option names a column that the file does not have.",
    remedy: "Write the name as the header has it.",
  },
  "agencies.area-column-missing": {
    meaning: "No column tells which country or area a figure is about.",
    remedy: "Name the column area, country or REF_AREA.",
  },
  "agencies.period-missing": {
    meaning: "No column, no header and no option tells which period a figure is about.",
    remedy: "Name the column period, year or TIME_PERIOD, or add a column with the period of all figures.",
  },
  "agencies.indicator-missing": {
    meaning: "No column and no option tells which indicator the figures are of.",
    remedy: "Give the indicator's code with the import, or a column indicator.",
  },
  "agencies.value-column-missing": {
    meaning: "No column holds the figures.",
    remedy: "Name the column value or OBS_VALUE.",
  },
  "agencies.value-column-unclear": {
    meaning: "Several columns may hold the figures, and neither names nor cells decide which.",
    remedy: "Name the column value.",
  },
} as const satisfies ProblemCatalogue;
