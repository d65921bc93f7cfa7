import { expect, it } from "vitest";
import { recordsIn } from "./records-in.ts";

it("reads records as people write them, and says when it cannot", () => {
  expect(recordsIn("R1-R3, 7; r9")).toEqual(["R1", "R2", "R3", "R7", "R9"]);
  expect(recordsIn("R3-R1")).toBeNull();
  expect(recordsIn("the first three")).toBeNull();
});
