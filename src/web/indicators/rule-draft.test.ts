import { expect, test } from "vitest";
import { readSelectionRule } from "#securities";
import { emptyRule, ruleOfDraft } from "./rule-draft.ts";

const filled = {
  ...emptyRule,
  id: "mine-2015",
  title: "Mine",
  years: "2010-2012",
  sources: "ILO, World Bank\nPOV: World Bank | SI.POV, ILO",
  statuses: "P, F",
  cuts: "2023: pop",
  coverage: "65",
};

test("a form gives a rule that the engine reads", () => {
  const rule = readSelectionRule(ruleOfDraft(filled));
  expect(rule.ok && { ...rule.value, sources: [...rule.value.sources] }).toMatchObject({
    years: [2010, 2011, 2012],
    window: { before: 5, after: 0 },
    sources: [
      [
        "*",
        [
          { agency: "ILO", series: null },
          { agency: "World Bank", series: null },
        ],
      ],
      [
        "POV",
        [
          { agency: "World Bank", series: "SI.POV" },
          { agency: "ILO", series: null },
        ],
      ],
    ],
    without: { statuses: ["P", "F"], after: [{ year: 2023, series: "pop" }] },
    coverage: { minimumShare: 0.65, below: "flag" },
  });
});

test("indicators that are ticked, and those that have an order of sources, are all that is chosen", () => {
  const rule = readSelectionRule(ruleOfDraft(filled, ["lex", "POV"]));
  expect(rule.ok && rule.value.indicators).toEqual(["lex", "POV"]);
  const named = readSelectionRule(ruleOfDraft(filled, ["lex"]));
  expect(named.ok && named.value.indicators).toEqual(["lex", "POV"]);
  expect(ruleOfDraft(filled)).not.toHaveProperty("indicators");
});

test("what is no number goes to the reader as it was typed, who says so", () => {
  const rule = readSelectionRule(ruleOfDraft({ ...filled, years: "soon", before: "five" }));
  expect(!rule.ok && rule.problems.map(({ at }) => at?.field)).toEqual(["years", "window.before"]);
});
