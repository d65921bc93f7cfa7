import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSearchTooLong, parseSearch } from "./parse-search.ts";

/** The parsed search in short: `-` excluded, quotation marks around phrases. */
const short = (text: string) =>
  parseSearch(text).map((group) =>
    group.map((term) => `${term.excluded ? "-" : ""}${term.phrase ? `"${term.text}"` : term.text}`),
  );

describe("a search text", () => {
  it("is words side by side", () => {
    expect(short("  social   protection ")).toEqual([["social", "protection"]]);
    expect(short("")).toEqual([]);
  });
  it("knows phrases, also one that is never closed", () => {
    expect(short('"social floor" pension')).toEqual([['"social floor"', "pension"]]);
    expect(short('pension "social floor')).toEqual([["pension", '"social floor"']]);
    expect(short('"" pension')).toEqual([["pension"]]);
  });
  it("leaves out what stands after a minus, and takes a hyphen inside a word for a hyphen", () => {
    expect(short('pension -reform -"old age"')).toEqual([["pension", "-reform", '-"old age"']]);
    expect(short("socio-economic")).toEqual([["socio-economic"]]);
    expect(short("pension --reform - --")).toEqual([["pension", "-reform"]]);
  });
  it("knows alternatives in four languages, and ignores an or that leads nowhere", () => {
    expect(short("a or b c")).toEqual([["a"], ["b", "c"]]);
    expect(short("a OU b O c")).toEqual([["a"], ["b"], ["c"]]);
    expect(short("or a or or b or")).toEqual([["a"], ["b"]]);
    expect(short("ou est o mar")).toEqual([["ou", "est", "o", "mar"]]);
    expect(short('"a or b"')).toEqual([['"a or b"']]);
  });
  it("is nothing when it is signs only", () => {
    expect(short("& | ! ( ) : * <->")).toEqual([]);
  });
  it("is composed, so that letters with separate accents are found", () => {
    expect(short("pensión".normalize("NFD"))).toEqual([["pensión"]]);
  });
  it("of any kind gives terms that have content and stand in the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        for (const group of parseSearch(text)) {
          expect(group.length).toBeGreaterThan(0);
          for (const term of group) expect(term.text).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
    );
  });
  it("is too long past 1,000 characters or 64 words", () => {
    expect(isSearchTooLong("x".repeat(1000))).toBe(false);
    expect(isSearchTooLong("x".repeat(1001))).toBe(true);
    expect(isSearchTooLong("w ".repeat(64))).toBe(false);
    expect(isSearchTooLong("w ".repeat(65))).toBe(true);
  });
});
