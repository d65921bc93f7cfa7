import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textGroups, textPairs, textTerms, textVectors } from "./index.ts";

const texts = fc.array(fc.array(fc.constantFrom(..."abcdefghij"), { maxLength: 8 }), { maxLength: 30 });

function all<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Every pair compared with every other: what the search over shared terms must find as well. */
function brute({ starts, terms, weights }: ReturnType<typeof textVectors>, threshold: number) {
  const pairs: (readonly [number, number, number])[] = [];
  for (let i = 0; i < starts.length - 1; i++)
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = starts[i]!; k < starts[i + 1]!; k++)
        for (let l = starts[j]!; l < starts[j + 1]!; l++)
          if (terms[k] === terms[l]) sum += weights[k]! * weights[l]!;
      if (sum >= threshold) pairs.push([i, j, sum]);
    }
  return pairs;
}

describe("pairs of similar texts", () => {
  it("are all that comparing each with each finds, and no other", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(0.2, 0.5, 0.9), (some, threshold) => {
        const vectors = textVectors(some, 1);
        const found = all(textPairs(vectors, threshold - 1e-9, 1_000, 1_000)).map(([a, b]) => [a, b]);
        const expected = brute(vectors, threshold).map(([a, b]) => [a, b]);
        const key = ([a, b]: readonly (number | undefined)[]) => a! * 1_000 + b!;
        const keys = new Set(found.map(key));
        expect(expected.map(key).filter((one) => !keys.has(one))).toEqual([]);
        expect(found.length).toBe(brute(vectors, threshold - 1e-9).length);
      }),
    );
  });

  it("lose only pairs without a rare term in common when candidates are limited", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 6 }), (some, rarest) => {
        const vectors = textVectors(some, 1);
        const found = all(textPairs(vectors, 0.3, rarest, 1_000));
        const expected = brute(vectors, 0.3 + 1e-9).filter(([a, b]) => {
          const of = (i: number) => new Set(vectors.terms.slice(vectors.starts[i], vectors.starts[i + 1]));
          const others = of(b);
          return [...of(a)].some((term) => others.has(term) && vectors.frequencies[term]! <= rarest);
        });
        expect(found.length).toBeGreaterThanOrEqual(expected.length);
      }),
    );
  });
});

describe("groups of texts", () => {
  it("do not chain: two ends that share nothing stay apart", () => {
    const vectors = textVectors(
      [
        ["a", "b"],
        ["b", "c"],
        ["c", "d"],
        ["d", "e"],
      ],
      1,
    );
    const groups = textGroups(vectors, all(textPairs(vectors, 0.1, 10, 10)), 0.25);
    expect(Math.max(...groups.map(({ members }) => members.length))).toBeLessThan(4);
  });

  it("hold each text once, have cohesion between 0 and 1, and obey wishes", () => {
    fc.assert(
      fc.property(texts, fc.tuple(fc.nat(29), fc.nat(29)), (some, [a, b]) => {
        const vectors = textVectors(some, 1);
        const pairs = all(textPairs(vectors, 0.2, 1_000, 1_000));
        const known = a < some.length && b < some.length && a !== b;
        const apart = textGroups(vectors, pairs, 0.2, { together: [], apart: known ? [[a, b]] : [] });
        const members = apart.flatMap((group) => group.members);
        expect(new Set(members).size).toBe(members.length);
        for (const { cohesion } of apart) expect(cohesion >= 0 && cohesion <= 1).toBe(true);
        if (!known) return;
        expect(apart.some((group) => group.members.includes(a) && group.members.includes(b))).toBe(false);
        const together = textGroups(vectors, pairs, 0.2, { together: [[a, b]], apart: [] });
        expect(together.some((group) => group.members.includes(a) && group.members.includes(b))).toBe(true);
      }),
    );
  });
});

describe("the terms of a text", () => {
  it("meet for forms of one word, with and without accents, and leave function words out", () => {
    const stems = (text: string, language: "en" | "fr" | "es" | "pt") =>
      textTerms(text, language).map(({ stem }) => stem);
    expect(stems("registering vendors", "en")).toEqual(stems("register vendor", "en"));
    expect(stems("les recommandations", "fr")).toEqual(stems("recommandation", "fr"));
    expect(stems("evaluación", "es")).toEqual(stems("evaluaciones", "es"));
    expect(stems("avaliação", "pt")).toEqual(stems("avaliações", "pt"));
    expect(stems("the and of", "en")).toEqual([]);
  });
});
