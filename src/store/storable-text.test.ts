import fc from "fast-check";
import { expect, it } from "vitest";
import { storableJson, storableText } from "./storable-text.ts";

it("replaces what PostgreSQL cannot hold, at the same length in code points", () => {
  expect(storableText("a\0b\uD800c\uDC00😀")).toBe("a\uFFFDb\uFFFDc\uFFFD😀");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      expect([...storableText(text)]).toHaveLength([...text].length);
      expect(storableText(text)).not.toContain("\0");
      expect(storableText(text).isWellFormed()).toBe(true);
    }),
  );
});

it("does so inside JSON, and keeps the order of keys and a text that only looks like an escape", () => {
  expect(storableJson({ b: "x\0", a: ["\uD800", "\\u0000", 1 / 3, null] })).toBe(
    '{"b":"x\uFFFD","a":["\uFFFD","\\\\u0000",0.3333333333333333,null]}',
  );
});
