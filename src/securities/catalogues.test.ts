import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { languages } from "#kernel";
import { readIndicatorCatalogue } from "./catalogue/indicator-catalogue.ts";
import {
  formOfSecurity,
  formsOfSecurity,
  indicatorRoleName,
  securityLevelName,
} from "./forms-of-security.ts";
import { securitiesProblems } from "./problems.ts";
import { indicatorRoles, securityLevels } from "./security-terms.ts";

const indicator = {
  id: "X",
  label: { en: "a", fr: "b", es: "c", pt: "d" },
  form: "income",
  level: "national",
  group: "input",
  type: "binary",
  direction: 1,
  unit: "BIN",
  evidence: { tag: "seen" },
};
const problemsOf = (...indicators: readonly unknown[]) => {
  const result = readIndicatorCatalogue({ id: "c", version: "1", indicators });
  return result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${at?.field ?? ""}`);
};

test("a catalogue is read with its defaults", () => {
  const result = readIndicatorCatalogue({ id: "c", version: "1", indicators: [indicator] });
  expect(result.ok && result.value).toEqual({
    id: "c",
    version: "1",
    reconstruction: false,
    evidence: null,
    indicators: [
      {
        ...indicator,
        scale: null,
        transformation: null,
        sources: [],
        breakdowns: [],
        documentation: {},
        evidence: { tag: "seen", note: null },
      },
    ],
  });
});

test("a missing language, an id that repeats, unknown words and memory without confidence are refused", () => {
  expect(problemsOf({ ...indicator, label: { en: "a", fr: "b", es: "c" } })).toEqual([
    "securities.field-missing indicators[0].label",
  ]);
  expect(problemsOf(indicator, indicator)).toEqual(["securities.indicator-duplicate indicators[1].id"]);
  expect(problemsOf({ ...indicator, form: "housing", grup: "input", evidence: { tag: "memory" } })).toEqual([
    "securities.unknown-key indicators[0].grup",
    "securities.field-invalid indicators[0].form",
    "securities.field-missing indicators[0].evidence.confidence",
  ]);
  expect(readIndicatorCatalogue([])).toMatchObject({ ok: false });
  expect(readIndicatorCatalogue({ id: "c", version: "1" })).toMatchObject({ ok: false });
});

describe("the catalogue that ships with the project", () => {
  const file = resolve(import.meta.dirname, "../../definitions/indicators.json");
  const read = readIndicatorCatalogue(JSON.parse(readFileSync(file, "utf8")));
  const shipped = read.ok ? read.value.indicators : [];

  test("reads, and every text of its documentation speaks four languages, none of them left in English", () => {
    expect(read.ok ? [] : read.problems).toEqual([]);
    for (const { id, documentation } of shipped)
      for (const [heading, entry] of Object.entries(documentation)) {
        const texts = languages.map((language) => entry.text[language] ?? "");
        for (const text of texts) expect(text, `${id} ${heading}`).toMatch(/\S\.$/);
        expect(texts.slice(1), `${id} ${heading}`).not.toContain(texts[0]);
      }
  });

  test("says what is done about gaps where a 0 could stand for one, and where a list was seen", () => {
    for (const { id, type, documentation, evidence } of shipped) {
      if (type !== "ratio") expect(documentation.imputation?.text.en, id).toMatch(/^None\..*missing/);
      if (evidence.tag === "seen") expect(evidence.note, id).toMatch(/\S/);
      if (evidence.tag !== "own") expect(documentation.references?.text.en, id).toContain("(2004)");
    }
  });
});

test("forms, levels and roles speak four languages, and two forms are basic", () => {
  const texts = [
    ...formsOfSecurity.flatMap(({ name, meaning }) => [name, meaning]),
    ...securityLevels.map(securityLevelName),
    ...indicatorRoles.map(indicatorRoleName),
  ];
  for (const text of texts) for (const language of languages) expect(text[language]).toMatch(/\S/);
  expect(formsOfSecurity.filter(({ basic }) => basic).map(({ id }) => id)).toEqual([
    "income",
    "representation",
  ]);
  expect(formOfSecurity("labour-market")).toMatchObject({
    indexSign: "LMSI",
    name: { en: "Labour market security", fr: "Sécurité du marché du travail" },
  });
});

test("every problem code in the source stands in the catalogue, and every code of the catalogue is used", () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.endsWith("problems.ts"))
    .map((name) => readFileSync(resolve(import.meta.dirname, name), "utf8").replace(/^\s*\*.*$/gm, ""));
  const used = new Set(sources.flatMap((source) => source.match(/"securities\.[a-z-]+"/g) ?? []));
  expect([...used].map((code) => code.slice(1, -1)).sort()).toEqual(Object.keys(securitiesProblems).sort());
});
