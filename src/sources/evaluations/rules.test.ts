// The single rules behind passages and records, each on the smallest text that shows it.

import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { formField } from "./form-fields.ts";
import { inventoryRow, normalisedId } from "./inventory-row.ts";
import { kindsNamed } from "./kinds-named.ts";
import { kindAnnounced } from "./lead-in.ts";
import { namedItem } from "./named-item.ts";
import { evaluationsProblems } from "./problems.ts";
import { proseKind } from "./prose-kind.ts";
import { countriesInTitle, rowRegion } from "./row-region.ts";
import type { Section } from "./sections.ts";
import { titleLanguage } from "./title-language.ts";

describe("kindsNamed", () => {
  it.each([
    ["3. Recommendations", ["recommendation"]],
    ["Leçons apprises et bonnes pratiques", ["lesson-learned", "good-practice"]],
    ["Factores de éxito", ["success-factor"]],
    ["Conclusões e recomendações", ["conclusion", "recommendation"]],
    ["Réponse de la direction", ["management-response"]],
    ["Principales constatations", ["finding"]],
    ["Collation of findings", []],
    ["Budget and staff", []],
  ])("%s", (heading, kinds) => {
    expect(kindsNamed(heading)).toEqual(kinds);
  });
});

describe("namedItem", () => {
  it.each([
    ["Recommendation 3: Register.", "recommendation", "3", "Register."],
    ["RECOMMENDATION 1.", "recommendation", "1", ""],
    ["Evaluation recommandation # 1: (Time 0) : Le registre", "recommendation", "1", "Le registre"],
    ["Leçon apprise 2 – Une mutuelle", "lesson-learned", "2", "Une mutuelle"],
    ["**Recomendación 4.** Abrir", "recommendation", "4", "Abrir"],
    ["Conclusion 2. Approach", "conclusion", "2", "Approach"],
  ])("%s", (text, kind, label, rest) => {
    const item = namedItem(text);
    expect(item).toMatchObject({ kind, label });
    expect(text.slice(item!.length)).toBe(rest);
  });

  it.each([
    "Recommendation 3 was not followed",
    "Recommendations are few",
    "Findings",
    "The recommendation 3:",
  ])("is no name: %s", (text) => {
    expect(namedItem(text)).toBeNull();
  });
});

describe("responses that name themselves", () => {
  const responses = ["management-response"] as const;
  it.each([
    ["Response 1. Accepted. The Fund", "Accepted. The Fund"],
    ["Réponse 1. Acceptée", "Acceptée"],
    ["Respuesta 1: Aceptada", "Aceptada"],
    ["Resposta 1 – Aceite", "Aceite"],
  ])("%s, where responses are announced and nowhere else", (text, rest) => {
    const item = namedItem(text, responses);
    expect(item).toMatchObject({ kind: "management-response", label: "1" });
    expect(text.slice(item!.length)).toBe(rest);
    expect(namedItem(text)).toBeNull();
    expect(namedItem(text, ["finding"])).toBeNull();
  });

  it("need no heading where they are called responses of the management", () => {
    expect(namedItem("Management response 2: Accepted")).toMatchObject({ label: "2" });
    expect(namedItem("Response rates were low", responses)).toBeNull();
    expect(namedItem("Response 1 was late", responses)).toBeNull();
  });
});

describe("proseKind in a section about the method", () => {
  const method: Section = {
    heading: "2. Method",
    level: 1,
    kinds: ["method"],
    own: true,
    inSummary: false,
    parent: null,
  };
  it.each([
    "The evaluation faced several limitations. Records begin in 2020.",
    "L’évaluation connaît des limitations : les données commencent en 2020.",
    "Les limites de l’enquête tiennent à sa taille.",
    "Hubo limitaciones en los datos anteriores a 2020.",
    "A avaliação encontrou limitações. Os registos começam em 2020.",
    "Limitações: os registos começam em 2020.",
  ])("%s", (text) => {
    const found = proseKind(text, method);
    expect(found?.kind).toBe("limitation");
    expect(found?.reason).toMatch(/limit/i);
  });

  it("leaves limits of a scheme to the findings", () => {
    const finding: Section = { ...method, kinds: ["finding"] };
    expect(proseKind("Hubo limitaciones en los pagos de la oficina.", finding)?.kind).toBe("finding");
  });

  it.each([
    "To overcome these limitations, the team asked three sources.",
    "Les limites d’âge du régime ont été relevées dans les registres.",
    "The team read forty documents and spoke with the partners; limitations are described below.",
  ])("stays the method: %s", (text) => {
    expect(proseKind(text, method)?.kind).toBe("method");
  });
});

describe("kindAnnounced", () => {
  it.each([
    ["The evaluation offers the following recommendations.", "recommendation"],
    ["Success factors included:", "success-factor"],
    ["A number of challenges were identified; the main ones are presented below:", "challenge"],
    ["Building on lessons learned, we make the following recommendations:", "recommendation"],
    ["To address the challenges, these steps were taken:", null],
    ["The report lists lessons in an annex.", null],
  ])("%s", (sentence, kind) => {
    expect(kindAnnounced(sentence)).toBe(kind);
  });
});

describe("formField", () => {
  it.each([
    ["Management response – accept", "management-response", "accept"],
    ["Breve descrição da lição aprendida (ligação) : A inscrição", "lesson-learned", "A inscrição"],
    ["Brief summary of the good practice: Cards", "good-practice", "Cards"],
  ])("%s", (text, kind, rest) => {
    const field = formField(text);
    expect(field?.kind).toBe(kind);
    expect(text.slice(field!.length)).toBe(rest);
  });

  it("knows fields that end the one before", () => {
    expect(formField("Key actions: (Time 1)")).toEqual({ kind: null, length: 0 });
    expect(formField("The key is under the mat.")).toBeNull();
  });
});

describe("a row of a list of evaluations", () => {
  const row = (title: string, type = "Final independent", link = "") =>
    inventoryRow({ number: "1.", id: "E2", title, link, type, spans: [[0, 1]], page: null });

  it("reads symbols, placeholders and printed absences apart", () => {
    expect(row("A (CMB/09/04/SPA)")).toMatchObject({
      title: "A",
      tcSymbol: "CMB/09/04/SPA",
      symbolParts: { area: "CMB", year: 2009, serial: "04", donorCode: "SPA" },
      countries: ["KHM"],
      region: "asia-pacific",
    });
    expect(row("A (INT/00/000/AAA)")).toMatchObject({ tcSymbol: null, tcPlaceholder: true, region: null });
    expect(row("A (N/A)")).toMatchObject({ tcSymbol: null, tcSymbolPrinted: "N/A", title: "A" });
    expect(row("A (Phase II)")).toMatchObject({ tcSymbolPrinted: null, title: "A (Phase II)" });
    expect(row("A (RLA/97/01/SPA)").symbolParts?.year).toBe(1997);
  });

  it("reads type in four languages and keeps the printed timing", () => {
    expect(row("A", "Évaluation intermédiaire indépendante")).toMatchObject({
      timing: "mid-term",
      nature: "independent",
    });
    expect(row("A", "Final interna")).toMatchObject({
      timing: "final",
      timingPrinted: "Final",
      nature: "internal",
    });
    expect(row("A", "High level evaluation")).toMatchObject({
      kind: "high-level",
      nature: null,
      timing: null,
    });
  });

  it("writes identifiers in one style", () => {
    expect(["I2", "I-2", "e 34"].map(normalisedId)).toEqual(["I-2", "I-2", "E-34"]);
  });

  it("finds countries, not partners, and regions by the title first", () => {
    expect(countriesInTitle("STEP/Portugal project in Lao PDR and Timor-Leste")).toEqual(["LAO", "TLS"]);
    expect(countriesInTitle("Bolivia, Ecuador y Perú")).toEqual(["BOL", "ECU", "PER"]);
    expect(
      rowRegion("Asian decade", { area: "GLO", year: 2015, serial: "50", donorCode: "ROK" }, null),
    ).toMatchObject({
      region: "asia-pacific",
      basis: "title",
      conflict: true,
    });
  });

  it("tells the language of a title by its little words", () => {
    expect(titleLanguage("Programme de Coopération Sud-Sud pour les Pays d'Afrique")).toBe("fr");
    expect(titleLanguage("Proteção social para as peixeiras do litoral")).toBe("pt");
    expect(titleLanguage("XYZ 2012")).toBeNull();
  });
});

it("lists every problem that the code reports, and no other", () => {
  const used = new Set<string>();
  // The mapping of foreign tables has a catalogue of its own.
  for (const name of readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }))
    if (
      !name.startsWith("mapping") &&
      name.endsWith(".ts") &&
      !name.endsWith(".test.ts") &&
      name !== "problems.ts"
    )
      for (const match of readFileSync(resolve(import.meta.dirname, name), "utf8").matchAll(
        /"(evaluations\.[a-z-]+)"/g,
      ))
        used.add(match[1]!);
  expect([...used].sort()).toEqual(Object.keys(evaluationsProblems).sort());
});
