import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "#kernel";
import { characterAlpha } from "./character-alpha.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { ratingTable } from "./rating-table.ts";
import { type CodedSpan, spanCodings } from "./span-codings.ts";
import { spanOverlap } from "./span-overlap.ts";
import { unitizingAlpha } from "./unitizing-alpha.ts";

const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
};
const none = { replicates: 0 };
const length = 24;
const span = fc
  .tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, size]): CodedSpan => ({ from, to: Math.min(length, from + size), code: "k" }));
const coder = fc.array(span, { maxLength: 3 });

/** Spans of one code as the statistics see them: overlapping ones joined. */
const joined = (spans: readonly CodedSpan[]) => {
  const all: { from: number; to: number }[] = [];
  for (const one of [...spans].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && one.from < last.to) last.to = Math.max(last.to, one.to);
    else all.push({ from: one.from, to: one.to });
  }
  return all;
};

describe("character alpha", () => {
  it("is Krippendorff's alpha with each character as a unit, coders absent from a document missing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coder, coder, fc.option(coder)), { minLength: 1, maxLength: 3 }),
        (all) => {
          const codings = given(spanCodings(all.map((coders) => ({ length, coders }))));
          const rows = all.flatMap((coders) =>
            Array.from({ length }, (_, at) =>
              coders.map((by) => (by === null ? null : by.some(({ from, to }) => from <= at && at < to))),
            ),
          );
          const expected = krippendorffAlpha(given(ratingTable(rows)), none).value;
          const found = characterAlpha(codings, none).value;
          if (expected === null || found === null) expect(found).toBe(expected);
          else expect(found).toBeCloseTo(expected, 10);
        },
      ),
    );
  });

  it("costs spans, not characters", () => {
    const text = 2_000_000_000;
    const codings = given(
      spanCodings([
        {
          length: text,
          coders: [[{ from: 0, to: text / 2, code: "k" }], [{ from: 0, to: text / 2, code: "k" }]],
        },
      ]),
    );
    expect(characterAlpha(codings, none).value).toBe(1);
    expect(unitizingAlpha(codings, none).value).toBe(1);
  });
});

describe("alpha for unitizing", () => {
  it("follows its definition, section against section and over all placements", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coder, coder, coder), { minLength: 1, maxLength: 2 }), (all) => {
        const codings = given(spanCodings(all.map((coders) => ({ length, coders }))));
        const found = unitizingAlpha(codings, none).value;
        const expected = byDefinition(all.map((coders) => coders.map(joined)));
        if (expected === null || found === null) expect(found).toBe(expected);
        else expect(found).toBeCloseTo(expected, 9);
      }),
    );
  });

  it("by hand: spans 0 to 4 and 2 to 6 of ten characters", () => {
    // Dₒ = 2(2² + 2²)/(2·10²) = 2/25. Dₑ: l = 4 twice, N − 1 = 1: (2·64 − 48 + 4)/3 = 28 each; gaps 6; 2 and 4:
    // 16·(3 + 1) = 64 each; 2/10·184/(20·19 − 24) = 36.8/356. α = 1 − 0.08·356/36.8
    const codings = given(
      spanCodings([
        { length: 10, coders: [[{ from: 0, to: 4, code: "k" }], [{ from: 2, to: 6, code: "k" }]] },
      ]),
    );
    expect(unitizingAlpha(codings, none).value).toBeCloseTo(1 - (0.08 * 356) / 36.8, 12);
  });

  it("falls as a boundary moves away", () => {
    const alpha = (to: number) =>
      unitizingAlpha(
        given(
          spanCodings([
            { length: 200, coders: [[{ from: 50, to: 100, code: "k" }], [{ from: 50, to, code: "k" }]] },
          ]),
        ),
        none,
      ).value!;
    for (let to = 101; to < 150; to++) expect(alpha(to)).toBeLessThan(alpha(to - 1));
  });
});

function byDefinition(documents: readonly (readonly (readonly { from: number; to: number }[])[])[]) {
  type Section = { begin: number; length: number; unit: boolean };
  const continua = documents.map((coders) =>
    coders.map((units) => {
      const sections: Section[] = [];
      let at = 0;
      for (const { from, to } of units) {
        if (from > at) sections.push({ begin: at, length: from - at, unit: false });
        sections.push({ begin: from, length: to - from, unit: true });
        at = to;
      }
      if (at < length) sections.push({ begin: at, length: length - at, unit: false });
      return sections;
    }),
  );
  const m = 3;
  const L = length * documents.length;
  let observed = 0;
  for (const coders of continua)
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++)
        if (i !== j)
          for (const g of coders[i]!)
            for (const h of coders[j]!) {
              const apart = g.begin - h.begin;
              if (g.unit && h.unit && -g.length < apart && apart < h.length)
                observed += apart ** 2 + (apart + g.length - h.length) ** 2;
              else if (g.unit && !h.unit && h.length - g.length >= apart && apart >= 0)
                observed += g.length ** 2;
              else if (!g.unit && h.unit && h.length - g.length <= apart && apart <= 0)
                observed += h.length ** 2;
            }
  const sections = continua.flat(2);
  const units = sections.filter((one) => one.unit);
  let expected = 0;
  for (const { length: l } of units) {
    expected += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    for (const gap of sections) if (!gap.unit && gap.length >= l) expected += l ** 2 * (gap.length - l + 1);
  }
  const possible = m * L * (m * L - 1) - units.reduce((sum, { length: l }) => sum + l * (l - 1), 0);
  const chance = ((2 / L) * expected) / possible;
  return chance > 0 ? 1 - observed / (m * (m - 1) * L ** 2) / chance : null;
}

describe("overlap of two coders", () => {
  const codings = given(
    spanCodings([
      {
        length: 100,
        coders: [
          [
            { from: 0, to: 10, code: "a" },
            { from: 20, to: 40, code: "a" },
            { from: 5, to: 15, code: "b" },
          ],
          [
            { from: 0, to: 9, code: "a" },
            { from: 20, to: 29, code: "a" },
            { from: 30, to: 40, code: "a" },
          ],
        ],
      },
    ]),
  );

  it("matches each span once, the best first, and counts characters", () => {
    // a: 0–10 with 0–9 (0.9), 20–40 with 30–40 (0.5), not with 20–29 (0.45); characters 28 of 30 and 28.
    const { codes, spanF1, matched, spans } = spanOverlap(codings);
    expect(codes[0]).toMatchObject({ code: "a", matched: 2, spans: [2, 3], spanF1: 4 / 5 });
    expect(codes[0]!.characterF1).toBeCloseTo(56 / 58, 12);
    expect(codes[1]).toMatchObject({ code: "b", matched: 0, spanF1: 0, characterF1: 0 });
    expect({ spanF1, matched, spans }).toEqual({ spanF1: 4 / 6, matched: 2, spans: [3, 3] });
  });

  it("is the same either way round", () => {
    const turned = spanOverlap(codings, { coders: [1, 0] });
    expect(turned.spanF1).toBe(spanOverlap(codings).spanF1);
    expect(turned.characterF1).toBe(spanOverlap(codings).characterF1);
  });
});

describe("spans that cannot be compared", () => {
  it("are refused where they leave the text", () => {
    const result = spanCodings([
      { length: 5, coders: [[{ from: 3, to: 6, code: "k" }], [{ from: 2, to: 2, code: "k" }]] },
      { length: 5, coders: [[]] },
    ]);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual([
      "statistics.span-invalid",
      "statistics.span-invalid",
      "statistics.ratings-uneven",
    ]);
  });

  it("give a reason: nobody used the code, nobody to compare with, everything covered", () => {
    const unused = given(spanCodings([{ length: 5, coders: [[], []] }], ["k"]));
    expect(characterAlpha(unused)).toMatchObject({ value: null, reason: "no-spans", documents: 1 });
    expect(unitizingAlpha(unused)).toMatchObject({ value: null, reason: "no-spans" });
    expect(spanOverlap(unused)).toMatchObject({ spanF1: null, characterF1: null });
    const alone = given(spanCodings([{ length: 5, coders: [[{ from: 0, to: 1, code: "k" }], null] }]));
    expect(characterAlpha(alone)).toMatchObject({ value: null, reason: "no-pairs", documents: 0 });
    expect(unitizingAlpha(alone)).toMatchObject({ value: null, reason: "no-pairs" });
    expect(spanOverlap(alone)).toMatchObject({ spanF1: null, documents: 0 });
    const whole = [{ from: 0, to: 5, code: "k" }];
    const covered = given(spanCodings([{ length: 5, coders: [whole, whole] }]));
    expect(characterAlpha(covered)).toMatchObject({ value: null, reason: "all-covered" });
  });

  it("intervals are drawn over documents and need two", () => {
    const documents = [3, 5, 4, 8, 5, 6].map((to) => ({
      length: 40,
      coders: [[{ from: 0, to: 5, code: "k" }], [{ from: 0, to, code: "k" }]],
    }));
    const codings = given(spanCodings(documents));
    for (const statistic of [unitizingAlpha, characterAlpha]) {
      const { value, interval, codes } = statistic(codings, { seed: 3 });
      expect(interval!.lower).toBeLessThan(value!);
      expect(interval!.upper).toBeGreaterThan(value!);
      expect(codes[0]!.interval).toEqual(interval);
      expect(statistic(given(spanCodings(documents.slice(0, 1)))).interval).toBeNull();
    }
    expect(spanOverlap(codings).characterInterval!.lower).toBeLessThan(spanOverlap(codings).characterF1!);
  });
});
