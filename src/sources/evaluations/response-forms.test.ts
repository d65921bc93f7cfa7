// Where the answers to recommendations stand, and under what names: tables, forms, paragraphs, chapters.

import { describe, expect, it } from "vitest";
import { triedLayout } from "./layout-trial.ts";

const advice = [
  "Open the clinics in the evening in all five towns.",
  "Replace the cards by numbers.",
  "Close the branch in the harbour.",
];
const reasons = "The law has to be changed first.";
const found = async (body: string, language = "en") =>
  (
    await triedLayout({
      format: "html",
      text: `<html lang="${language}"><body><h1>Clinics of Arvel</h1><h2>1. Background</h2>
<p>Arvel is an invented town with five clinics, and its report was written to try the reader.</p>${body}</body></html>`,
      expected: [],
    })
  ).filter((line) => line.startsWith("management-response"));

const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
    .join("")}</table>`;

describe("a table with a column of verdicts, whatever its heads say", () => {
  it.each([
    [
      "en",
      "Advice of the evaluators | Do we agree? | Our position | What we shall do | Lead | Finished by",
      ["Yes", "In part", "No"],
    ],
    [
      "en",
      "Issue raised | Our answer | Details | Steps | In charge | By",
      ["Accepted", "Partially accepted", "Rejected"],
    ],
    [
      "fr",
      "Énoncé | Position | Justification | Engagement pris | Responsable | Échéance",
      ["D'accord", "D'accord en partie", "Pas d'accord"],
    ],
    [
      "es",
      "Lo que recomienda la evaluación | Postura | Motivos | Compromiso | Responsable | Plazo",
      ["Aceptada", "En parte", "Rechazada"],
    ],
    [
      "pt",
      "Recomendação | Parecer | Observações da gestão | Ações previstas | A cargo de | Data",
      ["Aceita", "Aceita parcialmente", "Não aceita"],
    ],
  ])("in %s: %s", async (language, heads, verdicts) => {
    const rows = advice.map((text, i) => [
      `${i + 1}. ${text}`,
      verdicts[i]!,
      reasons,
      "A letter to the ministry",
      "Legal unit",
      "2024",
    ]);
    expect(await found(`<h2>5. Annex</h2>${table(heads.split(" | "), rows)}`, language)).toEqual(
      [1, 2, 3].map((n) => `management-response|${n}|${reasons}`),
    );
  });

  it("but not one of what became of earlier advice, nor of plain answers to questions", async () => {
    const rows = advice.map((text, i) => [text, ["Yes", "No", "Yes"][i]!]);
    expect(await found(`<h2>3. Findings</h2>${table(["Recommendation", "Taken up?"], rows)}`)).toEqual([]);
    expect(
      await found(
        `<h2>3. Findings</h2>${table(
          ["Service in the town", "Available?", "Responsible"],
          rows.map((row) => [...row, "Town council"]),
        )}`,
      ),
    ).toEqual([]);
  });
});

const answer = (i: number) => `${["Accepted", "Partially accepted", "Rejected"][i]}. ${reasons}`;
const answers = [0, 1, 2].map((i) => `management-response|${i + 1}|${answer(i)}`);

describe.each([
  "Management response:",
  "Reply:",
  "Comments of the Office:",
  "Position of the Government:",
  "Management response –",
])("under the name “%s”", (name) => {
  it("an answer stands below its recommendation", async () => {
    const body = advice.map(
      (text, i) => `<p>Recommendation ${i + 1}. ${text}</p><p>${name} ${answer(i)}</p>`,
    );
    expect(await found(`<h2>4. Recommendations</h2>${body.join("")}`)).toEqual(answers);
  });

  it("an answer stands in the same paragraph", async () => {
    const body = advice.map((text, i) => `<p>Recommendation ${i + 1}. ${text} ${name} ${answer(i)}</p>`);
    expect(await found(`<h2>4. Recommendations</h2>${body.join("")}`)).toEqual(answers);
  });
});

it.each(["Recommendation", "Response to recommendation", "Management response to recommendation"])(
  "a chapter of responses repeats “%s 1” over each answer",
  async (name) => {
    const chapter = advice.map((text, i) => `<p>Recommendation ${i + 1}. ${text}</p>`).join("");
    const replies = advice.map((_, i) => `<h3>${name} ${i + 1}</h3><p>${answer(i)}</p>`).join("");
    expect(
      await found(`<h2>4. Recommendations</h2>${chapter}<h2>5. Management response</h2>${replies}`),
    ).toEqual(answers);
  },
);

it("a borrower who agrees with the ratings answers no recommendation", async () => {
  expect(
    await found(
      "<h2>H. Comments of the borrower</h2><p>The borrower agrees with the ratings except that of quality at entry.</p>",
    ),
  ).toEqual([]);
});
