// From scores to figures of a population: against the engine asked by hand, and on to a national index.

import { describe, expect, test } from "vitest";
import { seededRandom } from "#kernel";
import type { StudyVariable } from "#records";
import { estimateSurvey, type SurveyTable, surveyContext } from "#statistics";
import { compileIndex } from "../compiled-index.ts";
import type { IndexObservation } from "../index-run.ts";
import { readIndexDefinition } from "../read-index-definition.ts";
import { gridOf } from "../run-index.ts";
import { startUncertainty } from "../uncertainty/analyse-uncertainty.ts";
import { standardUncertaintyPlan } from "../uncertainty/uncertainty-plan.ts";
import { microEstimates } from "./micro-estimates.ts";
import { microObservations, microObservationTable } from "./micro-observations.ts";
import { microScores } from "./micro-scores.ts";
import { readMicroIndex } from "./read-micro-index.ts";

const words = { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" };
const read = readMicroIndex(
  {
    ...{ id: "pss", version: "1", title: words, kind: "people", file: "persons", reconstruction: false },
    forms: [
      {
        form: "income",
        items: [
          { variable: "q1", group: "process", recode: { from: 1, to: 5 } },
          { variable: "q2", group: "outcome", recode: { codes: { "1": 1, "2": 0.5, "3": 0 } } },
        ],
      },
      { form: "work", items: [{ variable: "q3", group: "outcome", recode: { is: ["1"] } }] },
    ],
  },
  "pss.json",
);
if (!read.ok) throw new Error(read.problems[0]!.message);
const definition = read.value;

const sex: StudyVariable = {
  ...{ file: "persons", name: "sex", label: words, kind: "categorical", concept: "sex", question: null },
  ...{ universe: null, unit: null, place: null, forTables: true, note: null },
  categories: [
    { code: "1", label: { en: "Male" }, missing: null },
    { code: "2", label: { en: "Female" }, missing: null },
  ],
};

/** Persons of six places in two strata; some do not answer. */
function survey(seed: number, persons = 120, share = 0.5): SurveyTable {
  const random = seededRandom(seed);
  const drawn = (make: (row: number) => number) =>
    ({ kind: "number", values: Float64Array.from({ length: persons }, (_, row) => make(row)) }) as const;
  const place = drawn((row) => row % 6);
  const of = (row: number) => place.values[row]!;
  return {
    rows: persons,
    columns: new Map([
      ["place", place],
      ["stratum", drawn((row) => of(row) % 2)],
      ["w", drawn((row) => 10 + (row % 3))],
      ["sex", drawn((row) => 1 + (row % 7 < 3 ? 1 : 0))],
      ["q1", drawn((row) => (random() < 0.05 ? Number.NaN : Math.ceil(random() * (3 + of(row) / 3))))],
      ["q2", drawn(() => Math.ceil(random() * 3))],
      ["q3", drawn(() => (random() < share ? 1 : 2))],
    ]),
  };
}
const design = {
  clusters: ["place"],
  strata: ["stratum"],
  weights: "w",
  fpc: [],
  nested: false,
  singleUnit: "fail",
} as const;

function estimated(table: SurveyTable, options = {}) {
  const scores = microScores(definition, table);
  const context = surveyContext(design, table);
  if (!scores.ok || !context.ok) throw new Error("no scores");
  const found = microEstimates(definition, scores.value, context.value, { dictionary: [sex], ...options });
  if (!found.ok) throw new Error(found.problems[0]!.message);
  return found.value;
}

describe("estimates of scores", () => {
  const table = survey(5);
  const found = estimated(table);
  const of = (score: string, measure: string, group: object) =>
    found.estimates.find(
      (one) =>
        one.score === score && one.measure === measure && JSON.stringify(one.group) === JSON.stringify(group),
    );

  test("are means and shares by the design, for all and by sex", () => {
    // The score by hand, and the engine asked for it.
    const q = (name: string) => (table.columns.get(name) as { values: Float64Array }).values;
    const income = q("q1").map((q1, row) => ((q1 - 1) / 4 + 2 * ((3 - q("q2")[row]!) / 2)) / 3);
    const columns = new Map([...table.columns, ["income", { kind: "number", values: income } as const]]);
    const context = surveyContext(design, { ...table, columns });
    if (!context.ok) throw new Error(context.problems[0]!.message);
    for (const by of [[], ["sex"]]) {
      const mean = estimateSurvey(context.value, { id: "m", statistic: "mean", variables: ["income"], by });
      if (!mean.ok) throw new Error(mean.problems[0]!.message);
      for (const row of mean.value as readonly {
        group: object;
        estimate: number;
        standardError: number;
        n: number;
      }[]) {
        const own = of("income", "mean", row.group)!;
        expect(own.estimate).toBeCloseTo(row.estimate, 14);
        expect(own.standardError).toBeCloseTo(row.standardError, 14);
        expect(own.n).toBe(row.n);
      }
    }
    const missing = q("q1").filter(Number.isNaN).length;
    expect(missing).toBeGreaterThan(0);
    expect(of("income", "mean", {})!.missing).toBe(missing);
    expect(of("work", "mean", {})!.missing).toBe(0);
  });

  test("say who is below the level and who is not", () => {
    const [below, above] = [of("work", "below", { sex: 2 })!, of("work", "above", { sex: 2 })!];
    // Work is 0 or 1, so that the share above is the mean.
    expect(above.estimate).toBeCloseTo(of("work", "mean", { sex: 2 })!.estimate!, 14);
    expect(below.estimate! + above.estimate!).toBeCloseTo(1, 15);
    expect([above.low, above.high]).toEqual([1 - below.high!, 1 - below.low!]);
    expect(below.low!).toBeLessThan(below.estimate!);
    const strict = estimated(table, { deficitBelow: 1, by: [[]], levels: ["form"] });
    const half = of("income", "below", {})!.estimate!;
    const all = strict.estimates.find(({ score, measure }) => score === "income" && measure === "below")!;
    expect(all.estimate!).toBeGreaterThan(half);
    expect(new Set(strict.estimates.map(({ score }) => score))).toEqual(new Set(["income", "work"]));
  });

  test("do not take a rounding for a deficit, nor somebody outside the universe for one without a score", () => {
    const item = (variable: string, code: number) => ({
      ...{ variable, group: "outcome", recode: { codes: { "1": code, "2": 1 } } },
    });
    const thirds = readMicroIndex(
      {
        ...{ id: "x", version: "1", title: words, kind: "people", file: "persons", reconstruction: false },
        universe: { variable: "sex", is: ["2", "3"] },
        forms: [{ form: "work", items: [item("a", 0.6), item("b", 0.7), item("c", 0.2)] }],
      },
      "x.json",
    );
    if (!thirds.ok) throw new Error(thirds.problems[0]!.message);
    const ones = { kind: "number", values: new Float64Array(table.rows).fill(1) } as const;
    const columns = new Map([...table.columns, ["a", ones], ["b", ones], ["c", ones]]);
    const scores = microScores(thirds.value, { ...table, columns });
    const context = surveyContext(design, { ...table, columns });
    if (!scores.ok || !context.ok) throw new Error("no scores");
    const women = (table.columns.get("sex") as { values: Float64Array }).values.filter(
      (code) => code === 2,
    ).length;
    const inWork = scores.value.scores.at(-1)!.values.find((value) => !Number.isNaN(value))!;
    expect(inWork).toBeLessThan(0.5);
    const estimates = microEstimates(thirds.value, scores.value, context.value, { levels: ["form"] });
    if (!estimates.ok) throw new Error(estimates.problems[0]!.message);
    expect(estimates.value.estimates).toMatchObject([
      { measure: "mean", n: women, missing: 0 },
      { measure: "below", estimate: 0, n: women, missing: 0 },
      { measure: "above", estimate: 1 },
    ]);
  });

  test("say nothing where nobody has the score", () => {
    const silent = new Map(table.columns).set("q1", {
      kind: "number",
      values: new Float64Array(table.rows).fill(Number.NaN),
    });
    const { estimates } = estimated({ ...table, columns: silent });
    expect(estimates.filter(({ score }) => score === "income")).toMatchObject([
      { measure: "mean", estimate: null, standardError: null, n: 0, missing: 120, group: {} },
      { measure: "below", estimate: null },
      { measure: "above", estimate: null },
    ]);
  });

  test("report what the engine refuses, once", () => {
    const single = new Map(table.columns).set("stratum", table.columns.get("place")!);
    const context = surveyContext(design, { ...table, columns: single });
    const scores = microScores(definition, table);
    if (!scores.ok || !context.ok) throw new Error("no scores");
    const refused = microEstimates(definition, scores.value, context.value);
    expect(refused.ok).toBe(false);
    if (!refused.ok)
      expect(refused.problems.map(({ code }) => code)).toContain("statistics.survey-single-unit");
  });
});

describe("estimates as observations", () => {
  const about = {
    area: "XAA",
    period: "2024",
    source: "PSS 2024",
    coverage: "national",
    dictionary: [sex],
  } as const;
  const rows = microObservations(definition, estimated(survey(5)), about);

  test("are a long table with standard errors, for all and for women and men", () => {
    const [header, ...lines] = microObservationTable(rows);
    expect(header!.join()).toBe(
      "area,indicator,period,sex,value,unit,standard_error,lower_bound,upper_bound,sample_size,missing,source",
    );
    expect(lines.map((line) => [line[1], line[3], line[5]].join())).toEqual(
      ["pss.income", "pss.work", "pss.combined"].flatMap((name) =>
        [["T"], ["M", "F"]].flatMap((sexes) =>
          [`${name}`, `${name}.deficit`].flatMap((indicator) =>
            sexes.map((code) => `${indicator},${code},${indicator === name ? "IX" : "RT"}`),
          ),
        ),
      ),
    );
    for (const line of lines) expect(Number(line[6])).toBeGreaterThan(0);
  });

  test("of towns alone carry their reach, so that no nation is ranked by them", () => {
    const urban = microObservations(definition, estimated(survey(5)), { ...about, coverage: "urban" });
    expect(urban.every(({ breakdowns }) => breakdowns["coverage"] === "urban")).toBe(true);
    expect(microObservationTable(urban)[0]!.at(-1)).toBe("coverage");
  });

  test("of codes of sex that nothing explains stay apart under their code", () => {
    const odd = microObservations(definition, estimated(survey(5)), {
      ...about,
      dictionary: [],
      sexes: { "2": "F" },
    });
    expect(new Set(odd.map(({ sex: of, breakdowns }) => `${of} ${breakdowns["by_sex"] ?? ""}`))).toEqual(
      new Set(["T ", "T 1", "F "]),
    );
  });

  test("make ranks of nations as unsure as the surveys are", () => {
    const areas = Array.from({ length: 8 }, (_, i) => `XA${"ABCDEFGH"[i]}`);
    const index = readIndexDefinition({
      ...{ id: "x", version: "1", title: "x" },
      nodes: [{ id: "top" }, { id: "pss.work", parent: "top", direction: 1 }],
    });
    if (!index.ok) throw new Error("no index");
    const width = (persons: number, withErrors: boolean) => {
      const observations = areas.flatMap((area, i): readonly IndexObservation[] =>
        microObservations(definition, estimated(survey(i + 1, persons, 0.3 + 0.05 * i)), { ...about, area })
          .filter(({ indicator, sex: of }) => indicator === "pss.work" && of === "T")
          .map(({ indicator, period, value, standardError }) => ({
            ...{ area, indicator, period, value },
            ...(withErrors && { standardError }),
          })),
      );
      const grid = gridOf(index.value, observations);
      if (!grid.ok) throw new Error(grid.problems[0]!.message);
      const plan = standardUncertaintyPlan(index.value, {
        ...{ weights: null, normalisation: [], aggregation: [], leaveOneOut: false, replicates: 200 },
      });
      const work = startUncertainty(compileIndex(index.value, grid.value), plan, 1);
      if (!work.ok) throw new Error(work.problems[0]!.message);
      while (work.value.advance(50));
      return work.value.result().ranks.reduce((sum, { low, high }) => sum + high! - low!, 0);
    };
    expect(width(60, false)).toBe(0);
    expect(width(60, true)).toBeGreaterThan(8);
    expect(width(6_000, true)).toBeLessThan(width(60, true));
  });
});
