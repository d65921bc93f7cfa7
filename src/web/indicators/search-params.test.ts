import { expect, test } from "vitest";
import { type Filtered, filteredIndicators, type IndicatorsState, turned } from "./search-params.ts";

const one = (id: string, form: string, data: string, source: readonly string[] = []): Filtered => ({
  id,
  words: `${id} ${form}`.toLowerCase(),
  facets: { form: [form], group: ["input"], level: ["national"], type: ["ratio"], source, data: [data] },
});
const all = [
  one("A", "income", "with", ["ILO"]),
  one("B", "income", "without"),
  one("C", "work", "with", ["ILO", "WHO"]),
];
const none = {} as IndicatorsState;

test("filters narrow each other, and each counts with its own choice left aside", () => {
  const found = filteredIndicators(all, { ...none, form: ["income"], data: ["with"] });
  expect(found.shown.map(({ id }) => id)).toEqual(["A"]);
  expect([...found.counts.form]).toEqual([
    ["income", 1],
    ["work", 1],
  ]);
  expect(found.counts.data.get("without")).toBe(1);
  expect(filteredIndicators(all, { ...none, source: ["WHO"] }).shown.map(({ id }) => id)).toEqual(["C"]);
});

test("words are found without their accents and capitals", () => {
  const securite = { ...one("D", "income", "with"), words: "d securite du revenu" };
  const found = filteredIndicators([...all, securite], { ...none, text: "Sécurité" });
  expect(found.shown.map(({ id }) => id)).toEqual(["D"]);
});

test("all words must be there, and a filter is turned on and off", () => {
  expect(filteredIndicators(all, { ...none, text: "c work" }).shown.map(({ id }) => id)).toEqual(["C"]);
  expect(filteredIndicators(all, { ...none, text: "b work" }).shown).toEqual([]);
  const on = turned(none, "form", "work");
  expect(on.form).toEqual(["work"]);
  expect(turned(on, "form", "work").form).toBeUndefined();
});
