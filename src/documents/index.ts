// The door of `documents`: bytes in, text with spans, headings, tables and pages out.

export {
  type Block,
  type BlockKind,
  type DocumentFormat,
  defaultReadingLimits,
  type ReadDocument,
  type ReadingLimits,
  type ReadingOptions,
  type Table,
  type TableCell,
  type TableRow,
} from "./document.ts";
export { childNamed, childrenNamed, readXml, type XmlElement, XmlFault } from "./docx-xml.ts";
export { type DocumentsProblemCode, documentsProblems } from "./problems.ts";
export { readDocument } from "./read-document.ts";
export {
  type WorkbookCell,
  type WorkbookCellFlag,
  type WorkbookCellKind,
  type WorkbookColumn,
  type WorkbookFormat,
  type WorkbookLimits,
  type WorkbookReading,
  type WorkbookTable,
  workbookLimits,
} from "./workbook.ts";
export { columnLetters } from "./workbook-cells.ts";
export { type DateOrder, dateOfDayNumber, dateOfText, dateOrderOf, type TextDate } from "./workbook-dates.ts";
export { delimiterOf } from "./workbook-delimited.ts";
export { proposedRepair } from "./workbook-mojibake.ts";
export { type WorkbookProblemCode, workbookProblems } from "./workbook-problems.ts";
export { readWorkbook } from "./workbook-reader.ts";
export { type DecodedText, decodeTable } from "./workbook-text.ts";
