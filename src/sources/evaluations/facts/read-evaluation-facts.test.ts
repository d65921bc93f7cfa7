// Invented reports in four languages: data sheets as lines, gaps and tables, covers, and what is not stated.

import { describe, expect, it } from "vitest";
import { type ReadDocument, readDocument } from "#documents";
import { codePointsOf } from "#kernel";
import type { Candidates, EvaluationFacts } from "./evaluation-facts.ts";
import { readEvaluationFacts } from "./read-evaluation-facts.ts";

async function read(text: string, name = "report.txt"): Promise<ReadDocument> {
  const result = await readDocument(new TextEncoder().encode(text), name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const factsOf = async (text: string, name?: string) => readEvaluationFacts(await read(text, name));
const values = <Value>(candidates: Candidates<Value>) => candidates.map(({ value }) => value);
const symbols = ({ projectSymbols }: EvaluationFacts) => projectSymbols.map(({ value }) => value.symbol);

const english = `International Labour Organization
Evaluation Office

Building social protection for migrant workers in Central Asia

Mid-term independent cluster evaluation

ILO DC/SYMBOL:            RER/ 18 /03/ GBR; INT-00-000-AAA
Type of Evaluation:       Cluster
Evaluation timing:        Interim
Evaluation nature:        Independent
Project countries:        Kyrgyzstan, Tajikistan and Uzbekistan
SDG(s):                   SDG 1.3, 8.5 and 10.7
Date when the evaluation was completed: 30 June 2021
ILO Administrative Office:  DWT/CO-Moscow
ILO Technical Office(s):   SOCPRO; MIGRANT
Joint evaluation agencies: N/A
Project duration:        1 April 2018 – 31 March 2022
Donor and budget:         United Kingdom (FCDO), US$ 4,500,000
Name of consultant(s):    Dr. Aigul T. Sadykova (team leader), Mr. Pieter van den Berg
Name of Evaluation Manager: Ms Ria Hallam
Evaluation budget:        US$ 38'500
Key Words: maternity protection, pension reform

Executive summary

Background and context

The project helps three governments to extend social security to workers abroad and to those who came back. It began in April 2018.

1. Introduction

Kazakhstan and Turkey were named by many as places to go. The United States has other rules for all of them.
`;

const french = `Rapport d'évaluation finale indépendante

Projet « Pour une couverture santé des pêcheurs » au Sénégal et en Côte d’Ivoire

Titre du projet : Pour une couverture santé des pêcheurs
Code du projet : RAF/17/52/FRA
Pays : Sénégal, Côte d’Ivoire, RDC
Bailleur de fonds : Ministère de l'Emploi et du Travail du Portugal ; Agence française de développement (AFD)
Budget du projet : 2 350 000 euros
Coût de l'évaluation : 45.000 €
Période du projet : janvier 2018 – décembre 2021
Équipe d'évaluation : Mme Awa Ndiaye, consultante principale, et M. Jean-Luc Kouamé, consultant national
Gestionnaire de l'évaluation : Claire Dumont
Unité administrative : Bureau de pays de l'OIT à Dakar
Dates de la mission : du 3 au 14 mai 2021

Résumé exécutif

Le projet a été mis en œuvre au Sénégal et en Côte d’Ivoire avec l'appui de nombreux partenaires. Il a permis d'affilier des pêcheurs à l'assurance contre les accidents du travail.

L'évaluation a porté sur les critères de pertinence, d'efficacité et de durabilité. Le Mali a servi de comparaison.
`;

const spanish = `<html lang="es"><body><h1>Evaluación intermedia interna del proyecto «Trabajo con cuidado»</h1>
<table><tr><td>País(es)</td><td>Bolivia (Estado Plurinacional de); Perú</td><td>Donante</td><td>Gobierno de España (AECID)</td></tr>
<tr><td>Presupuesto total</td><td>2,5 millones de dólares</td><td>Evaluadora</td><td>Lic. María José de la Cruz</td></tr>
<tr><td>Símbolo del proyecto</td><td>RLA/19/04/SPA</td><td>Fechas de la misión</td><td>3 a 14 de mayo de 2021</td></tr>
<tr><td>Período cubierto</td><td>2019-2021</td><td>Metas de los ODS</td><td>1.3; 5.4</td></tr></table>
<h2>Resumen ejecutivo</h2><p>El proyecto apoyó la licencia de maternidad y el seguro de desempleo en dos países andinos, con mucho diálogo.</p>
<p>La evaluación fue encargada por la Oficina Regional de la OIT y realizada entre marzo y junio de 2021.</p></body></html>`;

const portuguese = `Avaliação ex-post conjunta do projeto Proteção Social nos PALOP

Relatório final – Novembro de 2020

Este relatório é inventado. Países: Angola, Cabo Verde, Guiné-Bissau e São Tomé e Príncipe. Doador: Governo de Portugal. Orçamento: EUR 300 mil. Avaliadores: Rui Tavares (coordenador) e Ana Bela Lopes. Temas: pensões de velhice, abono de família. O texto serve apenas para ensaios.

Resumo

A avaliação abrange o período de 2010 a 2015. O projeto foi financiado pelo Ministério do Trabalho de Portugal e pela Comissão Europeia, e executado em vários países.
`;

describe("readEvaluationFacts", () => {
  it("reads an English sheet of lines with gaps", async () => {
    const facts = await factsOf(english);
    expect(facts.title[0]?.value).toBe("Building social protection for migrant workers in Central Asia");
    expect(
      facts.projectSymbols.map(({ value, printed }) => [value.symbol, value.isPlaceholder, printed]),
    ).toEqual([
      ["RER/18/03/GBR", false, "RER/ 18 /03/ GBR"],
      ["INT/00/000/AAA", true, "INT-00-000-AAA"],
    ]);
    expect([facts.type, facts.timing, facts.nature].map(([first]) => first?.value)).toEqual([
      "cluster",
      "mid-term",
      "independent",
    ]);
    expect(facts.timing[0]?.printed).toBe("Interim");
    expect(values(facts.countries)).toEqual(["KGZ", "TJK", "UZB"]);
    expect(values(facts.regions)).toEqual(["europe-central-asia"]);
    expect(values(facts.sdgTargets)).toEqual(["1.3", "8.5", "10.7"]);
    expect(values(facts.donors)).toEqual(["United Kingdom (FCDO)"]);
    expect(facts.projectBudget[0]?.value).toEqual({ amount: 4_500_000, currency: "USD" });
    expect(values(facts.evaluationBudget)).toEqual([{ amount: 38_500, currency: "USD" }]);
    expect(values(facts.evaluators)).toEqual(["Aigul T. Sadykova", "Pieter van den Berg"]);
    expect(values(facts.evaluationManager)).toEqual(["Ria Hallam"]);
    expect(values(facts.administrativeUnit)).toEqual(["DWT/CO-Moscow"]);
    expect(values(facts.technicalUnit)).toEqual(["SOCPRO; MIGRANT"]);
    expect(values(facts.actualDate)).toEqual(["2021-06-30"]);
    expect(values(facts.projectPeriod)[0]).toBe("2018-04-01/2022-03-31");
    expect(values(facts.branches)).toEqual(["maternity", "old_age"]);
    expect(facts.summary[0]?.value).toMatch(/^The project helps three governments/);
  });

  it("reads a French sheet of lines", async () => {
    const facts = await factsOf(french);
    expect(facts.projectTitle[0]?.value).toBe("Pour une couverture santé des pêcheurs");
    expect(symbols(facts)).toEqual(["RAF/17/52/FRA"]);
    expect([facts.timing[0]?.value, facts.nature[0]?.value]).toEqual(["final", "independent"]);
    expect(values(facts.countries)).toEqual(["SEN", "CIV", "COD"]);
    expect(values(facts.donors)).toEqual([
      "Ministère de l'Emploi et du Travail du Portugal",
      "Agence française de développement (AFD)",
    ]);
    expect(values(facts.projectBudget)).toEqual([{ amount: 2_350_000, currency: "EUR" }]);
    expect(values(facts.evaluationBudget)).toEqual([{ amount: 45_000, currency: "EUR" }]);
    expect(values(facts.evaluators)).toEqual(["Awa Ndiaye", "Jean-Luc Kouamé"]);
    expect(values(facts.evaluationManager)).toEqual(["Claire Dumont"]);
    expect(values(facts.missionDates)).toEqual(["2021-05-03/2021-05-14"]);
    expect(values(facts.criteria)).toEqual(["relevance", "effectiveness", "sustainability"]);
    expect(values(facts.branches)).toEqual(["medical", "work_injury"]);
  });

  it("reads a Spanish table of two pairs a row", async () => {
    const facts = await factsOf(spanish, "informe.html");
    expect([facts.type, facts.timing, facts.nature].map(([first]) => first?.value)).toEqual([
      "project",
      "mid-term",
      "internal",
    ]);
    expect(values(facts.projectTitle)).toEqual(["Trabajo con cuidado"]);
    expect(values(facts.countries)).toEqual(["BOL", "PER"]);
    expect(values(facts.donors)).toEqual(["Gobierno de España (AECID)"]);
    expect(values(facts.projectBudget)).toEqual([{ amount: 2_500_000, currency: "USD" }]);
    expect(values(facts.evaluators)).toEqual(["María José de la Cruz"]);
    expect(values(facts.periodCovered)).toEqual(["2019/2021"]);
    expect(values(facts.missionDates)).toEqual(["2021-05-03/2021-05-14"]);
    expect(values(facts.evaluationDates)).toEqual(["2021-03/2021-06"]);
    expect(values(facts.sdgTargets)).toEqual(["1.3", "5.4"]);
    expect(values(facts.commissioningOffice)).toEqual(["Oficina Regional de la OIT"]);
    expect(values(facts.branches)).toEqual(["maternity", "unemployment"]);
  });

  it("reads a Portuguese paragraph of labels, and stops at the sentence behind the last", async () => {
    const facts = await factsOf(portuguese);
    expect([facts.timing[0]?.value, facts.nature[0]?.value]).toEqual(["ex-post", "joint"]);
    expect(values(facts.countries)).toEqual(["AGO", "CPV", "GNB", "STP"]);
    expect(values(facts.projectBudget)).toEqual([{ amount: 300_000, currency: "EUR" }]);
    expect(values(facts.evaluators)).toEqual(["Rui Tavares", "Ana Bela Lopes"]);
    expect(values(facts.periodCovered)).toEqual(["2010/2015"]);
    expect(values(facts.reportDate)).toEqual(["2020-11"]);
    expect(values(facts.donors)).toEqual([
      "Governo de Portugal",
      "Ministério do Trabalho de Portugal",
      "Comissão Europeia",
    ]);
    expect(facts.donors.map(({ confidence }) => confidence >= 0.9)).toEqual([true, false, false]);
    expect(values(facts.branches)).toEqual(["old_age", "family"]);
  });

  it.each([
    ["English", english, "a.txt"],
    ["French", french, "b.txt"],
    ["Spanish", spanish, "c.html"],
    ["Portuguese", portuguese, "d.txt"],
  ])("prints exactly what stands at the spans: %s", async (_, text, name) => {
    const document = await read(text, name);
    const { slice } = codePointsOf(document.text);
    const all = Object.values(readEvaluationFacts(document)).flat();
    expect(all.length).toBeGreaterThan(15);
    for (const { printed, spans, confidence, reason } of all) {
      expect(printed).toBe(spans.map(([start, end]) => slice(start, end)).join(" "));
      expect(printed.trim()).not.toBe("");
      expect(confidence).toBeGreaterThanOrEqual(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(reason).not.toBe("");
    }
  });

  it("leaves empty what the text does not state", async () => {
    const facts = await factsOf(
      "Notes on a visit\n\nThe office in Kenya was visited. Ghana and Peru sent words of thanks, and a sum of US$ 20 was spent on tea.\n",
    );
    const { languages, title, ...rest } = facts;
    expect(values(languages)).toEqual(["en"]);
    expect(title.length).toBeLessThanOrEqual(1);
    expect(Object.entries(rest).filter(([, candidates]) => candidates.length > 0)).toEqual([]);
  });

  it("takes N/A and empty cells for not stated", async () => {
    const facts = await factsOf(
      "Final evaluation of the Lake project\n\nDonor: N/A\nCountry: Kenya\nEvaluator: –\nBudget: tbd\n",
    );
    expect([facts.donors, facts.evaluators, facts.projectBudget].flat()).toEqual([]);
    expect(values(facts.countries)).toEqual(["KEN"]);
  });

  it("keeps values that disagree, the surer place first", async () => {
    const facts = await factsOf(
      "Final evaluation of the Lake project\n\nEvaluation timing: mid-term\nCountry: Kenya\nDonor: Norway\n\nSummary\n\nThe lake project was good for all who fished in it and for the people of the shore.\n",
    );
    expect(values(facts.timing)).toEqual(["mid-term", "final"]);
    expect(facts.timing[0]!.confidence).toBeGreaterThan(facts.timing[1]!.confidence);
  });

  it("does not take a giver in the title for a country of the evaluation", async () => {
    const facts = await factsOf(
      "Final independent evaluation of the project on fair fishing in Ghana, funded by the Government of Norway\n\nIt was good.\n",
    );
    expect(values(facts.countries)).toEqual(["GHA"]);
    expect(values(facts.donors)).toEqual(["Government of Norway"]);
  });

  it("does not take a long list of evaluations for a data sheet", async () => {
    const rows = ["Kenya", "Ghana", "Peru", "Nepal"].map(
      (country) => `<tr><td>Fair work</td><td>${country}</td><td>Final</td></tr>`,
    );
    const facts = await factsOf(
      `<h1>Review of evaluations</h1><table><tr><td>Project</td><td>Country</td><td>Type</td></tr>${rows.join("")}</table>`,
      "list.html",
    );
    expect(values(facts.countries)).toEqual([]);
    expect(values(facts.projectTitle)).toEqual([]);
  });

  it.each([
    ["Final evaluation of help to internally displaced families", "final", undefined],
    ["Evaluation of external voting in the lake region", undefined, undefined],
    ["Final report – mid-term evaluation of the Lake project", "mid-term", undefined],
    ["Self-evaluation of the Lake project", undefined, "self"],
    ["Évaluation à mi-parcours indépendante du projet « Lacs »", "mid-term", "independent"],
    ["Evaluación final interna del proyecto Lagos", "final", "internal"],
    ["Avaliação intermédia independente do projeto Lagos", "mid-term", "independent"],
    ["Joint ex-post evaluation of the Lake project", "ex-post", "joint"],
  ])("“%s” is %s and %s", async (title, timing, nature) => {
    const facts = await factsOf(
      `${title}\n\nThe families were glad of the boats and of the nets that they got.\n`,
    );
    expect([facts.timing[0]?.value, facts.nature[0]?.value]).toEqual([timing, nature]);
  });

  it("gives the country of a symbol less weight than that of the sheet", async () => {
    const facts = await factsOf(
      "Final evaluation of the Lake project\n\nProject symbol: PAK/13/01/HSF\nCountry: Nepal\nDonor: Norway\n",
    );
    expect(values(facts.countries)).toEqual(["NPL", "PAK"]);
    expect(facts.countries[1]!.reason).toContain("PAK/13/01/HSF");
  });

  it("takes the rows of a response table in the back for no data sheet", async () => {
    const body =
      "The office answered every letter that reached it in the course of the long year.\n\n".repeat(200);
    const facts = await factsOf(
      `Final evaluation of the Lake project\n\n${body}Type: mid-term\n\nLanguage: Spanish\n`,
    );
    expect(values(facts.timing)).toEqual(["final"]);
    expect(values(facts.languages)).toEqual(["en"]);
  });

  it("reads other agencies' codes behind their label only", async () => {
    const facts = await factsOf(
      "Final evaluation of the Lake project\n\nProject number: P155437\nDonor: Norway\nCountry: Kenya\n\nForm B12345 was used by all who came to the office of the project.\n",
    );
    expect(facts.projectSymbols.map(({ value }) => value)).toEqual([
      { symbol: "P155437", scheme: "other", isPlaceholder: false },
    ]);
  });
});
