import { expect, it } from "vitest";
import { askedByKey, keySetOf, screeningWishes, unfitKey, usualKeys } from "./screening-keys.ts";

it("gives every wish a key of its own, and numbers to the criteria", () => {
  expect(new Set(Object.values(usualKeys)).size).toBe(screeningWishes.length);
  expect(askedByKey(usualKeys, "I")).toBe("include");
  expect(askedByKey(usualKeys, "9")).toEqual({ criterion: 9 });
  expect(askedByKey(usualKeys, "0")).toBeNull();
  expect(askedByKey(usualKeys, "Enter")).toBeNull();
});

it("takes no key that means something else, is a number, or is no single sign", () => {
  expect(unfitKey(usualKeys, "include", "e")).toBe("taken");
  expect(unfitKey(usualKeys, "include", "I")).toBeNull();
  expect(unfitKey(usualKeys, "include", "4")).toBe("number");
  expect(unfitKey(usualKeys, "include", "")).toBe("one");
  expect(unfitKey(usualKeys, "include", "ab")).toBe("one");
});

it("reads kept keys, and gives the usual ones for what cannot be used", () => {
  expect(keySetOf({ include: "y", exclude: "y", later: 5, keys: "12" })).toEqual({
    ...usualKeys,
    include: "y",
  });
  expect(keySetOf(null)).toEqual(usualKeys);
  expect(keySetOf("broken")).toEqual(usualKeys);
});
