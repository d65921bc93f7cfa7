// Headings in plain words, under which lessons, good practices and advice stand; and what must not count there.

import { describe, expect, it } from "vitest";
import { triedLayout } from "./layout-trial.ts";

const page = (language: string, heading: string, paragraphs: readonly string[]) =>
  `<html lang="${language}"><body><h1>Clinics of Arvel</h1><h2>1. ${language === "en" ? "Background" : "Contexte"}</h2>
<p>Arvel is an invented town with five clinics, and its report was written to try the reader.</p>
<h2>2. ${heading}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</body></html>`;

const read = (language: string, heading: string, paragraphs: readonly string[]) =>
  triedLayout({ format: "html", text: page(language, heading, paragraphs), expected: [] });

const said = [
  "Mothers came when the clinic opened in the evening, and stayed away when it did not.",
  "A card that is lost twice a year costs more than the photograph on it.",
];

describe.each([
  [
    "en",
    ["What the project taught us", "Insights for future operations", "Key takeaways", "Substantive lessons"],
  ],
  ["fr", ["Ce que nous retenons", "À retenir", "Retour d'expérience", "Principaux enseignements"]],
  ["es", ["Lo que nos deja la experiencia", "Principales lecciones", "Para recordar"]],
  ["pt", ["O que ficou", "Ensinamentos", "Pontos a reter"]],
])("lessons in %s", (language, headings) => {
  it.each(headings)("stand under “%s”", async (heading) => {
    expect(await read(language, heading, said)).toEqual(said.map((text) => `lesson-learned|null|${text}`));
  });
});

it.each([
  ["en", "Experiences worth repeating"],
  ["fr", "Expériences à reproduire"],
  ["es", "Experiencias que vale la pena repetir"],
  ["pt", "O que merece ser repetido"],
])("good practices in %s stand under “%s”", async (language, heading) => {
  expect(await read(language, heading, said)).toEqual(said.map((text) => `good-practice|null|${text}`));
});

describe("what lies ahead", () => {
  const told = "The ministry should open the clinics in the evening.";
  it.each([
    ["en", "The way forward", told],
    ["es", "De cara al futuro", "El ministerio debería abrir los centros por la tarde."],
    ["pt", "Para os próximos anos", "Por fim, convém que o ministério abra os centros à noite."],
  ])("in %s under “%s” is advice where somebody is told what to do", async (language, heading, text) => {
    expect(await read(language, heading, [text])).toEqual([`recommendation|null|${text}`]);
  });

  it("is none where it only tells what comes", async () => {
    const news = "The council will meet in May. The mayor has announced a decision before the summer.";
    expect(await read("en", "The way forward", [news])).toEqual([]);
    expect(await read("en", "The way forward", [news, told])).toEqual([`recommendation|null|${told}`]);
  });
});

it.each([
  ["fr", "Enseignements", "Les fiches complètes figurent en annexe."],
  ["es", "Lecciones aprendidas", "Las fichas completas figuran en el anexo 2."],
  ["en", "Lessons learned", "The full templates are given in Annex 2."],
])("a sentence in %s that points to the annex is no lesson (%s)", async (language, heading, text) => {
  expect(await read(language, heading, [text])).toEqual([]);
});

it.each([
  ["en", "Accept photographs as proof of an accident.", "recommendation"],
  ["en", "Agree with the ministry on one case file.", "recommendation"],
  ["es", "Aceptar el certificado del hospital.", "recommendation"],
  ["fr", "Accepter les photographies comme preuve.", "recommendation"],
  ["en", "Accepted. The office will act.", "management-response"],
  ["fr", "Acceptée. Le bureau agira.", "management-response"],
  ["pt", "Aceite. O escritório vai agir.", "management-response"],
])("orders in %s to accept something are advice, participles answer: %s", async (language, text, kind) => {
  const name = { en: "Recommendation", fr: "Recommandation", es: "Recomendación", pt: "Recomendação" }[
    language
  ];
  const found = await read(language, `${name}s`, [`${name} 2. ${text}`]);
  expect(found).toEqual([`${kind}|2|${text}`]);
});

it.each([
  ["es", "Recomendación n.º 3:", "3"],
  ["pt", "Recomendação n.º 3:", "3"],
  ["en", "Third recommendation:", "3"],
  ["fr", "Troisième recommandation :", "3"],
  ["fr", "Reco 3 :", "3"],
])("the name in %s “%s” bears the number", async (language, name, label) => {
  const heading = {
    en: "Recommendations",
    fr: "Recommandations",
    es: "Recomendaciones",
    pt: "Recomendações",
  }[language]!;
  expect(await read(language, heading, [`${name} Open the clinics in the evening.`])).toEqual([
    `recommendation|${label}|Open the clinics in the evening.`,
  ]);
});
