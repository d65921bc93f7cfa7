import { expect, it } from "vitest";
import { languages } from "#kernel";
import { reportWords, sayIn } from "./words/report-words.ts";

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

it.each(languages)(
  "has every word in %s with the same holes, and none left in English by mistake",
  (language) => {
    const own = reportWords[language];
    for (const [key, english] of Object.entries(reportWords.en)) {
      const word = own[key as keyof typeof own];
      expect(holes(word), key).toEqual(holes(english));
      expect(word.trim()).toBe(word);
      if (language !== "en" && english.split(" ").length > 3) expect(word, key).not.toBe(english);
    }
  },
);

it("says numbers and days as each language has them, and what is not stated as such", () => {
  expect(sayIn("fr").number(1234.5, 1)).toBe("1\u202f234,5");
  // The day is that of UTC, wherever the machine stands.
  expect(sayIn("es").date("2026-05-01T23:30:00Z")).toBe("1 de mayo de 2026");
  expect(sayIn("pt").number(null)).toBe("não indicado");
  expect(sayIn("fr")("limits.regions", { list: "x" })).toContain("finale\u00a0: x");
});
