import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointsOf, type Span } from "#kernel";
import { anchorsIn } from "./anchoring.ts";

const at = (text: string, spans: readonly Span[]) => ({
  text: spans.map(([from, to]) => codePointsOf(text).slice(from, to)).join(" "),
  spans,
});

describe("finding the words of a passage in another text", () => {
  it("finds them though lines break elsewhere, and gives code points", () => {
    const now = "😀 Title\nPay pensions\n   at post offices. End.";
    const found = anchorsIn(now)({ text: "Pay pensions at post offices.", spans: [[0, 29]] });
    expect(found?.map(([from, to]) => codePointsOf(now).slice(from, to))).toEqual([
      "Pay pensions\n   at post offices.",
    ]);
  });

  it("takes the place nearest to the old one", () => {
    const now = `Pay. ${"x ".repeat(100)}Pay. ${"x ".repeat(100)}Pay.`;
    const near = (start: number) => anchorsIn(now)({ text: "Pay.", spans: [[start, start + 4]] })?.[0]?.[0];
    expect([near(0), near(190), near(400)]).toEqual([0, 205, 410]);
  });

  it("does not find words inside longer words, and not when one letter differs", () => {
    const find = anchorsIn("The repayment was late.");
    expect(find({ text: "payment", spans: [[0, 7]] })).toBeNull();
    expect(find({ text: "repayments", spans: [[0, 10]] })).toBeNull();
    expect(find({ text: " ", spans: [[0, 1]] })).toBeNull();
  });

  it("finds words that a page number parts, span by span", () => {
    const before = "The first half. The second half.";
    const passage = at(before, [
      [0, 15],
      [16, 32],
    ]);
    const now = "The first half.\n17\nThe second half.";
    expect(anchorsIn(now)(passage)).toEqual([
      [0, 15],
      [19, 35],
    ]);
  });

  it("finds every stretch of words of a text in the same text, with the same words", () => {
    const words = fc.array(fc.stringMatching(/^[a-zé😀]{1,6}$/u), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, a, b) => {
        const [from, to] = [a % all.length, b % all.length].toSorted((x, y) => x - y) as [number, number];
        const text = all.join(" ");
        const wanted = all.slice(from, to + 1).join(" ");
        const start = [...all.slice(0, from).join(" ")].length + (from > 0 ? 1 : 0);
        const found = anchorsIn(text)({ text: wanted, spans: [[start, start + [...wanted].length]] });
        expect(found).toEqual([[start, start + [...wanted].length]]);
      }),
    );
  });
});
