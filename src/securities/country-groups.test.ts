import { expect, test } from "vitest";
import { languages } from "#kernel";
import { countryGroupIds, countryGroupName, countryGroupOf } from "./country-groups.ts";

const limits = { index: 0.5, input: 0.5, process: 0.5, outcome: 0.5 };
const group = (index: number, input: number, process: number, outcome: number) => {
  const found = countryGroupOf({ index, input, process, outcome }, limits);
  return found.flag === null ? found.group : `${found.group}, ${found.flag}`;
};

test("the full table of high and low parts", () => {
  const table: Record<string, string> = {};
  for (const parts of ["111", "101", "011", "001", "110", "100", "010", "000"])
    for (const index of [1, 0]) table[`${parts} ${index}`] = group(index, +parts[0]!, +parts[1]!, +parts[2]!);
  expect(table).toEqual({
    "111 1": "pacesetter",
    "111 0": "pragmatist, edge",
    "101 1": "pragmatist",
    "101 0": "pragmatist",
    "011 1": "pragmatist",
    "011 0": "pragmatist",
    "001 1": "pragmatist",
    "001 0": "pragmatist",
    "110 1": "conventional",
    "110 0": "conventional",
    "100 1": "much-to-be-done, partial",
    "100 0": "much-to-be-done, partial",
    "010 1": "much-to-be-done, partial",
    "010 0": "much-to-be-done, partial",
    "000 1": "much-to-be-done",
    "000 0": "much-to-be-done",
  });
});

test("at the threshold counts as above, also when rounding leaves it a trillionth below", () => {
  expect(group(0.5, 0.5, 0.5, 0.5)).toBe("pacesetter");
  expect(group(0.5 - 5e-13, 0.5, 0.5, 0.5 - 5e-13)).toBe("pacesetter");
  expect(group(0.5 - 5e-12, 0.5, 0.5, 0.5)).toBe("pragmatist, edge");
});

test("any part without a score or a threshold leaves the area unclassified", () => {
  for (const part of ["index", "input", "process", "outcome"] as const) {
    expect(countryGroupOf({ ...limits, [part]: null }, limits).group).toBe("unclassified");
    expect(countryGroupOf(limits, { ...limits, [part]: null }).group).toBe("unclassified");
  }
});

test("every group has a name in every language", () => {
  for (const id of countryGroupIds)
    for (const language of languages) expect(countryGroupName(id)[language]).toMatch(/\S/);
});
