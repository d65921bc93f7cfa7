import { describe, expect, test } from "vitest";
import { fail, failAll, ok, problem } from "./result.ts";

describe("results", () => {
  test("a failure carries all its problems in order", () => {
    const first = problem("a.first", "First.");
    const second = problem("a.second", "Second.", { row: 2, column: "weight" });
    expect(fail(first, second)).toEqual({ ok: false, problems: [first, second] });
    expect(failAll([first, second])).toEqual(fail(first, second));
  });

  test("a success may carry nothing, zero or an empty list", () => {
    expect(ok(undefined)).toEqual({ ok: true, value: undefined });
    expect(ok(0)).toEqual({ ok: true, value: 0 });
    expect(ok([])).toEqual({ ok: true, value: [] });
  });

  test("a failure without problems is a defect of the program, not a result", () => {
    expect(() => failAll([])).toThrow("at least one problem");
  });

  test("a problem without a place has no field `at`", () => {
    expect(Object.keys(problem("a.b", "Why."))).toEqual(["code", "message"]);
    expect(problem("a.b", "Why.", { field: "x" }).at).toEqual({ field: "x" });
  });
});
