import type { ProblemCatalogue } from "#kernel";

/** Problems of playing a labelled screening again: code → what it means and what to do. */
export const screeningProblems = {
  "screening.file-empty": {
    meaning: "A file of labelled records holds no row under its header.",
    remedy: "Check that it is the file you meant.",
  },
  "screening.columns-missing": {
    meaning: "A file of labelled records lacks the id, the label or all text.",
    remedy: "Name the columns record_id, title, abstract and label_included.",
  },
  "screening.id-absent": {
    meaning: "A labelled record has no id, so an order could not name it.",
    remedy: "Fill in the column record_id.",
  },
  "screening.id-repeated": {
    meaning: "Two labelled records have the same id.",
    remedy: "Give each record an id of its own, or take one of the two out.",
  },
  "screening.label-unreadable": {
    meaning: "A label is neither 1 nor 0; a simulation needs to know all of them.",
    remedy: "Write 1 for a record that was included and 0 for one that was not.",
  },
  "screening.labels-of-one-kind": {
    meaning: "All records were included, or none, so no order is better than another.",
    remedy: "Give the file of the whole screening, with included and excluded records.",
  },
  "screening.prior-unknown": {
    meaning: "A record named as known from the beginning is not in the file.",
    remedy: "Take ids from the column record_id.",
  },
  "screening.rule-unknown": {
    meaning: "A simulation was asked for with a stopping rule that does not exist.",
    remedy: "Take one of those that the message lists, or all.",
  },
  "screening.stopped": {
    meaning: "A simulation was broken off before its end.",
    remedy: "Start it again; --per-query makes it shorter.",
  },
} as const satisfies ProblemCatalogue;
