import { describe, expect, it } from "vitest";
import { beginsLower, endsSentence, isHanging, readMarker } from "./markers.ts";

describe("readMarker", () => {
  it.each([
    ["(a) The Office", "parenthesis", "(a)", "a", 4],
    ["(@ ThelLO isin", "parenthesis", "(@", "@", 3],
    ["(€)", "parenthesis", "(€)", "€", 3],
    ["()", "parenthesis", "()", "", 2],
    ["2) Why", "parenthesis", "2)", "2", 3],
    ["36. The evaluation", "number", "36.", "36", 4],
    ["2.5 Defining", "number", "2.5", "2.5", 4],
    ["- ▶ Dissemination", "bullet", "- ▶", "", 4],
    ["- 1) What", "parenthesis", "1)", "1", 5],
    ["• Uno", "bullet", "•", "", 2],
  ] as const)("reads %s", (line, style, printed, value, length) => {
    expect(readMarker(line)).toMatchObject({ style, printed, value, length });
  });

  it.each(["The Office", "**Bold** words", "(IAB) set up", "2005 was", "3.5million", "one of", "-minus"])(
    "finds no marker in %s",
    (line) => {
      expect(readMarker(line)).toBeNull();
    },
  );

  it.each([
    "2.4 million people",
    "2.4 Million (invented currency units)",
    "2.4 millones de personas",
    "1.5 milhões",
    "6.2 pour cent",
    "2.4 %",
    "3.1 USD per day",
    "12.5 kg of rice",
  ])("takes the quantity %s for no paragraph number", (line) => {
    expect(readMarker(line)).toBeNull();
  });

  it.each([
    ["2.4 Million-dollar schemes. What they did", "2.4"],
    ["2.4 Relevance", "2.4"],
    ["2.4 USDA programmes", "2.4"],
    ["2.4. million", "2.4"],
    ["1.2.3 overview", "1.2.3"],
    ["36. the evaluation", "36"],
  ])("still reads the number of %s", (line, value) => {
    expect(readMarker(line)?.value).toBe(value);
  });

  it("says when the marker stands alone", () => {
    expect(readMarker("17.")?.alone).toBe(true);
    expect(readMarker("17. That said")?.alone).toBe(false);
  });
});

describe("the ends and beginnings of sentences", () => {
  it("sees through quotation marks, bold and note numbers", () => {
    for (const text of ["done.", "assistance.”⁶", "frameworks**.", "schemes.3", "as follows:", "Why?*⁷"])
      expect(endsSentence(text), text).toBe(true);
    for (const text of ["protect the", "strategy for", "US$15.439 mill", "other units"])
      expect(endsSentence(text), text).toBe(false);
  });

  it("knows words that cannot end a sentence, and letters that only look like them", () => {
    expect(isHanging("dimension of")).toBe(true);
    expect(isHanging("process (optional): N/A")).toBe(false);
    expect(beginsLower("“maintaining relations")).toBe(true);
    expect(beginsLower("Élaborer")).toBe(false);
  });
});
