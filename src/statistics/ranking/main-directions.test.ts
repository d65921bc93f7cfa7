import { describe, expect, it } from "vitest";
import { seededRandom } from "#kernel";
import { keywordScores } from "./keyword-scores.ts";
import { mainDirections } from "./main-directions.ts";
import { prepareRanking } from "./ranking.ts";
import { leastSquaredHinge, recordValue } from "./squared-hinge.ts";
import { termRows } from "./term-rows.ts";

/** Two subjects; each text uses a few of its subject's words, so two of one subject may share none. */
function subjects(count: number): readonly string[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: 6 }, () => `${i % 2 === 0 ? "cash" : "fish"}${Math.floor(random() * 12)}`).join(" "),
  );
}

describe("main directions", () => {
  const rows = termRows(subjects(80));
  const { width, places, parts, slots, middle, lengths } = mainDirections(rows, 5);
  const likeness = (i: number, j: number) => {
    let sum = 0;
    for (let a = 0; a < width; a++) sum += places[i * width + a]! * places[j * width + a]!;
    return sum;
  };

  it("bring texts of one subject together and keep those of two apart", () => {
    let [near, far] = [0, 0];
    for (let i = 0; i < 80; i++)
      for (let j = 0; j < i; j++)
        if ((i - j) % 2 === 0) near += likeness(i, j);
        else far += likeness(i, j);
    expect(near).toBeGreaterThan(0);
    expect(far).toBeLessThan(0);
  });

  it("give no place a length of more than one", () => {
    for (let i = 0; i < 80; i++) expect(likeness(i, i)).toBeLessThan(1);
  });

  it("lead back to terms: a place is the sum of its terms' parts, less the middle, over its length", () => {
    for (const row of [0, 7, 33])
      for (let a = 0; a < width; a++) {
        let sum = -middle[a]!;
        for (let k = rows.starts[row]!; k < rows.alone[row]!; k++)
          sum += rows.values[k]! * parts[slots[rows.columns[k]!]! * width + a]!;
        expect(sum / lengths[row]!).toBeCloseTo(places[row * width + a]!, 12);
      }
  });

  it("are the same every time, and none where there are no texts to speak of", () => {
    expect(mainDirections(rows, 5).places).toEqual(places);
    for (const texts of [[], ["one"], ["one", "two"], ["", "", "", ""]])
      expect([...mainDirections(termRows(texts), 5).places].every(Number.isFinite)).toBe(true);
  });

  it("count in the exact fit as their share says", () => {
    const labelled = Uint32Array.from({ length: 30 }, (_, i) => i);
    const signs = Float64Array.from(labelled, (i) => (i % 2 === 0 ? 1 : -1));
    const costs = signs.map((sign) => (sign > 0 ? 0.4 : 0.1));
    const vectors = { rows, rowShare: 0.7, directions: { width, places, share: 0.3 } };
    const { shares, weights, directionWeights, intercept } = leastSquaredHinge(
      { vectors, labelled, signs, costs, precision: 1e-12 },
      new Float64Array(30),
    );
    // Stationary: each share is 2 c y max(0, 1 − y f), with f from the kernel written out.
    const row = (i: number) =>
      new Map(
        [...rows.columns.subarray(rows.starts[i]!, rows.starts[i + 1]!)].map((c, k) => [
          c,
          rows.values[rows.starts[i]! + k]!,
        ]),
      );
    for (let i = 0; i < 80; i++) {
      let margin = 0;
      for (let j = 0; j < 30; j++) {
        const [one, other] = [row(i), row(j)];
        let product = 0;
        for (const [column, value] of one) product += value * (other.get(column) ?? 0);
        margin += shares[j]! * (0.7 * product + 0.3 * likeness(i, j) + 1);
      }
      if (i < 30) {
        const slope = signs[i]! * Math.max(0, 1 - signs[i]! * margin);
        expect(shares[i]! / (2 * costs[i]!)).toBeCloseTo(slope, 10);
      } else expect(recordValue(vectors, i, weights, directionWeights) + intercept).toBeCloseTo(margin, 10);
    }
  });
});

describe("scores by keywords", () => {
  it("are those worked out by hand", () => {
    const [first, second, third] = keywordScores(["cash cash river", "river fish", "sea"], "Cash, or cash!");
    const idf = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5));
    expect(first).toBeCloseTo((idf * 2 * 2.2) / (2 + 1.2 * (0.25 + (0.75 * 3) / 2)), 14);
    expect([second, third]).toEqual([0, 0]);
    expect([...keywordScores([], "cash")]).toEqual([]);
    expect([...keywordScores(["", ""], "cash")]).toEqual([0, 0]);
  });
});

describe("criteria in socle-1", () => {
  const records = ["river ecology", "cash transfer for mothers", "a grant in money", "fish"].map((title) => ({
    title,
    abstract: "",
  }));

  it("rank before anything is judged, and stand for a relevant record until one is known", () => {
    const ranking = prepareRanking(records, "socle-1", "cash benefit, money");
    const before = ranking.rank([]);
    expect([before.basis, ...before.order.subarray(0, 2)].sort()).toEqual([1, 2, "criteria"]);
    const after = ranking.rank([{ record: 0, relevant: false }]);
    expect(after.basis).toBe("judgements");
    expect([...after.fit!.labelled]).toEqual([0, 4]);
    expect(after.order.at(-1)).toBe(3);
    expect(after.scores).toHaveLength(4);
    const known = ranking.rank([{ record: 1, relevant: true }]);
    expect([...known.fit!.labelled]).toEqual([1]);
  });

  it("are not read by elas-u4, and blank ones are none", () => {
    expect(prepareRanking(records, "elas-u4", "cash").rank([]).basis).toBe("sequence");
    expect(prepareRanking(records, "socle-1", "  ").rank([]).basis).toBe("sequence");
  });

  it("are not needed once something relevant is known", () => {
    const { basis, order } = prepareRanking(records, "socle-1").rank([{ record: 1, relevant: true }]);
    expect([basis, order.length]).toEqual(["judgements", 3]);
    expect(prepareRanking(records, "socle-1").rank([{ record: 1, relevant: false }]).basis).toBe("sequence");
  });
});
