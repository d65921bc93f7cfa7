import type { ProblemCatalogue } from "#kernel";

/** What each problem of this folder means and what to do; the reference page is generated from here. */
export const packageProblems = {
  "packages.not-of-this-kind": {
    meaning: "A file is not of the statistical package it was taken for.",
    remedy: "Check that the right file was given.",
  },
  "packages.version-unread": {
    meaning: "A file is of a version, or a kind, that is not read.",
    remedy: "Save it again in the program as the message says, or as CSV in UTF-8.",
  },
  "packages.file-damaged": {
    meaning: "A file of a statistical package ends too soon, or contradicts itself.",
    remedy: "Copy it again from where it came from; nothing was taken of it.",
  },
  "packages.encoding-guessed": {
    meaning: "A file does not say in which encoding its texts are, or says it wrongly.",
    remedy: "Look at some words with accents; save the file again in UTF-8 where they are wrong.",
  },
  "packages.missing-letters-joined": {
    meaning:
      "Missing values that Stata keeps apart stand in a column of numbers and are all taken as missing.",
    remedy: "Label the values of the column, or say the reason in a second one.",
  },
  "packages.stopped": {
    meaning: "Reading a file was stopped.",
    remedy: "Read it again when you want it; nothing was kept.",
  },
  "packages.letters-lost": {
    meaning: "Texts hold bytes that are no letters in the encoding of the file.",
    remedy: "Correct them in the program that made the file.",
  },
} as const satisfies ProblemCatalogue;
