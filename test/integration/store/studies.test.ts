// Studies in the catalogue: descriptions by version, editions that stay, search over their variables, and the files
// that only editions speak of.

import { join } from "node:path";
import { expect, it } from "vitest";
import type { Localised, Sha256 } from "#kernel";
import type { Study, StudyEdition, StudyVariable } from "#records";
import { restoreStore, type Store } from "#store";
import { describeOnEngines, opened, sharedStore } from "./engines.ts";
import { at, hashOf, later } from "./samples.ts";

const study = (id: string, other: Partial<Study> = {}): Study => ({
  ...{
    id,
    kind: "people",
    origin: "invented",
    title: { en: "Security survey" },
    series: "PSS",
    abstract: null,
  },
  ...{ areas: ["XAA"], years: { from: 2024, to: 2024 }, universe: { text: { en: "Adults" }, ages: null } },
  coverage: { class: "national", places: [], note: null },
  ...{ analysisUnits: ["person"], sampling: { procedure: null, overSampling: null }, mode: null },
  ...{ collection: { from: null, to: null }, response: { rate: null, note: null }, weighting: null },
  ...{ producers: [], funding: [], identifiers: [] },
  access: { microdata: "closed", tables: "public", contact: null },
  ...{ licence: "CC0", citation: { title: "Survey" }, caveats: [], questionnaires: [] },
  ...other,
});

const variable = (name: string, label: Localised, other: Partial<StudyVariable> = {}): StudyVariable => ({
  ...{ file: "persons", name, label, kind: "categorical", concept: null, question: null, universe: null },
  ...{ unit: null, categories: [], place: null, forTables: true, note: null },
  ...other,
});

const dictionary: readonly StudyVariable[] = [
  variable("sex", { en: "Sex", fr: "Sexe", es: "Sexo", pt: "Sexo" }, { concept: "sex" }),
  variable(
    "q12",
    { en: "Fear of losing work", fr: "Crainte de perdre l’emploi" },
    {
      question: { en: "How likely is it that you lose your income?", es: "¿Perderá su pensión?" },
      place: { dimension: "employment", angle: "perceived", nature: "subjective" },
    },
  ),
  variable(
    "q13",
    { en: "Income last month" },
    {
      kind: "numeric",
      place: { dimension: "income", angle: "actual", nature: "objective" },
      categories: [{ code: "99", label: { en: "Refused to answer", fr: "Refus" }, missing: "refused" }],
    },
  ),
];

const edition = (of: string, version: number, other: Partial<StudyEdition> = {}): StudyEdition => ({
  ...{ study: of, version, state: "raw", from: null, changes: [], files: [], variables: dictionary },
  ...{ minimumCases: 5, checksum: hashOf(`${of} ${version}`), createdAt: at, createdBy: "ana" },
  ...other,
});

const about = { reason: "First", at, by: "ana" };
const found = async (store: Store, text: string, other: object = {}) => {
  const answer = await store.catalogue.studies.searchVariables({
    ...{ text, editions: [{ study: "XAA_2024_PSS_v01_M", version: 1 }], limit: 10, offset: 0, ...other },
  });
  return { total: answer.total, names: answer.hits.map(({ variable }) => variable.name) };
};

describeOnEngines("studies", (engine) => {
  const store = sharedStore(engine);
  const id = "XAA_2024_PSS_v01_M";

  it("are described in versions: the same again is none, another supersedes", async () => {
    const { studies } = store().catalogue;
    expect(await studies.put(study(id), about)).toEqual({ version: 1, changed: true });
    expect(await studies.put(study(id), { ...about, at: later })).toEqual({ version: 1, changed: false });
    const changed = study(id, { licence: "CC BY 4.0" });
    expect(await studies.put(changed, { reason: "Licence", at: later, by: "ben" })).toEqual({
      version: 2,
      changed: true,
    });
    await studies.put(study("XAB_2024_ELFS_v01_M", { kind: "enterprise" }), about);
    expect(await studies.byId(id)).toMatchObject({ version: 2, record: changed, supersededAt: null });
    expect((await studies.versions(id)).map(({ version, supersededAt }) => [version, supersededAt])).toEqual([
      [2, null],
      [1, later],
    ]);
    expect((await studies.list()).map((one) => one.id)).toEqual([id, "XAB_2024_ELFS_v01_M"]);
    expect((await studies.list("enterprise")).map((one) => one.id)).toEqual(["XAB_2024_ELFS_v01_M"]);
    expect(await studies.byId("none")).toBeNull();
  });

  it("have editions that are written once, and acts in their order", async () => {
    const { studies } = store().catalogue;
    await studies.addEdition(edition(id, 1));
    await studies.addEdition(edition(id, 2, { variables: [] }));
    await studies.addEdition(edition("XAB_2024_ELFS_v01_M", 1, { variables: dictionary.slice(0, 1) }));
    await expect(studies.addEdition(edition(id, 1))).rejects.toThrow();
    await expect(studies.addEdition(edition("unknown", 1))).rejects.toThrow();
    expect(await studies.edition(id, 1)).toEqual(edition(id, 1));
    expect(await studies.edition(id, 9)).toBeNull();
    expect((await studies.editions(id)).map(({ version }) => version)).toEqual([2, 1]);
    expect(await studies.editions()).toHaveLength(3);
    for (const act of ["drafted", "published"] as const)
      await studies.record({ study: id, version: 1, act, at, by: "ana", reason: null });
    await expect(
      studies.record({ study: id, version: 7, act: "drafted", at, by: "ana", reason: null }),
    ).rejects.toThrow();
    expect((await studies.events(id)).map(({ act }) => act)).toEqual(["drafted", "published"]);
    expect(await studies.events("XAB_2024_ELFS_v01_M")).toEqual([]);
  });

  it("are taken back with the transaction that failed, variables too", async () => {
    await expect(
      store().transaction(async ({ studies }) => {
        await studies.addEdition(edition(id, 3));
        throw new Error("afterwards");
      }),
    ).rejects.toThrow("afterwards");
    expect(await store().catalogue.studies.edition(id, 3)).toBeNull();
    expect(await found(store(), "", { editions: [{ study: id, version: 3 }] })).toEqual({
      total: 0,
      names: [],
    });
  });

  it("are searched by the words of their variables in four languages, best match first", async () => {
    const all = { total: 3, names: ["sex", "q12", "q13"] };
    expect(await found(store(), "")).toEqual(all);
    // In its label before in its question.
    expect(await found(store(), "incomes")).toEqual({ total: 2, names: ["q13", "q12"] });
    expect(await found(store(), "craintes emploi")).toEqual({ total: 1, names: ["q12"] });
    expect(await found(store(), "pension")).toEqual({ total: 1, names: ["q12"] });
    expect(await found(store(), "pension", { language: "en" })).toEqual({ total: 0, names: [] });
    expect(await found(store(), "refused")).toEqual({ total: 1, names: ["q13"] });
    expect(await found(store(), "Q12")).toEqual({ total: 1, names: ["q12"] });
    expect(await found(store(), "income -fear")).toEqual({ total: 1, names: ["q13"] });
    expect(await found(store(), "", { dimension: "employment", nature: "subjective" })).toEqual({
      total: 1,
      names: ["q12"],
    });
    expect(await found(store(), "sexo", { concept: "sex" })).toEqual({ total: 1, names: ["sex"] });
    expect(await found(store(), "", { limit: 1, offset: 1 })).toEqual({ total: 3, names: ["q12"] });
    expect(await found(store(), "income", { editions: [] })).toEqual({ total: 0, names: [] });
    expect(await found(store(), "'):*&!| \" <-> (")).toEqual({ total: 0, names: [] });
  });

  it("keep a pattern of protection once", async () => {
    const { studies } = store().catalogue;
    const pattern = { study: id, version: 1, base: "persons 5", protection: hashOf("p"), createdAt: at };
    expect(await studies.protection(id, 1, "persons 5")).toBeNull();
    expect(await studies.addProtection(pattern)).toBe(true);
    expect(await studies.addProtection({ ...pattern, protection: hashOf("q") })).toBe(false);
    expect(await studies.protection(id, 1, "persons 5")).toBe(hashOf("p"));
  });
});

describeOnEngines("files of studies", (engine) => {
  it("stay as long as an edition speaks of them, and come back from a backup with the search", async () => {
    const place = await engine.place();
    const target = await engine.place();
    try {
      let store = await opened(place);
      const { studies } = store.catalogue;
      const rows = await store.microdata.write([
        {
          name: "persons",
          columns: { kind: "columns", columns: new Map([["sex", Float64Array.of(1, 2, 1)]]) },
          key: [],
          parent: null,
        },
      ]);
      if (!rows.ok) throw new Error(rows.problems[0]?.message);
      const [file] = rows.value.files;
      const unused = (await store.files.put(Buffer.from("spoken of by nobody"))).sha256;
      const form = (await store.files.put(Buffer.from("a questionnaire"))).sha256;
      const pattern = (await store.files.put(Buffer.from("a pattern"))).sha256;
      const questionnaires = [{ language: "en", name: "form.pdf", sha256: form }];
      await studies.put(study("s", { questionnaires }), about);
      await studies.addEdition(
        edition("s", 1, {
          files: [
            {
              ...{ name: "persons", unit: "person", key: [], parent: null, knownTotals: [] },
              design: {
                ...{ clusters: [], strata: [], weights: null, fpc: [], nested: false },
                ...{ singleUnit: "fail", replicates: null },
              },
              ...{ source: hashOf("source"), sourceName: "persons.csv", data: file!.data },
              ...{ rows: 3, columns: ["sex"] },
            },
          ],
        }),
      );
      await studies.addProtection({
        ...{ study: "s", version: 1, base: "b", protection: pattern, createdAt: at },
      });
      expect(await studies.ofFile(file!.data)).toEqual([{ study: "s", version: 1 }]);
      expect(await studies.ofFile(hashOf("source"))).toHaveLength(1);
      expect(await studies.ofFile(unused)).toEqual([]);
      // A refusal that comes after the record leaves the file; the next start sweeps what is underway.
      await store.files.discard(file!.data);
      await store.close();
      store = await opened(place);
      const kept = (sha256: Sha256) => store.files.path(sha256).then((path) => path !== null);
      expect(await Promise.all([file!.data, form, pattern, unused].map(kept))).toEqual([
        true,
        true,
        true,
        false,
      ]);
      const archive = join(place.home, "..", "backup.tar.gz");
      expect(await store.backup(archive)).toMatchObject({ ok: true });
      await store.close();
      expect(await restoreStore(archive, target)).toMatchObject({ ok: true });
      store = await opened(target);
      const columns = await store.microdata.columns(file!.data, ["sex"]);
      expect([...columns.get("sex")!]).toEqual([1, 2, 1]);
      expect(await found(store, "crainte", { editions: [{ study: "s", version: 1 }] })).toEqual({
        total: 1,
        names: ["q12"],
      });
      await store.close();
    } finally {
      await place.remove();
      await target.remove();
    }
  });
});
