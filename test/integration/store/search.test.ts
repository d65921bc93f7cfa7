import { describe, expect, it } from "vitest";
import type { Language } from "#kernel";
import { searchTextProblem } from "#store";
import { describeOnEngines, sharedStore } from "./engines.ts";
import { addedDocument, addedSource, at, evaluation } from "./samples.ts";

const said = (text: string, language: Language | null) => ({ text, language });

describeOnEngines("search over passages", (engine) => {
  const store = sharedStore(engine);
  const search = (text: string, other: object = {}) =>
    store().catalogue.passages.search({ text, limit: 50, offset: 0, ...other });
  const found = async (text: string, other: object = {}) =>
    (await search(text, other)).hits.map((hit) => hit.passage.text).toSorted();
  const marked = async (text: string) =>
    (await search(text)).hits.flatMap((hit) =>
      hit.highlights.map(([start, end]) => [...hit.passage.text].slice(start, end).join("")),
    );

  const singularEs = "La recomendación se dirige al gobierno";
  const pluralEs = "Las recomendaciones se dirigen al gobierno";
  const singularPt = "A recomendação dirige-se ao governo";
  const pluralPt = "As recomendações dirigem-se ao governo";

  it("joins singular and plural in Spanish and Portuguese, with and without accents", async () => {
    await addedDocument(store(), [said(singularEs, "es"), said(pluralEs, "es")]);
    await addedDocument(store(), [said(singularPt, "pt"), said(pluralPt, "pt")]);
    for (const text of [
      "recomendación",
      "recomendaciones",
      "recomendacion",
      "RECOMENDACION",
      "Recomendación",
    ])
      expect(await found(text, { languages: ["es"] }), text).toEqual([singularEs, pluralEs].toSorted());
    for (const text of ["recomendação", "recomendações", "recomendacao", "recomendacoes"])
      expect(await found(text, { languages: ["pt"] }), text).toEqual([singularPt, pluralPt].toSorted());
  });

  it("restores accents from the plural alone, when no passage has the singular", async () => {
    await addedDocument(store(), [
      said("Las cotizaciones suben", "es"),
      said("As contribuições sobem", "pt"),
    ]);
    expect(await found("cotizacion")).toEqual(["Las cotizaciones suben"]);
    expect(await found("contribuicao")).toEqual(["As contribuições sobem"]);
    // Words of another family that merely look alike stay out.
    await addedDocument(store(), [said("La oficina nacional", "es"), said("Las naciones unidas", "es")]);
    expect(await found("nacion")).toEqual(["Las naciones unidas"]);
  });

  it("joins the Portuguese words in -ão with their plurals where the stemmer does not", async () => {
    const both = ["A pensão mínima", "As pensões pagas"];
    await addedDocument(
      store(),
      both.map((text) => said(text, "pt")),
    );
    for (const text of ["pensão", "pensões", "pensao", "pensoes", "PENSÃO"])
      expect(await found(text), text).toEqual(both);
    expect(await marked("pensao")).toHaveLength(2);
    expect(await found("pensão -pensões")).toEqual([]);
  });

  it("stems English and French, and finds French without its accents", async () => {
    await addedDocument(store(), [
      said("The floors were strengthened", "en"),
      said("Les évaluations des régimes agricoles", "fr"),
    ]);
    expect(await found("floor strengthening")).toEqual(["The floors were strengthened"]);
    for (const text of ["évaluation", "evaluations", "régime agricole", "regimes"])
      expect(await found(text), text).toEqual(["Les évaluations des régimes agricoles"]);
  });

  it("finds words as they stand in a passage of unknown language", async () => {
    await addedDocument(store(), [said("Ulinzi wa jamii kwa wote", null)]);
    expect(await found("ulinzi jamii")).toEqual(["Ulinzi wa jamii kwa wote"]);
    expect((await search("ulinzi")).facets["language"]).toEqual([{ value: null, count: 1 }]);
  });

  it("understands phrases, minus and or, and excludes a word in all its spellings", async () => {
    await addedDocument(store(), [
      said("Harbour workers asked for cover", "en"),
      said("Workers of the harbour asked", "en"),
      said("El puerto pide inspección", "es"),
      said("El puerto pide inspecciones y faros", "es"),
    ]);
    expect(await found('"harbour workers"')).toEqual(["Harbour workers asked for cover"]);
    expect(await found('harbour -"harbour workers"')).toEqual(["Workers of the harbour asked"]);
    expect(await found("cover or puerto")).toHaveLength(3);
    expect(await found("puerto -faros")).toEqual(["El puerto pide inspección"]);
    expect(await found("puerto -inspeccion")).toEqual([]);
    expect(await found("puerto -inspecciones")).toEqual([]);
  });

  it("marks what was found, counted in code points, past emoji, markup and separate accents", async () => {
    const separate = "La pensión mínima 😀".normalize("NFD");
    await addedDocument(store(), [
      said("😀👩‍👩‍👧 <b>Les pêcheries</b> & les pêcheurs < 3 > 2", "fr"),
      said(separate, "es"),
      said("Fishery \uE000of\uE001 the north", "en"),
    ]);
    expect(await marked("pêcherie")).toEqual(["pêcheries"]);
    expect(await marked("pecherie pecheur")).toEqual(["pêcheries", "pêcheurs"]);
    expect((await marked("pension minima")).map((text) => text.normalize("NFC"))).toEqual([
      "pensión",
      "mínima",
    ]);
    expect(await marked("fisheries north")).toEqual(["Fishery", "north"]);
    expect(await marked("fisheries -south")).toEqual(["Fishery"]);
    const hit = (await search("pêcherie")).hits[0];
    expect(hit?.highlights).toEqual([[14, 23]]);
  });

  it("ranks the passage that says it more often higher, and pages without loss", async () => {
    await addedDocument(store(), [
      said("Granary granary granary", "en"),
      said("One granary among many other buildings of the town", "en"),
      said("The granary and the old mill beside it", "en"),
    ]);
    const all = await search("granary");
    expect(all.hits[0]?.passage.text).toBe("Granary granary granary");
    expect(all.hits.map((hit) => hit.score)).toEqual(
      all.hits.map((hit) => hit.score).toSorted((a, b) => b - a),
    );
    const pages = [];
    for (const offset of [0, 1, 2, 3]) pages.push(...(await search("granary", { limit: 1, offset })).hits);
    expect(pages.map((hit) => hit.passage.id)).toEqual(all.hits.map((hit) => hit.passage.id));
    expect((await search("granary", { limit: 1, offset: 2 })).total).toBe(3);
  });

  it("filters by kind, language, region, country and tier, and counts facets over the whole result", async () => {
    const { catalogue } = store();
    const north = await addedDocument(store(), [
      { text: "Orchard cover in the north", language: "en", kind: "finding" },
      { text: "Orchard cover should grow", language: "en", kind: "recommendation" },
    ]);
    await addedDocument(store(), [{ text: "Orchard of nobody", language: "en", kind: "finding" }]);
    const restricted = await addedSource(store(), "Orchard behind walls", { tier: "restricted" });
    await catalogue.documents.put(
      {
        source: restricted,
        readerVersion: "1",
        format: "text",
        language: "en",
        title: "Walls",
        pages: 1,
        text: "x",
        blocks: [],
      },
      [{ ...north.passages[0]!, id: "walls", source: restricted, text: "Orchard behind walls" }],
      at,
    );
    await catalogue.evaluations.put(
      [
        evaluation("north-1", north.source, {
          title: "North",
          countries: ["SWE", "NOR"],
          region: "europe-central-asia",
          year: 2018,
        }),
        evaluation("north-2", north.source, {
          title: "North again",
          countries: ["SWE"],
          region: "global-interregional",
          year: 2020,
        }),
      ],
      at,
      "operator",
    );
    await catalogue.documents.link(north.source, "north-1", at);
    await catalogue.documents.link(north.source, "north-2", "2026-04-01T00:00:00Z");

    const all = await search("orchard", { limit: 1 });
    expect(all.total).toBe(4);
    expect(all.facets).toEqual({
      kind: [
        { value: "finding", count: 3 },
        { value: "recommendation", count: 1 },
      ],
      language: [{ value: "en", count: 4 }],
      region: [
        { value: "europe-central-asia", count: 2 },
        { value: "global-interregional", count: 2 },
        { value: null, count: 2 },
      ],
      country: [
        { value: "NOR", count: 2 },
        { value: "SWE", count: 2 },
        { value: null, count: 2 },
      ],
      year: [
        { value: "2018", count: 2 },
        { value: "2020", count: 2 },
        { value: null, count: 2 },
      ],
    });
    expect((await search("orchard", { kinds: ["finding"] })).total).toBe(3);
    expect((await search("orchard", { languages: ["fr"] })).total).toBe(0);
    expect((await search("orchard", { regions: ["europe-central-asia"] })).total).toBe(2);
    expect((await search("orchard", { countries: ["NOR"] })).total).toBe(2);
    expect((await search("orchard", { countries: ["KEN"] })).total).toBe(0);
    expect((await search("orchard", { tiers: ["public", "members"] })).total).toBe(3);
    const hit = (await search("orchard north")).hits[0];
    expect(hit).toMatchObject({ evaluation: "north-1", title: "North", year: 2018 });
    expect(hit?.passage).toEqual(north.passages[0]);
    expect((await search("walls")).hits[0]).toMatchObject({ evaluation: null, title: "Walls", year: null });
    // A blank text gives all that pass the filters.
    expect((await search("  ", { countries: ["NOR"] })).total).toBe(2);
  });

  it("no longer finds what was superseded", async () => {
    const { source, passages } = await addedDocument(store(), [said("Lighthouse keepers", "en")]);
    expect((await search("lighthouse")).total).toBe(1);
    await store().catalogue.documents.put(
      {
        source,
        readerVersion: "2",
        format: "text",
        language: "en",
        title: null,
        pages: null,
        text: "x",
        blocks: [],
      },
      [],
      at,
    );
    expect((await search("lighthouse")).total).toBe(0);
    expect(await store().catalogue.passages.byId(passages[0]?.id ?? "")).not.toBeNull();
  });

  it("answers any text without an error", async () => {
    const texts = [
      "",
      " ",
      "a & b |",
      "!!",
      "((",
      '"',
      "-",
      "- -",
      "or",
      "or or",
      '"" -""',
      "'",
      "\\",
      "a\0b",
      "\uD800",
      "%_",
      ":*",
      "floor:*",
      "<->",
      "a <-> b",
      "😀",
      "𝔘",
      "the",
      "de la",
      "-the",
      "٤٢",
      "C102",
      "http://x.y/z?a=b",
      "a@b.c",
      "x".repeat(900),
      "x".repeat(10_000),
      "word ".repeat(2000),
      '"'.repeat(999),
      "-".repeat(999),
      "or ".repeat(333),
      "a-b-c-d-e-f-g-h-i-j",
      Array.from({ length: 64 }, (_, i) => `w${i}`).join(" "),
      "$1 ?",
      "; drop table audit; --",
    ];
    for (const text of texts) {
      const hits = await search(text, { limit: 2 });
      expect(hits.total, text.slice(0, 20)).toBeGreaterThanOrEqual(0);
      expect(
        (await store().catalogue.evaluations.list({ text, limit: 2, offset: 0 })).total,
      ).toBeGreaterThanOrEqual(0);
    }
    expect((await search("x".repeat(10_000))).total).toBe(0);
    expect((await search("the")).total).toBe(0);
  });
});

describeOnEngines("the list of evaluations", (engine) => {
  const store = sharedStore(engine);
  it("filters, ranks by text, and counts facets and countries", async () => {
    const source = await addedSource(store(), "list");
    const { evaluations } = store().catalogue;
    await evaluations.put(
      [
        evaluation("e-2", source, { title: "Floors in the lake region", countries: ["KEN"], year: 2014 }),
        evaluation("e-10", source, {
          title: "Réforme des pensions",
          language: "fr",
          countries: ["SEN", "KEN"],
          timing: "mid-term",
        }),
        evaluation("e-3", source, {
          title: "Extensión de la protección",
          language: "es",
          region: "americas",
          countries: [],
          printedSymbol: "PER/12/01/SPA",
          summary: "Recomendaciones para el empleo",
        }),
      ],
      at,
      "operator",
    );
    const ids = async (filter: object) =>
      (await evaluations.list({ limit: 10, offset: 0, ...filter })).evaluations.map((one) => one.id);
    expect(await ids({})).toEqual(["e-2", "e-3", "e-10"]);
    expect(await ids({ country: "KEN" })).toEqual(["e-2", "e-10"]);
    expect(await ids({ region: "americas" })).toEqual(["e-3"]);
    expect(await ids({ language: "fr", timing: "mid-term", type: "project", nature: "independent" })).toEqual(
      ["e-10"],
    );
    expect(await ids({ text: "reforme pension" })).toEqual(["e-10"]);
    expect(await ids({ text: "recomendación" })).toEqual(["e-3"]);
    expect(await ids({ text: "PER/12/01/SPA" })).toEqual(["e-3"]);
    expect(await ids({ text: "e-10" })).toEqual(["e-10"]);
    expect(await ids({ limit: 1, offset: 1 })).toEqual(["e-3"]);
    const { total, facets } = await evaluations.list({ limit: 1, offset: 0 });
    expect(total).toBe(3);
    expect(facets["country"]).toEqual([
      { value: "KEN", count: 2 },
      { value: "SEN", count: 1 },
      { value: null, count: 1 },
    ]);
    expect(facets["year"]).toEqual([
      { value: "2016", count: 2 },
      { value: "2014", count: 1 },
    ]);
    expect(await evaluations.countByCountry()).toEqual([
      { area: "KEN", count: 2 },
      { area: "SEN", count: 1 },
    ]);
  });
});

describe("a search text that is too long", () => {
  it("is refused with a sentence, and one that is just short enough is not", () => {
    expect(searchTextProblem("x".repeat(1000))).toBeNull();
    expect(searchTextProblem("x".repeat(10_000))?.message).toContain("10,000 characters");
    expect(searchTextProblem(Array.from({ length: 65 }, () => "w").join(" "))?.code).toBe(
      "store.search-too-long",
    );
  });
});
