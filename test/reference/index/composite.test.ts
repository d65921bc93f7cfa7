// Composite statistics against COINr's results, one by one. Numbers come from the reference folder; nothing
// of it is kept here.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import {
  aggregateColumns,
  balanceWeights,
  columnMoments,
  cronbachAlpha,
  importances,
  imputeColumn,
  type Normalisation,
  normaliseColumn,
  outranking,
  principalComponents,
  transformColumn,
  usualOutlierLimits,
  winsoriseColumn,
} from "#statistics";

const project = resolve(import.meta.dirname, "../../..");
const folder = resolve(project, process.env["SOCLE_REFERENCE"] ?? "../shared/reference", "index");
const isAbsent = !existsSync(resolve(folder, "tests.json"));

test("the reference is there where nothing may be skipped", () => {
  expect(isAbsent && process.env["CI"] === "true", `nothing at ${folder}: set SOCLE_REFERENCE`).toBe(false);
});

type Expected = Readonly<Record<string, readonly (number | null)[]>>;
const results = () => {
  const { tests } = JSON.parse(readFileSync(resolve(folder, "tests.json"), "utf8")) as {
    readonly tests: readonly { readonly id: string; readonly result: unknown }[];
  };
  return new Map(tests.map(({ id, result }) => [id, result]));
};
const columnsOf = (name: string): Readonly<Record<string, Float64Array>> => {
  const rows = parse(readFileSync(resolve(folder, "csv", name)), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  return Object.fromEntries(
    Object.keys(rows[0]!).map((key) => [
      key,
      Float64Array.from(rows, (row) =>
        row[key] === "" || row[key] === "NA" ? Number.NaN : Number(row[key]),
      ),
    ]),
  );
};

/** Largest relative difference; a hole against a number is infinite. */
function difference(found: ArrayLike<number>, expected: readonly (number | null)[]): number {
  expect(found.length).toBe(expected.length);
  let worst = 0;
  for (const [i, value] of expected.entries()) {
    if ((value === null) !== Number.isNaN(found[i]!)) return Number.POSITIVE_INFINITY;
    if (value !== null) worst = Math.max(worst, Math.abs(found[i]! - value) / Math.max(1, Math.abs(value)));
  }
  return worst;
}

describe.skipIf(isAbsent)("composite statistics give the numbers of the reference", () => {
  const input = isAbsent ? {} : columnsOf("norm_input.csv");
  const expected = isAbsent ? new Map<string, unknown>() : results();
  const of = (id: string) => expected.get(id) as Expected;

  const plain: Record<string, Normalisation> = {
    fn_n_minmax: { method: "min-max", low: 0, high: 100 },
    fn_n_minmax_1_100: { method: "min-max", low: 1, high: 100 },
    fn_n_zscore: { method: "z-score", mean: 0, deviation: 1 },
    fn_n_scaled: { method: "scaled", from: 0, to: 100 },
    fn_n_rank: { method: "rank" },
    fn_n_borda: { method: "borda" },
    fn_n_prank: { method: "percentile-rank" },
    fn_n_fracmax: { method: "fraction-of-maximum" },
    fn_n_dist2max: { method: "distance-to-maximum" },
  };
  test.each(Object.entries(plain))("%s", (id, normalisation) => {
    for (const [key, column] of Object.entries(input)) {
      const found = normaliseColumn(column, normalisation);
      expect(found.ok && difference(found.values, of(id)[key]!), key).toBeLessThan(1e-12);
    }
  });

  test("distances to a reference, to a target and between goalposts", () => {
    for (const [key, column] of Object.entries(input)) {
      const { minimum, maximum } = columnMoments(column);
      const target = 0.9 * maximum;
      const methods: Record<string, Normalisation> = {
        fn_n_dist2ref: { method: "distance-to-reference", reference: column[0]!, cap: false },
        fn_n_dist2targ: { method: "distance-to-target", target, cap: false },
        fn_n_goalposts: { method: "goalposts", from: minimum, to: target, scale: 100, truncate: true },
      };
      for (const [id, normalisation] of Object.entries(methods)) {
        const found = normaliseColumn(column, normalisation);
        expect(found.ok && difference(found.values, of(id)[key]!), `${id} ${key}`).toBeLessThan(1e-12);
      }
    }
  });

  test("skewness and kurtosis", () => {
    for (const [key, column] of Object.entries(input)) {
      const { skewness, kurtosis } = columnMoments(column);
      expect(difference([skewness, kurtosis], of("skew_kurt")[key]!), key).toBeLessThan(1e-12);
    }
  });

  // Columns b and c have holes, on which the reference's own functions stopped or gave nothing.
  test.each(["a", "d"])("treatment of column %s", (key) => {
    const column = input[key]!;
    const winsorised = winsoriseColumn(column, usualOutlierLimits, 5).values;
    expect(difference(winsorised, of("treat_winsorise")[key]!)).toBe(0);
    expect(difference(transformColumn(column, { method: "log-ct" })!, of("treat_log_CT")[key]!)).toBeLessThan(
      1e-12,
    );
    const boxCox = transformColumn(column, { method: "box-cox", lambda: 0.5 })!;
    expect(difference(boxCox, of("treat_boxcox")[key]!)).toBeLessThan(1e-12);
    // The reference computes its GII logarithm and hands the untreated column back; ours is transformed.
    expect(difference(column, of("treat_log_GII")[key]!)).toBe(0);
    const logGii = transformColumn(column, { method: "log-gii" })!;
    expect(Math.min(...logGii)).toBe(0);
    expect(Math.max(...logGii)).toBeCloseTo(Math.log(Math.max(...column)), 12);
  });

  test("imputation by mean, median and mean of a group", () => {
    const groups = Array.from({ length: 40 }, (_, i) => String(i % 4));
    for (const [key, column] of Object.entries(input)) {
      const layout = { areas: 40, periods: 1, groups };
      for (const [id, method] of [
        ["i_mean", "mean"],
        ["i_median", "median"],
        ["i_mean_grp", "group-mean"],
      ] as const)
        expect(
          difference(imputeColumn(column, method, layout).values, of(id)[key]!),
          `${id} ${key}`,
        ).toBeLessThan(1e-12);
    }
  });

  test("aggregation of rows", () => {
    const weights = [1, 2, 0.5, 1.5];
    const columns = Object.values(columnsOf("agg_input.csv")).map((values, i) => ({
      values,
      weight: weights[i]!,
    }));
    const methods = {
      agg_amean: { method: "arithmetic" },
      agg_gmean: { method: "geometric" },
      agg_hmean: { method: "harmonic" },
      agg_genmean_p2: { method: "power", power: 2 },
      agg_copeland: { method: "copeland" },
    } as const;
    for (const [id, aggregation] of Object.entries(methods))
      expect(difference(aggregateColumns(columns, aggregation).values, of(id)["v"]!), id).toBeLessThan(1e-12);
    const matrix = (expected.get("outrankMatrix") as { readonly outrank: readonly (readonly number[])[] })
      .outrank;
    expect(difference(outranking(columns), matrix.flat())).toBeLessThan(1e-12);
  });

  const children = (parent: string) => {
    const meta = parse(readFileSync(resolve(folder, "csv/ASEM_iMeta.csv")), { columns: true, bom: true }) as {
      readonly iCode: string;
      readonly Parent: string;
    }[];
    return meta.filter((row) => row.Parent === parent).map((row) => row.iCode);
  };

  test("principal components and Cronbach's alpha", () => {
    const aggregated = columnsOf("coin_Aggregated.csv");
    const { weights } = expected.get("PCA_weights") as {
      readonly weights: Record<string, readonly number[]>;
    };
    for (const [parent, loadings] of Object.entries(weights)) {
      const own = children(parent);
      const first = principalComponents(own.map((code) => aggregated[code]!))!.loadings[0]!;
      const found = Object.fromEntries(own.map((code, i) => [code, first[i]!]));
      const sorted = Object.values(found).sort((a, b) => Math.abs(a) - Math.abs(b));
      // The reference lists them in an order of its own and with a sign that is free.
      const theirs = [...loadings].sort((a, b) => Math.abs(a) - Math.abs(b));
      const sign = Math.sign(theirs.at(-1)!) * Math.sign(sorted.at(-1)!);
      expect(
        difference(
          sorted.map((value) => value * sign),
          theirs,
        ),
        parent,
      ).toBeLessThan(1e-9);
    }
    const raw = columnsOf("coin_Raw.csv");
    const alpha = cronbachAlpha(children("P2P").map((code) => raw[code]!));
    expect(difference([alpha], [(expected.get("cronbach") as { readonly v: number }).v])).toBeLessThan(1e-12);
  });

  test("weights for equal influence come nearer than the reference, whose search stops early", () => {
    const aggregated = columnsOf("coin_Aggregated.csv");
    const [conn, sust] = [children("Conn"), children("Sust")];
    const codes = [...conn, ...sust];
    const columns = codes.map((code) => aggregated[code]!);
    const join = (part: readonly number[], weights: readonly number[]) =>
      aggregateColumns(
        part.map((i) => ({ values: columns[i]!, weight: weights[i]! })),
        { method: "arithmetic" },
      ).values;
    const [first, second] = [conn.map((_, i) => i), sust.map((_, i) => conn.length + i)];
    const indexOf = (weights: readonly number[]) =>
      aggregateColumns(
        [join(first, weights), join(second, weights)].map((values) => ({ values, weight: 1 })),
        { method: "arithmetic" },
      ).values;
    const { corr, w } = expected.get("opt_weights_equal") as {
      readonly corr: readonly { readonly Obtained: number; readonly OptWeight: number }[];
      readonly w: readonly { readonly iCode: string; readonly Level: number; readonly Weight: number }[];
    };
    const weightsGiven = codes.map((code) => w.find(({ iCode }) => iCode === code)!.Weight);
    const distance = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + (value - 0.125) ** 2, 0) / values.length;
    const theirs = distance(importances(columns, indexOf(weightsGiven)));
    // Equal but for one weight raised by a tenth: a corner of the simplex the search began with.
    expect(new Set(weightsGiven.map((value) => value.toFixed(9))).size).toBe(2);
    // The correlations printed are of the last weights tried, not of those returned, in the order of codes.
    const alphabetical = [...codes.keys()].sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1));
    const printed = corr.map(({ Obtained }) => Obtained);
    const tried = codes.map((_, raised) => {
      const found = importances(columns, indexOf(codes.map((__, i) => (i === raised ? 1.1 : 1))));
      return difference(
        alphabetical.map((i) => found[i]!),
        printed,
      );
    });
    expect(Math.min(...tried)).toBeLessThan(1e-12);
    const ours = balanceWeights(columns, indexOf)!;
    expect(ours.distance).toBeLessThan(theirs);
    expect(Math.min(...ours.weights)).toBeGreaterThan(0.0124);
  });
});
