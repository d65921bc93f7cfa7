import { expect, it } from "vitest";
import { passageKinds } from "#records";
import { askedByKey, keyOfWish, keysOfKinds, wishes } from "./correct-keys.ts";

it("has a key of its own for each kind and each wish", () => {
  expect(keysOfKinds.map(([, kind]) => kind).toSorted()).toEqual(passageKinds.toSorted());
  const keys = [...keysOfKinds.map(([key]) => key), ...wishes.map((wish) => keyOfWish[wish])];
  expect(new Set(keys).size).toBe(keys.length);
});

it("answers a key with what it asks for, and others with nothing", () => {
  expect(askedByKey("a")).toBe("accept");
  expect(askedByKey("5")).toEqual({ kind: "lesson-learned" });
  expect(askedByKey("M")).toEqual({ kind: "method" });
  expect(askedByKey("m")).toBe("join");
  expect(askedByKey("x")).toBeNull();
});
