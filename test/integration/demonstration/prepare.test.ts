// The demonstration collection in an empty data folder: prepared whole, completed after a death in the
// middle, left alone where something else is.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Effects, prepareDemonstration, useCases } from "#app";
import { isInventedAreaCode, type Sha256 } from "#kernel";
import { operator, type TraceNode, visitor } from "#records";
import { openStore, type Store } from "#store";

const now = () => "2026-03-01T10:00:00.000Z";
let parent: string;
let store: Store;
let effects: Effects;

async function emptyStore(name: string): Promise<Store> {
  const opened = await openStore({ home: join(parent, name), databaseUrl: null, now });
  if (!opened.ok) throw new Error(opened.problems[0]!.message);
  return opened.value;
}
const effectsOf = (over: Store): Effects => ({
  store: over,
  now,
  randomBytes: (length) => new Uint8Array(length),
  codeVersion: "0.0.0-test",
  address: "http://localhost:4500",
});

/** Everything that a second preparation could double. */
async function counted() {
  const { catalogue } = store;
  const documents = await catalogue.documents.list();
  return {
    sources: (await catalogue.sources.list()).length,
    conventions: (await catalogue.standards.conventions()).length,
    c102: (await catalogue.standards.ratifications({ convention: "C102" })).length,
    c087: (await catalogue.standards.ratifications({ convention: "C087" })).length,
    evaluations: (await catalogue.evaluations.list({ limit: 100, offset: 0 })).total,
    documents: documents.length,
    passages: documents.reduce((sum, { passages }) => sum + passages, 0),
    releases: (await catalogue.releases.list()).length,
    definitions: (await catalogue.indexes.definitions()).length,
    runs: (await catalogue.indexes.runs()).length,
    reviews: (await catalogue.reviews.list()).length,
    editions: (await catalogue.studies.editions()).length,
    audit: (await catalogue.audit.list({ before: null, limit: 200 })).length,
  };
}

const passagesOf = async (name: string) => {
  const source = (await store.catalogue.sources.list()).find((one) => one.name === name);
  return store.catalogue.passages.ofDocument(source?.sha256 ?? ("" as Sha256));
};
const kinds = async (name: string) => {
  const counts: Record<string, number> = {};
  for (const { kind } of await passagesOf(name)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** Stops the preparation before a step, as the death of the process would. */
const dyingBefore = (step: number) => () =>
  prepareDemonstration(effects, ({ done }) => {
    if (done === step) throw new Error("the process died");
  });

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "socle-demonstration-"));
  store = await emptyStore("one");
  effects = effectsOf(store);
}, 60_000);
afterAll(async () => {
  await store?.close();
  await rm(parent, { recursive: true, force: true });
});

describe("the demonstration collection", () => {
  it("is completed after deaths in the middle, and then left alone", async () => {
    for (const step of [1, 4, 9, 12, 14, 15, 18, 22, 26])
      await expect(dyingBefore(step)()).rejects.toThrow("died");
    expect((await counted()).runs).toBe(5);
    expect(await prepareDemonstration(effects)).toEqual({ ok: true, value: { prepared: true } });
    const once = await counted();
    expect(once).toMatchObject({
      sources: 26,
      conventions: 192,
      c102: 44,
      c087: 39,
      evaluations: 28,
      documents: 5,
      releases: 4,
      definitions: 11,
      runs: 12,
      reviews: 2,
      editions: 4,
      audit: 41,
    });
    expect(await prepareDemonstration(effects)).toEqual({ ok: true, value: { prepared: false } });
    expect(await counted()).toEqual(once);
  }, 120_000);

  it("says of every release and run that it is simulated", async () => {
    const releases = await store.catalogue.releases.list();
    expect(releases.map(({ id, origin }) => [id, origin])).toEqual([
      ["demo-indicators-1", "simulated"],
      ["demo-two-sources-1", "simulated"],
      ["demo-old-age-2", "simulated"],
      ["demo-old-age-1", "simulated"],
    ]);
    expect(releases[0]).toMatchObject({
      title: "Simulated indicators of invented countries",
      licence: "CC0-1.0",
      rows: 34_560,
    });
    expect(releases[0]!.caveats.join(" ")).toContain("Simulated");
    const runs = await store.catalogue.indexes.runs();
    expect(runs).toHaveLength(12);
    expect(runs.every(({ origin }) => origin === "simulated")).toBe(true);
    const rows = await store.releases.observations({ release: "demo-indicators-1", limit: 100_000 });
    expect(rows).toHaveLength(34_560);
    expect(rows.every(({ area }) => isInventedAreaCode(area))).toBe(true);
    expect(rows.every(({ source }) => source === "Socle simulation")).toBe(true);
  });

  it("places invented countries in groups, some of them the best and some the worst", async () => {
    const run = await store.catalogue.indexes.run("income-security-v1-demo-indicators-1");
    const { countryGroups, scores } = run!.result as {
      readonly countryGroups: readonly { readonly group: string }[];
      readonly scores: readonly { readonly node: string; readonly score: number | null }[];
    };
    const groups = new Set(countryGroups.map(({ group }) => group));
    expect(groups.has("pacesetter") && groups.has("much-to-be-done")).toBe(true);
    const formed = scores.filter(({ node, score }) => node === "income" && score !== null);
    expect(formed.length).toBeGreaterThan(24 * 15 * 0.8);
  });

  it("puts no invented country on a list of real facts, and no real one among invented reports", async () => {
    const { catalogue } = store;
    const events = await catalogue.standards.ratifications({});
    expect(events.filter(({ area }) => isInventedAreaCode(area))).toEqual([]);
    expect(events.some(({ verified }) => verified)).toBe(false);
    expect(events.every(({ list }) => list.includes("partial"))).toBe(true);
    const { evaluations } = await catalogue.evaluations.list({ limit: 100, offset: 0 });
    const real = evaluations.filter(({ origin }) => origin === "real");
    expect(real).toHaveLength(24);
    expect(real.flatMap(({ countries }) => countries).some(isInventedAreaCode)).toBe(false);
    const invented = evaluations.filter(({ origin }) => origin === "invented");
    expect(invented).toHaveLength(4);
    expect(invented.flatMap(({ countries }) => countries).every(isInventedAreaCode)).toBe(true);
    const words = (await catalogue.sources.list()).map(({ name, origin }) => `${name} ${origin}`);
    expect(words.filter((word) => word.endsWith(" real")).sort()).toEqual([
      "conventions.csv real",
      "evaluations-24.csv real",
      "ratifications-c087.csv real",
      "ratifications-c102-ru-2001.csv real",
      "ratifications-c102-trb-2011-198.csv real",
      "ses-2005-facts.txt real",
    ]);
  });

  it("reads each report in its language and ties it to its record", async () => {
    const documents = await store.catalogue.documents.list();
    expect(documents.map(({ language }) => language)).toEqual(["en", "fr", "es", "pt", "en"]);
    const tied = await Promise.all(
      documents.map(({ source }) => store.catalogue.documents.evaluationsOf(source)),
    );
    expect(tied).toEqual([
      ["demo-maternity"],
      ["demo-informal"],
      ["demo-pensions"],
      ["demo-unemployment"],
      [],
    ]);
    for (const { source } of documents.slice(0, 4)) {
      const reading = await store.catalogue.documents.bySource(source);
      expect(reading!.text.slice(0, 400)).toMatch(/invented|inventé|inventado/);
    }
  });

  it("finds what each report says, by kind", async () => {
    expect(await kinds("maternity-benefit-alvane.pdf")).toEqual({
      background: 2,
      method: 2,
      limitation: 1,
      finding: 6,
      conclusion: 3,
      "lesson-learned": 3,
      "good-practice": 2,
      recommendation: 5,
      "management-response": 5,
    });
    expect(await kinds("travailleurs-informels-corvana.docx")).toEqual({
      background: 2,
      method: 1,
      limitation: 1,
      finding: 6,
      conclusion: 2,
      recommendation: 4,
      "lesson-learned": 3,
      "good-practice": 2,
    });
    expect(await kinds("reforma-pensiones-dalmere.html")).toEqual({
      background: 2,
      method: 1,
      limitation: 1,
      finding: 6,
      conclusion: 3,
      recommendation: 5,
      "lesson-learned": 3,
      "good-practice": 2,
    });
    expect(await kinds("seguro-desemprego-isarna.txt")).toEqual({
      background: 1,
      method: 1,
      finding: 4,
      conclusion: 2,
      "lesson-learned": 3,
      "good-practice": 2,
      recommendation: 4,
    });
    expect(await kinds("ses-2005-facts.txt")).toEqual({
      background: 1,
      recommendation: 10,
      "management-response": 5,
    });
    const labels = (await passagesOf("ses-2005-facts.txt"))
      .filter(({ kind }) => kind === "recommendation")
      .map(({ label, text }) => `${label} ${text.slice(0, 5)}`);
    expect(labels[0]).toBe("(a) Build");
    expect(labels[9]).toBe("(j) Manag");
  });

  it("can be searched in four languages", async () => {
    for (const [q, evaluation] of [
      ["seasonal contributions", "demo-maternity"],
      ["cotisation affiliés", "demo-informal"],
      ["pensión básica", "demo-pensions"],
      ["trabalhadores sazonais", "demo-unemployment"],
    ] as const) {
      const { hits } = await store.catalogue.passages.search({ text: q, limit: 10, offset: 0 });
      expect(
        hits.map((hit) => hit.evaluation),
        q,
      ).toContain(evaluation);
    }
  });

  it("leads from a score to the cells of the simulated file, and recomputes without a difference", async () => {
    const score = "score:income-security-v1-demo-indicators-1/XAA/income.outcome/2022";
    const traced = await useCases.trace(effects, visitor, { id: score });
    if (!traced.ok) throw new Error(traced.problems[0]!.message);
    const files = sourceFiles(traced.value as TraceNode);
    expect(files).toContainEqual(["indicators-simulated.csv", "value"]);
    const verified = await useCases.verify(effects, operator, {});
    expect(verified.ok && (verified.value as { readonly differences: unknown }).differences).toEqual([]);
  }, 60_000);

  it("leaves an installation alone that began with something else", async () => {
    // Whatever else the preparation would touch is not there, and would throw.
    const catalogue = {
      indexes: { run: async () => null },
      sources: { list: async () => [{ name: "own.csv", addedBy: "somebody" }] },
    };
    const untouched = { ...effects, store: { catalogue } } as unknown as Effects;
    expect(await prepareDemonstration(untouched)).toEqual({ ok: true, value: { prepared: false } });
  });
});

/** File and column of every source at the ends of a trace. */
function sourceFiles(node: TraceNode): readonly (readonly [string, string | null])[] {
  const { source } = node;
  const own =
    source === null
      ? []
      : [[source.file, source.locator && "column" in source.locator ? source.locator.column : null] as const];
  return [...own, ...node.inputs.flatMap(sourceFiles)];
}
