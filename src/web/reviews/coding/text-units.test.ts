import fc from "fast-check";
import { expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { codeColours, nearestColour, nextColour } from "./code-colours.ts";
import { lanesOf } from "./lanes.ts";
import { paragraphsOf, passageOfSpans, spansOfPassage, stepPassage, textUnits } from "./text-units.ts";

const text = "😀 First sentence here. Second one.\r\nA broken\r\npage 7\r\nblock goes on.\r\nLast.";
const points = codePointsOf(text);
const span = (words: string): [number, number] => {
  const at = text.indexOf(words);
  return [points.toCodePoint(at), points.toCodePoint(at + words.length)];
};
const paragraphs = paragraphsOf(points, [
  { kind: "paragraph", spans: [span("😀 First sentence here. Second one.")] },
  { kind: "page-furniture", spans: [span("page 7")] },
  { kind: "paragraph", spans: [span("A broken"), span("block goes on.")] },
  { kind: "paragraph", spans: [span("Last.")] },
]);
const words = (passage: ReturnType<typeof stepPassage>) =>
  passage && spansOfPassage(paragraphs, passage).map(([from, to]) => points.slice(from, to));
const step = (
  passage: ReturnType<typeof stepPassage>,
  unit: (typeof textUnits)[number],
  by: 1 | -1,
  extend = false,
) => stepPassage(paragraphs, passage, unit, by, extend, "en");

it("goes from sentence to sentence and from paragraph to paragraph, over a broken page", () => {
  const first = step(null, "sentence", 1);
  expect(words(first)).toEqual(["😀 First sentence here."]);
  const second = step(first, "sentence", 1);
  expect(words(second)).toEqual(["Second one."]);
  const next = step(second, "paragraph", 1);
  expect(words(next)).toEqual(["A broken", "block goes on."]);
  expect(words(step(next, "paragraph", 1))).toEqual(["Last."]);
  expect(words(step(step(next, "paragraph", 1), "paragraph", 1))).toEqual(["Last."]);
  expect(words(step(next, "sentence", -1))).toEqual(["Second one."]);
});

it("is made longer and shorter by words, sentences and paragraphs", () => {
  const one = step(step(null, "word", 1), "word", 1, true);
  expect(words(one)).toEqual(["First sentence"]);
  expect(words(step(one, "word", -1, true))).toEqual(["First"]);
  expect(words(step(one, "sentence", 1, true))).toEqual(["First sentence here. Second one."]);
  expect(words(step(one, "paragraph", 1, true))).toEqual([
    "First sentence here. Second one.",
    "A broken",
    "block goes on.",
  ]);
});

it("finds a passage again from its spans, whatever was chosen", () => {
  const steps = fc.array(
    fc.record({
      unit: fc.constantFrom(...textUnits),
      by: fc.constantFrom(1 as const, -1 as const),
      extend: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      let passage: ReturnType<typeof stepPassage> = null;
      for (const { unit, by, extend } of all) passage = step(passage, unit, by, extend);
      if (passage === null) throw new Error("nothing chosen");
      const spans = spansOfPassage(paragraphs, passage);
      expect(spans.length).toBeGreaterThan(0);
      expect(passageOfSpans(paragraphs, spans)).toEqual(passage);
    }),
  );
});

it("puts overlapping codings on lanes of their own, whatever they are", () => {
  const codings = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 30 });
  fc.assert(
    fc.property(codings, (given) => {
      const placed = given.map(([from, length], at) => ({
        id: `c${at}`,
        from,
        to: from + length,
        spans: [[from, from + length]] as const,
      }));
      const lanes = lanesOf(placed);
      for (const a of placed)
        for (const b of placed)
          if (a.id !== b.id && a.from < b.to && b.from < a.to)
            expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
    }),
  );
});

it("shows colours of other programs by the nearest of the palette, and gives new codes rare ones", () => {
  for (const [at, colour] of codeColours.entries()) expect(nearestColour(colour)).toBe(at + 1);
  expect(nearestColour("#ff0000")).toBe(2);
  expect(nextColour([])).toBe(codeColours[0]);
  expect(nextColour([{ colour: "#0072b3" }])).toBe(codeColours[1]);
});
