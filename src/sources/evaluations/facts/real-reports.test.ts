// The two seed texts and real reports, where they are present (SOCLE_REFERENCE): what their own front pages
// say, read by a person.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "#documents";
import { codePointsOf } from "#kernel";
import type { Candidates, EvaluationFacts } from "./evaluation-facts.ts";
import { readEvaluationFacts } from "./read-evaluation-facts.ts";

const root = resolve(import.meta.dirname, "../../../..");
const reference = resolve(root, process.env["SOCLE_REFERENCE"] ?? "../shared/reference");
const paths = {
  first: resolve(reference, "../seeds/000_a495ae251d6c7d9b.txt"),
  second: resolve(reference, "../seeds/002_6f7f860be939799d.txt"),
  brief: resolve(reference, "../data/evaluations/iom-cs1137-cs1138-brief.pdf"),
  response: resolve(reference, "../data/evaluations/iom-cs1137-cs1138-management-response.pdf"),
  meta: resolve(reference, "../data/evaluations/iom-meta-evaluation-2020-2024.pdf"),
  country: resolve(reference, "../data/evaluations/undp-icpe-liberia-main-report.pdf"),
} as const;
const isThere = Object.values(paths).every((path) => existsSync(path));

async function factsOf(name: keyof typeof paths): Promise<EvaluationFacts> {
  const result = await readDocument(new Uint8Array(readFileSync(paths[name])), paths[name]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const facts = readEvaluationFacts(result.value);
  const { slice } = codePointsOf(result.value.text);
  for (const { printed, spans } of Object.values(facts).flat())
    expect(printed).toBe(spans.map(([start, end]) => slice(start, end)).join(" "));
  return facts;
}
const values = <Value>(candidates: Candidates<Value>) => candidates.map(({ value }) => value);

it("has the seed texts and the real reports on CI", () => {
  expect(isThere || process.env["CI"] !== "true", "no seeds or reports beside SOCLE_REFERENCE").toBe(true);
});

describe.skipIf(!isThere)("facts of real reports (skipped where the reference files are absent)", () => {
  it("reads the evaluation of 2005: donors, total, period, evaluators, and no title, which it has not", async () => {
    const facts = await factsOf("first");
    expect(values(facts.title)).toEqual([]);
    expect(values(facts.donors)).toEqual([
      "Ford Foundation",
      "Rockefeller Foundation",
      "Government of Italy",
      "Government of the Netherlands",
      "UNDP",
    ]);
    expect(facts.projectBudget[0]?.value).toEqual({ amount: 15_439_000, currency: "USD" });
    expect(values(facts.periodCovered)).toEqual(["1999/2005"]);
    expect(values(facts.evaluators)).toEqual(["Roger Maconick", "Carla Henry"]);
    expect(values(facts.missionDates)).toEqual(["2005-05/2005-06"]);
    expect(values(facts.reportDate)).toEqual(["2005-10-10"]);
    expect(values(facts.countries)).toEqual([]);
  });

  it("reads the synthesis review: title, author, period; the reports it lists are not its own", async () => {
    const facts = await factsOf("second");
    expect(facts.title[0]?.value).toBe(
      "Social protection (social security) interventions: What works and why?",
    );
    expect(values(facts.evaluators)).toEqual(["Magali Bonne-Moreau"]);
    expect(values(facts.periodCovered)[0]).toBe("2012/2018");
    expect(values(facts.commissioningOffice)[0]).toMatch(/^ILO Evaluation Office/);
    expect([facts.projectSymbols, facts.countries, facts.timing].flat()).toEqual([]);
    expect(facts.summary[0]?.value).toMatch(/^This report presents the findings of a review/);
  });

  it("reads the French brief with its sheet in two columns", async () => {
    const facts = await factsOf("brief");
    expect(facts.projectSymbols.map(({ value }) => value.symbol)).toEqual(["CS1137", "CS1138"]);
    expect([facts.type, facts.timing, facts.nature].map(([first]) => first?.value)).toEqual([
      "project",
      "final",
      "independent",
    ]);
    expect(values(facts.countries)).toEqual(["HTI", "DOM"]);
    expect(values(facts.donors)).toEqual(["Peacebuilding Fund (PBF)"]);
    expect(values(facts.projectBudget)).toEqual([{ amount: 3_000_000, currency: "USD" }]);
    expect(values(facts.evaluators)).toEqual(["Célestin SIKUBE TAKAMGNO"]);
    expect(values(facts.evaluationManager)).toEqual(["Javier SANCHEZ"]);
    expect(values(facts.projectPeriod)).toEqual(["2021-04-01/2025-04-30"]);
    expect(values(facts.missionDates)[0]).toBe("2025-03-25/2025-04-15");
    expect(values(facts.reportDate)[0]).toBe("2025-06-01");
    expect(values(facts.criteria)).toHaveLength(5);
  });

  it("takes the units of a response table for no unit of the project", async () => {
    const facts = await factsOf("response");
    expect(values(facts.administrativeUnit)).toEqual([]);
    expect(values(facts.countries)).toEqual(["HTI", "DOM"]);
    expect([facts.timing[0]?.value, facts.nature[0]?.value]).toEqual(["final", "independent"]);
  });

  it("takes no country out of the list of evaluations that a meta-evaluation reviews", async () => {
    const facts = await factsOf("meta");
    expect(values(facts.title)[0]).toBe("Meta-evaluation of IOM evaluations");
    expect(values(facts.countries)).toEqual([]);
    expect(values(facts.evaluators)).toEqual([
      "Leticia Bendelac",
      "Inmaculada Román",
      "Carlos Madridejos",
      "Lucas Rey",
      "Salvador Bustamante",
    ]);
    expect(values(facts.evaluationManager)).toEqual(["Andres Botero"]);
    expect(values(facts.reportDate)).toEqual(["2025-07"]);
  });

  it("reads the country programme evaluation; the countries of the series are not its own", async () => {
    const facts = await factsOf("country");
    expect(values(facts.title)[0]).toBe("INDEPENDENT COUNTRY PROGRAMME EVALUATION LIBERIA");
    expect([facts.type[0]?.value, facts.nature[0]?.value]).toEqual(["country-programme", "independent"]);
    expect(values(facts.countries)).toEqual(["LBR"]);
    expect(values(facts.evaluators)).toEqual([
      "Angela Naletilić",
      "Olugbemiga Afolabi",
      "Mark Aiken",
      "Precious Tirivanhu",
    ]);
    expect(values(facts.periodCovered)).toEqual(["2020/2024"]);
    expect(values(facts.reportDate)).toEqual(["2025-02"]);
    expect(facts.summary[0]?.value).toMatch(/^The year 2023/);
  });
});
