// Main job 2 through the use cases, on both engines: a table with faults changes nothing; a right one
// becomes a release, an index and a country's ratings; every figure leads to its cell; a changed byte is
// found.

import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { operator, type TraceNode, visitor } from "#records";
import { simulatedDefinition, simulatedTable } from "../../fixtures/worked-example.ts";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const mini = { ...simulatedDefinition, renormaliseSubIndexes: true };
const [head, ...rows] = simulatedTable().trim().split("\n");
const table = (lines: readonly string[]) => `${head}\n${lines.join("\n")}\n`;

describeOnEngines("from a table to a rank", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  let effects: Effects;
  let folder: string;
  const upload = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return { path, name };
  };
  const importTable = (name: string, text: string) =>
    useCases.importObservations(effects, operator, {
      name,
      series: "mini",
      title: "Mini",
      agency: "Test office",
      origin: "simulated",
      upload: upload(name, text),
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-jobs-"));
    effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
  });

  it("lists every fault of a table by row and column, and changes nothing", async () => {
    const refused = await importTable(
      "faults.csv",
      table(["XAA,I1,2015,1", "Atlantis,I1,2015,1", "XAC,I1,soon,0", "XAD,I1,2015,many", "XAA,I1,2015,2"]),
    );
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    const places = refused.problems.map(({ at }) => `${at?.row}:${at?.column}`);
    expect(places).toEqual(expect.arrayContaining(["3:area", "4:period", "5:value"]));
    expect(refused.problems.length).toBeGreaterThanOrEqual(4);
    expect(await store().catalogue.releases.list()).toEqual([]);
    expect(await store().catalogue.sources.list()).toEqual([]);
    expect((await store().catalogue.audit.list({ before: null, limit: 10 })).length).toBe(0);
  });

  it("refuses a visitor and changes nothing", async () => {
    const refused = await useCases.importObservations(effects, visitor, {
      name: "mini.csv",
      series: "mini",
      origin: "simulated",
      upload: upload("mini.csv", table(rows)),
    });
    expect(refused.ok).toBe(false);
    expect(await store().catalogue.releases.list()).toEqual([]);
  });

  it("makes a release and the worked example to the last digit, country groups included", async () => {
    const imported = await importTable("mini.csv", table(rows));
    expect(imported).toMatchObject({
      ok: true,
      value: { added: 25, superseded: 0, unchanged: 0, release: "mini-1" },
    });
    const created = await useCases.createRun(effects, operator, { definition: mini, release: "mini-1" });
    expect(created).toMatchObject({
      ok: true,
      value: { id: "mini-v1-mini-1", origin: "simulated", reconstruction: true },
    });
    const run = await useCases.run(effects, visitor, { id: "mini-v1-mini-1" });
    if (!run.ok) throw new Error(run.problems[0]!.message);
    const scores = run.value.scores.filter(({ node }) => node === "index");
    const expected = [
      1,
      (0.5 + 0.5 + 2 * (0.5 / 0.875)) / 4,
      (0.5 + 0.25 + 2 * (0.25 / 0.875)) / 4,
      0.4375,
      0.5,
    ];
    for (const [i, score] of scores.entries()) expect(score.score, score.area).toBeCloseTo(expected[i]!, 14);
    expect(scores.map(({ rank }) => rank)).toEqual([1, 2, 5, 4, 3]);
    expect(run.value.countryGroups.map(({ group }) => group)).toEqual([
      "pacesetter",
      "much-to-be-done",
      "much-to-be-done",
      "conventional",
      "pragmatist",
    ]);
  });

  it("gives the run that exists when asked for the same again", async () => {
    const again = await useCases.createRun(effects, operator, { definition: mini, release: "mini-1" });
    expect(again).toMatchObject({ ok: true, value: { id: "mini-v1-mini-1" } });
    expect((await store().catalogue.indexes.runs()).length).toBe(1);
  });

  it("refuses another content under a version that is used", async () => {
    const changed = await useCases.createRun(effects, operator, {
      definition: { ...mini, renormaliseSubIndexes: false },
      release: "mini-1",
    });
    expect(changed).toMatchObject({ ok: false, problems: [{ code: "app.version-used" }] });
  });

  it("leads from a country's score to the cell of the file", async () => {
    const profile = await useCases.countryProfile(effects, visitor, { area: "XAA" });
    if (!profile.ok) throw new Error(profile.problems[0]!.message);
    const rating = profile.value.ratings.find(({ node }) => node === "index")!;
    expect(rating).toMatchObject({ score: 1, rank: 1, of: 5, n: 5, expected: 5, countryGroup: "pacesetter" });
    const path = await useCases.trace(effects, visitor, { id: rating.trace });
    if (!path.ok) throw new Error(path.problems[0]!.message);
    const leaves: TraceNode[] = [];
    const collect = (node: TraceNode) => {
      if (node.kind === "observation") leaves.push(node);
      node.inputs.forEach(collect);
    };
    collect(path.value as TraceNode);
    expect(leaves.length).toBe(5);
    for (const leaf of leaves) {
      const locator = leaf.source!.locator as { row: number; column: string };
      const cell = await useCases.sourceRow(effects, visitor, {
        sha256: leaf.source!.sha256,
        row: locator.row,
      });
      if (!cell.ok) throw new Error(cell.problems[0]!.message);
      expect(Number(cell.value.cells[cell.value.header.indexOf(locator.column)])).toBe(leaf.value);
    }
  });

  it("keeps how sure the ranks of a run are with it, and shows no rank without its interval", async () => {
    const run = await useCases.run(effects, visitor, { id: "mini-v1-mini-1" });
    const sure = await useCases.runUncertainty(effects, visitor, { id: "mini-v1-mini-1" });
    if (!run.ok || !sure.ok) throw new Error("no run");
    for (const { area, rank, rankLow, rankHigh, scoreLow, scoreHigh } of run.value.scores) {
      expect(rank !== null && rankLow !== null && rankHigh !== null && rankLow <= rankHigh, area).toBe(true);
      expect(scoreLow !== null && scoreHigh !== null && scoreLow <= scoreHigh, area).toBe(true);
    }
    expect(sure.value.replicates).toBe(2000);
    expect(sure.value.factors.map(({ factor }) => factor)).toEqual([
      "weights",
      "normalisation",
      "aggregation",
      "leave-one-out",
    ]);
    const record = (await store().catalogue.indexes.uncertainty("mini-v1-mini-1"))!;
    expect(record).toMatchObject({
      resultSha256: sure.value.resultSha256,
      recipe: { seed: sure.value.recipe.seed },
    });
    const file = JSON.parse(new TextDecoder().decode((await store().files.read(record.resultSha256))!));
    expect(file.ranks).toEqual(sure.value.ranks);
    const causes = await useCases.runUncertainty(effects, visitor, { id: "mini-v1-mini-1", only: "causes" });
    expect(causes).toMatchObject({ ok: true, value: { ...sure.value, ranks: [], scores: [] } });
    const profile = await useCases.countryProfile(effects, visitor, { area: "XAB" });
    const rating = profile.ok ? profile.value.ratings.find(({ node }) => node === "index") : null;
    const interval = run.value.scores.find(({ area, node }) => area === "XAB" && node === "index")!;
    expect(rating).toMatchObject({ rankLow: interval.rankLow, rankHigh: interval.rankHigh });
  });

  it("lists runs with their last period and how many areas have a rank in it", async () => {
    const runs = await useCases.listRuns(effects, visitor, {});
    const mini = runs.ok ? runs.value.find(({ id }) => id === "mini-v1-mini-1") : null;
    expect(mini).toMatchObject({ period: "2015", ranked: 5 });
  });

  it("makes the intervals of a run of before when it is first asked for, from the seed its name gives", async () => {
    const { indexes } = store().catalogue;
    const known = (await indexes.run("mini-v1-mini-1"))!;
    await indexes.addRun({ ...known, id: "mini-of-before" });
    expect(await indexes.uncertainty("mini-of-before")).toBeNull();
    const run = await useCases.run(effects, visitor, { id: "mini-of-before" });
    if (!run.ok) throw new Error(run.problems[0]!.message);
    expect(run.value.scores.every(({ rankLow }) => rankLow !== null)).toBe(true);
    const [kept, other] = [
      await indexes.uncertainty("mini-of-before"),
      await indexes.uncertainty("mini-v1-mini-1"),
    ];
    expect(kept!.recipe.seed).not.toBe(other!.recipe.seed);
    const verified = await useCases.verify(effects, operator, { id: "run:mini-of-before" });
    // Definition, run in three ways, and the analysis in two.
    expect(verified).toMatchObject({ ok: true, value: { checked: 6, differences: [] } });
  });

  it("takes the standard errors of a table into the ranks", async () => {
    const lines = rows.map((row) => `${row},${row.includes(",O1,") ? "15" : ""}`);
    const imported = await useCases.importObservations(effects, operator, {
      name: "survey.csv",
      series: "survey",
      origin: "simulated",
      upload: upload("survey.csv", `${head},standard_error\n${lines.join("\n")}\n`),
    });
    expect(imported).toMatchObject({ ok: true, value: { release: "survey-1" } });
    const created = await useCases.createRun(effects, operator, { definition: mini, release: "survey-1" });
    if (!created.ok) throw new Error(created.problems[0]!.message);
    const sure = await useCases.runUncertainty(effects, visitor, { id: created.value.id });
    const plain = await useCases.runUncertainty(effects, visitor, { id: "mini-v1-mini-1" });
    if (!sure.ok || !plain.ok) throw new Error("no analysis");
    expect(sure.value.factors.at(-1)).toEqual({ factor: "sampling-error", levels: 0 });
    const widths = (found: typeof sure) =>
      found.ok ? found.value.ranks.reduce((sum, { low, high }) => sum + (high ?? 0) - (low ?? 0), 0) : 0;
    expect(widths(sure)).toBeGreaterThan(widths(plain));
    const inputs = await useCases.runInputs(effects, operator, { id: created.value.id });
    const column = inputs.ok ? inputs.value.columns.find(({ indicator }) => indicator === "O1") : null;
    expect(column?.standardErrors).toEqual([15, 15, 15, 15, 15]);
  });

  it("counts what a new version of a series changes", async () => {
    const changed = rows.map((row) => (row.startsWith("XAE,O1") ? "XAE,O1,2015,25" : row)).slice(0, -1);
    const imported = await importTable("mini-2.csv", table(changed));
    expect(imported).toMatchObject({
      ok: true,
      value: { release: "mini-2", added: 0, superseded: 2, unchanged: 23 },
    });
  });

  it("writes one audit line for each change", async () => {
    const audit = await store().catalogue.audit.list({ before: null, limit: 100 });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      "index.run",
      "index.run",
      "release.create",
      "release.create",
      "release.create",
    ]);
  });

  it("verifies, and finds one changed byte", async () => {
    const before = await useCases.verify(effects, operator, {});
    expect(before).toMatchObject({ ok: true, value: { differences: [] } });
    const release = (await store().catalogue.releases.byId("mini-1"))!;
    const path = (await store().files.path(release.files[0]!))!;
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes, { flag: "r+" });
    const after = await useCases.verify(effects, operator, {});
    if (!after.ok) throw new Error(after.problems[0]!.message);
    expect(after.value.differences.map(({ id }) => id)).toContain(`source:${release.files[0]}`);
  });
});
