// Two requests to the engine over the files as they lie here: `socle survey estimate FILE`.

import { enterpriseStudyId } from "./enterprise-study.ts";
import { peopleStudyId } from "./people-study.ts";

// -8 and -9 are no answers wherever they stand; 8 and 9 are so in columns of codes alone.
const answered = { whereNot: { food: ["8", "9"] } };

export const exampleRequests: Readonly<Record<string, unknown>> = {
  [`${peopleStudyId}/estimate.json`]: {
    note: "Hunger and incomes of households, by region and by town and country.",
    data: "households.csv",
    missing: ["-8", "-9"],
    design: {
      clusters: ["ea", "hid"],
      strata: ["stratum", null],
      weights: "hweight",
      fpc: ["neas", "nhhs"],
    },
    estimates: [
      { id: "households", statistic: "total", variables: ["hsize"] },
      {
        id: "often-hungry",
        statistic: "proportion",
        variables: ["food"],
        level: "3",
        by: ["region"],
        ...answered,
      },
      { id: "income", statistic: "mean", variables: ["eqinc"], by: ["urb"], designEffect: true },
      { id: "median-income", statistic: "quantile", variables: ["eqinc"], probabilities: [0.5], by: ["urb"] },
      { id: "bills-and-hunger", statistic: "chisq", variables: ["food", "urb"], ...answered },
    ],
  },
  [`${enterpriseStudyId}/estimate.json`]: {
    note: "Training, safety and contracts of establishments, by sector and size.",
    data: "establishments.csv",
    missing: ["-8", "-9"],
    design: { clusters: ["eid"], strata: ["stratum"], weights: "eweight", fpc: ["nest"] },
    estimates: [
      { id: "workers", statistic: "total", variables: ["nemp"] },
      { id: "trained", statistic: "mean", variables: ["ptrn"], by: ["sector"] },
      { id: "committee", statistic: "proportion", variables: ["scom"], level: "1", by: ["size"] },
      { id: "regular-and-lowest-pay", statistic: "mean", variables: ["preg", "lowr"] },
    ],
  },
};
