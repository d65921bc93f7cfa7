import { expect, it } from "vitest";
import type { Instrument, RatingRule } from "./appraisal.ts";
import { overallRating } from "./overall-rating.ts";

const item = (id: string, weight = 1) => ({
  id,
  text: { en: id },
  help: null,
  weight,
  quote: "optional" as const,
});

const instrument = (kind: RatingRule, more: Partial<Instrument> = {}): Instrument => ({
  id: "sample",
  version: "1",
  title: { en: "Sample" },
  note: null,
  source: null,
  scale: [
    { id: "yes", label: { en: "Yes" }, value: 1 },
    { id: "partly", label: { en: "Partly" }, value: 0.5 },
    { id: "no", label: { en: "No" }, value: 0 },
    { id: "na", label: { en: "Not applicable" }, value: null },
  ],
  sections: [
    { id: "a", title: { en: "A" }, weight: 1, counts: "every", items: [item("a1", 3), item("a2")] },
    { id: "b", title: { en: "B" }, weight: 2, counts: "any", items: [item("b1"), item("b2")] },
  ],
  rule: { kind, atLeast: kind === "all-of" ? 1 : null },
  grades: [
    { id: "good", label: { en: "Good" }, from: 0.75 },
    { id: "weak", label: { en: "Weak" }, from: 0 },
  ],
  ...more,
});
const rated = (one: Instrument, answers: Record<string, string>) =>
  overallRating(one, new Map(Object.entries(answers)));

it("weighs items within a section and sections among each other", () => {
  // A: (3 × 1 + 1 × 0) / 4 = 0.75; B: its best item, 0.5; overall (0.75 + 2 × 0.5) / 3.
  const found = rated(instrument("weighted-mean"), { a1: "yes", a2: "no", b1: "no", b2: "partly" });
  expect(found.value).toBeCloseTo(1.75 / 3, 12);
  expect(found.sections).toEqual([
    { section: "a", value: 0.75 },
    { section: "b", value: 0.5 },
  ]);
  expect(found.grade).toBe("weak");
});

it("leaves out what values nothing, and lets the others share its weight", () => {
  const found = rated(instrument("weighted-mean"), { a1: "yes", a2: "na", b1: "na", b2: "na" });
  expect(found).toMatchObject({ value: 1, grade: "good", open: [] });
  const none = rated(instrument("weighted-mean"), { a1: "na", a2: "na", b1: "na", b2: "na" });
  expect(none).toMatchObject({ value: null, grade: null });
});

it("rates nothing before every item has its answer", () => {
  const found = rated(instrument("weighted-mean"), { a1: "yes", a2: "no", b1: "yes" });
  expect(found).toMatchObject({ value: null, grade: null, open: ["b2"] });
});

it("asks every section to reach the value, and of a section of which any item counts the best one", () => {
  const allOf = instrument("all-of");
  expect(rated(allOf, { a1: "yes", a2: "yes", b1: "no", b2: "yes" }).value).toBe(1);
  expect(rated(allOf, { a1: "yes", a2: "partly", b1: "no", b2: "yes" }).value).toBe(0);
  expect(rated(allOf, { a1: "yes", a2: "na", b1: "no", b2: "no" }).value).toBe(0);
});

it("takes the lowest section where the lowest counts", () => {
  const found = rated(instrument("minimum"), { a1: "yes", a2: "partly", b1: "no", b2: "yes" });
  expect(found.value).toBe(0.5);
});

it("reaches a grade at its value although decimals do not add up exactly", () => {
  const tenths = instrument("weighted-mean", {
    scale: [
      { id: "x", label: { en: "x" }, value: 0.1 },
      { id: "y", label: { en: "y" }, value: 0.7 },
    ],
    sections: [
      {
        id: "a",
        title: { en: "A" },
        weight: 1,
        counts: "every",
        items: [item("a1"), item("a2"), item("a3")],
      },
    ],
    grades: [
      { id: "high", label: { en: "High" }, from: 0.3 },
      { id: "low", label: { en: "Low" }, from: 0 },
    ],
  });
  // (0.1 + 0.1 + 0.7) / 3 is 0.29999999999999993 in floating point.
  expect(rated(tenths, { a1: "x", a2: "x", a3: "y" }).grade).toBe("high");
});
