import { expect, test } from "vitest";
import { nearestWord } from "./nearest-word.ts";

const keys = ["id", "parent", "weight", "direction", "aggregation", "renormaliseSubIndexes"];

test.each([
  ["wieght", "weight"],
  ["Weight", "weight"],
  ["parents", "parent"],
  ["agregation", "aggregation"],
  ["renormalizeSubIndexes", "renormaliseSubIndexes"],
  ["direktion", "direction"],
])("%s is taken for %s", (word, meant) => {
  expect(nearestWord(word, keys)).toBe(meant);
});

test.each(["banana", "x", "", "colour of the line"])("nothing is near %j", (word) => {
  expect(nearestWord(word, keys)).toBeNull();
});
