import fc from "fast-check";
import { expect, test } from "vitest";
import { roundedShares } from "./rounded-shares.ts";

test("rounded shares sum to the whole, and none moves by a unit of its last digit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -7200, max: 7200 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 2 }),
      (parts, digits) => {
        // As shares of ranks are: whole multiples of 1/720 that sum to a whole number.
        const lacking = (720 - (((parts.reduce((a, b) => a + b, 0) % 720) + 720) % 720)) % 720;
        const shares = [...parts, lacking].map((part) => part / 720);
        const shown = roundedShares(shares, digits);
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        expect(sum(shown)).toBeCloseTo(sum(shares), 9);
        for (const [i, share] of shares.entries())
          expect(Math.abs(shown[i]! - share)).toBeLessThan(1 / 10 ** digits);
        expect(shown.some((share) => Object.is(share, -0))).toBe(false);
        const turned = roundedShares(
          shares.map((share) => -share),
          digits,
        );
        expect(turned).toEqual(shown.map((share) => 0 - share));
      },
    ),
  );
});

test("shares that need no rounding stay what they are", () => {
  expect(roundedShares([3, -1, 0.5], 1)).toEqual([3, -1, 0.5]);
  expect(roundedShares([-0.2, 0.2], 0)).toEqual([0, 0]);
  expect(roundedShares([0.1 + 0.2, 0.7], 1)).toEqual([0.3, 0.7]);
  expect([roundedShares([2.25], 1), roundedShares([-2.25], 1)]).toEqual([[2.3], [-2.3]]);
});
