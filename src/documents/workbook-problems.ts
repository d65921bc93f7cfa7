// Every problem the reading of tables (CSV, XLSX, JSON) can report.

import type { ProblemCatalogue } from "#kernel";

export const workbookProblems = {
  "documents.table-format-unknown": {
    meaning: "The file is no table that can be read: neither delimited text, XLSX nor JSON.",
    remedy: "Save the table as XLSX or as CSV in UTF-8.",
  },
  "documents.table-too-large": {
    meaning: "A table has more bytes, rows, columns or cells than the limit.",
    remedy: "Split the table, or raise the limit if you trust it.",
  },
  "documents.table-cell-too-long": {
    meaning: "One cell of a table holds more text than any field of a record.",
    remedy: "Look for a quotation mark left open before it, or shorten the cell.",
  },
  "documents.table-empty": {
    meaning: "No sheet holds a header line with at least one row under it.",
    remedy: "Check that it is the file and the sheet you meant.",
  },
  "documents.table-quotes": {
    meaning: "A quotation mark of a delimited text is open or stands inside a cell.",
    remedy: "Close the quotation mark, or double it inside a quoted cell.",
  },
  "documents.table-row-length": {
    meaning: "A row has more cells than the header, so the last ones stand under no name.",
    remedy: "Put cells that hold the separator between quotation marks.",
  },
  "documents.table-header-below": {
    meaning: "The header is not the first filled line; the lines above it were taken for a title.",
    remedy: "Check that the line named is the header; take the lines above it out if it is not.",
  },
  "documents.table-header-repeated": {
    meaning: "Two columns have the same name; the later ones are numbered.",
    remedy: "Give each column its own name, or map the one you mean.",
  },
  "documents.table-encoding-guessed": {
    meaning: "The text is not valid UTF-8 and was read in another encoding.",
    remedy: "Check accented letters and quotation marks; save the file as UTF-8 to be sure.",
  },
  "documents.table-letters-lost": {
    meaning: "Some bytes of the file are no text in its encoding, so letters are lost there.",
    remedy: "Correct the cells named in the source, or get a fresh copy.",
  },
  "documents.table-mojibake": {
    meaning: "Cells hold text that was once read in the wrong encoding. It is kept and a repair is proposed.",
    remedy: "Compare the proposed text with the source and accept it, or correct the file.",
  },
  "documents.json-invalid": {
    meaning: "The file is not valid JSON, or holds no list of records.",
    remedy: "Write the records as an array of objects.",
  },
  "documents.json-repaired": {
    meaning: "Bare NaN or Infinity, which JSON does not allow, were read as missing values.",
    remedy: "Nothing to do if missing was meant; else correct the program that wrote the file.",
  },
  "documents.json-row-not-object": {
    meaning: "An element of the list of records is no object.",
    remedy: "Take the element out or make it an object.",
  },
  "documents.formula-value-taken": {
    meaning: "Cells hold formulas; the values stored with them were taken.",
    remedy: "Check that the spreadsheet was calculated before it was saved.",
  },
  "documents.formula-without-value": {
    meaning: "A cell holds a formula without a stored value, so there is nothing to read.",
    remedy: "Open the file in a spreadsheet, let it calculate, and save it again.",
  },
  "documents.cell-error": {
    meaning: "A cell holds an error value of the spreadsheet such as #N/A.",
    remedy: "Correct the formula in the spreadsheet, or leave the cell empty.",
  },
  "documents.cells-merged": {
    meaning: "Cells are merged; the value belongs to the first cell, the others are empty.",
    remedy: "Split the merged cells and fill each in, where the value is meant for all.",
  },
  "documents.sheet-hidden": {
    meaning: "A sheet, rows or columns are hidden. They were read like all others and are marked.",
    remedy: "Check whether they are meant to be imported.",
  },
} as const satisfies ProblemCatalogue;

export type WorkbookProblemCode = keyof typeof workbookProblems;
