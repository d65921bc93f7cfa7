import type { ProblemCatalogue } from "#kernel";

/** Problems of tables and indexes over the data of a study: code → what it means and what to do. */
export const surveyTableProblems = {
  "survey.file-unknown": {
    meaning: "A table was asked for over a file that an edition does not have.",
    remedy: "Take one of the files named in the message.",
  },
  "survey.variable-unknown": {
    meaning: "A table was asked for by a variable that a file of a study does not have.",
    remedy: "Look the name up in the data dictionary; names are written as they stand there.",
  },
  "survey.variable-unfit": {
    meaning: "A variable cannot stand where a table has it: it is of another kind, or named twice.",
    remedy: "Take a variable of the kind that the message names.",
  },
  "survey.code-unknown": {
    meaning: "A table is to be confined to a code that a variable does not have.",
    remedy: "Take one of the codes named in the message.",
  },
  "survey.variable-not-open": {
    meaning:
      "Whoever may not see the rows asked for a table by a variable that is not opened for tables: its groups may be small enough to know people by.",
    remedy: "Take one of the opened variables, or ask for access to the rows.",
  },
  "survey.too-many-crossed": {
    meaning:
      "More than three variables were crossed. Withheld cells are decided once, over all crosses of three.",
    remedy: "Leave out the columns or the subset; columns=none takes the sexes off.",
  },
  "survey.column-not-numbers": {
    meaning: "A variable that is declared as numeric holds texts that its dictionary does not know.",
    remedy: "Declare them as codes without a number in the dictionary, or correct the rows.",
  },
  "survey.design-unusable": {
    meaning: "The design of a file cannot be laid out for tables.",
    remedy: "Correct the design in a new edition; the message says what is wrong with it.",
  },
  "survey.edition-superseded": {
    meaning:
      "Tables over an earlier edition were asked for by somebody who may not see its rows. Two editions that differ by a few rows would give those rows away.",
    remedy: "Ask for the newest edition, or for access to the rows.",
  },
  "survey.pool-too-few": {
    meaning: "Studies are to be put together and fewer than two are named.",
    remedy: "Name at least two studies, and each once.",
  },
  "survey.pool-differs": {
    meaning: "Two studies do not ask the same of the same people, so that they are not put together.",
    remedy: "Read their tables beside each other.",
  },
  "survey.definition-unknown": {
    meaning: "There is no index of persons or enterprises of that name for the data of a study.",
    remedy: "Look up the definitions that apply to the edition.",
  },
  "survey.definition-shipped": {
    meaning: "A definition was added under the id of an index that comes with Socle.",
    remedy: "Give it an id of its own.",
  },
  "survey.definition-unfit": {
    meaning: "A remark: a definition is kept, and no published data of a study can give the index yet.",
    remedy: "Correct kind, file or variables, or add the study.",
  },
  "survey.line-fixed": {
    meaning:
      "Whoever may not see the rows asked for another line below which a score is a deficit. Two lines close together would tell of the one person between them.",
    remedy: "Take the line of the definition.",
  },
  "survey.not-national": {
    meaning:
      "Scores of a study that does not reach the whole nation are not made a release of national indicators.",
    remedy: "Cite them from the page of the study, with what it reaches.",
  },
} as const satisfies ProblemCatalogue;
