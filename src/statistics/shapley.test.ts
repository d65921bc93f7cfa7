import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planParts, shapleyShares, shapleyWithin } from "./shapley.ts";

/** A game of whole numbers with `figures` figures for each coalition. */
const games = (players: number, figures = 2) =>
  fc
    .array(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: figures, maxLength: figures }), {
      minLength: 2 ** players,
      maxLength: 2 ** players,
    })
    .map((worths) => ({ players, worths }));
const anyGame = fc.integer({ min: 1, max: 5 }).chain((players) => games(players));

const swapped = (coalition: number, a: number, b: number): number => {
  const [hasA, hasB] = [(coalition >> a) & 1, (coalition >> b) & 1];
  return (coalition & ~(1 << a) & ~(1 << b)) | (hasA << b) | (hasB << a);
};

describe("Shapley shares", () => {
  test("of the glove game are those of the textbook: two left gloves, one right", () => {
    // Players 0 and 1 have a left glove, player 2 the right one; a pair is worth 6.
    const worth = (c: number) => [(c & 0b011) !== 0 && (c & 0b100) !== 0 ? 6 : 0];
    expect(shapleyShares(3, worth).map(([share]) => share)).toEqual([1, 1, 4]);
  });

  test("of the airport game divide each stretch of the runway among those who use it", () => {
    const costs = [12, 18, 33];
    const worth = (c: number) => [Math.max(0, ...costs.filter((_, i) => c & (1 << i)))];
    expect(shapleyShares(3, worth).map(([share]) => share)).toEqual([4, 7, 22]);
  });

  test("sum to the whole change", () => {
    fc.assert(
      fc.property(anyGame, ({ players, worths }) => {
        const shares = shapleyShares(players, (c) => worths[c]!);
        for (const figure of [0, 1]) {
          const sum = shares.reduce((total, share) => total + share[figure]!, 0);
          expect(sum).toBeCloseTo(worths.at(-1)![figure]! - worths[0]![figure]!, 11);
        }
      }),
    );
  });

  test("are 0 for a player that never changes anything, and only added to by what it adds alone", () => {
    fc.assert(
      fc.property(anyGame, fc.integer({ min: -9, max: 9 }), ({ players, worths }, alone) => {
        const more = (c: number) => worths[c & (2 ** players - 1)]!.map((w) => w + (c >> players) * alone);
        const shares = shapleyShares(players + 1, more);
        expect([...shares[players]!]).toEqual([alone, alone]);
        const before = shapleyShares(players, (c) => worths[c]!);
        for (const [i, share] of before.entries()) expect(shares[i]![0]).toBeCloseTo(share[0]!, 10);
      }),
    );
  });

  test("follow their players when two of them change places", () => {
    fc.assert(
      fc.property(games(4), fc.nat(3), fc.nat(3), ({ worths }, a, b) => {
        const shares = shapleyShares(4, (c) => worths[c]!);
        const turned = shapleyShares(4, (c) => worths[swapped(c, a, b)]!);
        expect(turned[a]).toEqual(shares[b]);
        expect(turned[b]).toEqual(shares[a]);
      }),
    );
  });
});

describe("the share of a player, divided among its parts", () => {
  /** Players 0 to 2, of whom the last has parts: the worth depends on which of its parts are there. */
  const divided = (parts: number) =>
    fc
      .array(fc.integer({ min: 1, max: 200 }), { minLength: 4 * 2 ** parts, maxLength: 4 * 2 ** parts })
      .map((worths) => (coalition: number, set: bigint) => [worths[coalition * 2 ** parts + Number(set)]!]);

  const check = (parts: number) =>
    fc.assert(
      fc.property(divided(parts), (worth) => {
        const all = 2n ** BigInt(parts) - 1n;
        const [, , whole] = shapleyShares(3, (c) => worth(c & 0b011, c & 0b100 ? all : 0n));
        let seed = 0;
        const plan = planParts(parts, 3, () => {
          seed = (seed * 16807 + 1) % 2147483647;
          return seed / 2147483647;
        });
        const asked = new Set(plan.sets);
        const { shares, errors } = shapleyWithin(3, 2, plan, (c, set) => {
          expect(asked.has(set)).toBe(true);
          return worth(c, set);
        });
        expect(shares.reduce((sum, share) => sum + share[0]!, 0)).toBeCloseTo(whole![0]!, 9);
        expect(errors === null).toBe(parts <= 6);
      }),
      { numRuns: 20 },
    );
  test("sums to it where all sets are asked for", () => check(4));
  test("sums to it where orders were drawn by chance", () => check(8));

  test("drawn by chance, lies within its error of the exact one", () => {
    const weights = [5, 4, 3, 3, 2, 1, 1, 1];
    // A vote: the parts are worth 1 together when their weights reach 11 of 20.
    const worth = (_: number, set: bigint) => [
      Number(weights.reduce((sum, w, i) => sum + ((set >> BigInt(i)) & 1n ? w : 0), 0) >= 11),
    ];
    const exact = shapleyShares(8, (set) => worth(0, BigInt(set)));
    let seed = 7;
    const plan = planParts(8, 400, () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    });
    const { shares, errors } = shapleyWithin(1, 0, plan, worth);
    for (const [part, share] of shares.entries()) {
      expect(Math.abs(share[0]! - exact[part]![0]!)).toBeLessThan(4 * errors![part]![0]! + 1e-9);
      expect(errors![part]![0]!).toBeLessThan(0.03);
    }
  });
});
