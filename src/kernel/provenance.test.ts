import { describe, expect, test } from "vitest";
import { citationText, isSha256 } from "./provenance.ts";

describe("citations", () => {
  test("every known part appears once, in the order of a reference list", () => {
    const text = citationText({
      title: "Social protection statistics",
      author: "Doe, J.",
      publisher: "ILO",
      issued: "2016-05-01",
      url: "https://example.org/data",
      licence: "CC BY 4.0",
      retrieved: "2020-01-31",
    });
    expect(text).toBe(
      "Doe, J. (2016-05-01). Social protection statistics. ILO. Licence: CC BY 4.0. https://example.org/data (retrieved 2020-01-31).",
    );
  });

  test("no part gets a second full stop", () => {
    expect(citationText({ title: "Wages etc.", publisher: "Press Inc." })).toBe("Wages etc. Press Inc.");
    expect(citationText({ title: "What works?", author: "A.", issued: "1999" })).toBe(
      "A. (1999). What works?",
    );
    expect(citationText({ title: "To be continued...", publisher: "ILO" })).toBe("To be continued... ILO.");
  });

  test("an address at the end stays free of punctuation", () => {
    expect(citationText({ title: "T", url: "https://example.org" })).toBe("T. https://example.org");
  });

  test("a year without an author stands before the title", () => {
    expect(citationText({ title: "T", issued: "2001" })).toBe("(2001). T.");
  });
});

describe("the hash of a source", () => {
  test("is 64 lower-case hexadecimal digits and nothing else", () => {
    expect(isSha256("0123456789abcdef".repeat(4))).toBe(true);
    for (const text of [
      "",
      "a".repeat(63),
      "a".repeat(65),
      "A".repeat(64),
      "g".repeat(64),
      `${"a".repeat(64)}\n`,
    ])
      expect(isSha256(text), JSON.stringify(text)).toBe(false);
  });
});
