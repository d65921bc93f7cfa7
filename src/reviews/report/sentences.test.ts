import { expect, it } from "vitest";
import { bareSentence, citationsIn, paragraphsOf, sentencesOf } from "./sentences.ts";

it("tells sentences apart, and not at abbreviations, initials and decimals", () => {
  expect(
    sentencesOf(
      "See p. 12 of it, cf. fig. 3. It works [F1]. M. Dupont, Dr. Roy and J. Silva say 3.5 per cent! ¿Y qué? Sí.",
    ),
  ).toEqual([
    "See p. 12 of it, cf. fig. 3.",
    "It works [F1].",
    "M. Dupont, Dr. Roy and J. Silva say 3.5 per cent!",
    "¿Y qué?",
    "Sí.",
  ]);
});

it("keeps citations and closing marks with the sentence before them", () => {
  expect(sentencesOf("« Cela marche. » [F2] Et ceci aussi.")).toEqual([
    "« Cela marche. » [F2]",
    "Et ceci aussi.",
  ]);
  expect(sentencesOf("It is so. [F1] [R3/row-1] And more.")).toEqual([
    "It is so. [F1] [R3/row-1]",
    "And more.",
  ]);
  expect(citationsIn("It is so [F1], and so [R3/row-1].")).toEqual(["F1", "R3/row-1"]);
});

it("gives a marked sentence the same name after its blanks and citations change", () => {
  expect(bareSentence("We  think\nso [F1].")).toBe("We think so.");
  expect(bareSentence("We think so.")).toBe("We think so.");
});

it("reads paragraphs apart by empty lines, whatever their line ends", () => {
  expect(paragraphsOf("One\r\ntwo.\r\n\r\nThree.\n \n\n")).toEqual(["One two.", "Three."]);
});
