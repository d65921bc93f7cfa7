// Every problem the readers of references can report.

import type { ProblemCatalogue } from "#kernel";

export const bibliographyProblems = {
  "sources.bibliography-format-unknown": {
    meaning: "The file is none of RIS, MEDLINE, BibTeX and CSL-JSON.",
    remedy: "Export the references anew as RIS, BibTeX or CSL-JSON.",
  },
  "sources.bibliography-empty": {
    meaning: "The file holds no reference.",
    remedy: "Check that it is the file you meant.",
  },
  "sources.bibliography-too-large": {
    meaning: "The file has more bytes than the limit for references.",
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
} as const satisfies ProblemCatalogue;
