import { expect, it } from "vitest";
import { fitsWords } from "./fits-words.ts";

it("asks for every word, by its beginning, accents aside", () => {
  const text = "ISI_O_POV Population sous le seuil national de pauvreté, %";
  expect(fitsWords("pauvrete", text)).toBe(true);
  expect(fitsWords("Seuil PAUV", text)).toBe(true);
  expect(fitsWords("seuil vieillesse", text)).toBe(false);
  expect(fitsWords("vreté", text)).toBe(false);
  expect(fitsWords("isi_o_pov", text)).toBe(true);
});

it("finds nothing for nothing", () => {
  expect(fitsWords("", "text")).toBe(false);
  expect(fitsWords("“”", "text")).toBe(false);
  expect(fitsWords("le de", "text le de")).toBe(false);
});
