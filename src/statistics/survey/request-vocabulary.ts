// The fields of designs and requests, as tables: what each may hold and what stands for it where it is absent.

import {
  associationTests,
  proportionIntervals,
  quantileIntervals,
  quantileRules,
} from "./estimate-request.ts";
import { replicateMethods } from "./replicate-weights.ts";
import {
  aboveZero,
  atLeastZero,
  byName,
  type Check,
  columnName,
  count,
  either,
  type Field,
  type Fields,
  isObject,
  listOf,
  number,
  objectOf,
  oneOf,
  text,
  textOrNumber,
  truth,
} from "./request-fields.ts";
import { singleUnitTreatments } from "./sample-design.ts";
import { unequalMethods } from "./unequal-probabilities.ts";

const needed = (check: Check): Field => ({ check, needed: true });
const optional = (check: Check, otherwise?: unknown): Field =>
  otherwise === undefined ? { check } : { check, otherwise };

const names = listOf(columnName, 'Write a list of names of columns, such as ["region"].');
const someNames = listOf(
  columnName,
  'Write a list with at least one name of a column, such as ["income"].',
  1,
);
const stages = listOf(
  either([columnName, oneOf([null])], "Write the name of a column, or null where the stage has none."),
  'Write a list by stage, such as ["region"]; [] where there is nothing.',
);
const cells = {
  by: needed(someNames),
  totals: needed(
    listOf(
      byName(textOrNumber, "Write the values of the cell and its total."),
      'Write a list of cells, such as [{"sex":"f","total":1200}].',
      1,
    ),
  ),
};
const rounds = { epsilon: optional(aboveZero), maxIterations: optional(count) };

const adjustments: Readonly<Record<string, Fields>> = {
  poststratify: cells,
  rake: {
    margins: needed(listOf(objectOf("A margin", cells), "Write a list of margins.", 1)),
    ...rounds,
  },
  calibrate: {
    distance: needed(oneOf(["linear", "raking", "logit"])),
    model: needed(someNames),
    totals: needed(
      byName(
        number(Number.isFinite, "Write the population's total."),
        "Write the total of each term by name.",
      ),
    ),
    bounds: optional(
      listOf(
        number(Number.isFinite, "Write a number."),
        "Write the lowest and the highest factor, such as [0.5, 2].",
        2,
        2,
      ),
    ),
    ...rounds,
  },
  trim: { lower: optional(atLeastZero), upper: optional(aboveZero), strict: optional(truth) },
};

/** An object whose fields depend on one of them. */
const kindOf =
  (what: string, by: string, kinds: Readonly<Record<string, Fields>>, shared: Fields): Check =>
  (value, at, found) => {
    const named = isObject(value) ? value[by] : undefined;
    const kind = Object.hasOwn(kinds, String(named)) ? kinds[String(named)] : undefined;
    const field: Fields = { [by]: needed(oneOf(Object.keys(kinds))) };
    if (kind !== undefined)
      return objectOf(`${what} "${named}"`, { ...field, ...shared, ...kind })(value, at, found);
    // Which other fields there may be is open until the kind is known.
    return objectOf(what, field)(
      isObject(value) ? (named === undefined ? {} : { [by]: named }) : value,
      at,
      found,
    );
  };

const replicates = objectOf("The replicate weights", {
  type: needed(oneOf(replicateMethods)),
  mse: optional(truth, false),
  replicates: optional(count),
  rho: optional(number((rho) => rho >= 0 && rho < 1, "Fay's factor lies between 0 and 1.")),
  seed: optional(number(Number.isInteger, "Write a whole number.")),
  scale: optional(aboveZero),
  rscales: optional(
    either(
      [atLeastZero, listOf(atLeastZero, "")],
      "Write a number of at least 0, or a list with one for each replicate.",
    ),
  ),
  rscalesRuns: optional(
    listOf(
      objectOf("A run of factors", { value: needed(atLeastZero), count: needed(count) }),
      'Write runs of equal factors, such as [{"value":0.5,"count":40}].',
      1,
    ),
  ),
  weightsFile: optional(text),
  columns: optional(someNames),
});

const adjustment = kindOf("An adjustment of weights", "type", adjustments, {});
const adjustmentList = listOf(adjustment, "");

/** One adjustment or several in their order, always as a list. */
const adjustmentOrList: Check = (value, at, found) =>
  Array.isArray(value) ? adjustmentList(value, at, found) : [adjustment(value, at, found)];

/** `null` says the same as leaving a field out. */
const nullOr =
  (check: Check): Check =>
  (value, at, found) =>
    value === null ? undefined : check(value, at, found);

/** What a design may say. */
export const designFields: Fields = {
  note: optional(text),
  clusters: optional(names, []),
  strata: optional(stages, []),
  weights: optional(
    either(
      [columnName, aboveZero, oneOf([null])],
      "Write the name of the column, one weight for all, or null where the population counts give them.",
    ),
    null,
  ),
  fpc: optional(stages, []),
  pps: optional(oneOf([...unequalMethods, null])),
  ppsSquares: optional(either([columnName, oneOf([null])], "Write the name of a column, or null.")),
  nested: optional(truth, false),
  singleUnit: optional(oneOf(singleUnitTreatments), "fail"),
  adjust: optional(nullOr(adjustmentOrList)),
  replicates: optional(nullOr(replicates)),
};

const selection = byName(
  listOf(textOrNumber, 'Write a list of the values taken, such as ["Yes"].', 1),
  'Write the values taken by column, such as {"sex":["f"]}.',
);

const frame: Fields = {
  id: optional(text),
  note: optional(text),
  where: optional(selection),
  whereNot: optional(selection),
  by: optional(names),
  categorical: optional(names),
  singleUnit: optional(oneOf(singleUnitTreatments)),
  adjustSingleUnitsInDomains: optional(truth),
  confidence: optional(
    number((share) => share > 0 && share < 1, "A confidence lies between 0 and 1, such as 0.95."),
    0.95,
  ),
  degreesOfFreedom: optional(
    either(
      [oneOf(["infinite"]), aboveZero],
      'Write "infinite" for the normal distribution, or a number above 0.',
    ),
  ),
};

const designEffect = optional(oneOf([true, false, "with-replacement"]));
const averages: Fields = { variables: needed(someNames), categorical: optional(names), designEffect };
const ratio: Fields = { variables: needed(someNames), denominator: needed(columnName) };
const probability = number((p) => p >= 0 && p <= 1, "A probability lies between 0 and 1: 0.5 is the median.");

const incomes: Fields = {
  variables: needed(someNames),
  weights: optional(columnName),
  bandwidth: optional(aboveZero),
};
const poverty: Fields = {
  ...incomes,
  threshold: optional(
    either([aboveZero, text], 'Write an income, or a share such as "0.6 x weighted median".'),
  ),
  thresholdFrom: optional(oneOf(["population", "domain"])),
};

/** What each statistic takes besides what every request may say. */
const statistics: Readonly<Record<string, Fields>> = {
  mean: averages,
  total: averages,
  ratio,
  variance: { variables: needed(someNames) },
  proportion: {
    variables: needed(someNames),
    level: needed(textOrNumber),
    interval: optional(oneOf(proportionIntervals), "logit"),
  },
  quantile: {
    variables: needed(someNames),
    probabilities: needed(listOf(probability, "Write a list such as [0.25, 0.5, 0.75].", 1)),
    interval: optional(oneOf(quantileIntervals), "mean"),
    quantileRule: optional(oneOf(quantileRules), "math"),
  },
  chisq: {
    variables: needed(listOf(columnName, "A test of association is of two columns: write both.", 2, 2)),
    test: optional(oneOf(associationTests), "F"),
  },
  ttest: {
    variables: needed(listOf(columnName, "A comparison is of the means of one column: write one.", 1, 1)),
    group: needed(columnName),
  },
  "equal-means": {
    variables: needed(listOf(columnName, "A comparison is of the means of one column: write one.", 1, 1)),
    group: needed(columnName),
  },
  glm: {
    family: needed(oneOf(["gaussian", "quasibinomial-logit"])),
    response: needed(columnName),
    level: optional(textOrNumber),
    predictors: needed(names),
    epsilon: optional(aboveZero),
  },
  contrast: {
    of: needed(kindOf("What a contrast is of", "statistic", { mean: averages, total: averages, ratio }, {})),
    expression: optional(text),
    coefficients: optional(
      byName(
        number(Number.isFinite, "Write a number."),
        'Write the factor of each estimate, such as {"a":1,"b":-1}.',
      ),
    ),
  },
  "at-risk-of-poverty-rate": poverty,
  "relative-median-poverty-gap": poverty,
  "poverty-gap": { ...poverty, order: optional(oneOf([0, 1, 2])) },
  gini: incomes,
  "quintile-share-ratio": incomes,
  "gender-pay-gap": {
    ...incomes,
    group: needed(columnName),
    method: optional(oneOf(["mean", "median"])),
    reference: optional(textOrNumber),
  },
  deficit: { ...incomes, threshold: needed(number(Number.isFinite, "Write the level as a number.")) },
  weights: {},
  "replicate-weights": { file: optional(text) },
  "degrees-of-freedom": {},
};

/** An estimate that is not a batch of them. */
export const estimate = kindOf("An estimate", "statistic", statistics, frame);

/** Several estimates under one id; what the batch itself says holds for each part that does not say otherwise. */
export const batchFields: Fields = {
  ...frame,
  statistic: needed(oneOf(["batch"])),
  parts: needed(
    byName(
      (value) => value,
      'Write the parts by name, such as {"mean":{"statistic":"mean","variables":["income"]}}.',
    ),
  ),
};
