// Every problem the reading of documents can report, with what it means and what to do.

export const documentsProblems = {
  "documents.empty": "The file holds no bytes. Check that it was saved or downloaded completely.",
  "documents.too-large":
    "The file is larger than the limit for one document. Split it, or raise the limit if you trust it.",
  "documents.too-many-pages": "The PDF has more pages than the limit. Split it into parts.",
  "documents.too-much-text": "The text that comes out is longer than the limit. Split the document.",
  "documents.unfolds-too-large":
    "The compressed document unfolds to far more than its size allows (a zip bomb, or a damaged file). It was not opened.",
  "documents.too-deep":
    "Elements are nested deeper than any real document needs. The file was not read further.",
  "documents.entity-refused":
    "The XML declares a document type or entities, which a DOCX never needs and attacks use. It was not opened.",
  "documents.encrypted": "The document needs a password. Save a copy without one and read that.",
  "documents.damaged": "The file cannot be read as the format its first bytes announce. Get a fresh copy.",
  "documents.format-unknown":
    "The file is neither plain text, PDF, DOCX nor HTML. Convert it to one of these and read it again.",
  "documents.no-text":
    "No text was found: the pages are probably pictures. Run character recognition on the file first.",
  "documents.encoding-guessed":
    "The text is not valid UTF-8; it was read as Latin-1 (Windows-1252). Check accented letters and quotation marks.",
  "documents.label-unattached":
    "A number or label stands by itself and no paragraph could be found for it. Check the neighbouring passages.",
  "documents.label-repaired": "A damaged number or label was corrected from its neighbours in the sequence.",
  "documents.page-unreadable": "One page could not be read; its text is missing from the result.",
  "documents.conversion-note": "The DOCX converter could not carry over one feature; the text is kept.",
} as const;

export type DocumentsProblemCode = keyof typeof documentsProblems;
