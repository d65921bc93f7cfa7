import { expect, test } from "vitest";
import { offeredIndicators } from "./offered-indicators.ts";

const catalogue = [
  { id: "POV", sources: [{ series: "SI.POV" }, { series: null }] },
  { id: "GINI", sources: [] },
];

test("codes of no catalogue are chosen by themselves, an agency's code through the indicator it stands for", () => {
  expect(offeredIndicators(["lex", "SI.POV", "GINI", "lex"], catalogue)).toEqual([
    { id: "lex", standard: true },
    { id: "POV", standard: true },
    { id: "SI.POV", standard: false },
    { id: "GINI", standard: true },
  ]);
});

test("an indicator that stands under its own code and an agency's is offered once", () => {
  expect(offeredIndicators(["POV", "SI.POV"], catalogue)).toEqual([
    { id: "POV", standard: true },
    { id: "SI.POV", standard: false },
  ]);
});
