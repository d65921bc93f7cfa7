import type { ProblemCatalogue } from "#kernel";

/** What can be wrong with a sample design or a request for estimates. */
export const surveyProblems = {
  "statistics.survey-request-invalid": {
    meaning: "A field of a request holds something else than it may, or contradicts another.",
    remedy: "Correct the field named; the message says what it may hold.",
  },
  "statistics.survey-field-missing": {
    meaning: "A request lacks a field that has no default.",
    remedy: "Write the field named.",
  },
  "statistics.survey-field-unknown": {
    meaning:
      "A field that is not known would be ignored without a word, and the estimate would be another one.",
    remedy: "Correct its name, or take it out.",
  },
  "statistics.survey-column-unknown": {
    meaning: "A design and a request name columns of the data.",
    remedy: "Correct the name; the message lists names that come near.",
  },
  "statistics.survey-design-value-missing": {
    meaning:
      "Every row of a survey has its stratum, its sampling units, its population count and its weight.",
    remedy: "Fill in the rows named, or take them out and say so.",
  },
  "statistics.survey-column-not-numeric": {
    meaning: "Weights, population counts and what a mean, total or quantile is taken of are numbers.",
    remedy: "Give a column of numbers, or ask for shares of its categories.",
  },
  "statistics.survey-weight-invalid": {
    meaning:
      "A weight is at least 0, and not all are 0: it says for how many units of the population a row stands.",
    remedy: "Correct the rows named.",
  },
  "statistics.survey-weights-missing": {
    meaning: "Weights can be left out only where population counts give them.",
    remedy: "Name the column of weights, or the column with the population counts of each stage.",
  },
  "statistics.survey-stages-uneven": {
    meaning: "Strata and population counts are given stage by stage, and for no more stages than there are.",
    remedy: "Give one entry for each stage, and null where a stage has no strata.",
  },
  "statistics.survey-unit-in-two-strata": {
    meaning: "A sampling unit lies in one stratum.",
    remedy: "Correct the rows, or say that units are numbered anew in each stratum (nested).",
  },
  "statistics.survey-fpc-uneven": {
    meaning: "The population count of a stratum is one number.",
    remedy: "Give all rows of a stratum the same count.",
  },
  "statistics.survey-fpc-invalid": {
    meaning:
      "A population count is at least the number of units drawn; a sampling fraction lies between 0 and 1.",
    remedy: "Correct the counts, and give either counts or fractions for a stage, not both.",
  },
  "statistics.survey-probability-invalid": {
    meaning: "A design with unequal probabilities has one for each unit drawn, above 0 and at most 1.",
    remedy: "Correct the rows named, or leave pps out: then units count as drawn with replacement.",
  },
  "statistics.survey-probability-uneven": {
    meaning: "A sampling unit is drawn as a whole, with one probability.",
    remedy: "Give all rows of a unit the same probability, or name the right column of sampling units.",
  },
  "statistics.survey-single-unit": {
    meaning: "The spread inside a stratum cannot be seen where only one unit was drawn.",
    remedy:
      "Join strata, or choose how such strata are treated (singleUnit): remove, certainty, adjust or average.",
  },
  "statistics.survey-domain-empty": {
    meaning: "An estimate rests on at least one case with a weight above 0.",
    remedy: "Ask for a wider selection, or show that there are no cases.",
  },
  "statistics.survey-level-unknown": {
    meaning: "A selection and the event of a proportion name values that occur in the data.",
    remedy: "Correct the value; the message lists those that occur.",
  },
  "statistics.survey-not-identified": {
    meaning: "A regression or a test has one solution only where its columns do not follow from one another.",
    remedy: "Leave out a predictor, or join categories.",
  },
  "statistics.survey-groups-wrong": {
    meaning: "A comparison of means is one of two groups.",
    remedy: "Choose two groups by a selection, or join categories.",
  },
  "statistics.survey-expression-invalid": {
    meaning: "A contrast is arithmetic over the names of its estimates.",
    remedy: "Correct the expression at the place named.",
  },
  "statistics.survey-totals-wrong": {
    meaning: "Weights are fitted to totals known for the population, one for each category or column.",
    remedy: "Correct the totals, or join categories.",
  },
  "statistics.survey-not-calibrated": {
    meaning: "Weights that meet all totals inside the bounds exist only where the sample allows it.",
    remedy: "Check the totals, widen the bounds, or join categories.",
  },
  "statistics.survey-replicates-impossible": {
    meaning: "Replicate weights are made from at least two units a stratum, or fit the rows one by one.",
    remedy: "Choose another method, join strata, or give the file made for these data.",
  },
  "statistics.survey-line-invalid": {
    meaning: "A poverty line is an income or a share of the weighted median; a level of a score is a number.",
    remedy: 'Write a number, or "0.6 x weighted median".',
  },
  "statistics.survey-weights-differ": {
    meaning: "The weights of an estimate are those of its design.",
    remedy: "Leave the weights out of the request, or name their column in the design.",
  },
  "statistics.survey-measure-undefined": {
    meaning: "A measure of poverty or inequality is a share of something that is above 0.",
    remedy: "Check the incomes named; show the cases, or choose a measure that takes them.",
  },
} as const satisfies ProblemCatalogue;
