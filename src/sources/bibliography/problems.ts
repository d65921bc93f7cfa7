// Every problem the readers of references can report.

import type { ProblemCatalogue } from "#kernel";

export const bibliographyProblems = {
  "sources.bibliography-format-unknown": {
    meaning: "The file is in none of the formats of references, and no table of them.",
    remedy: "Export the references anew as RIS, BibTeX, EndNote XML, CSL-JSON or CSV.",
  },
  "sources.bibliography-empty": {
    meaning: "The file holds no reference.",
    remedy: "Check that it is the file you meant.",
  },
  "sources.bibliography-too-large": {
    meaning: "The file has more bytes than the limit for references.",
    remedy: "Split the export into parts.",
  },
  "sources.bibliography-too-many": {
    meaning: "The file holds more references than are taken at once.",
    remedy: "Split the export into parts.",
  },
  "sources.bibliography-lines-skipped": {
    meaning: "Lines of the file belong to no reference and were left out; each is listed.",
    remedy: "Look whether one of them holds something you need.",
  },
  "sources.bibliography-repaired": {
    meaning: "A damaged reference was kept as far as it could be read.",
    remedy: "Compare it with its source.",
  },
  "sources.bibliography-entities-refused": {
    meaning: "The XML declares entities, which files of references never need and attacks use.",
    remedy: "Export the references anew with the program they come from.",
  },
  "sources.bibliography-format-differs": {
    meaning: "The name of the file promises another format than it holds; it was read as what it is.",
    remedy: "Rename the file if others will use it.",
  },
  "sources.bibliography-columns-unknown": {
    meaning: "A table has no column of titles, DOIs or PubMed numbers, so its rows are no references.",
    remedy: 'Call the column of titles "title".',
  },
  "sources.bibliography-key-repeated": {
    meaning: "Two references of one file have the same identifier; both were kept.",
    remedy: "Look whether they are the same reference.",
  },
  "sources.bibliography-without-text": {
    meaning: "References have neither title nor abstract; they were kept.",
    remedy: "Complete them before anybody judges them.",
  },
} as const satisfies ProblemCatalogue;
