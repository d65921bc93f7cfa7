import { describe, expect, test } from "vitest";
import { countQuantile } from "./count-quantile.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { mostSobolDimensions, samplePoints } from "./sample-points.ts";
import { sobolIndices } from "./sobol-indices.ts";

/** Indices of a model of inputs in [0, 1), over a design from one sequence: A its first half, B its second. */
function indicesOf(inputs: number, rows: number, model: (x: readonly number[]) => number, seed = 3) {
  const points = samplePoints(rows, 2 * inputs, seed);
  const at = (row: number, from: (input: number) => 0 | 1) =>
    Array.from({ length: inputs }, (_, i) => points[row * 2 * inputs + from(i) * inputs + i]! / 2 ** 32);
  const over = (from: (input: number) => 0 | 1) =>
    Float64Array.from({ length: rows }, (_, row) => model(at(row, from)));
  return sobolIndices({
    a: over(() => 0),
    b: over(() => 1),
    ab: Array.from({ length: inputs }, (_, input) => over((i) => (i === input ? 1 : 0))),
  });
}

describe("sample points", () => {
  test("the first points of three dimensions are those of the published sequence, moved by the seed", () => {
    const points = samplePoints(8, 3, 5);
    // Exclusive or with the first point takes the shift out again.
    const plain = Array.from({ length: 8 }, (_, i) =>
      [0, 1, 2].map((d) => ((points[i * 3 + d]! ^ points[d]!) >>> 0) / 2 ** 32),
    );
    expect(plain).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ]);
  });

  test("1,024 points have one in each of 1,024 parts of each of the 40 axes", () => {
    const points = samplePoints(1024, mostSobolDimensions, 9);
    for (let d = 0; d < mostSobolDimensions; d++) {
      const parts = new Set(
        Array.from({ length: 1024 }, (_, i) => points[i * mostSobolDimensions + d]! >>> 22),
      );
      expect(parts.size, `axis ${d}`).toBe(1024);
    }
  });

  test("every two of the first ten axes fill 32 by 32 squares, four points each, within a fold of two", () => {
    const points = samplePoints(4096, 10, 2);
    for (let a = 0; a < 10; a++)
      for (let b = a + 1; b < 10; b++) {
        const squares = new Uint32Array(1024);
        for (let i = 0; i < 4096; i++)
          squares[(points[i * 10 + a]! >>> 27) * 32 + (points[i * 10 + b]! >>> 27)]! += 1;
        expect(Math.max(...squares), `${a} ${b}`).toBeLessThanOrEqual(8);
      }
  });

  test("a seed gives the same points again, another one others; random ones are random", () => {
    expect(samplePoints(16, 3, 7)).toEqual(samplePoints(16, 3, 7));
    expect(samplePoints(16, 3, 7)).not.toEqual(samplePoints(16, 3, 8));
    const random = samplePoints(4000, 1, 7, "random");
    expect(random.reduce((sum, value) => sum + value / 2 ** 32, 0) / 4000).toBeCloseTo(0.5, 1);
    expect(samplePoints(4, 60, 1).length).toBe(240);
  });
});

describe("Sobol indices", () => {
  test("Ishigami's function: known indices within 0.01, inside their intervals", () => {
    const [a, b] = [7, 0.1];
    const ishigami = (x: readonly number[]) => {
      const [x1, x2, x3] = x.map((value) => Math.PI * (2 * value - 1)) as [number, number, number];
      return Math.sin(x1) + a * Math.sin(x2) ** 2 + b * x3 ** 4 * Math.sin(x1);
    };
    const pi4 = Math.PI ** 4;
    const v1 = 0.5 * (1 + (b * pi4) / 5) ** 2;
    const v2 = a ** 2 / 8;
    const v13 = (8 * b ** 2 * Math.PI ** 8) / 225;
    const v = v1 + v2 + v13;
    const found = indicesOf(3, 4096, ishigami);
    expect(found.variance).toBeCloseTo(v, 0);
    const first = [v1 / v, v2 / v, 0];
    const total = [(v1 + v13) / v, v2 / v, v13 / v];
    for (const [i, input] of found.inputs.entries()) {
      expect(Math.abs(input.first!.value - first[i]!), `first ${i}`).toBeLessThan(0.01);
      expect(Math.abs(input.total!.value - total[i]!), `total ${i}`).toBeLessThan(0.01);
      expect(input.first!.low <= first[i]! && first[i]! <= input.first!.high).toBe(true);
      expect(input.total!.low <= total[i]! && total[i]! <= input.total!.high).toBe(true);
    }
  });

  test("the g-function of Sobol': known indices of six inputs within 0.01", () => {
    const weights = [0, 0.5, 3, 9, 99, 99];
    const g = (x: readonly number[]) =>
      x.reduce(
        (product, value, i) => (product * (Math.abs(4 * value - 2) + weights[i]!)) / (1 + weights[i]!),
        1,
      );
    const parts = weights.map((weight) => 1 / (3 * (1 + weight) ** 2));
    const v = parts.reduce((product, part) => product * (1 + part), 1) - 1;
    const found = indicesOf(6, 4096, g);
    for (const [i, part] of parts.entries()) {
      const others = parts.reduce((product, other, j) => (i === j ? product : product * (1 + other)), 1);
      expect(Math.abs(found.inputs[i]!.first!.value - part / v), `first ${i}`).toBeLessThan(0.01);
      expect(Math.abs(found.inputs[i]!.total!.value - (part * others) / v), `total ${i}`).toBeLessThan(0.01);
    }
  });

  test("intervals hold the true index in about 95 of 100 random designs", () => {
    let held = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const points = samplePoints(256, 4, seed, "random");
      const at = (row: number, column: number) => points[row * 4 + column]! / 2 ** 32;
      const over = (x: number, y: number) =>
        Float64Array.from({ length: 256 }, (_, row) => 3 * at(row, x) + at(row, y));
      const found = sobolIndices(
        { a: over(0, 1), b: over(2, 3), ab: [over(2, 1), over(0, 3)] },
        { seed, draws: 200 },
      );
      const { low, high } = found.inputs[0]!.first!;
      if (low <= 0.9 && 0.9 <= high) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(51);
  });

  test("an output that does not vary has no indices; rows without a value are counted", () => {
    const same = new Float64Array(4).fill(2);
    expect(sobolIndices({ a: same, b: same, ab: [same] }).inputs[0]).toEqual({ first: null, total: null });
    const a = Float64Array.of(0, 1, Number.NaN, 3);
    const found = sobolIndices({ a, b: Float64Array.of(1, 0, 2, 1), ab: [Float64Array.of(1, 0, 2, 1)] });
    expect([found.rows, found.rowsUndefined]).toEqual([3, 1]);
    expect(found.inputs[0]!.first!.value).toBe(1);
  });
});

test("quantiles of counted ranks are ranks that occurred", () => {
  expect(countQuantile([0, 2, 1, 1], 0.5)).toBe(1);
  expect(countQuantile([0, 2, 1, 1], 0.51)).toBe(2);
  expect(countQuantile([0, 50, 1900, 50], 0.025)).toBe(1);
  expect(countQuantile([0, 50, 1900, 50], 0.975)).toBe(2);
  expect(countQuantile([0, 3], 0)).toBe(1);
  expect(countQuantile([0, 0], 0.5)).toBe(-1);
});

test("normal quantiles to 14 digits, in the middle, the tail and far out", () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 13);
  expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301132, 12);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
});
