// Every problem the readers and writers of REFI-QDA can report.

import type { ProblemCatalogue } from "#kernel";

export const qdaProblems = {
  "sources.qda-format-unknown": {
    meaning: "The file is neither a REFI-QDA project (.qdpx) nor a codebook (.qdc).",
    remedy: "Export the project anew as REFI-QDA from the program it comes from.",
  },
  "sources.qda-too-large": {
    meaning: "The file, or what it unfolds to, is larger than the limit.",
    remedy: "Export fewer sources at once, without recordings and pictures.",
  },
  "sources.qda-damaged": {
    meaning: "The archive or the XML in it is broken.",
    remedy: "Export or download it again.",
  },
  "sources.qda-entities-refused": {
    meaning: "The XML declares a document type or entities, which the format never needs and attacks use.",
    remedy: "Export the project anew with the program it comes from.",
  },
  "sources.qda-name-differs": {
    meaning:
      "The name of the file promises a project where a codebook is, or the other way; it was read as what it is.",
    remedy: "Rename the file if others will use it.",
  },
  "sources.qda-guid-made": {
    meaning: "Things had no valid GUID, or one that another thing has; one was made from what stood there.",
    remedy: "Nothing, unless the file goes back to the program it came from.",
  },
  "sources.qda-codable-missing": {
    meaning: "Codes did not say whether they can be applied; they were taken as codes that can.",
    remedy: "Mark those that are mere categories.",
  },
  "sources.qda-nesting-rebuilt": {
    meaning:
      "Codes had their place in the tree written into their names; the tree was built again from the names.",
    remedy: "Look through the tree of codes.",
  },
  "sources.qda-colour-dropped": {
    meaning: "A colour is not of the form #rrggbb and was left out.",
    remedy: "Choose the colour anew.",
  },
  "sources.qda-path-repaired": {
    meaning: "The text of a source was not where the project says; it was found elsewhere in the archive.",
    remedy: "Look whether it is the right text.",
  },
  "sources.qda-text-missing": {
    meaning: "The text of a source is not in the archive; the source and its codings could not be read.",
    remedy: "Export the project anew with its sources.",
  },
  "sources.qda-positions-repaired": {
    meaning:
      "Positions were counted in another unit than the format's, told by the texts the selections name.",
    remedy: "Compare a few coded passages with the original.",
  },
  "sources.qda-positions-doubtful": {
    meaning: "Positions do not fit the text, and nothing tells how they were counted.",
    remedy: "Compare the coded passages with the original before using them.",
  },
  "sources.qda-reference-missing": {
    meaning:
      "Something refers to a code, memo, source or variable that is not there; the reference was left out.",
    remedy: "Look in the program it comes from.",
  },
  "sources.qda-part-left-out": {
    meaning:
      "Parts of the project are of a kind that is not read: pictures, recordings, graphs, places on pages.",
    remedy: "Keep the original file for them.",
  },
  "sources.qda-unsafe-name": {
    meaning: "A file in the archive has a name that leads out of it; it was not looked at.",
    remedy: "Ask where the file comes from.",
  },
  "sources.qda-not-writable": {
    meaning: "The project cannot be written as the format demands; each reason is named.",
    remedy: "Correct what is named and export again.",
  },
  "sources.qda-letter-replaced": {
    meaning:
      "Names or descriptions held control characters that XML cannot hold; blanks were put in their place.",
    remedy: "Nothing, unless the characters mattered.",
  },
} as const satisfies ProblemCatalogue;
