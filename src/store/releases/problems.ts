import type { ProblemCatalogue } from "#kernel";

/** What each problem of releases means; listed in `docs/reference/problems.md`. */
export const releasesProblems = {
  "releases.file-absent": {
    meaning: "A source or release file is not in the store.",
    remedy: "Restore it from a backup, or import the source again.",
  },
  "releases.file-changed": {
    meaning: "A stored Parquet file cannot be read or has other columns than a release has.",
    remedy: "Find out with socle verify what is damaged, and restore it from a backup.",
  },
  "releases.encoding-unknown": {
    meaning: "The file is not UTF-8 text.",
    remedy: "Save the file as UTF-8 (in a spreadsheet: CSV UTF-8).",
  },
  "releases.header-differs": {
    meaning: "The first line of the file is not the header the layout was made for.",
    remedy: "Check that the file was not replaced during the import, and import it again.",
  },
  "releases.row-malformed": {
    meaning: "A row has more or fewer fields than the header, or a quote is not closed.",
    remedy: "Count the separators of the row, and close its quotation marks.",
  },
  "releases.row-blank": {
    meaning: "A blank line stands between rows, which would shift every row number after it.",
    remedy: "Take the blank line out.",
  },
  "releases.no-rows": {
    meaning: "The file has no row with an observation.",
    remedy: "Check that it is the file you meant.",
  },
  "releases.area-unknown": {
    meaning: "A text in the area column stands for no known area.",
    remedy: "Write the ISO 3166 code or the M49 region, or the name as the message suggests it.",
  },
  "releases.indicator-unknown": {
    meaning: "An indicator is empty or not in the catalogue of indicators.",
    remedy: "Use a code of the catalogue, or fill the cell in.",
  },
  "releases.period-unreadable": {
    meaning: "A text in the period column is not a period.",
    remedy: "Write 2019, 2019-S1, 2019-Q3, 2019-07, 2019-07-31 or 2012/2018.",
  },
  "releases.sex-unknown": {
    meaning: "A text in the sex column is not a code of sex.",
    remedy: "Write T, F or M.",
  },
  "releases.missing-unknown": {
    meaning: "A text in the missing column is not a reason.",
    remedy: "Use one of the reasons the message lists.",
  },
  "releases.multiplier-invalid": {
    meaning: "A unit multiplier is not a whole power of ten.",
    remedy: "Write a whole number such as 3 for thousands.",
  },
  "releases.action-unknown": {
    meaning: "An SDMX action is none of I, A, R, M, D.",
    remedy: "Correct the action, or leave the column out.",
  },
  "releases.value-not-a-number": {
    meaning: "A value is neither a plain number nor a known sign for a missing value.",
    remedy: "Write it with a point and without separators, or leave the cell empty to mark it as missing.",
  },
  "releases.key-duplicate": {
    meaning: "Two rows give the same observation.",
    remedy: "Take one of the two out, or tell them apart by a further column.",
  },
  "releases.unit-changes": {
    meaning: "The unit changes inside a series.",
    remedy: "Bring the series to one unit, or give the other part an indicator of its own.",
  },
  "releases.too-many-codes": {
    meaning: "A column holds far more different texts than a code list has.",
    remedy: "Check that the column is a code list and not the figures or a note.",
  },
  "releases.more-problems": {
    meaning: "More faulty rows than are listed; says how many.",
    remedy: "Correct those listed, and import again to see the rest.",
  },
  "releases.cancelled": {
    meaning: "The import was stopped; nothing was written.",
    remedy: "Start it again when you like.",
  },
  "releases.deletions-left-out": {
    meaning: "Rows with the SDMX action D were left out (a warning).",
    remedy: "Nothing to do: a release holds what stands, and earlier releases keep what stood.",
  },
} as const satisfies ProblemCatalogue;
