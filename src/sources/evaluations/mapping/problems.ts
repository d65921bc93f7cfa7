// Problems and oddities of importing a foreign table by a mapping.

import type { ProblemCatalogue } from "#kernel";

export const mappingProblems = {
  "evaluations.mapping-no-title": {
    meaning:
      "No column of the table fills the title, and a record without a title cannot be told from another.",
    remedy: "Choose the column that holds the titles on the mapping page, or add one to the table.",
  },
  "evaluations.mapping-invalid": {
    meaning: "A saved mapping is not of the form that this version reads.",
    remedy: "Correct the field the message names, or propose the mapping anew from the table.",
  },
  "evaluations.mapping-misfit": {
    meaning: "A mapping names columns that the table does not have.",
    remedy: "Use the mapping made for this kind of table, or choose the columns anew.",
  },
  "evaluations.mapping-title-empty": {
    meaning: "A row has no title, so it makes no record.",
    remedy: "Fill the title in, or leave the row out.",
  },
  "evaluations.kept-by-person": {
    meaning:
      "An oddity of a record: the file says otherwise of a field that a person wrote; what the person wrote was kept.",
    remedy: "Look at both; edit the record where the file is right.",
  },
  "evaluations.mapping-id-repeated": {
    meaning: "Two rows would make records with one identifier.",
    remedy: "Give each row its own identifier, or take one of the two out.",
  },
  "evaluations.mapping-row-repeated": {
    meaning: "A row without an identifier of its own is the same as an earlier one in every cell.",
    remedy: "Take one of the two rows out.",
  },
  "evaluations.mapping-value-open": {
    meaning: "A value of the table is mapped to no code; the field stays empty and the printed word is kept.",
    remedy: "Choose its code on the mapping page, or say that it has none.",
  },
  "evaluations.mapping-several-values": {
    meaning: "A cell holds several values for a field that takes one; the first one mapped was taken.",
    remedy: "Check the record, and choose another value if the first is not the one meant.",
  },
  "evaluations.mapping-several-languages": {
    meaning: "The report is in several languages, so none was taken for the language of the record.",
    remedy: "Fill in the language of the title in the registry where you know it.",
  },
  "evaluations.mapping-several-regions": {
    meaning: "The row names several regions; the evaluation was taken for an interregional one.",
    remedy: "Check the region of the record.",
  },
  "evaluations.mapping-not-a-country": {
    meaning: "A region or the whole world stands among the countries; it is kept as a group of countries.",
    remedy: "Add the countries where the report names them.",
  },
  "evaluations.mapping-country-unknown": {
    meaning: "A name among the countries is that of no known country.",
    remedy: "Map it to its country, or correct the spelling in the table.",
  },
  "evaluations.mapping-date-unread": {
    meaning: "A text in a column of dates is no date, or can be two dates.",
    remedy: "Say whether the day or the month comes first, or write dates as 2019-07-31.",
  },
  "evaluations.mapping-date-placeholder": {
    meaning:
      "A date is one that programs write where none is known, such as 1970-01-01. It counts as missing.",
    remedy: "Nothing to do, unless it is meant.",
  },
  "evaluations.mapping-period-reversed": {
    meaning: "A period ends before it starts. Both dates are kept as printed.",
    remedy: "Compare with the report and correct the date that is wrong.",
  },
  "evaluations.mapping-year-unread": {
    meaning: "A text in a column of years is no year from 1900 to 2099.",
    remedy: "Write the year with four digits.",
  },
  "evaluations.mapping-money-unread": {
    meaning: "A text in a column of money is no amount.",
    remedy: "Write a number, with a currency code where the column has several.",
  },
  "evaluations.mapping-link-unread": {
    meaning: "Words stand in a column of links; they are kept and lead nowhere.",
    remedy: "Look the report up by its title.",
  },
  "evaluations.mapping-mojibake": {
    meaning: "A value was once read in the wrong encoding. It is kept as it is.",
    remedy: "Accept the text proposed, or correct the source.",
  },
  "evaluations.mapping-cell-merged": {
    meaning:
      "A value is missing because its cell is covered by a merged one, whose value belongs to its first cell.",
    remedy: "Split the merged cells and fill each in.",
  },
  "evaluations.mapping-formula-without-value": {
    meaning: "A value is missing because its cell holds a formula that was never calculated, or failed.",
    remedy: "Open the file in a spreadsheet, let it calculate, and save it again.",
  },
  "evaluations.mapping-row-hidden": {
    meaning: "The row is hidden in the spreadsheet.",
    remedy: "Check whether it is meant to be imported.",
  },
  "evaluations.mapping-title-repeated": {
    meaning: "The same title stands in several rows. They may be one evaluation or several.",
    remedy: "Compare the records and decide whether they are duplicates.",
  },
  "evaluations.mapping-placeholder-symbol": {
    meaning: "A project symbol is a placeholder that identifies no project.",
    remedy: "Do not use it as a key; the identifier of the record is one.",
  },
} as const satisfies ProblemCatalogue;

export type MappingProblemCode = keyof typeof mappingProblems;
