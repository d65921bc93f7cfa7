import { describe, expect, test } from "vitest";
import { isMissingReason, missingReasonOfSdmxStatus, missingReasons } from "./missing.ts";

describe("missing values", () => {
  test("SDMX tells plain absence from what cannot exist, was not collected or is withheld", () => {
    const answers = ["O", "M", "L", "H", "Q", "C", "U", "_Z"].map(missingReasonOfSdmxStatus);
    expect(answers).toEqual([
      "missing",
      "not-applicable",
      "not-collected",
      "not-collected",
      "suppressed",
      "suppressed",
      "insufficient",
      "not-applicable",
    ]);
  });

  test("a status that says nothing about an empty cell leaves it simply missing", () => {
    for (const status of ["A", "E", "P", "N", "NA", "", " ", "constructor", "__proto__", null, undefined])
      expect(missingReasonOfSdmxStatus(status), String(status)).toBe("missing");
  });

  test("letter case and blanks of a status do not matter", () => {
    expect(missingReasonOfSdmxStatus(" q ")).toBe("suppressed");
  });

  test("the reasons are distinct codes, and only they are reasons", () => {
    expect(new Set(missingReasons).size).toBe(missingReasons.length);
    expect(missingReasons.every(isMissingReason)).toBe(true);
    expect(["", "0", "Missing", "toString"].some(isMissingReason)).toBe(false);
  });
});
