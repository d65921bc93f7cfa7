import { expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { splitPlaces } from "./split-places.ts";

it("offers the beginnings of sentences and of later spans, in code points", () => {
  const text = "😀 One thing. Another: “a third.” Last\n12\nGoes on";
  const { slice, length } = codePointsOf(text);
  const places = splitPlaces(slice, [
    [0, 37],
    [41, length],
  ]);
  expect(places.map(({ at, words }) => [slice(at, at + 4), words])).toEqual([
    ["Anot", "Another: “a third.” Last"],
    ["“a t", "“a third.” Last"],
    ["Last", "Last"],
    ["Goes", "Goes on"],
  ]);
});

it("offers nothing inside one sentence", () => {
  expect(splitPlaces(codePointsOf("One sentence only.").slice, [[0, 18]])).toEqual([]);
});
