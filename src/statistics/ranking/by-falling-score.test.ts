import { expect, it } from "vitest";
import { seededRandom } from "#kernel";
import { byFallingScore } from "./by-falling-score.ts";

const plainly = (places: Uint32Array, scores: Float64Array) =>
  places.slice().sort((a, b) => scores[b]! - scores[a]! || a - b);

it("sorts as comparing one by one does, over all sizes and signs of numbers", () => {
  const random = seededRandom(3);
  for (const size of [0, 1, 2, 3, 50, 3_000]) {
    const scores = Float64Array.from(
      { length: size },
      () => (random() - 0.5) * 10 ** Math.floor(40 * random() - 20),
    );
    const places = Uint32Array.from(scores.keys()).filter(() => random() < 0.8);
    expect([...byFallingScore(places, scores)]).toEqual([...plainly(places, scores)]);
  }
});

it("tells neighbouring numbers apart, and leaves equal ones in their sequence, nothing below nothing too", () => {
  const next = 1 + Number.EPSILON;
  const scores = Float64Array.of(1, next, -1, -next, 0, -0, 0, Number.MIN_VALUE, 1, -Number.MIN_VALUE, -1);
  const places = Uint32Array.from(scores.keys());
  expect([...byFallingScore(places, scores)]).toEqual([1, 0, 8, 7, 4, 5, 6, 9, 2, 10, 3]);
});
