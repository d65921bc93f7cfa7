import type { ProblemCatalogue } from "#kernel";

/** What each problem of releases means and what to do; the reference page is generated from here. */
export const releasesProblems = {
  "releases.file-unreadable": {
    meaning: "The file with the figures of a release is absent or damaged.",
    remedy: "Find it with socle verify, and put it back from a backup.",
  },
  "releases.file-absent": {
    meaning: "A source or release file is not in the store.",
    remedy: "Import the source again, or restore the data folder from a backup.",
  },
  "releases.encoding-unknown": {
    meaning: "The file is not UTF-8 text; other encodings are refused, never guessed.",
    remedy: 'Save the table as "CSV UTF-8" and import it again.',
  },
  "releases.header-differs": {
    meaning: "The first line of the file is not the header its layout was made for.",
    remedy: "Import the file again; if it changed in between, leave it alone until the import is done.",
  },
  "releases.row-malformed": {
    meaning: "A row has more or fewer fields than the header, or a quote is not closed.",
    remedy: "Put fields that hold the delimiter in quotes and close every quote.",
  },
  "releases.row-blank": {
    meaning: "A blank line stands between rows and would shift the number of every row after it.",
    remedy: "Delete the blank line.",
  },
  "releases.no-rows": {
    meaning: "The file has no row with an observation.",
    remedy: "Check that the right file was given.",
  },
  "releases.area-unknown": {
    meaning: "A text in the area column stands for no known area.",
    remedy:
      "Write an ISO 3166 code or a name in one of the four languages, or take rows of unknown groups out.",
  },
  "releases.indicator-unknown": {
    meaning: "An indicator is empty or not in the catalogue of indicators.",
    remedy: "Add the indicator to the catalogue, or correct its code.",
  },
  "releases.period-unreadable": {
    meaning: "A text in the period column is not a period.",
    remedy: "Write 2019, 2019-S1, 2019-Q3, 2019-07, 2019-07-31 or 2012/2018.",
  },
  "releases.sex-unknown": {
    meaning: "A text in the sex column is not a code of sex.",
    remedy: "Write T, F, M or O.",
  },
  "releases.missing-unknown": {
    meaning: "A text in the missing column is not a reason.",
    remedy: "Write one of the reasons the message lists, or leave the cell empty.",
  },
  "releases.multiplier-invalid": {
    meaning: "A unit multiplier is not a whole power of ten.",
    remedy: "Write 0, 3, 6 or the like.",
  },
  "releases.action-unknown": {
    meaning: "An SDMX action is none of I, A, R, M, D.",
    remedy: "Correct the ACTION column, or leave it empty.",
  },
  "releases.value-not-a-number": {
    meaning: "A value is neither a plain number nor a known sign for a missing value.",
    remedy: "Write figures with a decimal point and nothing else; keep codes and remarks in other columns.",
  },
  "releases.key-duplicate": {
    meaning: "Two rows give the same observation.",
    remedy: "Delete one, or name the column that tells them apart as a breakdown.",
  },
  "releases.unit-changes": {
    meaning: "The unit changes inside a series.",
    remedy: "Give the figures two indicators, or make the unit a breakdown.",
  },
  "releases.too-many-codes": {
    meaning: "A column holds far more different texts than a code list has.",
    remedy: 'Name it "note" if it is a remark, else leave it out.',
  },
  "releases.more-problems": {
    meaning: "There are more faulty rows than are listed; the message says how many.",
    remedy: "Mend what is listed and import again; one cause often explains many rows.",
  },
  "releases.cancelled": {
    meaning: "The import was stopped; nothing was written.",
    remedy: "Start it again when you want it.",
  },
  "releases.areas-left-out": {
    meaning: "A warning: rows of areas that were to be left out are not in the release.",
    remedy: "Nothing; the release says so to its readers.",
  },
  "releases.deletions-left-out": {
    meaning: "A warning: rows with the SDMX action D were left out, because a release is a whole.",
    remedy: "Nothing, unless the file was meant as a correction: then import the full table.",
  },
} as const satisfies ProblemCatalogue;
