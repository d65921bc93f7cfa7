// Every problem and oddity the readers of evaluation reports can state, with its meaning.

import type { ProblemCatalogue } from "#kernel";

export const evaluationsProblems = {
  "evaluations.no-passages": {
    meaning: "No passage of any kind was found.",
    remedy: "Check that the file is an evaluation report and that its headings came through.",
  },
  "evaluations.recommendation-repeated": {
    meaning:
      "A recommendation stands in several places of the report; it is counted once and the other places are kept with it.",
    remedy: "Nothing to do; cite whichever place suits.",
  },
  "evaluations.repeat-wording-differs": {
    meaning:
      "A repeated recommendation is worded differently in another place of the report. Both wordings are kept.",
    remedy: "Compare the two before you quote one of them.",
  },
  "evaluations.labels-not-consecutive": {
    meaning: "The numbers of the recommendations have a gap or come twice.",
    remedy: "Look at the neighbours: one may be missing or misread.",
  },
  "evaluations.placeholder-symbol-shared": {
    meaning: "The project symbol is a placeholder that several reports share.",
    remedy: "Do not use it as a key; the identifier of the record is one.",
  },
  "evaluations.placeholder-no-region": {
    meaning: "The area code of a placeholder symbol says nothing about the region; none was taken from it.",
    remedy: "Fill in the region in the registry where you know it.",
  },
  "evaluations.symbol-missing": {
    meaning: "No project symbol is printed, not even N/A.",
    remedy: "Fill in the symbol in the registry where you know it.",
  },
  "evaluations.parenthesis-not-symbol": {
    meaning: "A parenthesis stands where the project symbol is expected and is part of the title.",
    remedy: "Nothing to do, unless it is a symbol after all.",
  },
  "evaluations.funding-in-parentheses": {
    meaning:
      "A funding source stands in parentheses before the symbol; it was read as funding, not as a symbol.",
    remedy: "Nothing to do, unless it is a symbol after all.",
  },
  "evaluations.symbol-year-before-period": {
    meaning: "The year in the symbol lies before the period of the review.",
    remedy: "Judge the period by the dates of the work.",
  },
  "evaluations.region-from-title": {
    meaning: "The symbol's area code and the title name different regions; the title was followed.",
    remedy: "Check the region against the report.",
  },
  "evaluations.region-not-stated": {
    meaning: "Neither title nor symbol names a region; none was guessed.",
    remedy: "Fill in the region in the registry where you know it.",
  },
  "evaluations.regional-without-region": {
    meaning: "The report is called regional but no region is named.",
    remedy: "Fill in the region in the registry where you know it.",
  },
  "evaluations.group-not-resolved": {
    meaning:
      "A group of countries is named whose members the title does not list; no countries were added for it.",
    remedy: "Add the countries from the report, as far as it names them.",
  },
  "evaluations.id-style-differs": {
    meaning: "The identifier is printed in another style than the others of its kind.",
    remedy: "Compare the identifier with the source before you search by it.",
  },
  "evaluations.id-out-of-order": {
    meaning: "The row does not follow the order of the identifiers.",
    remedy: "Check that the row belongs where it stands.",
  },
  "evaluations.link-fragment-short": {
    meaning: "The fragment of the link is shorter than the others; it may have been cut.",
    remedy: "Try the link, and look the report up by its title if it leads nowhere.",
  },
  "evaluations.link-not-a-link": {
    meaning: "The link column holds words instead of a link.",
    remedy: "Look the report up by its title.",
  },
  "evaluations.link-not-available": {
    meaning: "The link is printed as not available.",
    remedy: "Ask the office that keeps the evaluation.",
  },
  "evaluations.mid-term-without-final": {
    meaning: "The list has a mid-term evaluation but no final evaluation of the same project.",
    remedy: "Look for the final evaluation; it may not have been made, or not been listed.",
  },
  "evaluations.high-level": {
    meaning: "A high-level evaluation covers many projects and supplements their evaluations.",
    remedy: "Beware of counting a project twice, here and by its own evaluation.",
  },
  "evaluations.nature-not-stated": {
    meaning: "The row does not say whether the evaluation is independent or internal.",
    remedy: "Fill in the nature in the registry where you know it.",
  },
  "evaluations.count-differs": {
    meaning: "A number in the text and the number of rows in the list do not agree.",
    remedy: "Cite the list, and say that the text counts otherwise.",
  },
  "evaluations.kind-not-mentioned": {
    meaning: "The list holds evaluations of a kind that the text's count does not mention.",
    remedy: "Cite the list, and say that the text counts otherwise.",
  },
  "evaluations.labels-invalid": {
    meaning: "The labels.json of a labelled folder does not say what it must.",
    remedy: "Correct the place the message names; nothing was scored.",
  },
  "evaluations.table-cell-empty": {
    meaning: "A cell of a registry table that every record needs is empty.",
    remedy: "Fill the cell in.",
  },
  "evaluations.table-id-invalid": {
    meaning: "An id of a registry table cannot stand in an address.",
    remedy: "Use letters, digits, points, hyphens and underscores.",
  },
  "evaluations.table-id-repeated": {
    meaning: "Two rows of a registry table have one id.",
    remedy: "Give each record an id of its own, or take one row out.",
  },
  "evaluations.table-code-unknown": {
    meaning:
      "A cell of a registry table holds no code of its column (language, type, timing, nature, region).",
    remedy: "Use one of the codes the message lists, or leave the cell empty.",
  },
  "evaluations.table-country-unknown": {
    meaning: "A country of a registry table is no known ISO 3166 code.",
    remedy: "Write alpha-3 codes, separated as the message says.",
  },
  "evaluations.table-country-is-region": {
    meaning: "A region stands among the countries of a registry table.",
    remedy: "Move it to the column region, and name the countries.",
  },
  "evaluations.table-country-invented": {
    meaning: "A table said to be real names an invented country.",
    remedy: "Import the table with --origin invented, or correct the code.",
  },
  "evaluations.table-year-invalid": {
    meaning: "A year of a registry table is not four digits.",
    remedy: "Write the year with four digits.",
  },
  "evaluations.table-period-invalid": {
    meaning: "A period of a registry table is neither a year nor a span of years.",
    remedy: "Write 2016 or 2014-2016.",
  },
} as const satisfies ProblemCatalogue;

export type EvaluationsProblemCode = keyof typeof evaluationsProblems;
