// Every problem the reading of documents can report, with what it means and what to do.

import type { ProblemCatalogue } from "#kernel";

export const documentsProblems = {
  "documents.empty": {
    meaning: "The file holds no bytes.",
    remedy: "Check that it was saved or downloaded completely.",
  },
  "documents.too-large": {
    meaning: "The file is larger than the limit for one document.",
    remedy: "Split it, or raise the limit if you trust it.",
  },
  "documents.too-many-pages": {
    meaning: "The PDF has more pages than the limit.",
    remedy: "Split it into parts.",
  },
  "documents.too-much-text": {
    meaning: "The text that comes out is longer than the limit.",
    remedy: "Split the document.",
  },
  "documents.unfolds-too-large": {
    meaning:
      "The compressed document unfolds to far more than its size allows (a zip bomb, or a damaged file). It was not opened.",
    remedy:
      "Unpack it yourself and look at what it holds; a report of this kind is not needed from such a file.",
  },
  "documents.too-deep": {
    meaning: "Elements are nested deeper than any real document needs. The file was not read further.",
    remedy: "Save the text anew from a word processor or a browser, and read that copy.",
  },
  "documents.entity-refused": {
    meaning:
      "The XML declares a document type or entities, which a DOCX never needs and attacks use. It was not opened.",
    remedy: "Save the document anew from a word processor; distrust the file if it came from outside.",
  },
  "documents.encrypted": {
    meaning: "The document needs a password.",
    remedy: "Save a copy without one and read that.",
  },
  "documents.damaged": {
    meaning: "The file cannot be read as the format its first bytes announce.",
    remedy: "Get a fresh copy.",
  },
  "documents.format-unknown": {
    meaning: "The file is neither plain text, PDF, DOCX nor HTML.",
    remedy: "Convert it to one of these and read it again.",
  },
  "documents.no-text": {
    meaning: "No text was found: the pages are probably pictures.",
    remedy: "Run character recognition on the file first.",
  },
  "documents.pages-without-text": {
    meaning: "Some pages are pictures without text; what they say is missing.",
    remedy: "Run character recognition on the file and read the result.",
  },
  "documents.cut-off": {
    meaning: "The PDF lacks its end; it was probably cut off while it was saved or downloaded.",
    remedy: "Get a fresh copy and compare the number of pages.",
  },
  "documents.stopped": {
    meaning: "The reading was stopped on request before the last page. Nothing was kept.",
    remedy: "Read the file again.",
  },
  "documents.encoding-guessed": {
    meaning: "The text is not valid UTF-8; it was read as Latin-1 (Windows-1252).",
    remedy: "Check accented letters and quotation marks.",
  },
  "documents.letters-broken": {
    meaning: "Letters were lost or garbled before the file came here; words with them are not found.",
    remedy: "Get the file from where it was right, or run character recognition on it, and read that.",
  },
  "documents.label-unattached": {
    meaning: "A number or label stands by itself and no paragraph could be found for it.",
    remedy: "Check the neighbouring passages.",
  },
  "documents.label-repaired": {
    meaning: "A damaged number or label was corrected from its neighbours in the sequence.",
    remedy: "Compare the label with the printed one, which is kept beside it.",
  },
  "documents.page-unreadable": {
    meaning: "One page could not be read; its text is missing from the result.",
    remedy: "Look at that page in the file, and get a fresh copy if it is damaged there too.",
  },
  "documents.tracked-changes": {
    meaning: "The DOCX holds changes that were tracked and neither accepted nor rejected.",
    remedy: "Accept or reject them in a word processor and read the file again.",
  },
  "documents.macros-ignored": {
    meaning: "The file holds macros. They were neither run nor opened; only the text was read.",
    remedy: "Nothing, unless the file should hold none: then distrust it.",
  },
  "documents.part-left-out": {
    meaning: "The DOCX takes in other documents when a word processor opens it; their text is missing.",
    remedy: "Open it, save it as a new DOCX and read that.",
  },
} as const satisfies ProblemCatalogue;

export type DocumentsProblemCode = keyof typeof documentsProblems;
