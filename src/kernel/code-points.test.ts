import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointsOf } from "./code-points.ts";

/** Texts with emoji, combining marks, joined families and lone surrogates, which scanned files do contain. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "😀",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
        "\ud83d",
        "\ude00",
        "𝒳",
        "\u{10ffff}",
        "a",
        "\r\n",
        "\ufeff",
      ),
    ),
  )
  .map((parts) => parts.join(""));

describe("code points", () => {
  test("length and slices are those of the text taken apart by code point", () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (written, start, end) => {
        const points = codePointsOf(written);
        const apart = Array.from(written);
        expect(points.length).toBe(apart.length);
        expect(points.slice(start, end)).toBe(apart.slice(start, Math.max(start, end)).join(""));
      }),
    );
  });

  test("an offset goes to UTF-16 and back unchanged", () => {
    fc.assert(
      fc.property(text, (written) => {
        const points = codePointsOf(written);
        let utf16 = 0;
        for (const [index, character] of Array.from(written).entries()) {
          expect(points.toUtf16(index)).toBe(utf16);
          expect(points.toCodePoint(utf16)).toBe(index);
          if (character.length === 2) expect(points.toCodePoint(utf16 + 1)).toBe(index);
          utf16 += character.length;
        }
        expect(points.toUtf16(points.length)).toBe(written.length);
        expect(points.toCodePoint(written.length)).toBe(points.length);
      }),
    );
  });

  test("the slices of neighbouring spans make up the text", () => {
    fc.assert(
      fc.property(text, fc.nat(30), (written, cut) => {
        const points = codePointsOf(written);
        expect(points.slice(0, cut) + points.slice(cut, points.length)).toBe(written);
      }),
    );
  });

  test("bounds outside the text are cut off and do not count from its end", () => {
    expect(codePointsOf("a😀b").slice(-2, 2)).toBe("a😀");
    expect(codePointsOf("a😀b").slice(1, 99)).toBe("😀b");
    expect(codePointsOf("a😀b").slice(0, -1)).toBe("");
    expect(codePointsOf("").slice(0, 1)).toBe("");
  });
});
