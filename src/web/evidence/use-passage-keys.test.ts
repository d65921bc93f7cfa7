import { expect, it } from "vitest";
import { nextPassage } from "./use-passage-keys.ts";

const passages = [{ id: "a" }, { id: "b" }, { id: "c" }];

it("goes on with j and back with k, and stops at the ends", () => {
  expect(nextPassage(passages, null, "j")).toBe("a");
  expect(nextPassage(passages, "a", "j")).toBe("b");
  expect(nextPassage(passages, "b", "k")).toBe("a");
  expect(nextPassage(passages, "c", "ArrowDown")).toBe("c");
  expect(nextPassage(passages, "a", "ArrowUp")).toBe("a");
});

it("begins anew where the chosen passage is filtered away", () => {
  expect(nextPassage(passages, "gone", "j")).toBe("a");
});

it("leaves other keys and empty lists alone", () => {
  expect(nextPassage(passages, "a", "x")).toBeNull();
  expect(nextPassage([], null, "j")).toBeNull();
});
