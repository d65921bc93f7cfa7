import fc from "fast-check";
import { expect, it } from "vitest";
import { markedParts } from "./marked-terms.ts";

const criteria = [
  { column: "include", terms: ["pension", "social protection", "prestação"] },
  { column: "exclude", terms: ["road"] },
] as const;
const marked = (text: string) =>
  markedParts(text, criteria).flatMap(({ text: part, column }) => (column ? [[part, column]] : []));

it("finds terms at the beginning of words, in any case, with and without accents, and takes the word along", () => {
  expect(marked("Pensions and prestacoes; Prestac\u0327o\u0303es; suspension of broad roads")).toEqual([
    ["Pensions", "include"],
    ["roads", "exclude"],
  ]);
  expect(marked("PRESTAÇÃO social, prestacao")).toEqual([
    ["PRESTAÇÃO", "include"],
    ["prestacao", "include"],
  ]);
  expect(marked("social protection’s reach")).toEqual([["social protection", "include"]]);
});

it("loses no letter of the text, whatever it holds", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.string({ unit: "grapheme", maxLength: 3 })),
      (text, terms) => {
        expect(
          markedParts(text, [{ column: "include", terms }])
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});
