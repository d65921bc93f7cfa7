import { expect, it } from "vitest";
import { readIndexDefinition } from "#securities";
import { groupLines, groupsOfLines } from "./area-groups.ts";
import { methodChoices, withParameter } from "./method-choices.ts";

const definition = (more: object) => ({
  id: "mine",
  version: "1",
  title: "Mine",
  nodes: [{ id: "index" }, { id: "A", parent: "index", direction: 1 }],
  ...more,
});

it("reads lines as the groups of a definition, and writes them as they were read", () => {
  const groups = { "income group": { low: ["ETH", "MWI"], high: ["CHE"] }, area: { south: ["ZAF"] } };
  const text = "income group / low: eth, MWI\nincome group / high: CHE\n\narea/south: ZAF";
  expect(groupsOfLines(text)).toEqual(groups);
  expect(groupsOfLines(groupLines(groups))).toEqual(groups);
  expect(groupsOfLines("a / b: X\na / b: Y")).toEqual({ a: { b: ["X", "Y"] } });
  expect([groupsOfLines(" \n"), groupLines(undefined)]).toEqual([undefined, ""]);
  const read = readIndexDefinition(definition({ areaGroups: groups }));
  expect(read.ok && read.value.areaGroups?.get("income group")?.get("CHE")).toBe("high");
});

it("leaves half a line as it is typed, and the definition says what is wrong with it", () => {
  const typed = groupsOfLines("income low ETH");
  expect([typed, groupLines(typed)]).toEqual(["income low ETH", "income low ETH"]);
  const read = readIndexDefinition(definition({ areaGroups: typed }));
  expect(!read.ok && read.problems.map(({ at }) => at?.field)).toEqual(["areaGroups"]);
});

it("knows every parameter of winsorising, with what is done where it does not suffice", () => {
  const winsorise = methodChoices.treatment.find(({ method }) => method === "winsorise")!;
  expect(winsorise.parameters.map(({ key }) => key)).toEqual([
    "skewness",
    "kurtosis",
    "atMost",
    "otherwise",
    "lambda",
  ]);
  const treatment = withParameter(withParameter("winsorise", "otherwise", "box-cox"), "lambda", 0.5);
  const read = readIndexDefinition(definition({ treatment }));
  expect(read.ok && read.value.treatment?.otherwise).toEqual({ method: "box-cox", lambda: 0.5 });
});
