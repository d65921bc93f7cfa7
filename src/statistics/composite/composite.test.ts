import { describe, expect, test } from "vitest";
import { aggregateColumns } from "./aggregate-columns.ts";
import { balanceWeights } from "./balance-weights.ts";
import { columnMoments } from "./column-moments.ts";
import { correlation, covariance, cronbachAlpha } from "./correlation.ts";
import { imputeColumn } from "./impute-column.ts";
import { type Normalisation, normaliseColumn } from "./normalise-column.ts";
import type { WeightedColumn } from "./outranking.ts";
import { principalComponents } from "./principal-components.ts";
import { transformColumn, treatColumn, usualOutlierLimits, winsoriseColumn } from "./treat-column.ts";

const hole = Number.NaN;
const column = (...values: number[]) => Float64Array.from(values);
const numbers = (found: ReturnType<typeof normaliseColumn>) => (found.ok ? [...found.values] : found.reason);

describe("a column on a scale", () => {
  test("what does not vary has no place on a scale, and is not put at 0, 1 or a half", () => {
    const methods: readonly Normalisation[] = [
      { method: "min-max", low: 0, high: 1 },
      { method: "z-score", mean: 0, deviation: 1 },
      { method: "rank" },
      { method: "borda" },
      { method: "percentile-rank" },
      { method: "distance-to-maximum" },
      { method: "distance-to-target", target: 9, cap: false },
    ];
    for (const method of methods) {
      expect(numbers(normaliseColumn(column(2, hole, 2), method))).toBe("constant");
      expect(numbers(normaliseColumn(column(hole), method))).toBe("no-values");
      // One value only says nothing of a range either.
      expect(numbers(normaliseColumn(column(5), method))).toBe("constant");
    }
  });

  test("a hole stays a hole, and the column given is not changed", () => {
    const given = column(1, hole, 3);
    expect(numbers(normaliseColumn(given, { method: "min-max", low: 0, high: 10 }))).toEqual([0, hole, 10]);
    expect([...given]).toEqual([1, hole, 3]);
  });

  test.each<[Normalisation, number[]]>([
    [{ method: "min-max", low: 1, high: 5 }, [5, 1, 3]],
    [{ method: "z-score", mean: 10, deviation: 2 }, [12, 8, 10]],
    [{ method: "scaled", from: 0, to: 4 }, [75, 25, 50]],
    [{ method: "rank" }, [3, 1, 2]],
    [{ method: "borda" }, [2, 0, 1]],
    [{ method: "percentile-rank" }, [1, 0, 0.5]],
    [{ method: "distance-to-maximum" }, [1, 0, 0.5]],
    [{ method: "distance-to-reference", reference: 2, cap: false }, [2, 0, 1]],
    [{ method: "distance-to-reference", reference: 2, cap: true }, [1, 0, 1]],
    [{ method: "distance-to-target", target: 0, cap: false }, [2 / 3, 0, 1 / 3]],
    [{ method: "goalposts", from: 0, to: 2, scale: 10, truncate: true }, [5, 0, 0]],
    [{ method: "goalposts", from: 0, to: 2, scale: 10, truncate: false }, [5, -5, 0]],
  ])("less is better under %j", (method, expected) => {
    const found = numbers(normaliseColumn(column(1, 3, 2), method, { direction: -1 }));
    expect(found).toEqual(expected.map((value) => expect.closeTo(value, 12)));
  });

  test("what has no meaning is refused with its reason", () => {
    const fraction: Normalisation = { method: "fraction-of-maximum" };
    expect(numbers(normaliseColumn(column(1, 2), fraction, { direction: -1 }))).toBe(
      "direction-without-meaning",
    );
    expect(numbers(normaliseColumn(column(-1, 0), fraction))).toBe("maximum-not-positive");
    const reference = (value: number): Normalisation => ({
      method: "distance-to-reference",
      reference: value,
      cap: false,
    });
    expect(numbers(normaliseColumn(column(1, 2), reference(hole)))).toBe("reference-missing");
    expect(numbers(normaliseColumn(column(1, 2), reference(1)))).toBe("reference-at-worst");
    expect(numbers(normaliseColumn(column(1, 2), { method: "scaled", from: 1, to: 1 }))).toBe("range-empty");
  });

  test("minimum, mean and ranks come from the reference where one is given", () => {
    const reference = column(0, 10);
    expect(
      numbers(normaliseColumn(column(5, 20), { method: "min-max", low: 0, high: 1 }, { reference })),
    ).toEqual([0.5, 2]);
    expect(numbers(normaliseColumn(column(5, 20), { method: "rank" }, { reference }))).toEqual([2, 3]);
  });
});

describe("columns joined", () => {
  const columns = (...values: readonly (readonly [number, number])[]): readonly WeightedColumn[] =>
    values.map(([value, weight]) => ({ values: column(value), weight }));

  test("equal values give that value to the bit, and holes share their weight out", () => {
    const tenth = columns([0.1, 0.3], [0.1, 0.3], [0.1, 0.1], [hole, 5]);
    for (const method of ["arithmetic", "median"] as const)
      expect(aggregateColumns(tenth, { method }).values[0]).toBe(0.1);
    expect(aggregateColumns(columns([hole, 1]), { method: "arithmetic" }).values[0]).toBeNaN();
  });

  test("a negative value has no geometric mean, and 0 no harmonic one; the cell is named", () => {
    const negative = columns([-1, 1], [4, 1]);
    expect(aggregateColumns(negative, { method: "geometric" })).toEqual({
      values: column(hole),
      undefinedAt: [0],
    });
    const zero = columns([0, 1], [4, 1]);
    expect(aggregateColumns(zero, { method: "geometric" }).values[0]).toBe(0);
    expect(aggregateColumns(zero, { method: "harmonic" }).undefinedAt).toEqual([0]);
    expect(aggregateColumns(zero, { method: "power", power: -1 }).undefinedAt).toEqual([0]);
  });

  test("a power of 0 is the geometric mean, of 1 the arithmetic, of -1 the harmonic", () => {
    const given = columns([1, 2], [4, 1], [9, 0.5]);
    const mean = (aggregation: Parameters<typeof aggregateColumns>[1]) =>
      aggregateColumns(given, aggregation).values[0]!;
    expect(mean({ method: "power", power: 0 })).toBe(mean({ method: "geometric" }));
    expect(mean({ method: "power", power: 1 })).toBeCloseTo(mean({ method: "arithmetic" }), 12);
    expect(mean({ method: "power", power: -1 })).toBeCloseTo(mean({ method: "harmonic" }), 12);
  });

  test("a median goes by weight, and lies between two where half is reached exactly", () => {
    expect(aggregateColumns(columns([1, 1], [2, 1], [9, 5]), { method: "median" }).values[0]).toBe(9);
    expect(aggregateColumns(columns([1, 1], [2, 1], [9, 2]), { method: "median" }).values[0]).toBe(5.5);
    // 0.1 + 0.2 against 0.3: a half that sums reach only by rounding is still a half.
    expect(aggregateColumns(columns([1, 0.1], [2, 0.2], [4, 0.3]), { method: "median" }).values[0]).toBe(3);
  });

  test("Copeland compares within a block, and only on what both have", () => {
    const given = [
      { values: column(3, 2, 1, 1, 2), weight: 1 },
      { values: column(hole, 1, 2, 1, 2), weight: 3 },
    ];
    const { values } = aggregateColumns(given, { method: "copeland" }, [
      [0, 3],
      [3, 5],
    ]);
    expect([...values]).toEqual([2, -2, 0, -1, 1]);
  });
});

describe("treatment", () => {
  const tail = Array.from({ length: 40 }, (_, i) => i + 1);

  test("a low outlier is drawn up, and values that tie move together and count each", () => {
    const low = winsoriseColumn(column(-500, ...tail), usualOutlierLimits, 5);
    expect([low.values[0], low.drawnIn]).toEqual([1, [0]]);
    const two = winsoriseColumn(column(...tail, 900, 900), usualOutlierLimits, 1);
    expect(two.drawnIn).toEqual([40, 41]);
  });

  test("where drawing in is not enough the untreated column is transformed, in the same order", () => {
    const many = column(...tail, 1e4, 1e6, 1e8);
    const treated = treatColumn(many, {
      limits: usualOutlierLimits,
      winsoriseAtMost: 2,
      otherwise: { method: "log-ct" },
    });
    expect(treated.done).toBe("log-ct");
    expect([...treated.values]).toEqual([...treated.values].sort((a, b) => a - b));
    const nothing = treatColumn(many, { limits: usualOutlierLimits, winsoriseAtMost: 0, otherwise: null });
    expect([nothing.done, nothing.withinLimits]).toEqual(["none", false]);
  });

  test("a logarithm that would turn the order round is not taken", () => {
    expect(transformColumn(column(0.1, 0.5), { method: "log-gii" })).toBeNull();
    expect(transformColumn(column(3, 3), { method: "log-ct" })).toBeNull();
  });
});

describe("imputation", () => {
  test("over time: the last earlier value, as old as allowed; and the line between two", () => {
    const layout = { areas: 1, periods: 4, years: [2000, 2001, 2004, 2005] };
    const given = column(10, hole, hole, 30);
    expect([...imputeColumn(given, "latest", layout).values]).toEqual([10, 10, 10, 30]);
    const young = imputeColumn(given, "latest", { ...layout, mostYears: 1 });
    expect([[...young.values], young.filled]).toEqual([[10, 10, hole, 30], [1]]);
    expect([...imputeColumn(given, "linear", layout).values]).toEqual([10, 14, 26, 30]);
    expect([...imputeColumn(column(hole, 1, hole, hole), "linear", layout).values]).toEqual([
      hole,
      1,
      hole,
      hole,
    ]);
  });

  test("an area without a group, and a group without a value, stay as they are", () => {
    const layout = { areas: 4, periods: 1, groups: ["a", "a", "b", null] };
    expect([...imputeColumn(column(4, hole, hole, hole), "group-median", layout).values]).toEqual([
      4,
      4,
      hole,
      hole,
    ]);
  });
});

describe("what goes together", () => {
  test("figures that are not defined are NaN and not 0", () => {
    expect(correlation(column(1, 1), column(1, 2))).toBeNaN();
    expect(correlation(column(1, hole), column(1, 2))).toBeNaN();
    expect(cronbachAlpha([column(1, 2)])).toBeNaN();
    expect(columnMoments(column(1, 2, 3)).kurtosis).toBeNaN();
    expect(principalComponents([column(1, 1), column(1, 2)])).toBeNull();
  });

  test("what does not vary has no correlation and no component, whatever its mean is rounded to", () => {
    // The mean of 22 of these misses them by a bit, and so do the means of some other columns below.
    const values = [0.7933763522580859, ...Array.from({ length: 40 }, (_, i) => Math.sqrt(i + 2))];
    const other = Float64Array.from({ length: 22 }, (_, i) => Math.sin(i));
    for (const value of values) {
      const same = new Float64Array(22).fill(value);
      expect([correlation(same, other), correlation(other, same)]).toEqual([hole, hole]);
      expect(covariance(same, other)).toBe(0);
      expect(principalComponents([same, other])).toBeNull();
    }
  });

  test("alpha is not defined where two columns share no cells, and is not taken from the others", () => {
    const apart = [column(1, 2, hole, hole), column(hole, hole, 1, 2), column(1, 2, 2, 4)];
    expect(cronbachAlpha(apart)).toBeNaN();
    // k²·c̄/S by hand: variances 1 and 1, covariance 1/2; 4 · (1/2) / 3.
    expect(cronbachAlpha([column(1, 2, 3), column(1, 3, 2)])).toBeCloseTo(2 / 3, 14);
  });

  test("weights for equal influence are not made up where there is no correlation to go by", () => {
    let asked = 0;
    const same = [column(1, 1, 1), column(1, 2, 3)];
    const found = balanceWeights(same, (weights) => {
      asked += 1;
      return Float64Array.from([0, 1, 2], (i) => weights[0]! * same[0]![i]! + weights[1]! * same[1]![i]!);
    });
    expect(found).toBeNull();
    expect(asked).toBeLessThan(10);
  });

  test("components rest on whole rows; loadings have length 1 and shares sum to 1", () => {
    const found = principalComponents([column(1, 2, 3, 9), column(2, 1, 4, hole), column(5, 3, 1, 0)])!;
    expect(found.rows).toBe(3);
    expect(found.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const loading of found.loadings)
      expect(loading.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 12);
  });

  test("weights for equal influence find an aim that can be met", () => {
    const [a, b] = [column(1, 2, 3, 4, 5, 7), column(2, 1, 5, 3, 9, 1)];
    const indexOf = (weights: readonly number[]) =>
      aggregateColumns(
        [
          { values: a, weight: weights[0]! },
          { values: b, weight: weights[1]! },
        ],
        { method: "arithmetic" },
      ).values;
    const found = balanceWeights([a, b], indexOf)!;
    expect(found.distance).toBeLessThan(1e-18);
    expect(found.obtained[0]).toBeCloseTo(0.5, 8);
    expect(found.weights[0]! + found.weights[1]!).toBeCloseTo(1, 12);
  });
});
