// The door of `documents`: bytes in, text with spans, headings, tables and pages out.

export type {
  Block,
  BlockKind,
  DocumentFormat,
  ReadDocument,
  ReadLimits,
  ReadOptions,
  Table,
  TableCell,
  TableRow,
} from "./document.ts";
export { type DocumentsProblemCode, documentsProblems } from "./problems.ts";
export { readDocument } from "./read-document.ts";
