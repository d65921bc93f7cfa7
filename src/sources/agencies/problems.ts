/** What each problem of this folder means; listed in `docs/reference/problems.md`. */
export const agenciesProblems = {
  "agencies.file-empty": "The file holds no header line, or no row under it.",
  "agencies.encoding-unknown": "The file is not UTF-8 text; Latin-1 and UTF-16 are refused, never guessed.",
  "agencies.header-duplicate": "Two columns that are needed carry the same name.",
  "agencies.column-unknown": "An option names a column that the file does not have.",
  "agencies.area-column-missing": "No column tells which country or area a figure is about.",
  "agencies.period-missing": "No column and no option tells which year or period a figure is about.",
  "agencies.indicator-missing": "No column and no option tells which indicator the figures are of.",
  "agencies.value-column-missing": "No column holds the figures.",
  "agencies.value-column-unclear":
    "Several columns may hold the figures and their names do not decide which.",
  "agencies.measures-several": "SDMX-CSV with more than one measure a row.",
  "agencies.action-deletes-all": "An SDMX message that only deletes holds no figures.",
} as const satisfies Readonly<Record<`agencies.${string}`, string>>;
