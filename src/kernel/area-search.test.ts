import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaByCode, areas } from "./area.ts";
import { areaName } from "./area-name.ts";
import { preferredNames } from "./area-names.data.ts";
import { findArea } from "./area-search.ts";
import { abbreviations, variantNames } from "./area-variants.data.ts";
import { languages } from "./language.ts";

const found = (text: string) => findArea(text)?.code ?? null;

describe("names of areas", () => {
  test("every area has a name of its own in every language, and is found by it", () => {
    for (const language of languages) {
      const names = areas.map((area) => areaName(area.code, language));
      expect(new Set(names).size, language).toBe(names.length);
      for (const area of areas) {
        const name = areaName(area.code, language);
        expect(name, language).not.toBe(area.code);
        expect(name, area.code).not.toMatch(/^\s|\s$|\s\s/);
        expect(found(name), `${name} (${language})`).toBe(area.code);
      }
    }
  });

  test("invented areas are called the same everywhere, begin with their letter, and resemble no real area", () => {
    const real = areas.filter((area) => area.kind !== "invented");
    const words = new Set(
      real.flatMap((area) =>
        languages.map((language) => areaName(area.code, language).slice(0, 4).toLowerCase()),
      ),
    );
    for (const { code } of areas.filter((area) => area.kind === "invented")) {
      expect(new Set(languages.map((language) => areaName(code, language))).size).toBe(1);
      expect(areaName(code, "en")[0]).toBe(code[2]);
      expect(words.has(areaName(code, "en").slice(0, 4).toLowerCase()), areaName(code, "en")).toBe(false);
    }
  });

  test("a code without a name comes back as it is", () => {
    for (const code of ["XZZ", "", "bol", "constructor", "__proto__"])
      expect(areaName(code, "fr")).toBe(code);
  });

  test("the own tables speak only of areas that exist, and no variant belongs to two", () => {
    const codes = [
      ...Object.keys(preferredNames),
      ...Object.keys(variantNames),
      ...Object.values(abbreviations),
    ];
    expect(codes.filter((code) => areaByCode(code) === null)).toEqual([]);
    for (const [code, names] of Object.entries(variantNames))
      for (const name of names) expect(found(name), name).toBe(code);
    for (const [short, code] of Object.entries(abbreviations)) expect(found(short), short).toBe(code);
  });
});

describe("finding an area by what a source wrote", () => {
  test.each([
    ["Bolivia", "BOL"],
    ["Bolivia (Plurinational State of)", "BOL"],
    ["COTE D'IVOIRE", "CIV"],
    ["Côte d’Ivoire", "CIV"],
    ["Ivory Coast", "CIV"],
    ["Lao PDR", "LAO"],
    ["Tanzania, United Republic of", "TZA"],
    ["People's Republic of Bangladesh", "BGD"],
    ["Korea (Republic of)", "KOR"],
    ["Korea, Dem. People's Rep.", "PRK"],
    ["timor leste", "TLS"],
    ["Türkiye", "TUR"],
    ["TURKEY", "TUR"],
    ["Viet Nam", "VNM"],
    ["vietnam", "VNM"],
    ["Russia", "RUS"],
    ["Moldova, Republic of", "MDA"],
    ["UK", "GBR"],
    ["U.K.", "GBR"],
    ["U. S. A.", "USA"],
    ["EE. UU.", "USA"],
    ["La République du Sénégal", "SEN"],
    ["República del Perú", "PER"],
    ["República Federativa do Brasil", "BRA"],
    ["Bahamas, The", "BHS"],
    ["Gambia (the)", "GMB"],
    ["Bosnia & Herzegovina", "BIH"],
    ["St. Lucia", "LCA"],
    ["State of Kuwait", "KWT"],
    ["Cook Islands **", "COK"],
    ["Africa", "002"],
    ["América Latina y el Caribe", "419"],
    ["068", "BOL"],
    ["202", "202"],
    [" PE ", "PER"],
    ["AND", "AND"],
    ["Zaire", "ZAR"],
    ["Zaïre", "ZAR"],
    ["USSR", "SUN"],
    ["Alvane", "XAA"],
    ["XQT", "XQT"],
  ])("%j is %s", (text, code) => {
    expect(found(text)).toBe(code);
  });

  test("names that differ by one adjective are different areas", () => {
    expect(["Congo", "Republic of the Congo", "República Popular do Congo"].map(found)).toEqual([
      "COG",
      "COG",
      "COG",
    ]);
    expect(
      ["DRC", "RDC", "Congo (Democratic Republic of the)", "República Democrática de Congo"].map(found),
    ).toEqual(["COD", "COD", "COD", "COD"]);
    expect(
      ["China", "People's Republic of China", "Republic of China", "China, Hong Kong SAR"].map(found),
    ).toEqual(["CHN", "CHN", "TWN", "HKG"]);
    expect(["Federal Republic of Germany", "German Democratic Republic"].map(found)).toEqual(["DEU", "DDR"]);
    expect(["Republic of Yemen", "People's Democratic Republic of Yemen"].map(found)).toEqual(["YEM", "YMD"]);
    expect(["Niger", "Nigeria", "Guinea", "Guinea-Bissau", "Guinea Ecuatorial"].map(found)).toEqual([
      "NER",
      "NGA",
      "GIN",
      "GNB",
      "GNQ",
    ]);
    expect(["Dominica", "Dominican Republic", "Sudan", "South Sudan"].map(found)).toEqual([
      "DMA",
      "DOM",
      "SDN",
      "SSD",
    ]);
  });

  test.each([
    "",
    "  ",
    "...",
    "**",
    "and",
    "per",
    "Per",
    "us",
    "uk",
    "uae",
    "in",
    "no",
    "ira",
    "oma",
    "car",
    "Korea",
    "Salvador",
    "Paris, France",
    "State of Georgia",
    "Estado de México",
    "Bolivia and Peru",
    "in Bolivia",
    "Republic of",
    "12",
    "2019",
    "999",
    "constructor",
    "__proto__",
    `Bolivia${" ".repeat(200)}x`,
  ])("%j names no area", (text) => {
    expect(findArea(text)).toBeNull();
  });

  test("a short name counts with its accent, in any case", () => {
    expect(["Irã", "irã", "IRÃ", "Ira\u0303", "Omã"].map(found)).toEqual(["IRN", "IRN", "IRN", "IRN", "OMN"]);
  });

  test("no word of two or three lower-case letters is an area by accident", () => {
    const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 3 }), (word) => findArea(word) === null),
      { numRuns: 2000 },
    );
  });

  test("case, accents and surrounding blanks of a longer name do not matter", () => {
    const names = areas.flatMap((area) =>
      languages.map((language) => [area.code, areaName(area.code, language)] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names.filter(([, name]) => name.length > 4)), ([code, name]) => {
        const bare = name.normalize("NFD").replace(/\p{M}/gu, "");
        for (const written of [
          bare,
          bare.toUpperCase(),
          bare.toLowerCase(),
          `\t${name}\u00a0`,
          name.replace(/[-']/g, " "),
        ])
          expect(found(written), written).toBe(code);
      }),
      { numRuns: 500 },
    );
  });

  test("any text at all is answered, quickly and with a known area or none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 130 }), (text) => {
        const area = findArea(text);
        expect(area === null || areaByCode(area.code) !== null).toBe(true);
      }),
    );
  });
});
