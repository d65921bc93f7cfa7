// How often intervals cover the truth: samples drawn again and again from a population that is known, the
// 6,194 schools of the reference, counted and compared with what the methods page says.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "#kernel";
import { estimateSurvey, type SurveyColumn, type SurveyTable, surveyContext } from "#statistics";
import { folder, isAbsent, type Loose, tableOf } from "./reference-tests.ts";

const samples = 500;
const page = resolve(import.meta.dirname, "../../../docs/methods/survey-coverage.md");

const numbers = (table: SurveyTable, name: string): Float64Array =>
  (table.columns.get(name) as { readonly values: Float64Array }).values;

/** Rows of a table, with columns of counts beside them. */
function taken(
  table: SurveyTable,
  rows: readonly number[],
  added: Readonly<Record<string, readonly number[]>>,
) {
  const columns = new Map<string, SurveyColumn>();
  for (const [name, column] of table.columns)
    columns.set(
      name,
      column.kind === "number"
        ? { kind: "number", values: Float64Array.from(rows, (row) => column.values[row]!) }
        : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) },
    );
  for (const [name, values] of Object.entries(added))
    columns.set(name, { kind: "number", values: Float64Array.from(values) });
  return { rows: rows.length, columns };
}

/** So many of a list, each subset with the same chance. */
function chosen<T>(list: readonly T[], count: number, draw: () => number): readonly T[] {
  const rest = [...list];
  return Array.from({ length: count }, () => rest.splice(Math.floor(draw() * rest.length), 1)[0]!);
}

const groupsOf = (values: ArrayLike<number>): ReadonlyMap<number, readonly number[]> =>
  Map.groupBy(
    Array.from(values, (_, row) => row),
    (row) => values[row]!,
  );

const plain = {
  clusters: [],
  strata: [],
  weights: null,
  fpc: ["count"],
  nested: false,
  singleUnit: "fail",
} as const;

/** Probabilities in proportion to size; what would be above 1 is certain, and the rest is shared anew. */
function bySize(sizes: readonly number[], count: number): readonly number[] {
  const certain = new Set<number>();
  for (;;) {
    const open = sizes.reduce((sum, size, of) => sum + (certain.has(of) ? 0 : size), 0);
    const probability = sizes.map((size, of) =>
      certain.has(of) ? 1 : (size * (count - certain.size)) / open,
    );
    const above = probability.flatMap((value, of) => (value > 1 ? [of] : []));
    if (above.length === 0) return probability;
    for (const of of above) certain.add(of);
  }
}

/** A systematic sample from a list in random order, with the probabilities given. */
function systematic(probability: readonly number[], draw: () => number): readonly number[] {
  const order = chosen(
    probability.map((_, of) => of),
    probability.length,
    draw,
  );
  const start = draw();
  let passed = 0;
  return order.filter((of) => {
    const before = Math.ceil(passed - start);
    passed += probability[of]!;
    return probability[of]! >= 1 || Math.ceil(passed - start) > before;
  });
}

type Way = (table: SurveyTable, draw: () => number) => readonly [SurveyTable, Loose];

const ways: Readonly<Record<string, Way>> = {
  "simple random, 200 schools": (table, draw) => {
    const all = Array.from({ length: table.rows }, (_, row) => row);
    const rows = chosen(all, 200, draw);
    return [taken(table, rows, { count: rows.map(() => table.rows) }), plain];
  },
  "stratified, 100 + 50 + 50 schools": (table, draw) => {
    const type = table.columns.get("stype") as {
      readonly codes: Int32Array;
      readonly levels: readonly string[];
    };
    const strata = [...groupsOf(type.codes)].map(([of, rows]) => ({
      size: rows.length,
      rows: chosen(rows, type.levels[of] === "E" ? 100 : 50, draw),
    }));
    const count = strata.flatMap(({ size, rows }) => rows.map(() => size));
    return [
      taken(
        table,
        strata.flatMap(({ rows }) => rows),
        { count },
      ),
      { ...plain, strata: ["stype"] },
    ];
  },
  "clusters, 60 of 757 districts": (table, draw) => {
    const districts = groupsOf(numbers(table, "dnum"));
    const rows = chosen([...districts.values()], 60, draw).flat();
    return [taken(table, rows, { count: rows.map(() => districts.size) }), { ...plain, clusters: ["dnum"] }];
  },
  "districts by size, 60, then 5 schools": (table, draw) => {
    const districts = [...groupsOf(numbers(table, "dnum")).values()];
    const probability = bySize(
      districts.map((rows) => rows.length),
      60,
    );
    const drawn = systematic(probability, draw).map((of) => ({
      p: probability[of]!,
      size: districts[of]!.length,
      rows: chosen(districts[of]!, Math.min(5, districts[of]!.length), draw),
    }));
    const perRow = (value: (of: (typeof drawn)[number]) => number) =>
      drawn.flatMap((of) => of.rows.map(() => value(of)));
    return [
      taken(
        table,
        drawn.flatMap(({ rows }) => rows),
        {
          p: perRow(({ p }) => p),
          inside: perRow(({ rows, size }) => rows.length / size),
          school: drawn.flatMap(({ rows }) => rows),
        },
      ),
      { ...plain, clusters: ["dnum", "school"], fpc: ["p", "inside"], pps: "brewer" },
    ];
  },
};

const proportion = { statistic: "proportion", variables: ["sch.wide"], level: "Yes" };
const median = { statistic: "quantile", variables: ["api00"], probabilities: [0.5] };
const requests: Readonly<Record<string, Loose>> = {
  mean: { statistic: "mean", variables: ["api00"] },
  total: { statistic: "total", variables: ["api.stu"] },
  ratio: { statistic: "ratio", variables: ["api.stu"], denominator: "enroll" },
  ...Object.fromEntries(
    ["mean", "logit", "asin", "beta", "likelihood", "wilson"].map((interval) => [
      `proportion, ${interval}`,
      { ...proportion, interval },
    ]),
  ),
  ...Object.fromEntries(
    ["mean", "xlogit", "beta", "score"].map((interval) => [`median, ${interval}`, { ...median, interval }]),
  ),
};

/** What is counted of one request under each way of drawing. */
type Count = { covered: number; estimates: number[]; variances: number };

describe.skipIf(isAbsent)("95 per cent intervals of 500 samples", () => {
  const counts = new Map<string, readonly Count[]>();

  beforeAll(() => {
    const population = tableOf(resolve(folder, "csv/apipop.csv"));
    const needed = ["stype", "dnum", "api00", "api.stu", "enroll", "sch.wide"];
    const table = {
      rows: population.rows,
      columns: new Map(needed.map((name) => [name, population.columns.get(name)!])),
    };
    const answer = (of: SurveyTable, design: Loose, request: Loose): Loose => {
      const context = surveyContext(design, of);
      if (!context.ok) throw new Error(JSON.stringify(context.problems));
      const found = estimateSurvey(context.value, { id: "a", ...request });
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      return found.value[0];
    };
    const whole = { ...plain, weights: 1, fpc: [] };
    for (const [name, request] of Object.entries(requests)) {
      const truth = answer(table, whole, request).estimate;
      truths.set(name, truth);
      counts.set(
        name,
        Object.keys(ways).map(() => ({ covered: 0, estimates: [], variances: 0 })),
      );
    }
    for (const [at, way] of Object.values(ways).entries()) {
      const draw = seededRandom(2024 + at);
      for (let round = 0; round < samples; round++) {
        const [sample, design] = way(table, draw);
        for (const [name, request] of Object.entries(requests)) {
          const { estimate, standardError, low, high } = answer(sample, design, request);
          const count = counts.get(name)![at]!;
          const truth = truths.get(name)!;
          if (low <= truth && truth <= high) count.covered += 1;
          count.estimates.push(estimate);
          count.variances += standardError ** 2;
        }
      }
    }
  });

  const truths = new Map<string, number>();
  const share = ({ covered }: Count): number => covered / samples;
  /** Root of the mean estimated variance, over the distance of the estimates from the truth. */
  const errorOverSpread = (name: string, { estimates, variances }: Count): number =>
    Math.sqrt(variances / estimates.reduce((sum, each) => sum + (each - truths.get(name)!) ** 2, 0));

  test("as often as 500 throws of 95 in 100 allow, where no single unit decides", () => {
    // All but one in a thousand such counts lie within 3.29 standard errors.
    const off = 3.29 * Math.sqrt((0.95 * 0.05) / samples);
    for (const [name, [simple, stratified, , bySizes]] of counts)
      for (const count of [simple!, stratified!, ...(name === "ratio" ? [] : [bySizes!])])
        expect(Math.abs(share(count) - 0.95), name).toBeLessThan(off);
  });

  test("errors are the spread of the estimates: of totals whatever the design, of means and ratios but for clusters", () => {
    for (const [name, within, which] of [
      ["total", 0.1, [0, 1, 2, 3]],
      ["mean", 0.1, [0, 1, 3]],
      ["ratio", 0.15, [0, 1, 3]],
    ] as const)
      for (const at of which)
        expect(Math.abs(errorOverSpread(name, counts.get(name)![at]!) - 1), `${name} ${at}`).toBeLessThan(
          within,
        );
  });

  test("the page holds these figures", () => {
    const line = (name: string, figures: readonly string[]) => `| ${name} | ${figures.join(" | ")} |`;
    const lines = [
      ...[...counts].map(([name, of]) =>
        line(
          name,
          of.map((count) => (100 * share(count)).toFixed(1)),
        ),
      ),
      ...["mean", "total", "ratio"].map((name) =>
        line(
          name,
          counts.get(name)!.map((count) => errorOverSpread(name, count).toFixed(2)),
        ),
      ),
    ];
    const written = readFileSync(page, "utf8");
    expect(lines.filter((each) => !written.includes(each))).toEqual([]);
  });
});
