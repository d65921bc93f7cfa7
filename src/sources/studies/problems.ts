import type { ProblemCatalogue } from "#kernel";

/** What each problem of this folder means and what to do; the reference page is generated from here. */
export const studiesProblems = {
  "studies.field-missing": {
    meaning: "A description of a study or a declaration of data does not say what has no default.",
    remedy: "Write the field the message names.",
  },
  "studies.field-unknown": {
    meaning: "A field is not known, so what it says would be lost; the nearest known one is named.",
    remedy: "Correct its name, or take it out.",
  },
  "studies.field-invalid": {
    meaning: "A field holds what it cannot hold.",
    remedy: "Write what the message says.",
  },
  "studies.word-unknown": {
    meaning: "A field has a list of words, and what stands there is none of them.",
    remedy: "Write one of the words the message lists.",
  },
  "studies.area-unknown": {
    meaning: "A country or area is not known.",
    remedy: "Write the code of ISO 3166 with three letters, or the name as the message suggests it.",
  },
  "studies.id-invalid": {
    meaning:
      "The identifier of a study is not of the form XAA_2024_PSS_v01_M: country, year, survey, version, M.",
    remedy: "Write it in that form; other names of the study go into identifiers.",
  },
  "studies.contradiction": {
    meaning: "Two fields of one file cannot both be true.",
    remedy: "Correct one of the two the message names.",
  },
  "studies.repeated": {
    meaning: "Two parts have one name, so that they cannot be told apart.",
    remedy: "Give each a name of its own, or take one out.",
  },
  "studies.file-not-declared": {
    meaning: "A field names a file of rows that the declaration does not have.",
    remedy: "Declare the file, or write the name of one that is declared.",
  },
  "studies.variable-no-column": {
    meaning: "A variable was described that is no column of its file.",
    remedy: "Correct its name or its file, or take it out.",
  },
  "studies.values-without-category": {
    meaning: "The data have values that no category of the variable names.",
    remedy: "Add the categories, write codes as the file does, or mark them as no answer.",
  },
  "studies.category-without-rows": {
    meaning: "A category of a variable stands in no row of the data.",
    remedy: "Nothing, where nobody gave that answer; else compare the codes with the file.",
  },
  "studies.ddi-too-large": {
    meaning: "A DDI file is larger, or nested deeper, than any codebook.",
    remedy: "Export the variables in parts, or without summary statistics.",
  },
  "studies.ddi-unknown": {
    meaning: "A file is XML, and no DDI-Codebook; DDI-Lifecycle (version 3) is another format.",
    remedy: "Export the study as DDI-Codebook 2.5.",
  },
  "studies.ddi-entities-refused": {
    meaning: "A DDI file declares entities of its own, which attacks use.",
    remedy: "Export it again, or take the declarations at its head out.",
  },
  "studies.ddi-damaged": {
    meaning: "A DDI file is no XML, or breaks off.",
    remedy: "Download or export it again.",
  },
  "studies.ddi-encoding": {
    meaning: "A DDI file is not written in the encoding that it names.",
    remedy: "Save it as UTF-8.",
  },
  "studies.ddi-not-placed": {
    meaning:
      "Something in a DDI file says what no field of a study can hold, or names an area that is not known.",
    remedy: "Add by hand what is meant; the rest was read.",
  },
  "studies.ddi-language": {
    meaning: "A DDI file has texts that are not in English.",
    remedy: "Translate them; until then they stand for English too.",
  },
  "studies.ddi-labels-garbled": {
    meaning: "Labels of a DDI file were once read in the wrong encoding, so that accents show as two signs.",
    remedy: "Export the codebook again in UTF-8, or correct the labels.",
  },
  "studies.codebook-column-missing": {
    meaning: "A codebook kept as a table has no column for the variable's name, or for its file.",
    remedy: "Add the column, or rename the one that holds it.",
  },
  "studies.form-format": {
    meaning: "A form is no XLSX file: it is binary (.xls), protected, or a single table.",
    remedy: "Open it in a spreadsheet and save it as XLSX without a password.",
  },
  "studies.form-no-survey": {
    meaning: "A workbook has no sheet survey, so it is no XLSForm.",
    remedy: "Rename the sheet, or keep a questionnaire laid out for paper as a document.",
  },
  "studies.form-column-missing": {
    meaning: "A sheet of a form lacks a column without which its rows mean nothing.",
    remedy: "Add the column the message names.",
  },
  "studies.form-type-unknown": {
    meaning: "A row of a form has a type of question that is not known, and was left out.",
    remedy: "Correct the type where the question matters.",
  },
  "studies.form-group-unclosed": {
    meaning: "Groups or repeats of a form do not close as they open.",
    remedy: "Correct the rows that begin and end them.",
  },
  "studies.form-list-unknown": {
    meaning: "A question takes its answers from a list that the form does not have.",
    remedy: "Correct the name of the list, or add it to the sheet choices.",
  },
  "studies.form-answer-repeated": {
    meaning: "A list of answers has one code with two labels; the first was taken.",
    remedy: "Give each answer a code of its own where the data must tell them apart.",
  },
  "studies.form-language": {
    meaning: "A form has texts that are not in English, or in none of the four languages.",
    remedy: "Translate them, or name the language in the header as label::Français (fr).",
  },
} as const satisfies ProblemCatalogue;

export type StudiesProblemCode = keyof typeof studiesProblems;
