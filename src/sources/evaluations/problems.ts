// Every problem and oddity the readers of evaluation reports can state, with its meaning.

export const evaluationsProblems = {
  "evaluations.no-passages":
    "No passage of any kind was found. Check that the file is an evaluation report and that its headings came through.",
  "evaluations.recommendation-repeated":
    "A recommendation stands in several places of the report; it is counted once and the other places are kept with it.",
  "evaluations.repeat-wording-differs":
    "A repeated recommendation is worded differently in another place of the report. Both wordings are kept.",
  "evaluations.labels-not-consecutive":
    "The numbers of the recommendations have a gap or come twice. One may be missing or misread.",
  "evaluations.placeholder-symbol-shared":
    "The project symbol is a placeholder that several reports share. It cannot be used as a key.",
  "evaluations.placeholder-no-region":
    "The area code of a placeholder symbol says nothing about the region; none was taken from it.",
  "evaluations.symbol-missing": "No project symbol is printed, not even N/A.",
  "evaluations.parenthesis-not-symbol":
    "A parenthesis stands where the project symbol is expected and is part of the title.",
  "evaluations.funding-in-parentheses":
    "A funding source stands in parentheses before the symbol; it was read as funding, not as a symbol.",
  "evaluations.symbol-year-before-period":
    "The year in the symbol lies before the period of the review. Judge the period by the dates of the work.",
  "evaluations.region-from-title":
    "The symbol's area code and the title name different regions; the title was followed.",
  "evaluations.region-not-stated": "Neither title nor symbol names a region; none was guessed.",
  "evaluations.regional-without-region": "The report is called regional but no region is named.",
  "evaluations.group-not-resolved":
    "A group of countries is named whose members the title does not list; no countries were added for it.",
  "evaluations.id-style-differs": "The identifier is printed in another style than the others of its kind.",
  "evaluations.id-out-of-order": "The row does not follow the order of the identifiers.",
  "evaluations.link-fragment-short":
    "The fragment of the link is shorter than the others; it may have been cut.",
  "evaluations.link-not-a-link": "The link column holds words instead of a link.",
  "evaluations.link-not-available": "The link is printed as not available.",
  "evaluations.mid-term-without-final":
    "The list has a mid-term evaluation but no final evaluation of the same project.",
  "evaluations.high-level": "A high-level evaluation covers many projects and supplements their evaluations.",
  "evaluations.nature-not-stated": "The row does not say whether the evaluation is independent or internal.",
  "evaluations.count-differs": "A number in the text and the number of rows in the list do not agree.",
  "evaluations.kind-not-mentioned":
    "The list holds evaluations of a kind that the text's count does not mention.",
  "evaluations.table-cell-empty": "A cell of a registry table that every record needs is empty.",
  "evaluations.table-id-invalid": "An id of a registry table cannot stand in an address.",
  "evaluations.table-id-repeated": "Two rows of a registry table have one id.",
  "evaluations.table-code-unknown":
    "A cell of a registry table holds no code of its column (language, type, timing, nature, region).",
  "evaluations.table-country-unknown": "A country of a registry table is no known ISO 3166 code.",
  "evaluations.table-country-is-region": "A region stands among the countries of a registry table.",
  "evaluations.table-country-invented": "A table said to be real names an invented country.",
  "evaluations.table-year-invalid": "A year of a registry table is not four digits.",
  "evaluations.table-period-invalid": "A period of a registry table is neither a year nor a span of years.",
} as const;

export type EvaluationsProblemCode = keyof typeof evaluationsProblems;
