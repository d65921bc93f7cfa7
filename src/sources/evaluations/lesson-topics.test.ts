import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { populationTerms } from "./lesson-topics.data.ts";
import { lessonTopics } from "./lesson-topics.ts";

const values = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);

describe("what a lesson is about", () => {
  it.each([
    ["Maternity benefits reach women in the informal economy only with trade unions.", "en"],
    [
      "Les prestations de maternité n'atteignent les femmes de l'économie informelle qu'avec les syndicats.",
      "fr",
    ],
    [
      "Las prestaciones de maternidad llegan a las mujeres de la economía informal solo con los sindicatos.",
      "es",
    ],
    ["As prestações de maternidade só chegam às mulheres da economia informal com os sindicatos.", "pt"],
  ])("is proposed alike in each language: %s", (text) => {
    const found = lessonTopics(text);
    expect(values(found.branches)).toEqual(["maternity"]);
    expect(values(found.populations)).toEqual(
      expect.arrayContaining(["women", "workers-in-informal-economy", "social-partners"]),
    );
    for (const { reason, confidence } of [...found.branches, ...found.populations]) {
      expect(reason).toMatch(/^It speaks of .+: “.+”\.$/);
      expect(confidence).toBeGreaterThan(0.5);
    }
  });

  it("tells what the project had in its hands from what happened around it", () => {
    const own = lessonTopics(
      "A realistic budget, early recruitment and monitoring from the start save a project.",
    );
    expect(own.factor?.value).toBe("internal");
    const around = lessonTopics("Les élections et l'instabilité politique ont retardé la loi.");
    expect(around.factor?.value).toBe("external");
    expect(around.factor?.reason).toContain("instabilite politique");
    expect(lessonTopics("The budget was cut after the elections.").factor).toBeNull();
    expect(lessonTopics("Trust takes time.").factor).toBeNull();
  });

  it("finds nothing in words that only contain a term", () => {
    const found = lessonTopics(
      "The chairman spoke of grandmotherly advice and subcontracted pensive authors.",
    );
    expect(found).toEqual({ branches: [], populations: [], factor: null });
  });

  it("proposes five groups at the most, those named most often", () => {
    const all =
      "children youth women refugees migrants farmers enterprises enterprises migrants indigenous hiv";
    const found = lessonTopics(all);
    expect(found.populations).toHaveLength(5);
    expect(values(found.populations)).toEqual(expect.arrayContaining(["enterprises", "migrants"]));
  });

  it("asks the title of the report where the lesson itself is silent, and says so", () => {
    const title = "Seguro de desemprego para trabalhadoras domésticas";
    const silent = lessonTopics("O pagamento pontual cria confiança.", title);
    expect(silent.branches).toMatchObject([{ value: "unemployment", confidence: 0.5 }]);
    expect(silent.branches[0]?.reason).toContain("in the title");
    expect(values(silent.populations)).toContain("domestic-workers");
    const own = lessonTopics("Os idosos recebem pensões de velhice em dia.", title);
    expect(values(own.branches)).toEqual(["old_age"]);
    expect(values(own.populations)).toEqual(["older-persons"]);
  });

  it("knows every group of the vocabulary and no other", () => {
    const file = new URL("../../../definitions/vocabularies/population.json", import.meta.url);
    const { terms } = JSON.parse(readFileSync(file, "utf8")) as { terms: { code: string }[] };
    expect(Object.keys(populationTerms).sort()).toEqual(terms.map(({ code }) => code).sort());
  });
});
