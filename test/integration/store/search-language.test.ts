// The language of searches, construct by construct, in the four languages of the reports; filters with their
// counts, orders, explanations, and what search keeps up with.

import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Language } from "#kernel";
import type { Evaluation } from "#records";
import { passageKinds } from "#records";
import { openStore } from "#store";
import { migrate } from "../../../src/store/migrate.ts";
import { openCatalogue } from "../../../src/store/open-catalogue.ts";
import { describeOnEngines, sharedStore } from "./engines.ts";
import { addedDocument, addedSource, at, evaluation, hashOf } from "./samples.ts";

const texts: readonly (readonly [Language, string])[] = [
  ["en", "Maternity benefits and paid leave were extended to domestic workers"],
  ["en", "The pension reform had no bearing on maternity"],
  ["fr", "Les prestations de maternité et le congé payé furent étendus aux travailleuses domestiques"],
  ["fr", "La réforme des pensions ne touche pas la maternité"],
  ["es", "Las prestaciones de maternidad y la licencia pagada se extendieron a las trabajadoras domésticas"],
  ["es", "La reforma de las pensiones no afecta a la maternidad"],
  ["pt", "As prestações de maternidade e a licença paga foram alargadas às trabalhadoras domésticas"],
  ["pt", "A reforma das pensões não afeta a maternidade"],
];

describeOnEngines("the language of searches", (engine) => {
  const store = sharedStore(engine);
  const ask = (text: string, other: object = {}) =>
    store().catalogue.passages.search({ text, limit: 50, offset: 0, ...other });
  const found = async (text: string, other: object = {}) =>
    (await ask(text, other)).hits
      .map((hit) => texts.findIndex(([, one]) => one === hit.passage.text))
      .toSorted();

  it("has every construct in every language", async () => {
    for (const [language, text] of texts) await addedDocument(store(), [{ text, language }]);
    const expected: Readonly<Record<string, readonly number[]>> = {
      // Both words, in other forms than they stand.
      "benefit leave": [0],
      "prestation congés": [2],
      "prestacion licencias": [4],
      "prestação licenças": [6],
      // Phrases.
      '"pension reform"': [1],
      '"réforme des pensions"': [3],
      '"reforma de las pensiones"': [5],
      '"reforma das pensoes"': [7],
      '"reform pension"': [],
      // NEAR in both orders, and too far.
      "maternity NEAR/4 leave": [0],
      "leave NEAR/4 maternity": [0],
      "maternity NEAR/3 leave": [],
      "congé NEAR/4 maternité": [2],
      // Typed without its accents, the Portuguese word is the Spanish one but for a letter.
      "licencia NEAR/5 maternidad": [4, 6],
      "licenca NEAR/5 maternidade": [6],
      '"paid leave" NEAR/1 benefits': [],
      '"paid leave" NEAR/2 benefits': [0],
      "domestic (maternity NEAR/4 leave)": [0],
      "language:en maternity -(maternity NEAR/4 leave)": [1],
      "(maternity NEAR/4 leave) or reforma": [0, 3, 5, 7],
      // Exclusion, alternatives, groups.
      "language:en maternity -pension": [0],
      "maternité -pensions": [2],
      "language:es maternidad -pension": [4],
      "language:pt maternidade -pensão": [6],
      "congé or licencia": [2, 4, 6],
      "(congé or licença) maternité": [2],
      // Beginnings: of the word, also where the stem is shorter than what was typed.
      "benef*": [0],
      "travaill*": [2],
      "extendier*": [4],
      "trabalhador*": [6],
      "prestacione*": [4],
      // Fields with values.
      "language:fr maternité": [2, 3],
      "kind:recommendation leave": [0],
      "kind:finding leave": [],
      "country:none leave": [0],
      "leave year:2015..2020": [],
      // Nothing of the end of a text is near its beginning, in whichever form it is indexed.
      "domestiques NEAR/30 prestations": [2],
      "domésticas NEAR/3 prestaciones": [],
    };
    const answers: Record<string, readonly number[]> = {};
    for (const text of Object.keys(expected)) answers[text] = await found(text);
    expect(answers).toEqual(expected);
  });

  it("writes down how it was understood, and gives nothing for what it cannot understand", async () => {
    expect((await ask("maternity (leave NEAR/5 pay) -pension kind:recommendation")).understood).toBe(
      "maternity AND (leave NEAR/5 pay) AND NOT pension AND kind:recommendation",
    );
    expect((await ask("(leave")).total).toBe(0);
  });

  it("tells which word finds nothing, what is near it with its accents, and which filter leaves nothing", async () => {
    const { passages } = store().catalogue;
    const why = await passages.explain({
      text: "the matrenidad licencia",
      filters: { kind: ["finding"], language: ["es"] },
      limit: 0,
      offset: 0,
    });
    expect(why.terms.map(({ text, total, ignored }) => [text, total, ignored])).toEqual([
      ["the", 0, false],
      ["matrenidad", 0, false],
      ["licencia", 2, false],
    ]);
    expect(why.terms[1]?.near).toContain("maternidad");
    expect(why.filters.map(({ field }) => field)).toEqual(["kind", "language"]);
    const one = await passages.explain({
      text: "leave",
      filters: { kind: ["finding"] },
      limit: 0,
      offset: 0,
    });
    expect(one.filters).toEqual([{ field: "kind", total: 1, more: false }]);
    expect(
      (await passages.explain({ text: "prestacoes alragadas", limit: 0, offset: 0 })).terms[1]?.near,
    ).toContain("alargadas");
  });
});

describeOnEngines("filters, counts and orders", (engine) => {
  const store = sharedStore(engine);
  const details: readonly Partial<Evaluation>[] = [
    { countries: ["KEN"], year: 2012, branches: ["maternity"], donor: "Sweden, Sida", themes: ["Floors"] },
    { countries: ["KEN", "TZA"], year: 2018, branches: ["maternity", "family"], donor: null },
    { countries: ["PER"], year: 2020, region: "americas", status: "ongoing", donor: "Spain" },
    { countries: [], year: null, region: null, type: null },
  ];

  it("counts every field over the result, its own choice left out, what is not stated last", async () => {
    const { catalogue } = store();
    for (const [i, other] of details.entries()) {
      const { source } = await addedDocument(store(), [
        {
          text: `Harvest cover number ${"i".repeat(i + 1)}`,
          language: "en",
          kind: i === 0 ? "finding" : "recommendation",
        },
      ]);
      await catalogue.evaluations.put(
        [evaluation(`f-${i}`, source, { title: `Harvest ${i}`, ...other })],
        at,
        "operator",
      );
      await catalogue.documents.link(source, `f-${i}`, at);
    }
    const ask = (filters: object, facets: readonly string[], text = "harvest") =>
      catalogue.passages.search({ text, filters: filters as never, facets, limit: 10, offset: 0 });
    const all = await ask({}, ["country", "branch", "donor", "status", "theme", "year"]);
    expect(all.facets["country"]).toEqual([
      { value: "KEN", count: 2 },
      { value: "PER", count: 1 },
      { value: "TZA", count: 1 },
      { value: null, count: 1 },
    ]);
    expect(all.facets["donor"]).toContainEqual({ value: "Sweden, Sida", count: 1 });
    expect(all.facets["status"]).toEqual([
      { value: null, count: 3 },
      { value: "ongoing", count: 1 },
    ]);
    const kenya = await ask({ country: ["KEN"] }, ["country", "year"]);
    expect(kenya.total).toBe(2);
    expect(kenya.facets["country"]?.map(({ value }) => value)).toEqual(["KEN", "PER", "TZA", null]);
    expect(kenya.facets["year"]).toEqual([
      { value: "2012", count: 1 },
      { value: "2018", count: 1 },
    ]);
    expect((await ask({ country: ["PER", "TZA"] }, [])).total).toBe(2);
    expect((await ask({ country: ["none"] }, [])).total).toBe(1);
    expect((await ask({ country: ["KEN"], kind: ["recommendation"] }, [])).total).toBe(1);
    expect((await ask({ country: ["XXX"] }, [])).total).toBe(0);
    // The same by the language of searches.
    for (const [text, total] of [
      ["harvest country:Kenya", 2],
      ["harvest country:KEN,PER", 3],
      ["harvest donor:sida", 1],
      ["harvest year:2012..2018", 2],
      ["harvest -year:2012..2018", 2],
      ["harvest branch:maternity or status:ongoing", 3],
      ["title:harvest", 4],
      ["title:harvest -text:number", 0],
      ["heading:recommendation harvest", 4],
      ["heading:harvest", 0],
    ] as const)
      expect((await ask({}, [], text)).total, text).toBe(total);
  });

  it("orders by year, unknown ones last, and pages without loss or repetition", async () => {
    const years = async (sort: "newest" | "oldest") => {
      const { hits } = await store().catalogue.passages.search({
        text: "harvest",
        sort,
        limit: 10,
        offset: 0,
      });
      return hits.map(({ year }) => year);
    };
    expect(await years("newest")).toEqual([2020, 2018, 2012, null]);
    expect(await years("oldest")).toEqual([2012, 2018, 2020, null]);
    const seen: string[] = [];
    for (const offset of [0, 1, 2, 3])
      for (const { passage } of (
        await store().catalogue.passages.search({ text: "cover", sort: "newest", limit: 1, offset })
      ).hits)
        seen.push(passage.id);
    expect(new Set(seen).size).toBe(4);
  });

  it("counts the registry the same way", async () => {
    const { evaluations } = store().catalogue;
    const list = (filters: object, facets: readonly string[] = [], text = "") =>
      evaluations.list({ text, filters: filters as never, facets, limit: 10, offset: 0 });
    expect((await list({ country: ["KEN", "PER"], branch: ["maternity"] })).total).toBe(2);
    const found = await list({ country: ["PER"] }, ["country", "donor"]);
    expect(found.facets["country"]?.map(({ value }) => value)).toEqual(["KEN", "PER", "TZA", null]);
    expect(found.facets["donor"]).toEqual([{ value: "Spain", count: 1 }]);
    expect((await list({}, [], "title:harvest country:KEN -year:2012")).total).toBe(1);
    expect(
      (await evaluations.list({ sort: "newest", limit: 2, offset: 0 })).evaluations.map(({ id }) => id),
    ).toEqual(["f-2", "f-1"]);
    expect((await evaluations.explain({ text: "harvst", limit: 0, offset: 0 })).terms[0]).toMatchObject({
      total: 0,
    });
  });

  it("keeps up with changed records, ties and passages", async () => {
    const { catalogue } = store();
    const total = async (text: string) =>
      (await catalogue.passages.search({ text, limit: 1, offset: 0 })).total;
    const before = (await catalogue.evaluations.byId("f-2"))!;
    expect(await total("harvest country:BOL")).toBe(0);
    await catalogue.evaluations.put([{ ...before, countries: ["BOL"], title: "Reaping" }], at, "operator");
    expect(await total("harvest country:BOL")).toBe(1);
    expect(await total("harvest country:PER")).toBe(0);
    expect(await total("title:reaping")).toBe(1);
    expect((await catalogue.evaluations.list({ text: "reaping", limit: 1, offset: 0 })).total).toBe(1);
  });

  it("shows nothing of a restricted record beside a public report", async () => {
    const { catalogue } = store();
    const { source } = await addedDocument(store(), [{ text: "Quarry cover", language: "en" }]);
    const secret = await addedSource(store(), "a restricted list", { tier: "restricted" });
    await catalogue.evaluations.put(
      [evaluation("f-s", secret, { title: "Hidden", countries: ["NPL"] })],
      at,
      "operator",
    );
    await catalogue.documents.link(source, "f-s", at);
    const open = { tiers: ["public"] as const, limit: 5, offset: 0 };
    const quarry = await catalogue.passages.search({ text: "quarry", facets: ["country"], ...open });
    expect(quarry.hits[0]).toMatchObject({ evaluation: null });
    expect(quarry.facets["country"]).toEqual([{ value: null, count: 1 }]);
    expect((await catalogue.passages.search({ text: "quarry country:NPL", ...open })).total).toBe(0);
    expect((await catalogue.passages.search({ text: "title:hidden", ...open })).total).toBe(0);
    expect((await catalogue.evaluations.list({ text: "hidden", facets: ["country"], ...open })).total).toBe(
      0,
    );
  });

  it("keeps saved searches by account, and forgets none that others have", async () => {
    const { searches, accounts } = store().catalogue;
    for (const id of ["ada", "bo"])
      await accounts.add({
        id,
        email: `${id}@example.org`,
        name: id,
        role: "member",
        createdAt: at,
        disabledAt: null,
        passwordHash: null,
      });
    const saved = {
      id: "s-1",
      account: "ada",
      name: "Leave",
      room: "passages",
      state: { q: "leave", kind: "finding" },
      createdAt: at,
    } as const;
    await searches.add(saved);
    expect(await searches.list("ada")).toEqual([saved]);
    expect(await searches.list("bo")).toEqual([]);
    expect(await searches.byId("s-1")).toEqual(saved);
    expect(await searches.remove("s-1", "bo", at)).toBe(false);
    expect(await searches.remove("s-1", "ada", at)).toBe(true);
    expect(await searches.byId("s-1")).toBeNull();
  });
});

describeOnEngines("a catalogue of the first schema", (engine) => {
  it("is searched as a new one is, after it was brought up to date", async () => {
    const place = await engine.place();
    try {
      const old = await openCatalogue(place.home, place.databaseUrl, () => undefined);
      if (!old.ok) throw new Error(old.problems[0]?.message);
      expect((await migrate(old.value, "0001-catalogue")).ok).toBe(true);
      const source = hashOf("old");
      await sql`insert into sources (sha256, name, media_type, bytes, origin, tier, citation, added_at, added_by)
        values (${source}, 'n', 'm', 1, 'real', 'public', '{}', ${at}, 'x')`.execute(old.value);
      await sql`insert into passages (id, version, source, kind, text, spans, language, confidence, reason, recorded_at)
        values ('p-0', 1, ${source}, 'lesson-learned', 'Cotizaciones y recomendación', '[[0,28]]', 'es', 1, 'r', ${at})`.execute(
        old.value,
      );
      const { provenance, ...record } = evaluation("old-1", source, { countries: ["PER"], year: 2011 });
      await sql`insert into evaluations (id, added_at) values ('old-1', ${at})`.execute(old.value);
      await sql`insert into evaluation_versions (id, version, record, recorded_at, recorded_by)
        values ('old-1', 1, ${JSON.stringify({ ...record, provenance: { ...provenance, source } })}, ${at}, 'x')`.execute(
        old.value,
      );
      await sql`insert into document_evaluations (source, evaluation, linked_at) values (${source}, 'old-1', ${at})`.execute(
        old.value,
      );
      await old.value.destroy();
      const store = await openStore({ home: place.home, databaseUrl: place.databaseUrl, now: () => at });
      if (!store.ok) throw new Error(store.problems[0]?.message);
      const hits = await store.value.catalogue.passages.search({
        text: "recomendaciones cotización country:PER",
        limit: 5,
        offset: 0,
      });
      expect(hits.hits).toMatchObject([{ evaluation: "old-1", year: 2011, passage: { id: "p-0" } }]);
      expect(
        (await store.value.catalogue.evaluations.list({ country: "PER", limit: 5, offset: 0 })).total,
      ).toBe(1);
      await store.value.close();
    } finally {
      await place.remove();
    }
  });

  it("numbers the kinds of passage as the records list them", async () => {
    const place = await engine.place();
    try {
      const catalogue = await openCatalogue(place.home, place.databaseUrl, () => undefined);
      if (!catalogue.ok) throw new Error(catalogue.problems[0]?.message);
      await migrate(catalogue.value);
      const { rows } = await sql<{
        value: string;
      }>`select value from search_values where facet = 'kind' order by number`.execute(catalogue.value);
      expect(rows.map(({ value }) => value)).toEqual([...passageKinds]);
      await catalogue.value.destroy();
    } finally {
      await place.remove();
    }
  });
});
