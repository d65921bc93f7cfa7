// A study from its description to the rows: who sees what of it at each step, what is refused in words, and what two
// people at once do to each other.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { type Download, type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator, type TraceNode, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";
import { declaration, description, householdRows, personRows } from "./small-study.ts";

const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const problemsOf = (result: Result<unknown>) => (result.ok ? [] : result.problems);
const codesOf = (result: Result<unknown>) => problemsOf(result).map(({ code }) => code);
const account = (role: Actor["role"], id: string = role): Actor => ({ id, role, kind: "account" });
const analyst = account("analyst", "ana");
const other = account("analyst", "otto");
const custodian = account("custodian", "kim");
const member = account("member", "mia");

async function textOf(download: Result<Download>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of answered(download).stream) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

describeOnEngines("the survey catalogue", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  const folder = mkdtempSync(join(tmpdir(), "socle-survey-"));
  let effects: Effects;
  const id = description.id;

  const fileOf = (name: string, text: string | Uint8Array) => {
    const path = join(folder, name.replaceAll("/", "_"));
    writeFileSync(path, text);
    return { name, upload: { path, name } };
  };
  const describeIt = (
    more: object = {},
    actor: Actor = analyst,
    reason = "As the report of the field work has it.",
  ) => useCases.describeStudy(effects, actor, { study: { ...description, ...more }, reason });
  const bring = async (name: string, text: string | Uint8Array, actor: Actor = analyst) =>
    useCases.uploadMicrodata(effects, actor, { id, ...fileOf(name, text) });
  const check = (edition: object, actor: Actor = analyst, brought: { name: string; sha256: never }[] = []) =>
    useCases.checkEdition(effects, actor, { id, edition: edition as Record<string, unknown>, brought });
  const add = (edition: object, actor: Actor = analyst) =>
    useCases.addEdition(effects, actor, { id, edition: edition as Record<string, unknown>, brought: [] });
  const act = (version: number, act: "published" | "withdrawn", reason?: string, actor: Actor = custodian) =>
    useCases.actOnEdition(effects, actor, { id, version, act, ...(reason !== undefined && { reason }) });
  const page = (actor: Actor, edition?: number) =>
    useCases.study(effects, actor, { id, ...(edition !== undefined && { edition }) });
  const rows = (actor: Actor, file = "persons", format: "csv" | "parquet" = "csv", edition?: number) =>
    useCases.downloadMicrodata(effects, actor, {
      id,
      file,
      format,
      ...(edition !== undefined && { edition }),
    });
  const variable = (actor: Actor, name: string, file = "persons") =>
    useCases.studyVariable(effects, actor, { id, file, variable: name });
  const audited = async () =>
    (await store().catalogue.audit.list({ before: null, limit: 100 })).map(
      ({ action, actor }) => `${action} ${actor}`,
    );

  beforeAll(() => {
    effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
  });

  it("describes a study in versions, for those who bring it only until data are published", async () => {
    expect(answered(await describeIt())).toMatchObject({ id, version: 1, changed: true });
    expect(answered(await describeIt())).toMatchObject({ version: 1, changed: false });
    expect(answered(await describeIt({ licence: "CC-BY-4.0" }))).toMatchObject({ version: 2, changed: true });
    expect(answered(await page(analyst))).toMatchObject({
      description: { version: 2, recordedBy: "ana" },
      editions: [],
      edition: null,
      may: { tables: false, microdata: false, change: true },
    });
    for (const actor of [visitor, member]) {
      expect(codesOf(await page(actor))).toEqual(["app.not-found"]);
      expect(answered(await useCases.listStudies(effects, actor, {}))).toEqual([]);
    }
    expect(codesOf(await describeIt({}, member))).toEqual(["access.not-allowed"]);
    expect(codesOf(await describeIt({ areas: ["KEN"], id: "KEN_2024_PSS_v01_M" }))).toEqual([
      "app.study-area-unfit",
    ]);
    expect(codesOf(await describeIt({ kind: "shops", unheard: 1 }))).toEqual([
      "studies.field-unknown",
      "studies.word-unknown",
    ]);
  });

  it("takes a questionnaire, and hands it out byte for byte to whoever may know of the study", async () => {
    const given = fileOf("form.txt", "1. Are you safe at work?\n");
    const added = answered(
      await useCases.addQuestionnaire(effects, analyst, { id, ...given, language: "en" }),
    );
    expect(added).toMatchObject({ version: 3, questions: 0, warnings: [] });
    const [named] = answered(await page(analyst)).study.questionnaires;
    expect(named).toMatchObject({ name: "form.txt", language: "en" });
    const ask = (actor: Actor) =>
      useCases.downloadQuestionnaire(effects, actor, { id, sha256: named!.sha256 });
    expect(await textOf(await ask(analyst))).toBe("1. Are you safe at work?\n");
    expect(codesOf(await ask(visitor))).toEqual(["app.not-found"]);
    // Nor by its hash alone, as long as the study is not known.
    expect(codesOf(await useCases.source(effects, visitor, { sha256: named!.sha256 }))).toEqual([
      "app.not-found",
    ]);
    // A description without questionnaires leaves those that were brought.
    expect(answered(await describeIt({ licence: "CC-BY-4.0" }))).toMatchObject({ changed: false });
  });

  it("describes the columns of a file of rows, keeps it closed and proposes a codebook", async () => {
    const households = answered(await bring("households.csv", householdRows()));
    expect(households).toMatchObject({ format: "csv", rows: 24, warnings: [] });
    const persons = answered(await bring("persons.csv", personRows()));
    expect(persons.rows).toBe(96);
    expect(persons.columns.find(({ name }) => name === "sex")).toMatchObject({
      kind: "number",
      empty: 0,
      distinct: 2,
      values: [
        { value: "1", rows: 48 },
        { value: "2", rows: 48 },
      ],
    });
    expect(persons.proposed.find(({ name }) => name === "pw")).toMatchObject({ file: "rows" });
    for (const sha256 of [persons.sha256, households.sha256])
      for (const actor of [visitor, member, other])
        for (const ask of [
          useCases.source(effects, actor, { sha256 }),
          useCases.sourceRow(effects, actor, { sha256, row: 2 }),
          useCases.trace(effects, actor, { id: `source:${sha256}` }),
        ])
          expect((await ask).ok).toBe(false);
    expect((await useCases.sourceRow(effects, custodian, { sha256: persons.sha256, row: 2 })).ok).toBe(true);
  });

  it("checks an edition: files, designs and totals beside what is known", async () => {
    const found = answered(await check(declaration));
    expect(found.problems).toEqual([]);
    expect(found.files.map(({ name, rows: n }) => [name, n])).toEqual([
      ["households", 24],
      ["persons", 96],
    ]);
    expect(found.files[1]!.facts).toMatchObject({
      strata: 3,
      units: 6,
      degreesOfFreedom: 3,
      weights: { least: 10, most: 10, sum: 960 },
      singleUnitStrata: 0,
    });
    expect(found.files[1]!.totals).toMatchObject([
      { label: "All", cases: 96, weighted: 960, known: 960 },
      { label: "Women", cases: 48, weighted: 480, known: 700 },
    ]);
    expect(found.warnings.map(({ code }) => code)).toContain("app.known-total-unlike");
    // Nothing was kept.
    expect(answered(await page(analyst)).editions).toEqual([]);
  });

  const files = declaration.files;
  const persons = files[1]!;
  it.each<readonly [string, object, string, RegExp]>([
    [
      "a file that was not brought",
      { files: [{ ...files[0]!, file: "other.csv" }, persons] },
      "app.microdata-not-given",
      /other\.csv.*households\.csv/s,
    ],
    [
      "a version that is not there",
      { from: 7, changes: [{ what: "Ages", why: "Typing" }] },
      "app.edition-from-unknown",
      /from is 7/,
    ],
    [
      "a unit the description does not have",
      { files: [{ ...files[0]!, unit: "worker" }, persons] },
      "app.edition-unit-unlike",
      /worker/,
    ],
    [
      "a column of the design that is not there",
      { files: [files[0]!, { ...persons, design: { ...persons.design, weights: "weight" } }] },
      "statistics.survey-column-unknown",
      /weight/,
    ],
    [
      "weights that are not positive",
      { files: [files[0]!, { ...persons, design: { ...persons.design, weights: "loss" } }] },
      "statistics.survey-weight-invalid",
      /loss/,
    ],
    [
      "a unit in two strata",
      { files: [files[0]!, { ...persons, design: { ...persons.design, strata: ["sex"] } }] },
      "statistics.survey-unit-in-two-strata",
      /nested/,
    ],
    [
      "a known total of nobody",
      {
        files: [
          files[0]!,
          { ...persons, knownTotals: [{ label: "Third", where: { sex: "3" }, total: 5, source: "X" }] },
        ],
      },
      "app.known-total-empty",
      /Third/,
    ],
    [
      "a key that rows share",
      { files: [files[0]!, { ...persons, key: ["hid"] }] },
      "microdata.key-repeated",
      /hid/,
    ],
    [
      "a variable that is no column",
      { variables: [{ file: "persons", name: "sexx" }] },
      "studies.variable-no-column",
      /sexx.*sex/s,
    ],
    [
      "replicates in a file of their own",
      {
        files: [
          files[0]!,
          {
            ...persons,
            design: {
              ...persons.design,
              replicates: { type: "JK1", weightsFile: "rep.csv", scale: 1, rscales: 1 },
            },
          },
        ],
      },
      "app.replicates-apart",
      /rep\.csv/,
    ],
  ])("refuses %s, in words", async (_, wrong, code, words) => {
    const { problems } = answered(await check({ ...declaration, ...wrong }));
    expect(problems.map((one) => one.code)).toContain(code);
    expect(problems.find((one) => one.code === code)!.message).toMatch(words);
    expect(codesOf(await add({ ...declaration, ...wrong }))).toContain(code);
    expect(answered(await page(analyst)).editions).toEqual([]);
  });

  it("tells of hostile files what is wrong, and keeps nothing of them", async () => {
    const before = (await store().catalogue.sources.list()).length;
    for (const [name, bytes] of [
      ["empty.csv", ""],
      ["page.csv", "<!doctype html><script>alert(1)</script>"],
      ["bomb.csv", "PK\u0003\u0004 nothing of the kind"],
      ["nul.csv", "a,b\n1,\0\n"],
      ["twice.csv", "a,a\n1,2\n"],
    ] as const) {
      const refused = await bring(name, bytes);
      expect(refused.ok, name).toBe(false);
      expect(problemsOf(refused)[0]!.message.length, name).toBeGreaterThan(20);
    }
    expect((await store().catalogue.sources.list()).length).toBe(before);
  });

  it("lets nobody declare the rows that another brought", async () => {
    const { problems } = answered(await check(declaration, other));
    expect(problems.map(({ code }) => code)).toEqual(["app.microdata-not-given", "app.microdata-not-given"]);
    expect(answered(await check(declaration, custodian)).problems).toEqual([]);
  });

  it("keeps one of two editions that come at once, and the same again not twice", async () => {
    const [one, two] = await Promise.all([add(declaration), add({ ...declaration, minimumCases: 5 })]);
    const won = one.ok ? one : two;
    const lost = one.ok ? two : one;
    expect(answered(won).edition).toMatchObject({ version: 1, state: "draft", data: "edited" });
    expect(codesOf(lost)).toEqual(["app.edition-moved-on"]);
    const again = answered(await add(one.ok ? declaration : { ...declaration, minimumCases: 5 }));
    expect(again.edition.version).toBe(1);
    expect(again.warnings.map(({ code }) => code)).toContain("app.edition-superfluous");
    expect(answered(await page(analyst)).editions).toHaveLength(1);
    for (const actor of [visitor, member]) {
      expect(codesOf(await page(actor))).toEqual(["app.not-found"]);
      expect(codesOf(await variable(actor, "sex"))).toEqual(["app.not-found"]);
      expect(answered(await useCases.searchVariables(effects, actor, search("sex"))).total).toBe(0);
    }
  });

  const search = (text: string, more: object = {}) => ({ text, limit: 50, offset: 0, ...more });

  it("is published once, by those who may", async () => {
    expect(codesOf(await act(1, "published", undefined, analyst))).toEqual(["access.not-allowed"]);
    const both = await Promise.all([act(1, "published"), act(1, "published")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap(codesOf)).toEqual(["app.edition-not-open"]);
    const [listed] = answered(await useCases.listStudies(effects, visitor, {}));
    expect(listed).toMatchObject({
      id,
      microdata: "restricted",
      units: [
        { unit: "household", rows: 24 },
        { unit: "person", rows: 96 },
      ],
      edition: { version: 1, state: "published", createdBy: null },
    });
    expect(answered(await useCases.listStudies(effects, visitor, { kind: "enterprise" }))).toEqual([]);
    const found = answered(await useCases.searchVariables(effects, visitor, search("sexe")));
    expect(found.hits.map(({ variable: { name } }) => name)).toEqual(["sex"]);
  });

  it("shows everybody the study, and only some the rows", async () => {
    const seen = answered(await page(visitor));
    expect(seen.may).toMatchObject({ tables: true, microdata: false, change: false });
    expect(seen.may.why).toContain("Requests: data@example.org");
    expect(seen.description.recordedBy).toBeNull();
    expect(seen.files[1]!.facts).toMatchObject({ strata: 3, units: 6 });
    // How many there are in all is no secret.
    expect(seen.files[1]!.totals[0]).toMatchObject({ cases: 96, weighted: 960 });
    for (const actor of [visitor, member, other]) expect((await rows(actor)).ok).toBe(false);
    const csv = await textOf(await rows(custodian));
    expect(csv.split("\n")[0]).toBe("hid,pid,sex,age,pw,loss,note,rare,town,region,hw");
    expect(csv.trim().split("\n")).toHaveLength(97);
    // A formula is text; a number below 0 stays a number.
    expect(csv).toContain("'=HYPERLINK");
    expect(csv).toContain(",-1,");
    expect(await textOf(await rows(analyst, "households"))).toContain("region");
    expect((await textOf(await rows(custodian, "persons", "parquet"))).startsWith("PAR1")).toBe(true);
    expect(codesOf(await rows(custodian, "workers"))).toEqual(["app.not-found"]);
    expect((await audited()).filter((line) => line.startsWith("study.microdata"))).toEqual([
      "study.microdata kim",
      "study.microdata ana",
      "study.microdata kim",
    ]);
  });

  it("withholds small counts of variables from who may not see the rows", { timeout: 30_000 }, async () => {
    const all = answered(await variable(custodian, "rare")).statistics!;
    expect(all.categories.map(({ code, cases }) => [code, cases])).toEqual([
      ["1", 80],
      ["2", 13],
      ["3", 3],
    ]);
    expect(all.answered).toBe(96);
    // What tables withhold is decided once, in a thread of its own; until then everything stays back.
    const seen = await vi.waitFor(
      async () => {
        const found = answered(await variable(visitor, "rare")).statistics!;
        expect(found.categories.map(({ cases }) => cases)).toEqual([80, null, null]);
        return found;
      },
      { timeout: 20_000, interval: 300 },
    );
    expect(seen.answered).toBeNull();
    const ages = answered(await variable(visitor, "age")).statistics!;
    expect(ages.mean).toBe(
      Number(answered(await variable(custodian, "age")).statistics!.mean!.toPrecision(3)),
    );
    expect(ages.answered! % 10).toBe(0);
    // Keys, designs and open answers have none, for nobody.
    for (const name of ["pid", "note"])
      expect(answered(await variable(custodian, name)).statistics).toBeNull();
  });

  it("gives the study as DDI, small counts withheld there, too", async () => {
    const ask = (actor: Actor) => useCases.downloadStudyDdi(effects, actor, { id, language: "en" });
    const open = await textOf(await ask(visitor));
    expect(open).toContain("<codeBook");
    expect(open).toContain(id);
    const full = await textOf(await ask(custodian));
    expect(full.length).toBeGreaterThan(open.length);
    const read = answered(await useCases.readStudyDdi(effects, analyst, fileOf("study.xml", full)));
    expect(read.study).toMatchObject({ id, kind: "people" });
    expect(read.variables.map(({ name }) => name)).toContain("rare");
    expect((await useCases.readStudyDdi(effects, analyst, fileOf("no.xml", "<html/>"))).ok).toBe(false);
  });

  it("opens nothing wider than it was taken in, unless those say so who may publish", async () => {
    const open = { licence: "CC-BY-4.0", access: { ...description.access, microdata: "public" } };
    expect(codesOf(await describeIt(open))).toEqual(["access.not-allowed"]);
    expect(codesOf(await describeIt({ origin: "invented" }))).toEqual(["app.study-changed"]);
    const closed = { licence: "CC-BY-4.0", access: { ...description.access, microdata: "closed" } };
    answered(await describeIt(closed));
    // Not even who brought them: nobody but those who keep the promise.
    expect(codesOf(await rows(analyst))).toEqual(["access.not-allowed"]);
    expect((await rows(custodian)).ok).toBe(true);
    answered(await describeIt({ licence: "CC-BY-4.0" }, custodian));
    expect((await rows(analyst)).ok).toBe(true);
  });

  it("is withdrawn with a reason, and then known and not read, by anybody", async () => {
    expect(codesOf(await act(1, "withdrawn"))).toEqual(["app.reason-needed"]);
    answered(await act(1, "withdrawn", "Two places were interviewed twice."));
    expect(codesOf(await act(1, "published"))).toEqual(["app.edition-not-open"]);
    for (const actor of [visitor, analyst, custodian, operator]) {
      const seen = answered(await page(actor));
      expect(seen.edition).toMatchObject({
        state: "withdrawn",
        withdrawn: { reason: "Two places were interviewed twice." },
      });
      expect(seen.files).toEqual([]);
      expect(problemsOf(await variable(actor, "sex"))[0]).toMatchObject({
        code: "app.edition-withdrawn",
        message: expect.stringContaining("interviewed twice"),
      });
    }
    expect(codesOf(await rows(custodian))).toEqual(["app.edition-withdrawn"]);
  });

  it("has a later version, made from the one before", async () => {
    const edited = { ...declaration, from: 1, changes: [{ what: "All checked", why: "Withdrawn before" }] };
    const { edition } = answered(await add(edited));
    expect(edition).toMatchObject({ version: 2, from: 1, changes: [{ what: "All checked" }] });
    expect(answered(await page(visitor)).edition).toMatchObject({ version: 1, state: "withdrawn" });
    answered(await act(2, "published"));
    const seen = answered(await page(visitor));
    expect(seen.edition).toMatchObject({ version: 2, state: "published" });
    expect(seen.editions.map(({ version, state }) => [version, state])).toEqual([
      [2, "published"],
      [1, "withdrawn"],
    ]);
    expect(codesOf(await page(visitor, 3))).toEqual(["app.not-found"]);
    expect(answered(await page(visitor, 1)).edition).toMatchObject({ version: 1 });
  });

  it("leads from an edition to the one before, the study, and files the asker may see", async () => {
    const ask = async (actor: Actor, of: string) =>
      answered(await useCases.trace(effects, actor, { id: of })) as TraceNode;
    const path = await ask(custodian, `edition:${id}/2`);
    expect(path).toMatchObject({ kind: "edition", value: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(path.inputs.map(({ kind }) => kind)).toEqual(["edition", "source", "source"]);
    expect(path.inputs[0]!.inputs[0]).toMatchObject({ id: `study:${id}`, value: "simulated" });
    const open = await ask(visitor, `edition:${id}/2`);
    expect(JSON.stringify(open)).not.toContain("persons.csv");
    expect(JSON.stringify(open)).toContain("form.txt");
    for (const wrong of [`edition:${id}/9`, `edition:${id}/x`, "study:XAB_2020_PSS_v01_M"])
      expect(codesOf(await useCases.trace(effects, custodian, { id: wrong }))).toEqual(["app.trace-unknown"]);
  });
});
