// Extraction: what people are shown, and files in and out.

import { importExtraction } from "./import-extraction.ts";
import { extractedRecord, extractionProposals, reviewExtraction, reviewForms } from "./read-extraction.ts";
import { downloadExtraction, extractionMatrix } from "./read-matrix.ts";

export const extractionUseCases = {
  reviewExtraction,
  reviewForms,
  extractedRecord,
  extractionProposals,
  extractionMatrix,
  downloadExtraction,
  importExtraction,
} as const;
