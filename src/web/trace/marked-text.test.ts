import { describe, expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { marked } from "./marked-text.ts";

describe("text around spans", () => {
  const show = (text: string, spans: [number, number][], around: number) =>
    marked(codePointsOf(text), spans, around)
      .map((p) => (p.isMarked ? `[${p.text}]` : p.text))
      .join("");
  it("marks the spans by code points and keeps some text on either side", () => {
    expect(show("😀 one two three", [[6, 9]], 4)).toBe("… one [two] thr …");
  });
  it("gives the whole text where it is short, and shortens a long gap", () => {
    expect(show("one two", [[0, 3]], 10)).toBe("[one] two");
    expect(
      show(
        `a${"-".repeat(50)}b`,
        [
          [0, 1],
          [51, 52],
        ],
        3,
      ),
    ).toBe("[a]--- … ---[b]");
  });
});
