import type { ProblemCatalogue } from "#kernel";

/** Problems of the survey catalogue: code → what it means and what to do. */
export const studyProblems = {
  "app.edition-withdrawn": {
    meaning: "The data of a study were asked for in a version that was withdrawn; the message says why.",
    remedy: "Take another version; the page of the study names those that stand.",
  },
  "app.no-edition": {
    meaning: "The data of a study were asked for, and no version of them is published yet.",
    remedy: "Read its description; come back when the data are published.",
  },
  "app.edition-not-open": {
    meaning: "An edition is in a state in which this cannot be done with it; the message names both.",
    remedy: "Look at its history. A correction of what is published is a new version.",
  },
  "app.edition-moved-on": {
    meaning: "Somebody else kept an edition of the same study at the same time.",
    remedy: "Look at theirs, then keep yours again if it is still wanted.",
  },
  "app.edition-superfluous": {
    meaning: "A remark: the same data with the same dictionary and designs stand already.",
    remedy: "Nothing is to be done.",
  },
  "app.study-changed": {
    meaning: "A field of a study was to be changed that data kept of it rest on.",
    remedy: "Describe another study under another id.",
  },
  "app.study-area-unfit": {
    meaning: "A study of made-up answers names a real area, or the other way round.",
    remedy: "Use the codes XAA to XZZ for invented areas, and real codes for what people answered.",
  },
  "app.reason-needed": {
    meaning: "An edition was to be withdrawn without a reason.",
    remedy: "Say why, in words for who cited it.",
  },
  "app.questionnaire-awaited": {
    meaning: "A remark: a description names a questionnaire that was not brought for the study.",
    remedy: "Add the file to the study.",
  },
  "app.form-not-read": {
    meaning:
      "A remark: a questionnaire has the form that programs read, with faults, and was kept as a document.",
    remedy: "Correct the form and add it again, or leave it as it is.",
  },
  "app.questionnaire-kept": {
    meaning: "A questionnaire was named by a description, or given, that is not to be shown to everybody.",
    remedy: "Give the form itself; files of rows are kept from those who may not have them.",
  },
  "app.survey-file-idle": {
    meaning: "A file was given with a survey that neither its description nor its declaration names.",
    remedy: "Take it out, or name it there.",
  },
  "app.microdata-not-given": {
    meaning: "A declaration of data names a file that was not brought for this study.",
    remedy: "Bring the file first, under the name the declaration has.",
  },
  "app.replicates-apart": {
    meaning: "A design takes its replicate weights from a file that lies beside the rows.",
    remedy: "Put them into the file of rows as columns, and name the columns in the design.",
  },
  "app.edition-unit-unlike": {
    meaning: "A file of an edition has rows of a unit that the description of the study does not name.",
    remedy: "Correct the unit, or add it to the description.",
  },
  "app.edition-from-unknown": {
    meaning: "An edition says that it was made from a version that is not there.",
    remedy: "Name one that is, or none where the version before is not kept here.",
  },
  "app.known-total-unlike": {
    meaning: "A remark: a weighted total is further from the known total than chance explains.",
    remedy: "Check the weights, the universe of the two totals, and the year.",
  },
  "app.known-total-empty": {
    meaning: "A known total speaks of rows that the file does not have.",
    remedy: "Correct the column or the code it names.",
  },
  "app.single-units": {
    meaning:
      "A remark: strata hold one sampling unit each, so their spread is not seen; how they are treated is stated in the design.",
    remedy: "Join them with similar strata where the field report allows it.",
  },
  "app.design-unlikely": {
    meaning: "A remark: a design is possible and unlike what such samples are; the message says where.",
    remedy: "Check the columns named against the report of the field work.",
  },
  "app.rows-public-already": {
    meaning: "A remark: the same bytes stand in the store already, where others may read them.",
    remedy: "Find out who brought them, and whether they should be there.",
  },
} as const satisfies ProblemCatalogue;
