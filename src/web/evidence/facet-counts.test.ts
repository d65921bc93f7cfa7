import { describe, expect, it } from "vitest";
import { facetItems, isTelling } from "./facet-counts.ts";

const counts = { nature: [{ value: "internal", count: 4 }] };
const aside = {
  nature: [
    { value: "independent", count: 19 },
    { value: "internal", count: 4 },
    { value: null, count: 1 },
  ],
};
const label = (value: string) => value.toUpperCase();

describe("the items of a facet", () => {
  it("keep the other choices of a chosen facet in view", () => {
    const items = facetItems("nature", ["internal"], counts, aside, label, "none");
    expect(items.map((item) => [item.label, item.count, item.selected])).toEqual([
      ["INDEPENDENT", 19, false],
      ["INTERNAL", 4, true],
      ["", 1, false],
    ]);
  });

  it("show what is not stated as a choice of its own", () => {
    const items = facetItems("nature", ["none"], counts, aside, label, "none");
    expect(items.find((item) => item.selected)).toEqual({ value: null, label: "", count: 1, selected: true });
  });

  it("keep a choice without results, so that it can be taken away", () => {
    const items = facetItems("nature", ["self"], { nature: [] }, undefined, label, "none");
    expect(items).toEqual([{ value: "self", label: "SELF", count: 0, selected: true }]);
  });

  it("are worth showing when there is something to choose", () => {
    expect(isTelling(facetItems("nature", [], counts, undefined, label, "none"))).toBe(false);
    expect(isTelling(facetItems("nature", ["internal"], counts, undefined, label, "none"))).toBe(true);
  });
});
