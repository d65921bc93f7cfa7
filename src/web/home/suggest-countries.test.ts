import { expect, it } from "vitest";
import { suggestCountries } from "./suggest-countries.ts";

const codes = (typed: string, language: "en" | "fr" | "es" | "pt" = "en") =>
  suggestCountries(typed, language).map((country) => country.code);

it("finds a country while its name is typed, in the reader's language, with or without accents", () => {
  expect(codes("ken")[0]).toBe("KEN");
  expect(codes("côte", "fr")).toContain("CIV");
  expect(codes("cote d", "fr")).toContain("CIV");
  expect(codes("costa do", "pt")).toContain("CIV");
});

it("finds a country named inside a question", () => {
  expect(codes("What works in Tajikistan?")).toEqual(["TJK"]);
});

it("puts the whole name first and offers five at most", () => {
  expect(codes("Niger")[0]).toBe("NER");
  expect(codes("united").length).toBeLessThanOrEqual(5);
});

it("offers nothing for two letters or a word that is no country", () => {
  expect(codes("ke")).toEqual([]);
  expect(codes("pension")).toEqual([]);
});
