import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "#kernel";
import { emptyBibliographicRecord } from "#records";
import { type Cited, citationStyles, cite, citeAsText } from "./citation-styles.ts";

const report = {
  ...emptyBibliographicRecord,
  type: "report" as const,
  title: "Maternity protection in Alvane: final evaluation",
  authors: ["Okafor, Ngozi Ada", "Dupont, Jean-Paul"],
  year: 2021,
  publisher: "Evaluation Office",
};
const cited = (more: object = {}, how: Partial<Cited> = {}): Cited => ({
  reference: { ...report, ...more },
  address: "https://socle.example.org/evidence/evaluations/e-1",
  accessed: "2026-11-22",
  language: "en",
  ...how,
});

// Expected lines written by hand from the rules named in the source file.
describe("a report with authors, year and publisher", () => {
  it("stands in APA, the title in italics, initials, an ampersand before the last", () => {
    expect(citeAsText("apa", cited({ number: "12" }))).toBe(
      "Okafor, N. A., & Dupont, J.-P. (2021). Maternity protection in Alvane: final evaluation (Report No. 12). Evaluation Office. https://socle.example.org/evidence/evaluations/e-1",
    );
    expect(cite("apa", cited()).filter(({ italic }) => italic)).toEqual([
      { text: report.title, italic: true },
    ]);
  });
  it("stands in Chicago, the first name turned round and the others not", () => {
    expect(citeAsText("chicago", cited({ number: "12", place: "Geneva" }))).toBe(
      "Okafor, Ngozi Ada, and Jean-Paul Dupont. 2021. Maternity protection in Alvane: final evaluation. Report No. 12. Geneva: Evaluation Office. https://socle.example.org/evidence/evaluations/e-1.",
    );
  });
  it("stands in Vancouver, with the day it was looked at and no italics", () => {
    expect(citeAsText("vancouver", cited({ number: "12", place: "Geneva" }))).toBe(
      "Okafor NA, Dupont JP. Maternity protection in Alvane: final evaluation [Internet]. Geneva: Evaluation Office; 2021 [cited 2026 Nov 22]. Report No.: 12. Available from: https://socle.example.org/evidence/evaluations/e-1",
    );
    expect(cite("vancouver", cited()).some(({ italic }) => italic)).toBe(false);
  });
});

describe("what a record does not say", () => {
  it("without authors the publisher is the author, once; without both the title comes first", () => {
    expect(citeAsText("apa", cited({ authors: [] }))).toBe(
      "Evaluation Office. (2021). Maternity protection in Alvane: final evaluation. https://socle.example.org/evidence/evaluations/e-1",
    );
    expect(citeAsText("apa", cited({ authors: [], publisher: null }))).toBe(
      "Maternity protection in Alvane: final evaluation. (2021). https://socle.example.org/evidence/evaluations/e-1",
    );
    expect(citeAsText("chicago", cited({ authors: [], publisher: null }))).toBe(
      "Maternity protection in Alvane: final evaluation. 2021. https://socle.example.org/evidence/evaluations/e-1.",
    );
    expect(citeAsText("vancouver", cited({ authors: [], publisher: null, year: null }))).toBe(
      "Maternity protection in Alvane: final evaluation [Internet]. [place unknown]: [publisher unknown]; [date unknown] [cited 2026 Nov 22]. Available from: https://socle.example.org/evidence/evaluations/e-1",
    );
  });
  it.each([
    ["en", "(n.d.)"],
    ["fr", "(s.d.)"],
    ["es", "(s. f.)"],
    ["pt", "(s.d.)"],
  ] as const)("a missing year says so in %s", (language, undated) => {
    expect(citeAsText("apa", cited({ year: null }, { language }))).toContain(undated);
  });
  it("a name without a comma is never turned round or cut", () => {
    const names = { authors: ["María José de la Cruz", "Evaluation Partners Ltd"] };
    expect(citeAsText("apa", cited(names))).toMatch(
      /^María José de la Cruz, & Evaluation Partners Ltd\. \(2021\)/,
    );
    expect(citeAsText("vancouver", cited(names))).toMatch(
      /^María José de la Cruz, Evaluation Partners Ltd\. /,
    );
  });
});

describe("other kinds of records", () => {
  it("a page is named where a sentence of a report is cited, one or several", () => {
    expect(citeAsText("apa", cited({ pages: "14", number: "3" }))).toContain("(Report No. 3, p. 14)");
    expect(citeAsText("apa", cited({ pages: "14-15" }))).toContain("(pp. 14–15)");
    expect(citeAsText("chicago", cited({ pages: "14" }))).toContain("final evaluation, 14. ");
    expect(citeAsText("vancouver", cited({ pages: "14" }))).toContain(" p. 14. Available from:");
  });
  it("a release is a data set with its version", () => {
    const data = { type: "dataset", authors: [], publisher: "Socle", number: "2", title: "Indicators" };
    expect(citeAsText("apa", cited(data))).toBe(
      "Socle. (2021). Indicators (Version 2) [Data set]. https://socle.example.org/evidence/evaluations/e-1",
    );
    expect(citeAsText("vancouver", cited(data))).toContain("Indicators [data set / Internet]. ");
    expect(citeAsText("chicago", cited(data))).toContain("Data set. Version 2. Socle.");
  });
  it("many authors are cut where each style cuts them", () => {
    const names = (n: number) => ({ authors: Array.from({ length: n }, (_, i) => `Family${i + 1}, Given`) });
    expect(citeAsText("apa", cited(names(21)))).toContain("Family19, G., … Family21, G. (2021)");
    expect(citeAsText("apa", cited(names(20)))).toContain("Family19, G., & Family20, G. (2021)");
    expect(citeAsText("chicago", cited(names(11)))).toContain("Given Family7, et al. 2021.");
    expect(citeAsText("chicago", cited(names(10)))).toContain("Given Family9, and Given Family10. 2021.");
    expect(citeAsText("vancouver", cited(names(7)))).toContain("Family6 G, et al. ");
  });
  it("a title that asks keeps its question mark and gets no full stop behind it", () => {
    for (const style of citationStyles)
      expect(citeAsText(style, cited({ title: "What works?" }))).not.toContain("?.");
  });
  it("the fixed words are those of the language asked for", () => {
    expect(citeAsText("apa", cited({ number: "4" }, { language: "es" }))).toContain("y Dupont, J.-P. (2021)");
    expect(citeAsText("apa", cited({ number: "4" }, { language: "fr" }))).toContain("(Rapport n° 4)");
    expect(citeAsText("vancouver", cited({}, { language: "pt" }))).toContain("citado em 22 nov. 2026");
  });
});

it("a reference of anything at all has its title and address, no doubled stops and no empty brackets", () => {
  const word = fc
    .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."abcdeéÑ ") })
    .map((t) => `x${t.replaceAll(" ", "")}`);
  const maybe = fc.option(word, { nil: null });
  fc.assert(
    fc.property(
      fc.record({
        title: word,
        authors: fc.array(word, { maxLength: 25 }),
        publisher: maybe,
        place: maybe,
        number: maybe,
      }),
      fc.option(fc.integer({ min: 1900, max: 2100 }), { nil: null }),
      fc.constantFrom(...citationStyles),
      fc.constantFrom(...languages),
      (fields, year, style, language) => {
        const text = citeAsText(style, cited({ ...fields, year }, { language }));
        expect(text).toContain(fields.title);
        expect(text).toContain("https://socle.example.org/");
        expect(text).not.toMatch(/null|undefined|\(\)|\[\]| {2}|[^.]\.\.(?!\.)/);
      },
    ),
  );
});
