import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelOfPosition, repairLabels, repairNumbers } from "./label-sequence.ts";

describe("repairLabels", () => {
  it("reads a scanned run of letters by the letters that survived", () => {
    expect(repairLabels(["@", "b", "c", "d", "€", "f", "9", "h", "i", ""])).toEqual([..."abcdefghij"]);
    expect(repairLabels(["@", "b", "©", "d", "e"])).toEqual([..."abcde"]);
  });

  it("leaves labels alone where no sequence explains most of them", () => {
    expect(repairLabels(["x", "q"])).toEqual(["x", "q"]);
    expect(repairLabels(["@", "€", "9", "b"])).toEqual(["@", "€", "9", "b"]);
  });

  it("tells roman numerals from letters by the whole run, and keeps capitals", () => {
    expect(repairLabels(["i", "ii", "lii", "iv"])).toEqual(["i", "ii", "iii", "iv"]);
    expect(repairLabels(["h", "i", "j"])).toEqual(["h", "i", "j"]);
    expect(repairLabels(["A", "B", "G", "D"])).toEqual(["A", "B", "C", "D"]);
  });

  it("gives back every unbroken run unchanged, wherever it starts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 10 }), (start, length) => {
        const run = [..."abcdefghijklmnopqrstuvwxyz"].slice(start, start + length);
        expect(repairLabels(run)).toEqual(run);
      }),
    );
  });
});

describe("repairNumbers", () => {
  it("corrects a number by its neighbours and not without a majority", () => {
    expect(repairNumbers(["0", "10", "11"])).toEqual(["9", "10", "11"]);
    expect(repairNumbers(["4", "10"])).toEqual(["4", "10"]);
  });
});

describe("labelOfPosition", () => {
  it("counts as ordered lists of HTML do", () => {
    expect([1, 2, 27].map((n) => labelOfPosition(n, "a"))).toEqual(["a", "b", "27"]);
    expect([labelOfPosition(4, "I"), labelOfPosition(3, "1"), labelOfPosition(2, "A")]).toEqual([
      "IV",
      "3",
      "B",
    ]);
  });
});
