import type { SingleUnitTreatment } from "./sample-design.ts";

/** Values of columns: a row is taken where each column named has one of its values. */
export type Selection = Readonly<Record<string, readonly (string | number)[]>>;

/** What every request may say. */
export type RequestFrame = {
  readonly id: string;
  /** Rows the estimate is for; the others still count as drawn. */
  readonly where?: Selection;
  /** Rows left out: those that match all of its columns. */
  readonly whereNot?: Selection;
  /** Columns whose values part the estimate into groups. */
  readonly by?: readonly string[];
  /** Columns of numbers that are categories. */
  readonly categorical?: readonly string[];
  readonly singleUnit?: SingleUnitTreatment;
  readonly adjustSingleUnitsInDomains?: boolean;
  /** Share of samples whose interval holds the true value; 0.95 unless given. */
  readonly confidence?: number;
  /** "infinite" takes the normal distribution; a number replaces the design's degrees of freedom. */
  readonly degreesOfFreedom?: "infinite" | number;
};

export const proportionIntervals = [
  "logit",
  "likelihood",
  "likelihood-exact",
  "asin",
  "beta",
  "mean",
  "xlogit",
  "wilson",
] as const;
export type ProportionInterval = (typeof proportionIntervals)[number];

export const quantileIntervals = ["mean", "beta", "xlogit", "score", "quantile"] as const;
export type QuantileInterval = (typeof quantileIntervals)[number];

export const quantileRules = [
  "math",
  "school",
  "shahvaish",
  "hf1",
  "hf2",
  "hf3",
  "hf4",
  "hf5",
  "hf6",
  "hf7",
  "hf8",
  "hf9",
] as const;
export type QuantileRule = (typeof quantileRules)[number];

export const associationTests = ["F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint"] as const;
export type AssociationTest = (typeof associationTests)[number];

export type MeanRequest = RequestFrame & {
  readonly statistic: "mean" | "total";
  readonly variables: readonly string[];
  /** `true`: against simple random sampling without replacement; "with-replacement": with. */
  readonly designEffect?: boolean | "with-replacement";
};
export type RatioRequest = RequestFrame & {
  readonly statistic: "ratio";
  readonly variables: readonly string[];
  readonly denominator: string;
};
export type VarianceRequest = RequestFrame & {
  readonly statistic: "variance";
  readonly variables: readonly string[];
};
export type ProportionRequest = RequestFrame & {
  readonly statistic: "proportion";
  readonly variables: readonly string[];
  readonly level: string | number;
  readonly interval?: ProportionInterval;
};
export type QuantileRequest = RequestFrame & {
  readonly statistic: "quantile";
  readonly variables: readonly string[];
  readonly probabilities: readonly number[];
  readonly interval?: QuantileInterval;
  readonly quantileRule?: QuantileRule;
};
export type AssociationRequest = RequestFrame & {
  readonly statistic: "chisq";
  readonly variables: readonly [string, string];
  readonly test?: AssociationTest;
};
export type MeanDifferenceRequest = RequestFrame & {
  readonly statistic: "ttest";
  readonly variables: readonly [string];
  /** Column with the two groups. */
  readonly group: string;
};
export type EqualMeansRequest = RequestFrame & {
  readonly statistic: "equal-means";
  readonly variables: readonly [string];
  /** Column with the groups, two or more. */
  readonly group: string;
};
export type RegressionRequest = RequestFrame & {
  readonly statistic: "glm";
  readonly family: "gaussian" | "quasibinomial-logit";
  readonly response: string;
  /** Category of the response that is the event. */
  readonly level?: string | number;
  readonly predictors: readonly string[];
  /** A logistic regression stops when its deviance changes by less than this share; 1e-8 unless given. */
  readonly epsilon?: number;
};
export type ContrastRequest = RequestFrame & {
  readonly statistic: "contrast";
  readonly of: Omit<MeanRequest, "id"> | Omit<RatioRequest, "id">;
  /** Arithmetic over the names of the estimates; this or coefficients. */
  readonly expression?: string;
  /** Factor of each estimate in a sum; this or an expression. */
  readonly coefficients?: Readonly<Record<string, number>>;
};
/** A share of the weighted median, as in "0.6 x weighted median", or an income. */
export type PovertyLine = number | `${number} x weighted median`;

/** What every request about incomes may say. */
export type IncomeFrame = RequestFrame & {
  readonly variables: readonly string[];
  /** Column of weights: that of the design, named once more. */
  readonly weights?: string;
  /** Width of the kernel for every density, in units of income; from spread and cases unless given. */
  readonly bandwidth?: number;
};
export type PovertyRequest = IncomeFrame & {
  readonly statistic: "at-risk-of-poverty-rate" | "relative-median-poverty-gap" | "poverty-gap";
  /** "0.6 x weighted median" unless given. */
  readonly threshold?: PovertyLine;
  /** Whose median: that of all rows, whatever is selected (unless given), or of each domain by itself. */
  readonly thresholdFrom?: "population" | "domain";
  /** Of a poverty gap: 0 the share below the line, 1 the mean shortfall (unless given), 2 its square. */
  readonly order?: 0 | 1 | 2;
};
export type InequalityRequest = IncomeFrame & {
  readonly statistic: "gini" | "quintile-share-ratio";
};
export type PayGapRequest = IncomeFrame & {
  readonly statistic: "gender-pay-gap";
  /** Column with the two groups. */
  readonly group: string;
  readonly method?: "mean" | "median";
  /** The group the gap is a share of; the last in ascending order unless given. */
  readonly reference?: string | number;
};
export type DeficitRequest = IncomeFrame & {
  readonly statistic: "deficit";
  /** The level of a score below which there is a deficit. */
  readonly threshold: number;
};
export type IncomeRequest = PovertyRequest | InequalityRequest | PayGapRequest | DeficitRequest;

export type EstimateRequest =
  | IncomeRequest
  | MeanRequest
  | RatioRequest
  | VarianceRequest
  | ProportionRequest
  | QuantileRequest
  | AssociationRequest
  | MeanDifferenceRequest
  | EqualMeansRequest
  | RegressionRequest
  | ContrastRequest;

/** One line of an answer; what a statistic does not have is absent. */
export type EstimateRow = {
  readonly group: Readonly<Record<string, string | number>>;
  readonly variable?: string;
  readonly level?: string;
  readonly denominator?: string;
  readonly probability?: number;
  readonly term?: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** `null`: the normal distribution. */
  readonly degreesOfFreedom: number | null;
  readonly designEffect?: number;
  /** Cases the estimate rests on. */
  readonly n: number;
  /** Cases of the domain without a value. */
  readonly missing: number;
  /** What is measured, where a request has several answers. */
  readonly measure?: "share" | "shortfall";
  /** The poverty line, or the level of a deficit. */
  readonly threshold?: number;
  /** Widths of the kernels: for the density of the domain, and for that of the incomes the line is taken of. */
  readonly bandwidth?: number;
  readonly thresholdBandwidth?: number;
  /** Cases of a measure of incomes that have no income or less than none; they are taken as they are. */
  readonly zeros?: number;
  readonly negatives?: number;
  /** Why there is no estimate, where there is none. */
  readonly reason?: string;
};

/** One coefficient of a regression. */
export type RegressionRow = Omit<EstimateRow, "variable" | "level" | "denominator" | "probability"> & {
  readonly term: string;
  /** Estimate over standard error, and the share of samples in which chance alone goes beyond it. */
  readonly statistic: number;
  readonly pValue: number;
};

/** The answer of a test. */
export type TestRow = {
  readonly group: Readonly<Record<string, string | number>>;
  readonly statistic: number;
  /** None, one or two; not whole of necessity. */
  readonly degreesOfFreedom: readonly number[];
  readonly pValue: number;
  /** Difference of two means, where that was tested. */
  readonly estimate?: number;
  readonly standardError?: number;
  readonly low?: number;
  readonly high?: number;
  readonly confidence?: number;
  readonly n: number;
  readonly missing: number;
};
