// Coding: what people are shown, and files in and out.

import { codebookFile, codingProjectFile } from "./export-qda.ts";
import { importCoding } from "./import-qda.ts";
import { codedPassages } from "./read-code.ts";
import { codeMatrix, codingAgreement, codingsTable, reviewCoding } from "./read-overview.ts";
import { codedRecord, codingComparison, codingProposals } from "./read-record.ts";

export const codingUseCases = {
  reviewCoding,
  codedRecord,
  codingProposals,
  codingComparison,
  codingAgreement,
  codedPassages,
  codeMatrix,
  codingsTable,
  codebookFile,
  codingProjectFile,
  importCoding,
} as const;
