import { describe, expect, it } from "vitest";
import { compileIndex, readIndexDefinition, standing } from "#securities";
import {
  changesOf,
  definitionWith,
  isChanged,
  nothingChanged,
  readWeights,
  readWhatIf,
  sliderScale,
  type WhatIf,
  withWeight,
  writeWeights,
  writeWhatIf,
} from "./what-if.ts";

const json = {
  id: "mini",
  version: "1",
  title: "Mini",
  nodes: [
    { id: "index", aggregation: "arithmetic" },
    { id: "input", parent: "index", role: "input" },
    { id: "process", parent: "index", role: "process" },
    { id: "outcome", parent: "index", role: "outcome", weight: 2 },
    { id: "I1", parent: "input", direction: 1 },
    { id: "I2", parent: "input", direction: 1 },
    { id: "P1", parent: "process", direction: 1 },
    { id: "O1", parent: "outcome", direction: -1 },
    { id: "O2", parent: "outcome", direction: 1 },
  ],
  countryGroups: { scheme: "sesame", probability: 0.6, quantileType: 7 },
};
const read = (given: unknown) => {
  const result = readIndexDefinition(given);
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const definition = read(json);
const grid = {
  areas: ["XAA", "XAB", "XAC", "XAD", "XAE"],
  periods: ["2015"],
  values: new Map(
    Object.entries({
      I1: [1, 1, 0, 1, 0],
      I2: [1, 0, 1, 1, 0],
      P1: [20, 12, 5, 15, 0],
      O1: [10, 30, 40, 50, 20],
      O2: [80, 60, 40, 20, 100],
    }).map(([id, values]) => [id, Float64Array.from(values)]),
  ),
};
const asItWas = new Map(definition.nodes.map(({ id, weight }) => [id, weight]));

/** Ranks of the index by a what-if on the page, and by the definition it is downloaded as. */
function both(whatIf: WhatIf) {
  const live = standing(compileIndex(definition, grid), 0, changesOf(whatIf, definition, asItWas));
  const own = standing(compileIndex(read(definitionWith(json, whatIf, asItWas)), grid), 0);
  if (!live.ok || !own.ok) throw new Error("no standing");
  const of = (list: typeof live.value) =>
    list.scores.filter(({ node }) => node === "index").map(({ score, rank }) => [score, rank]);
  return [of(live.value), of(own.value)] as const;
}

describe("what if the weights were others", () => {
  it("comes back from the address as it was written", () => {
    const whatIf: WhatIf = {
      weights: new Map([
        ["outcome", 0.5],
        ["I2", 0],
      ]),
      scale: "rank",
      mean: "geometric",
      without: "O1",
    };
    const address = writeWhatIf(whatIf, definition);
    expect(address.w).toBe("3:0.5,5:0");
    expect(readWhatIf(address, definition)).toEqual(whatIf);
    expect(writeWhatIf(nothingChanged, definition)).toEqual({});
  });
  it("leaves aside what is no weight of this index", () => {
    expect(readWeights("99:1,2:x,1:-3,,3:2", ["a", "b", "c", "d"])).toEqual(new Map([["d", 2]]));
    expect(readWhatIf({ without: "nothing" }, definition).without).toBeNull();
  });
  it("keeps the weights of every slider, whatever the weights of the definition", () => {
    expect(sliderScale([1, 1])).toEqual({ most: 4, step: 0.1 });
    expect(sliderScale([1, 2, 0])).toEqual({ most: 4, step: 0.1 });
    expect(sliderScale([0.02, 0.018])).toEqual({ most: 0.072, step: 0.001 });
    expect(sliderScale([1e-9, 1]).step).toBeGreaterThanOrEqual(0.01);
    expect(sliderScale([0, 0])).toEqual({ most: 4, step: 0.1 });
    for (const weight of [0.0004, 0.02, 0.25, 1, 2, 37, 2_500, 20_000]) {
      const { most, step } = sliderScale([weight]);
      expect(step).toBeLessThanOrEqual(weight / 10 + 1e-12);
      for (const moved of [step, 3 * step, most]) {
        const set = new Map([["a", Number(moved.toPrecision(12))]]);
        expect(readWeights(writeWeights(set, ["a"]), ["a"])).toEqual(set);
      }
    }
  });
  it("is nothing once a weight is set back", () => {
    const moved = withWeight(nothingChanged, "outcome", 3, 2);
    expect(isChanged(moved)).toBe(true);
    expect(isChanged(withWeight(moved, "outcome", 2, 2))).toBe(false);
  });
  it.each([
    ["weights", { ...nothingChanged, weights: new Map([["input", 5]]) }],
    ["a part left out", { ...nothingChanged, weights: new Map([["process", 0]]) }],
    ["an indicator left out", { ...nothingChanged, without: "O2" }],
    ["the only indicator of a part left out", { ...nothingChanged, without: "P1" }],
    ["another mean", { ...nothingChanged, mean: "median" as const }],
    ["another scale", { ...nothingChanged, scale: "rank" as const }],
  ])("gives by %s what the downloaded definition gives", (_, whatIf) => {
    const [live, own] = both(whatIf);
    expect(live).toEqual(own);
    expect(live).not.toEqual(both(nothingChanged)[0]);
  });
  it("takes a name of its own, no form, and is no reconstruction: it replaces nothing that is published", () => {
    const published = { ...json, form: "income", reconstruction: true, evidence: "A table of 2004." };
    const own = definitionWith(published, { ...nothingChanged, without: "O2" }, asItWas);
    expect(own).toMatchObject({ id: "mini-what-if", title: "Mini (what if)" });
    expect(read(own)).toMatchObject({ form: null, reconstruction: false });
    expect(
      definitionWith(
        { ...json, title: { en: "A", fr: "B" } },
        { ...nothingChanged, mean: "median" },
        asItWas,
      ),
    ).toMatchObject({ title: { en: "A (what if)", fr: "B (et si)" } });
    expect(definitionWith(published, nothingChanged, asItWas)).toEqual(published);
  });
  it("gives a set-up a version of its own, always the same", () => {
    const whatIf = { ...nothingChanged, without: "O2" };
    const version = definitionWith(json, whatIf, asItWas)?.["version"];
    expect(version).toMatch(/^1-[0-9a-z]{6}$/);
    expect(definitionWith(json, whatIf, asItWas)?.["version"]).toBe(version);
    expect(definitionWith(json, { ...whatIf, without: "O1" }, asItWas)?.["version"]).not.toBe(version);
  });
});
