import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#kernel";
import { hypergeometricAtMost } from "../hypergeometric.ts";
import { runCertified } from "./certified-sample.ts";
import { controlEvidence } from "./control-evidence.ts";
import { runControlList } from "./control-list.ts";
import { controlOrder } from "./control-order.ts";
import { smallestTailProbability } from "./ranked-hypergeometric.ts";
import { mostAtTarget, type StoppingInput, tooManyMissing } from "./stopping-rule.ts";
import { defaultStoppingAims, defaultStoppingRule, stoppingRules } from "./stopping-rules.ts";

/** C(n, k), exactly. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let product = 1n;
  for (let i = 1; i <= k; i++) product = (product * BigInt(n - k + i)) / BigInt(i);
  return product;
}

const exactAtMost = (found: number, population: number, relevant: number, drawn: number) => {
  let sum = 0n;
  for (let i = 0; i <= found; i++) sum += choose(relevant, i) * choose(population - relevant, drawn - i);
  return Number((sum * 10n ** 25n) / choose(population, drawn)) / 1e25;
};

describe("hypergeometricAtMost", () => {
  it("agrees with whole numbers on every small population", () => {
    for (let population = 1; population <= 12; population++)
      for (let relevant = 0; relevant <= population; relevant++)
        for (let drawn = 0; drawn <= population; drawn++)
          for (let found = 0; found <= drawn; found++)
            expect(hypergeometricAtMost(found, population, relevant, drawn)).toBeCloseTo(
              exactAtMost(found, population, relevant, drawn),
              12,
            );
  });

  it("is good to nine digits among a hundred thousand records", () => {
    for (const [found, relevant, drawn] of [
      [0, 27, 11_000],
      [3, 60, 20_000],
      [40, 500, 5_000],
      [90, 500, 15_000],
    ] as const) {
      // Sample and relevant records may change places, which keeps the whole numbers small.
      const exact = exactAtMost(found, 100_000, drawn, relevant);
      expect(Math.abs(hypergeometricAtMost(found, 100_000, relevant, drawn) / exact - 1)).toBeLessThan(1e-8);
    }
  });

  it("is nought where there are more relevant records than records", () => {
    expect(hypergeometricAtMost(0, 5, 6, 2)).toBe(0);
  });
});

describe("the target", () => {
  it("is not missed by rounding: 38 of 40 and 19 of 20 reach 95 per cent", () => {
    expect(mostAtTarget(38, 0.95)).toBe(40);
    expect(mostAtTarget(19, 0.95)).toBe(20);
    expect([0, 18, 19, 38, 95].map((found) => tooManyMissing(found, 0.95))).toEqual([1, 1, 2, 3, 6]);
  });
});

describe("the published test on the ranked order", () => {
  it("is the smallest probability over all tails", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (labels, unread) => {
          const total = labels.length + unread;
          const places = labels.flatMap((label, at) => (label === 1 ? [at] : []));
          const missing = tooManyMissing(places.length, 0.9);
          let smallest = 1;
          for (let tail = 1; tail <= labels.length; tail++) {
            const start = labels.length - tail;
            const inside = places.filter((at) => at >= start).length;
            smallest = Math.min(smallest, exactAtMost(inside, total - start, missing + inside, tail));
            if (missing + inside > total - start) smallest = 0;
          }
          expect(smallestTailProbability(places, places.length, labels.length, total, missing)).toBeCloseTo(
            smallest,
            9,
          );
        },
      ),
    );
  });
});

/** All orders of the numbers below n. */
function permutations(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((one) =>
    Array.from({ length: n }, (_, at) => [...one.slice(0, at), n - 1, ...one.slice(at)]),
  );
}

describe("the guarantee, by counting every list of a small stack", () => {
  const total = 6;
  const lists = permutations(total);
  const orders = Array.from({ length: 2 ** total }, (_, bits) =>
    Array.from({ length: total }, (__, at) => (bits >> at) & 1),
  );

  it.each([
    ["control-list", runControlList],
    ["certified", runCertified],
  ] as const)("%s misses the target in no more lists than allowed, whatever the order", (_, rule) => {
    let stoppedEarly = 0;
    let closest = 0;
    for (const aims of [
      { target: 0.6, confidence: 0.5 },
      { target: 0.9, confidence: 0.7 },
    ])
      for (const labels of orders) {
        let missed = 0;
        for (const list of lists) {
          const { recall, read } = rule(labels, list, aims);
          if (recall < aims.target - 1e-12) missed++;
          if (read < total) stoppedEarly++;
        }
        const share = missed / lists.length / (1 - aims.confidence);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
        closest = Math.max(closest, share);
      }
    // The rules do stop, and use at least a part of what they may miss.
    expect(stoppedEarly).toBeGreaterThan(1000);
    expect(closest).toBeGreaterThan(0.3);
  });

  it("certified keeps it even where the ranker learns from the draws and reading goes to and fro", () => {
    const aims = { target: 0.6, confidence: 0.5 };
    // Records 0 and 1, 2 and 3, 4 and 5 are alike: after one of a pair is found the other comes next by rank.
    for (const labels of orders) {
      let missed = 0;
      for (const list of lists) {
        const evidence = controlEvidence(total);
        const unread = new Set(Array.from({ length: total }, (_, i) => i));
        let next: number | null = null;
        while (unread.size > 0 && evidence.againstMissing(aims.target) < -Math.log(1 - aims.confidence)) {
          const twin: number | null = next;
          const at: number = twin ?? list.find((place) => unread.has(place))!;
          unread.delete(at);
          if (twin === null) evidence.addDrawn(labels[at]!);
          else evidence.addRanked(labels[at]!);
          next = labels[at] === 1 && unread.has(at ^ 1) ? at ^ 1 : null;
        }
        const relevant = labels.reduce((sum, label) => sum + label, 0);
        if (relevant > 0 && evidence.found() / relevant < aims.target - 1e-12) missed++;
      }
      expect(missed / lists.length).toBeLessThanOrEqual(1 - aims.confidence + 1e-9);
    }
  });
});

/** A good order of most, ten relevant records of another kind late. */
function deceiving(seed: number): Uint8Array {
  const random = seededRandom(seed);
  const labels = new Uint8Array(600);
  for (let i = 0; i < 40; i++) labels[Math.floor(120 * random() ** 2)] = 1;
  labels.fill(1, 540, 550);
  return labels;
}

describe("a late cluster of another kind", () => {
  const share = (name: keyof typeof stoppingRules) => {
    let reached = 0;
    for (let seed = 0; seed < 200; seed++)
      if (stoppingRules[name].simulate(deceiving(seed), { ...defaultStoppingAims, seed }).recall >= 0.95)
        reached++;
    return reached / 200;
  };

  it("deceives the rules that promise nothing", () => {
    expect(share("hypergeometric")).toBeLessThan(0.1);
    expect(share("consecutive-irrelevant")).toBe(0);
  });

  it("does not deceive those that promise", () => {
    // 0.95 less two standard errors of 200 seeds.
    for (const name of ["certified", "control-list", "quantile-sample"] as const)
      expect(share(name), name).toBeGreaterThan(0.92);
  });
});

describe("every rule", () => {
  const labels = fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: 1, maxLength: 60 });

  it.each(Object.entries(stoppingRules))("%s names itself and says what it promises", (name, rule) => {
    expect(rule.name).toBe(name);
    expect(rule.about).toMatch(/\.$/);
    if (rule.guarantee === "none") expect(rule.about).toMatch(/guarantee/);
  });

  it.each(Object.values(stoppingRules))(
    "$name answers with numbers, and counts what it was given",
    (rule) => {
      fc.assert(
        fc.property(labels, fc.integer({ min: 0, max: 40 }), (read, unread) => {
          const verdict = rule.check({
            total: read.length + unread,
            labelsInOrder: read,
            ...defaultStoppingAims,
          });
          expect(verdict.rule).toBe(rule.name);
          expect(verdict.guarantee).toBe(rule.guarantee);
          expect(verdict.read).toBe(read.length);
          expect(verdict.found).toBe(read.filter((label) => label === 1).length);
          expect(verdict.stop).toBe(verdict.next === null);
          expect(verdict.recordsLeft > 0).toBe(!verdict.stop);
          expect(verdict.recordsLeft).toBeLessThanOrEqual(unread);
          const { estimate, lower, upper } = verdict.recall;
          for (const value of [estimate, lower, upper, verdict.p])
            if (value !== null) {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(1);
            }
          if (unread === 0) expect(verdict.stop).toBe(true);
          expect(verdict.words).toMatch(/\.$/);
          expect(verdict.words).not.toMatch(/NaN|Infinity|undefined/);
        }),
      );
    },
  );

  it.each(Object.values(stoppingRules))(
    "$name reads all where nothing can be spared, and nothing of nothing",
    (rule) => {
      expect(rule.simulate([], defaultStoppingAims)).toMatchObject({ read: 0, recall: 1, workSaved: 0 });
      expect(rule.check({ total: 0, labelsInOrder: [], ...defaultStoppingAims }).stop).toBe(true);
    },
  );

  it.each(["hypergeometric", "consecutive-irrelevant"] as const)(
    "%s stops in a simulation where it stops when asked after every record",
    (name) => {
      for (let seed = 0; seed < 12; seed++) {
        const random = seededRandom(seed);
        const order = Array.from({ length: 160 }, (_, at) => (random() < 0.6 * Math.exp(-at / 25) ? 1 : 0));
        let read = 0;
        const asked = () =>
          stoppingRules[name].check({
            total: order.length,
            labelsInOrder: order.slice(0, read),
            ...defaultStoppingAims,
          });
        while (!asked().stop) read++;
        expect(stoppingRules[name].simulate(order, defaultStoppingAims).read).toBe(read);
      }
    },
  );

  it.each(["certified", "control-list"] as const)(
    "%s stops in a simulation where its own advice leads",
    (name) => {
      let earlier = 0;
      for (let seed = 0; seed < 12; seed++) {
        const random = seededRandom(seed);
        const order = Array.from({ length: 200 }, (_, at) => (random() < 0.8 * Math.exp(-at / 40) ? 1 : 0));
        const list = controlOrder(order.length, seed);
        const read: { readonly place: number; drawn: boolean }[] = [];
        let entries = 0;
        let reached = 0;
        const input = (): StoppingInput => ({
          total: order.length,
          labelsInOrder: read.map(({ place }) => order[place]!),
          drawnAtRandom: read.map(({ drawn }) => (drawn ? 1 : 0)),
          listEntries: entries,
          ...defaultStoppingAims,
        });
        for (
          let next = stoppingRules[name].check(input()).next;
          next;
          next = stoppingRules[name].check(input()).next
        )
          if (next === "random") {
            const place = list[entries++]!;
            if (!read.some((one) => one.place === place)) read.push({ place, drawn: true });
          } else {
            const place = reached++;
            const before = read.find((one) => one.place === place);
            if (before) before.drawn = false;
            else read.push({ place, drawn: false });
          }
        const run = stoppingRules[name].simulate(order, { ...defaultStoppingAims, seed });
        expect([run.read, run.found]).toEqual([
          read.length,
          read.filter(({ place }) => order[place] === 1).length,
        ]);
        if (run.read < order.length) earlier++;
      }
      expect(earlier).toBeGreaterThan(6);
    },
  );
});

describe("the default", () => {
  it("is the rule whose guarantee needs nothing of the ranker, at 95 per cent of both", () => {
    const rule = stoppingRules[defaultStoppingRule];
    expect(rule.guarantee).toBe("any-order");
    expect(rule.withheld).toBe(false);
    expect(defaultStoppingAims).toEqual({ target: 0.95, confidence: 0.95 });
  });

  it("says its price and its grounds", () => {
    const labelsInOrder = Array.from({ length: 400 }, (_, i) => (i < 40 ? 1 : 0));
    const ranked = stoppingRules.certified.check({ total: 1000, labelsInOrder, ...defaultStoppingAims });
    expect(ranked).toMatchObject({ stop: false, next: "random", p: 1 });
    // Three missing would be too many; 1 − 0.05^(1/3) = 63 per cent of 600, a little more for the forecast.
    expect(ranked.recordsLeft).toBeGreaterThan(375);
    expect(ranked.recordsLeft).toBeLessThan(430);
    const drawnAtRandom = Array.from({ length: 400 + ranked.recordsLeft }, (_, i) => (i < 400 ? 0 : 1));
    const done = stoppingRules.certified.check({
      total: 1000,
      labelsInOrder: Array.from(drawnAtRandom, (_, i) => labelsInOrder[i] ?? 0),
      drawnAtRandom,
      ...defaultStoppingAims,
    });
    expect(done.stop).toBe(true);
    expect(done.p).toBeLessThanOrEqual(0.05);
    expect(done.recall.lower).toBeGreaterThanOrEqual(0.95);
    expect(done.words).toContain("95 %");
  });

  it("answers for a hundred thousand records", () => {
    const labelsInOrder = new Uint8Array(60_000);
    for (let i = 0; i < 2000; i++) labelsInOrder[Math.floor(i ** 1.35)] = 1;
    for (const rule of Object.values(stoppingRules)) {
      const { recall, read } = rule.check({ total: 100_000, labelsInOrder, ...defaultStoppingAims });
      expect(read).toBe(60_000);
      expect(Number.isNaN(recall.lower)).toBe(false);
    }
  });
});
