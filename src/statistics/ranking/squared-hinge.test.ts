import { describe, expect, it } from "vitest";
import { seededRandom } from "#kernel";
import { leastSquaredHinge, marginLearner, productOf, recordValue } from "./squared-hinge.ts";
import { type TermRows, termRows } from "./term-rows.ts";

/** Texts over a small vocabulary, so that rows share much and some lie beyond the margin. */
function texts(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(random() * 12) }, () => `w${Math.floor(20 * random() ** 2)}`).join(
      " ",
    ),
  );
}

const dense = (rows: TermRows, i: number): ReadonlyMap<number, number> =>
  new Map(
    [...rows.columns.subarray(rows.starts[i]!, rows.starts[i + 1]!)].map((column, k) => [
      column,
      rows.values[rows.starts[i]! + k]!,
    ]),
  );

function kernelOf(rows: TermRows): number[][] {
  const all = Array.from({ length: rows.size }, (_, i) => dense(rows, i));
  return all.map((a) =>
    all.map((b) => [...a].reduce((sum, [column, value]) => sum + value * (b.get(column) ?? 0), 1)),
  );
}

/** Gaussian elimination with pivots, the plain way. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const n = right.length;
  for (let p = 0; p < n; p++) {
    let best = p;
    for (let i = p; i < n; i++) if (Math.abs(a[i]![p]!) > Math.abs(a[best]![p]!)) best = i;
    [a[p], a[best]] = [a[best]!, a[p]!];
    for (let i = p + 1; i < n; i++) {
      const factor = a[i]![p]! / a[p]![p]!;
      for (let j = p; j <= n; j++) a[i]![j]! -= factor * a[p]![j]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = a[i]![n]!;
    for (let j = i + 1; j < n; j++) rest -= a[i]![j]! * x[j]!;
    x[i] = rest / a[i]![i]!;
  }
  return x;
}

function example(count: number, seed: number, cost: number) {
  const given = texts(count, seed);
  const rows = termRows(given);
  const random = seededRandom(seed + 1);
  // A word decides, but for a tenth of the records: most can be told apart with room to spare.
  const signs = Float64Array.from(given, (text) => (/\bw2\b/.test(text) !== random() < 0.1 ? 1 : -1));
  const costs = signs.map((sign) => (sign > 0 ? cost : cost / 5));
  return {
    rows,
    vectors: { rows, rowShare: 1, directions: null },
    labelled: Uint32Array.from(signs.keys()),
    signs,
    costs,
    precision: 1e-12,
  };
}

const marginsOf = ({ rows }: { rows: TermRows }, shares: Float64Array): number[] =>
  kernelOf(rows).map((row) => row.reduce((sum, value, j) => sum + value * shares[j]!, 0));

describe("the exact solver", () => {
  it("gives what elimination gives, where every record stays inside the margin", () => {
    const problem = example(60, 5, 0.05);
    const { shares, weights, intercept } = leastSquaredHinge(problem, new Float64Array(60));
    const kernel = kernelOf(problem.rows);
    const system = kernel.map((row, i) =>
      row.map((value, j) => value + (i === j ? 1 / (2 * problem.costs[i]!) : 0)),
    );
    const expected = solved(system, [...problem.signs]);
    for (const [i, share] of expected.entries()) expect(shares[i]).toBeCloseTo(share, 11);
    const margins = marginsOf(problem, shares);
    const scores = margins.map((_, i) => productOf(problem.rows, i, weights) + intercept);
    for (const [i, margin] of margins.entries()) {
      expect(problem.signs[i]! * margin).toBeLessThan(1);
      // What a record shares with no other is in its margin and in no weight.
      const { starts, alone, values } = problem.rows;
      const own = values.subarray(alone[i]!, starts[i + 1]!).reduce((sum, value) => sum + value * value, 0);
      expect(scores[i]! + own * shares[i]!).toBeCloseTo(margin, 11);
    }
  });

  it.each([1, 10, 1_000, 100_000])(
    "meets the conditions of the minimum with records beyond the margin, at cost %d",
    (cost) => {
      for (let seed = 10; seed < 20; seed++) {
        const problem = example(50, seed, cost);
        const { shares } = leastSquaredHinge(problem, new Float64Array(50));
        const margins = marginsOf(problem, shares);
        // At the minimum each share is the slope of its own loss: 2 c y max(0, 1 − y f).
        for (const [i, margin] of margins.entries()) {
          const sign = problem.signs[i]!;
          const slope = sign * Math.max(0, 1 - sign * margin);
          expect(shares[i]! / (2 * problem.costs[i]!)).toBeCloseTo(slope, 8);
        }
      }
    },
  );

  it("had to leave records out in that test", () => {
    const problem = example(50, 12, 1_000);
    const { shares } = leastSquaredHinge(problem, new Float64Array(50));
    expect([...shares].filter((share) => share === 0).length).toBeGreaterThan(2);
  });

  it("ends in the same place from wherever it begins", () => {
    const problem = example(60, 8, 10);
    const cold = leastSquaredHinge(problem, new Float64Array(60));
    const wild = leastSquaredHinge(
      problem,
      Float64Array.from({ length: 60 }, (_, i) => Math.sin(i) * 100),
    );
    for (const [i, share] of cold.shares.entries()) expect(wild.shares[i]).toBeCloseTo(share, 9);
  });

  it("needs few steps from where it ended", () => {
    const problem = example(60, 8, 0.1);
    const cold = leastSquaredHinge(problem, new Float64Array(60));
    expect(leastSquaredHinge(problem, cold.shares).steps).toBeLessThan(cold.steps / 3);
  });

  it("arrives at costs and starts of all sizes, where whole steps would overshoot", () => {
    // Whole steps alone go round in circles at the last seed.
    for (const seed of [...Array.from({ length: 60 }, (_, i) => i + 1), 1_568]) {
      const random = seededRandom(seed);
      const n = 4 + Math.floor(random() * 12);
      const words = 2 + Math.floor(random() * 5);
      const text = () =>
        Array.from({ length: 1 + Math.floor(random() * 6) }, () => `w${Math.floor(words * random())}`);
      const rows = termRows(Array.from({ length: n }, () => text().join(" ")));
      const signs = Float64Array.from({ length: n }, () => (random() < 0.5 ? 1 : -1));
      const costs = signs.map(() => 10 ** (random() * 8 - 2));
      const start = Float64Array.from({ length: n }, () => (random() - 0.5) * 10 ** (random() * 4));
      const problem = {
        rows,
        vectors: { rows, rowShare: 1, directions: null },
        labelled: Uint32Array.from(signs.keys()),
        signs,
        costs,
        precision: 1e-12,
      };
      const { shares } = leastSquaredHinge(problem, start);
      const margins = marginsOf(problem, shares);
      for (const [i, margin] of margins.entries()) {
        const sign = signs[i]!;
        expect(shares[i]! / (2 * costs[i]!), `seed ${seed}`).toBeCloseTo(
          sign * Math.max(0, 1 - sign * margin),
          5,
        );
      }
    }
  });

  it("takes records without text", () => {
    const rows = termRows(["", "sick leave", "", "sick pay"]);
    const labelled = Uint32Array.of(0, 1, 2);
    const signs = Float64Array.of(-1, 1, 1);
    const { shares, intercept } = leastSquaredHinge(
      {
        vectors: { rows, rowShare: 1, directions: null },
        labelled,
        signs,
        costs: Float64Array.of(1, 1, 1),
        precision: 1e-12,
      },
      new Float64Array(3),
    );
    expect([...shares].every(Number.isFinite)).toBe(true);
    expect(intercept).toBeGreaterThan(0);
  });
});

describe("one fit after another", () => {
  const { vectors, signs, costs } = example(120, 6, 20);
  const task = (labelled: Uint32Array, turned = 1) => ({
    labelled,
    signs: Float64Array.from(labelled, (row) => signs[row]! * (row % 7 === 0 ? turned : 1)),
    costs: Float64Array.from(labelled, (row) => costs[row]! * (1 + labelled.length / 50)),
    precision: 1e-12,
  });
  const rowsWhere = (holds: (row: number) => boolean) => Uint32Array.from(signs.keys()).filter(holds);

  it("comes to what a first fit finds, with records added, taken back, turned over and given again", () => {
    const learn = marginLearner(vectors);
    for (const [labelled, turned] of [
      [rowsWhere((row) => row % 3 === 2), 1],
      [rowsWhere((row) => row % 3 > 0), 1],
      [rowsWhere((row) => row % 3 === 1), 1],
      [rowsWhere((row) => row % 3 !== 1), 1],
      [rowsWhere((row) => row % 3 !== 1), -1],
      [rowsWhere((row) => row === 5), -1],
    ] as const) {
      const next = learn(task(labelled, turned));
      const first = leastSquaredHinge(
        { ...task(labelled, turned), vectors },
        new Float64Array(labelled.length),
      );
      for (const [i, share] of first.shares.entries()) expect(next.shares[i]).toBeCloseTo(share, 9);
      for (const row of signs.keys()) {
        expect(next.scores[row]).toBeCloseTo(first.scores[row]!, 10);
        const { weights, directionWeights, intercept } = next;
        const value = recordValue(vectors, row, weights, directionWeights) + intercept;
        expect(next.scores[row]).toBeCloseTo(value, 12);
      }
    }
  });

  it("gathers nothing anew after one more record: fewer steps than from nothing", () => {
    const learn = marginLearner(vectors);
    const before = rowsWhere((row) => row < 100);
    const cold = learn({ ...task(before), accuracy: 1e-3 });
    const warm = learn({ ...task(before), accuracy: 1e-3 });
    expect(cold.steps).toBeGreaterThan(3);
    // Nothing has changed, and the margins taken from the scores say so.
    expect(warm.steps).toBe(1);
  });

  it.each([1e-1, 1e-3, 1e-6])("ends early only where no score is off by more than %d", (accuracy) => {
    const labelled = rowsWhere((row) => row < 80);
    for (const cost of [0.02, 1, 50]) {
      const loose = { ...task(labelled), costs: new Float64Array(80).fill(cost) };
      const exact = leastSquaredHinge({ ...loose, vectors }, new Float64Array(80));
      const early = leastSquaredHinge({ ...loose, vectors, accuracy }, new Float64Array(80));
      expect(early.steps).toBeLessThan(exact.steps);
      for (const [row, score] of exact.scores.entries())
        expect(Math.abs(early.scores[row]! - score)).toBeLessThan(accuracy);
    }
  });
});
