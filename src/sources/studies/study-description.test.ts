import { describe, expect, it } from "vitest";
import { readStudyDescription } from "./study-description.ts";

const good = {
  id: "XAA_2024_PSS_v01_M",
  kind: "people",
  origin: "simulated",
  title: { en: "People's Security Survey", fr: "Enquête sur la sécurité des personnes" },
  areas: ["XAA"],
  years: 2024,
  universe: { text: "Persons in households", ages: { from: 15, to: null } },
  coverage: { class: "national" },
  analysisUnits: ["household", "person"],
  access: { microdata: "restricted", tables: "public", contact: "The statistical office" },
  licence: "CC BY 4.0",
  citation: { title: "People's Security Survey 2024" },
};
const read = (changed: object = {}) => readStudyDescription({ ...good, ...changed }, "study.json");
const faults = (changed: object) => {
  const result = read(changed);
  return result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.field]);
};
const messages = (changed: object) => {
  const result = read(changed);
  return result.ok ? "" : result.problems.map(({ message }) => message).join("\n");
};

describe("the description of a study", () => {
  it("fills in what may be left out with nothing, and takes bare texts, one year and a name of a country", () => {
    const result = read({ areas: ["Alvane"], questionnaires: [{ file: "form.xlsx" }] });
    expect(result).toEqual({
      ok: true,
      value: {
        ...good,
        years: { from: 2024, to: 2024 },
        series: null,
        abstract: null,
        universe: { text: { en: "Persons in households" }, ages: { from: 15, to: null } },
        coverage: { class: "national", places: [], note: null },
        sampling: { procedure: null, overSampling: null },
        mode: null,
        collection: { from: null, to: null },
        response: { rate: null, note: null },
        weighting: null,
        producers: [],
        funding: [],
        identifiers: [],
        caveats: [],
        questionnaires: [{ language: null, file: "form.xlsx" }],
      },
    });
  });

  it("tells everything that is wrong at once, with the path of each field", () => {
    expect(
      faults({
        kind: "peeple",
        titel: "x",
        areas: ["Atlantis"],
        years: { from: 2024, till: 2025 },
        coverage: { class: "reginal" },
        response: { rate: 87 },
        collection: { from: "2024-02-30" },
        access: { microdata: "closed" },
        producers: [{ role: "funds" }],
        title: { fr: "Enquête" },
      }),
    ).toEqual([
      ["studies.field-unknown", "titel"],
      ["studies.word-unknown", "kind"],
      ["studies.field-missing", "title.en"],
      ["studies.area-unknown", "areas[0]"],
      ["studies.field-unknown", "years.till"],
      ["studies.field-missing", "years.to"],
      ["studies.word-unknown", "coverage.class"],
      ["studies.field-invalid", "collection.from"],
      ["studies.field-invalid", "response.rate"],
      ["studies.field-missing", "producers[0].name"],
      ["studies.field-missing", "access.tables"],
    ]);
    expect(messages({ kind: "peeple", titel: "x" })).toContain('the nearest is "people"');
    expect(messages({ kind: "peeple", titel: "x" })).toContain('the nearest is "title"');
  });

  it("is refused where it is no object, and empty texts are none", () => {
    expect(readStudyDescription([], "a.json").ok).toBe(false);
    expect(readStudyDescription(null, "a.json").ok).toBe(false);
    expect(faults({ licence: " \u200b" })).toEqual([["studies.field-invalid", "licence"]]);
  });

  it("takes a field called like an inner part of objects for the unknown field it is", () => {
    const json: unknown = JSON.parse(`{"__proto__": {"kind": "people"}, "constructor": 1}`);
    const result = readStudyDescription(json, "a.json");
    const unknown = result.ok ? [] : result.problems.filter(({ code }) => code === "studies.field-unknown");
    expect(unknown.map(({ at }) => at?.field)).toEqual(["__proto__", "constructor"]);
  });
});

describe("the identifier of a study", () => {
  it("is country, year, survey, version and M, each wrong part told in words", () => {
    expect(faults({ id: "pss 2024" })).toEqual([["studies.id-invalid", "id"]]);
    expect(messages({ id: "pss 2024" })).toContain("with 1 part between underscores");
    expect(faults({ id: "xaa_24_p s_1_X" })).toHaveLength(5);
    expect(messages({ id: "XAA_2024_PSS_v1_M" })).toContain('its version is "v1"');
    expect(messages({ id: "QQQ_2024_PSS_v01_M" })).toContain('its country is "QQQ"');
  });

  it("agrees with areas and years", () => {
    expect(faults({ id: "XAB_2024_PSS_v01_M" })).toEqual([["studies.contradiction", "id"]]);
    expect(faults({ id: "XAA_2019_PSS_v01_M" })).toEqual([["studies.contradiction", "id"]]);
    expect(faults({ id: "XAA_2023_PSS_v01_M", collection: { from: "2023-11", to: "2024-02-01" } })).toEqual(
      [],
    );
    expect(faults({ id: "WLD_2024_PSS_v01_M", areas: ["XAA", "XAB"] })).toEqual([]);
    // An area that is not known is told once, not as a disagreement too.
    expect(faults({ areas: ["Atlantis"] })).toEqual([["studies.area-unknown", "areas[0]"]]);
  });
});

describe("fields that contradict each other", () => {
  it("are told: invented areas that are real, spans backwards, a part of a country without its name", () => {
    expect(faults({ origin: "real" })).toEqual([["studies.contradiction", "areas[0]"]]);
    expect(faults({ years: { from: 2025, to: 2024 } })).toEqual([["studies.contradiction", "years"]]);
    expect(faults({ collection: { from: "2024-05-01", to: "2024-04-01" } })).toEqual([
      ["studies.contradiction", "collection"],
    ]);
    expect(faults({ universe: { text: "x", ages: { from: 64, to: 15 } } })).toEqual([
      ["studies.contradiction", "universe.ages"],
    ]);
    expect(faults({ coverage: { class: "urban" } })).toEqual([["studies.contradiction", "coverage.places"]]);
    expect(faults({ coverage: { class: "urban", places: ["Alva"] } })).toEqual([]);
    expect(faults({ areas: ["XAA", "Alvane"] })).toEqual([["studies.repeated", "areas[1]"]]);
  });
});
