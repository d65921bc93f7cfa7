import { describe, expect, test } from "vitest";
import { readSurveyRequest } from "./read-survey-request.ts";

const mean = { id: "a", statistic: "mean", variables: ["y"] };
const read = (request: unknown) => {
  const given = readSurveyRequest(request);
  if (!given.ok) throw new Error(JSON.stringify(given.problems));
  return given.value;
};
/** Fields of what is wrong, with the last words of the code. */
const wrong = (request: unknown) => {
  const given = readSurveyRequest(request);
  return given.ok ? [] : given.problems.map(({ code, at }) => [at?.field, code.replace(/.*\./, "")]);
};

describe("a request", () => {
  test("has every default filled in", () => {
    const request = read({
      data: "a.csv",
      design: { weights: "w" },
      estimates: [
        mean,
        { id: "b", statistic: "proportion", variables: ["s"], level: 1 },
        { id: "c", statistic: "quantile", variables: ["y"], probabilities: [0.5] },
        { id: "d", statistic: "chisq", variables: ["s", "t"] },
      ],
    });
    expect(request.design).toEqual({
      clusters: [],
      strata: [],
      weights: "w",
      fpc: [],
      nested: false,
      singleUnit: "fail",
    });
    expect(request.estimates).toMatchObject([
      { confidence: 0.95 },
      { interval: "logit" },
      { interval: "mean", quantileRule: "math" },
      { test: "F" },
    ]);
  });

  test("names the columns and files it needs, wherever they stand", () => {
    const request = read({
      design: {
        clusters: ["psu"],
        strata: ["stratum", null],
        weights: "w",
        fpc: ["n1", null],
        adjust: { type: "poststratify", by: ["age"], totals: [{ age: 1, total: 5 }] },
      },
      estimates: [
        { ...mean, by: ["sex"], where: { region: ["n"] }, whereNot: { place: [1] } },
        { id: "r", statistic: "ratio", variables: ["top"], denominator: "below" },
        {
          id: "c",
          statistic: "contrast",
          of: { statistic: "mean", variables: ["u", "v"] },
          expression: "u - v",
        },
        { id: "g", statistic: "glm", family: "gaussian", response: "z", predictors: ["x"] },
        { id: "p", statistic: "batch", parts: { t: { statistic: "ttest", variables: ["k"], group: "g" } } },
      ],
    });
    expect([...request.columns].sort()).toEqual(
      "psu stratum w n1 age y sex region place top below u v z x k g".split(" ").sort(),
    );
    expect(request.design.fpc).toEqual(["n1"]);
    expect(
      read({
        design: { weights: "w", replicates: { type: "BRR", weightsFile: "r.csv", scale: 0.25 } },
        estimates: [mean],
      }).files,
    ).toEqual(["r.csv"]);
  });

  test("may hold notes for whoever reads it", () => {
    const note = "as agreed";
    expect(read({ note, design: { note, weights: "w" }, estimates: [{ ...mean, note }] }).columns).toEqual([
      "w",
      "y",
    ]);
  });

  test("may hold the data and a base inside its design", () => {
    const flat = read({
      data: "a.csv",
      design: { weights: "w", strata: ["s"], singleUnit: "adjust" },
      estimates: [mean],
    });
    const base = { data: "a.csv", weights: "w", strata: ["s"] };
    expect(read({ design: { base, singleUnit: "adjust" }, estimates: [mean] })).toEqual(flat);
  });

  test("gives the parts of a batch what the batch says, unless they say otherwise", () => {
    const parts = {
      one: { statistic: "mean", variables: ["y"] },
      two: { ...mean, id: "own", singleUnit: "remove" },
    };
    const [batch] = read({
      design: { weights: "w" },
      estimates: [{ id: "b", statistic: "batch", singleUnit: "average", confidence: 0.9, parts }],
    }).estimates;
    expect(batch).toMatchObject({
      parts: {
        one: { id: "one", singleUnit: "average", confidence: 0.9 },
        two: { id: "own", singleUnit: "remove", confidence: 0.9 },
      },
    });
  });
});

describe("what is wrong with a request", () => {
  test("is told all at once, each with its field", () => {
    expect(
      wrong({
        desing: {},
        design: { clusters: "psu", weights: -1, nested: 1, singleUnit: "keep", replicates: { type: "JK2" } },
        estimates: [
          { statistic: "median", variables: ["y"] },
          { id: "q", statistic: "quantile", variables: [], probabilities: [0.5, 50] },
          { id: "p", statistic: "proportion", variables: ["s"], interval: "wald", by: "sex" },
          { id: "c", statistic: "contrast", of: { statistic: "mean", variables: ["y"] } },
          { id: "m", statistic: "mean", variables: ["y"], confidence: 95, probability: 1 },
        ],
      }).sort(),
    ).toEqual(
      [
        ["desing", "survey-field-unknown"],
        ["design.clusters", "survey-request-invalid"],
        ["design.weights", "survey-request-invalid"],
        ["design.nested", "survey-request-invalid"],
        ["design.singleUnit", "survey-request-invalid"],
        ["design.replicates.type", "survey-request-invalid"],
        ["estimates[0].statistic", "survey-request-invalid"],
        ["estimates[1].variables", "survey-request-invalid"],
        ["estimates[1].probabilities[1]", "survey-request-invalid"],
        ["estimates[2].interval", "survey-request-invalid"],
        ["estimates[2].by", "survey-request-invalid"],
        ["estimates[2].level", "survey-field-missing"],
        ["estimates[3].expression", "survey-request-invalid"],
        ["estimates[4].confidence", "survey-request-invalid"],
        ["estimates[4].probability", "survey-field-unknown"],
      ].sort(),
    );
  });

  test.for([
    ["nothing", null, [["", "survey-request-invalid"]]],
    ["no estimates", { design: {}, estimates: [] }, [["estimates", "survey-request-invalid"]]],
    ["an id twice", { design: {}, estimates: [mean, mean] }, [["estimates[1].id", "survey-request-invalid"]]],
    [
      "counts of a later stage alone",
      { design: { clusters: ["a", "b"], fpc: [null, "n"] }, estimates: [mean] },
      [["design.fpc", "survey-request-invalid"]],
    ],
    [
      "brought replicates without their scale",
      { design: { weights: "w", replicates: { type: "BRR", columns: ["r1", "r2"] } }, estimates: [mean] },
      [["design.replicates.scale", "survey-request-invalid"]],
    ],
    [
      "a batch in a batch",
      {
        design: {},
        estimates: [{ id: "b", statistic: "batch", parts: { c: { statistic: "batch", parts: {} } } }],
      },
      [["estimates[0].parts.c.statistic", "survey-request-invalid"]],
    ],
  ] as const)("%s", ([, request, expected]) => {
    expect(wrong(request)).toEqual(expected);
  });

  test("names the field that was probably meant", () => {
    const given = readSurveyRequest({ design: { weigths: "w" }, estimates: [mean] });
    expect(given.ok ? "" : given.problems[0]!.message).toContain('Did you mean "weights"?');
  });
});
