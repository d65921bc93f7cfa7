import type { ProblemCatalogue } from "#kernel";

/** What each problem of microdata means and what to do; the reference page is generated from here. */
export const microdataProblems = {
  "microdata.file-absent": {
    meaning: "A file of rows is absent from the data folder, or damaged.",
    remedy: "Find it with socle verify, and put it back from a backup.",
  },
  "microdata.file-unreadable": {
    meaning: "A table that was given cannot be read by the engine.",
    remedy: "Save it again as CSV in UTF-8, XLSX or Parquet, and give that.",
  },
  "microdata.file-repeated": {
    meaning: "Two files of a study have one name.",
    remedy: "Give each a name of its own, such as households and persons.",
  },
  "microdata.no-rows": {
    meaning: "A file has no rows.",
    remedy: "Check that the right file was given, and that it was saved completely.",
  },
  "microdata.too-many-columns": {
    meaning: "A file has more columns than one table can be laid out with.",
    remedy: "Part it into files that share a key.",
  },
  "microdata.too-large": {
    meaning: "Files are larger than the engine can lay down.",
    remedy: "Part them: columns into several files that share a key, or rows into studies of their own.",
  },
  "microdata.column-unnamed": {
    meaning: "A column has no name.",
    remedy: "Write a name at its head, or take the column out.",
  },
  "microdata.column-repeated": {
    meaning: "A file has two columns whose names differ in small and capital letters at most.",
    remedy: "Give each column a name of its own.",
  },
  "microdata.column-unknown": {
    meaning: "A column was asked for that a file does not have.",
    remedy: "Name one of its columns, as its dictionary lists them.",
  },
  "microdata.column-uneven": {
    meaning: "The columns of a table have different lengths.",
    remedy: "Read the file again; a column was cut off.",
  },
  "microdata.key-unknown": {
    meaning: "A key, or the way to the file above, names a column that is not there.",
    remedy: "Name columns of the file.",
  },
  "microdata.key-empty": {
    meaning: "The key of some rows is empty.",
    remedy: "Fill it in; a row without a name cannot be told from another.",
  },
  "microdata.key-repeated": {
    meaning: "Several rows have one key.",
    remedy: "Take out rows that came twice, or name the column that tells them apart as part of the key.",
  },
  "microdata.key-types-differ": {
    meaning: "The key of a file holds numbers and the column that leads to it texts, or the other way round.",
    remedy: "Write both in one way: 7 and not 007, and no letters in one of them.",
  },
  "microdata.parent-unknown": {
    meaning: "A file is said to lie below one that was not given, or below itself.",
    remedy: "Name one of the files given, or leave the field empty.",
  },
  "microdata.parent-columns-differ": {
    meaning: "The way to the file above has another number of columns than the key of that file.",
    remedy: "Name one column for each column of the key, in the same order.",
  },
  "microdata.row-without-parent": {
    meaning: "Rows belong to a unit that the file above does not have: persons without a household.",
    remedy: "Add the units that are missing, or take the rows out.",
  },
  "microdata.parents-without-rows": {
    meaning: "A warning: units of a file have no row in the file below them.",
    remedy: "Nothing where that is so; else find the rows that are missing.",
  },
  "microdata.columns-contradict": {
    meaning: "A column stands in a file and in the one above it with different values.",
    remedy: "Give one of them another name, or correct the values.",
  },
  "microdata.numbers-infinite": {
    meaning: "A warning: infinite values of a column are taken as missing.",
    remedy: "Correct them where a value is known.",
  },
  "microdata.stopped": {
    meaning: "The work was stopped; nothing was written.",
    remedy: "Start it again when you want it.",
  },
} as const satisfies ProblemCatalogue;
