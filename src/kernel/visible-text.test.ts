import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visibleText, visibleTexts } from "./index.ts";

describe("a visible text", () => {
  it.each([
    ["Annual \u202Etroper", "Annual troper"],
    ["\u2066one\u2069 \u2067two\u2069", "one two"],
    ["pay\u200Bpal\uFEFF", "paypal"],
    ["re\u00ADcom\u00ADmen\u00ADda\u00ADtion", "recommendation"],
    ["a\u0000b\u0007c\u009Fd", "abcd"],
    ["hidden\u{E0041}\u{E0042}", "hidden"],
    ["Kenya\u200E\u200F\u061C", "Kenya"],
    ["pa\u200Css\u200Dword", "password"],
    ["e\u0301\u200Cte", "e\u0301te"],
    ["\u200Dstart", "start"],
    ["1\u200D2", "12"],
  ])("%j is %j", (given, shown) => expect(visibleText(given)).toBe(shown));

  it.each([
    ["Persian, which parts letters by a joiner", "\u0645\u06CC\u200C\u0631\u0648\u0645"],
    ["Arabic after a vowel mark", "\u0628\u064E\u200D\u0628"],
    ["Sinhala, which joins by one", "\u0DC1\u0DCA\u200D\u0DBB\u0DD3"],
    ["Hindi", "\u0915\u094D\u200D\u0937"],
    ["a family", "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}"],
    ["a flag with a picture", "\u{1F3F3}\uFE0F\u200D\u{1F308}"],
    ["paragraphs and columns", "one\ttwo\r\n\nthree"],
    ["accents, made either way", "\u00E9 e\u0301 \u00E7\u00E3o \u4FDD\u969C"],
    ["a space that does not break", "1\u00A0000"],
  ])("keeps %s", (_, text) => expect(visibleText(text)).toBe(text));

  it("stays as it is when it is made visible again, and loses no letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = visibleText(text);
        expect(visibleText(shown)).toBe(shown);
        const letters = (one: string) => one.match(/[\p{L}\p{N}]/gu)?.filter((char) => !/\p{DI}/u.test(char));
        expect(letters(shown)).toEqual(letters(text));
      }),
    );
  });
});

it("goes through records, leaves what it is told to, and gives the same value where nothing changes", () => {
  const clean = { title: "A", parts: [{ text: "b" }], at: null, bytes: new Uint8Array([1]) };
  expect(visibleTexts(clean)).toBe(clean);
  expect(visibleTexts({ title: "A\u202E", parts: [{ text: "b\u200B" }], n: 1 })).toEqual({
    title: "A",
    parts: [{ text: "b" }],
    n: 1,
  });
  expect(visibleTexts({ password: "a\u200Bb", name: "a\u200Bb" }, ["password"])).toEqual({
    password: "a\u200Bb",
    name: "ab",
  });
});
