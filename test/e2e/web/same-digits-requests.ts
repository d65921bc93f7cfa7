// What is asked of the files of the simulated studies: every statistic and every interval, over several designs.

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export type Asked = { readonly name: string; readonly csv: string; readonly request: unknown };

const quantities = (more: object = {}) => [
  {
    id: "means",
    statistic: "mean",
    variables: ["eqinc", "hsize"],
    by: ["region"],
    designEffect: true,
    ...more,
  },
  {
    id: "shares-of-codes",
    statistic: "mean",
    variables: ["food"],
    categorical: ["food"],
    by: ["urb"],
    ...more,
  },
  { id: "totals", statistic: "total", variables: ["hinc", "hsize"], by: ["urb"], ...more },
  { id: "ratio", statistic: "ratio", variables: ["hinc"], denominator: "hsize", by: ["region"], ...more },
];

const shares = ["logit", "likelihood", "likelihood-exact", "asin", "beta", "mean", "xlogit", "wilson"].map(
  (interval) => ({
    id: `share-${interval}`,
    statistic: "proportion",
    variables: ["food"],
    level: "3",
    interval,
    by: ["region"],
  }),
);

const quantile = { statistic: "quantile", variables: ["eqinc"], probabilities: [0.1, 0.5, 0.9], by: ["urb"] };
const rules = ["math", "school", "shahvaish", ...Array.from({ length: 9 }, (_, at) => `hf${at + 1}`)];

const tests = [
  ...["F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint"].map((test) => ({
    ...{ id: `chisq-${test}`, statistic: "chisq", variables: ["food", "urb"], test },
    whereNot: { food: ["8", "9"] },
  })),
  { id: "ttest", statistic: "ttest", variables: ["eqinc"], group: "urb" },
  { id: "equal-means", statistic: "equal-means", variables: ["eqinc"], group: "region" },
  {
    id: "least-squares",
    statistic: "glm",
    family: "gaussian",
    response: "eqinc",
    predictors: ["hsize", "urb"],
  },
  {
    ...{ id: "logistic", statistic: "glm", family: "quasibinomial-logit", response: "food", level: "1" },
    predictors: ["hsize", "urb"],
  },
  {
    ...{ id: "contrast", statistic: "contrast", expression: "hinc / hsize - 2 * eqinc" },
    of: { statistic: "mean", variables: ["hinc", "hsize", "eqinc"] },
  },
];

const incomes = [
  ...["at-risk-of-poverty-rate", "relative-median-poverty-gap", "gini", "quintile-share-ratio"].map(
    (statistic) => ({
      ...{ id: statistic, statistic, variables: ["eqinc"], by: ["urb"] },
    }),
  ),
  ...[0, 1, 2].map((order) => ({
    ...{ id: `poverty-gap-${order}`, statistic: "poverty-gap", variables: ["eqinc"], order, threshold: 300 },
  })),
  { id: "pay-gap", statistic: "gender-pay-gap", variables: ["eqinc"], group: "urb" },
  { id: "deficit", statistic: "deficit", variables: ["eqinc"], threshold: 350 },
];

const twoStages = {
  clusters: ["ea", "hid"],
  strata: ["stratum", null],
  weights: "hweight",
  fpc: ["neas", "nhhs"],
};
const oneStage = { clusters: ["ea"], strata: ["stratum"], weights: "hweight" };
const known = {
  by: ["urb"],
  totals: [
    { urb: 1, total: 112_000 },
    { urb: 2, total: 98_000 },
  ],
};
const totals = { intercept: 210_000, hsize: 660_000 };

/** Designs over the households, each with what is asked of it. */
const designs: Readonly<Record<string, { readonly design: object; readonly estimates: readonly object[] }>> =
  {
    "two stages": {
      design: twoStages,
      estimates: [
        ...quantities(),
        { id: "variance", statistic: "variance", variables: ["eqinc"], by: ["urb"] },
        ...shares,
        ...["mean", "beta", "xlogit", "score"].map((interval) => ({
          id: `quantile-${interval}`,
          ...quantile,
          interval,
        })),
        ...rules.map((quantileRule) => ({ id: `quantile-${quantileRule}`, ...quantile, quantileRule })),
        ...tests,
        ...incomes,
      ],
    },
    "cells known": {
      design: { ...twoStages, adjust: { type: "poststratify", ...known } },
      estimates: quantities(),
    },
    raked: { design: { ...twoStages, adjust: { type: "rake", margins: [known] } }, estimates: quantities() },
    ...Object.fromEntries(
      ["linear", "raking", "logit"].map((distance) => [
        `calibrated, ${distance}`,
        {
          design: {
            ...twoStages,
            adjust: { type: "calibrate", distance, model: ["intercept", "hsize"], totals, bounds: [0.2, 5] },
          },
          estimates: quantities(),
        },
      ]),
    ),
    ...Object.fromEntries(
      [
        { type: "JKn" },
        { type: "bootstrap", replicates: 60, seed: 7 },
        { type: "subbootstrap", replicates: 60, seed: 7 },
      ].map((replicates) => [
        replicates.type,
        {
          design: { ...oneStage, replicates },
          estimates: [
            ...quantities(),
            ...incomes,
            { id: "quantile-quantile", ...quantile, interval: "quantile" },
            {
              id: "least-squares",
              statistic: "glm",
              family: "gaussian",
              response: "eqinc",
              predictors: ["hsize"],
            },
            { id: "replicate-weights", statistic: "replicate-weights" },
          ],
        },
      ]),
    ),
  };

/** The requests that lie beside the files, and all of the above over the households. */
export async function askedOfStudies(folder: string): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const study of (await readdir(folder)).sort()) {
    const path = join(folder, study, "estimate.json");
    if (!existsSync(path)) continue;
    const request = JSON.parse(await readFile(path, "utf8"));
    asked.push({ name: study, csv: await readFile(join(folder, study, request.data), "utf8"), request });
  }
  const csv = await readFile(join(folder, "XAA_2024_PSS_v01_M/households.csv"), "utf8");
  for (const [name, { design, estimates }] of Object.entries(designs))
    asked.push({ name, csv, request: { missing: ["-8", "-9"], design, estimates } });
  return asked;
}
