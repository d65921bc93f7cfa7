import type { ProblemCatalogue } from "#kernel";

/** Problems of reading many reports and of correcting what was read. */
export const readingProblems = {
  "reading.too-slow": {
    meaning: "Reading a report took longer than the limit and was given up.",
    remedy: "Split the report, or raise SOCLE_READ_SECONDS if you trust it.",
  },
  "reading.too-much-memory": {
    meaning: "Reading a report took more memory than the limit and was given up.",
    remedy: "Split the report, or raise SOCLE_READ_MEMORY_MB if you trust it.",
  },
  "reading.reader-ended": {
    meaning: "The reader broke off at this file; the other files are not touched by it.",
    remedy: "Get a fresh copy of the file; if it stays so, report it with the file.",
  },
  "reading.program-ended": {
    meaning: "The program ended several times while it read this file, which is therefore left out.",
    remedy: "Get a fresh copy of the file, or have it read again when there is more memory.",
  },
  "reading.stopped": {
    meaning: "Reading was stopped before all files were read.",
    remedy: "Resume the job: it goes on where it was.",
  },
  "reading.job-unknown": {
    meaning: "There is no reading job with this name.",
    remedy: "Look it up in the list of jobs.",
  },
  "reading.job-closed": {
    meaning: "A reading job was closed and takes no more files.",
    remedy: "Begin a new one.",
  },
  "reading.nothing-to-read": {
    meaning: "No document is there that should be read again.",
    remedy: "Name documents, or ask for all of them.",
  },
  "reading.conflict": {
    meaning: "Somebody else changed the passage after you saw it; nothing was changed.",
    remedy: "Look at what they did, then decide.",
  },
  "reading.read-anew": {
    meaning: "The report was read again after you saw it, and its text is another one; nothing was changed.",
    remedy: "Load the page again and look at the passage where it stands now.",
  },
  "reading.passage-unknown": {
    meaning: "There is no such passage in this report.",
    remedy: "Load the page again.",
  },
  "reading.act-impossible": {
    meaning: "What was asked for cannot be done with these passages; the message says why.",
    remedy: "Choose other passages or another place.",
  },
  "reading.record-exists": {
    meaning: "A record of the registry was made of this report already.",
    remedy: "Edit that record.",
  },
  "reading.field-invalid": {
    meaning: "A field of a record that is to be made of a report has a value it cannot have.",
    remedy: "Correct the value, or leave the field empty.",
  },
  "reading.undo-impossible": {
    meaning: "An act cannot be taken back any more; the message says why.",
    remedy: "Take back the later acts first, or correct the passage as it stands.",
  },
} as const satisfies ProblemCatalogue;

export type ReadingProblemCode = keyof typeof readingProblems;
