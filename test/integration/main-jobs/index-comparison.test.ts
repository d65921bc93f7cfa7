// Two frozen runs compared through the use cases: shares that sum, areas left out of a file, what is refused.

import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparisonLines, type Effects, useCases } from "#app";
import { operator, visitor } from "#records";
import { openStore, type Store } from "#store";
import { simulatedDefinition, simulatedTable } from "../../fixtures/worked-example.ts";

const [head, ...rows] = simulatedTable().trim().split("\n");

describe("two runs of an index", () => {
  let folder: string;
  let store: Store;
  let effects: Effects;
  const now = () => "2026-03-01T10:00:00.000Z";

  const importTable = (name: string, lines: readonly string[], leaveOut?: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${head}\n${lines.join("\n")}\n`);
    return useCases.importObservations(effects, operator, {
      name,
      series: "mini",
      agency: "Test office",
      origin: "simulated",
      upload: { path, name },
      ...(leaveOut && { leaveOut }),
    });
  };
  const freeze = async (definition: object, release: string): Promise<string> => {
    const run = await useCases.createRun(effects, operator, { definition, release });
    if (!run.ok) throw new Error(run.problems[0]!.message);
    return run.value.id;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-comparison-"));
    const opened = await openStore({ home: join(folder, "home"), databaseUrl: null, now });
    if (!opened.ok) throw new Error(opened.problems[0]!.message);
    store = opened.value;
    effects = {
      store,
      now,
      randomBytes: (length) => new Uint8Array(length),
      codeVersion: "test",
      address: "http://localhost",
    };
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("refuses a group among the countries, and leaves it out where that is asked for, saying so", async () => {
    const withGroup = [...rows, "Lowland,I1,2015,1", "Lowland,O1,2015,3"];
    expect(await importTable("mini.csv", withGroup)).toMatchObject({
      ok: false,
      problems: [{ code: "releases.area-unknown", at: { text: "Lowland" } }],
    });
    expect(await importTable("mini.csv", withGroup, ["Lowland"])).toMatchObject({
      ok: true,
      value: { release: "mini-1", added: rows.length, warnings: [{ code: "releases.areas-left-out" }] },
    });
    const release = await useCases.release(effects, visitor, { id: "mini-1" });
    expect(release.ok && release.value.release.caveats.join()).toContain("2 rows of Lowland were left out");
    expect(release.ok && release.value.release.rows).toBe(rows.length);
    const contents = release.ok ? release.value.contents : [];
    expect(contents.every(({ areas }) => areas === 5)).toBe(true);
  });

  it("are told apart by causes whose shares sum to each change, for everybody who may read them", async () => {
    const changed = rows
      .filter((row) => !row.startsWith("XAA,"))
      .map((row) => (row.startsWith("XAC,P1") ? "XAC,P1,2015,20" : row));
    expect(await importTable("mini-2.csv", changed)).toMatchObject({ ok: true });
    const from = await freeze(simulatedDefinition, "mini-1");
    const heavier = {
      ...simulatedDefinition,
      version: "2",
      nodes: simulatedDefinition.nodes.map((node) => (node.id === "process" ? { ...node, weight: 3 } : node)),
    };
    const to = await freeze(heavier, "mini-2");
    const found = await useCases.compareRuns(effects, visitor, { from, to, divide: "values" });
    if (!found.ok) throw new Error(found.problems[0]!.message);
    const { causes, changes, areas, divided } = found.value;
    expect(causes.map(({ cause }) => cause)).toEqual(["values", "areas", "definition"]);
    expect(changes).toMatchObject({ left: ["XAA"], entered: [], definition: ["weights"] });
    expect(divided).toMatchObject({ cause: "values", parts: ["P1"], drawn: null });
    const both = areas.filter(({ state }) => state === "both");
    expect(both.length).toBe(4);
    for (const { from: before, to: after, places } of both) {
      const sum = places.reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(before!.rank - after!.rank, 10);
      expect(before!.rankLow! <= before!.rank && before!.rank <= before!.rankHigh!).toBe(true);
    }
    const lines = comparisonLines(found.value);
    expect(lines).toContain("Alvane left");
    expect(lines).toMatch(/Corvana from \d \(\d–\d\) to \d \(\d–\d\): new values \+/);
  });

  it("can be taken away as a table with a row for each area and cause", async () => {
    const query = { from: "mini-v1-mini-1", to: "mini-v2-mini-2", language: "en" } as const;
    const taken = await useCases.downloadComparison(effects, visitor, { ...query, format: "json" });
    if (!taken.ok) throw new Error(taken.problems[0]!.message);
    const chunks: Uint8Array[] = [];
    for await (const chunk of taken.value.stream as AsyncIterable<Uint8Array | string>)
      chunks.push(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const table = JSON.parse(text) as { readonly shares: readonly { area: string; places: number | null }[] };
    expect(table.shares.filter(({ area }) => area === "XAC")).toHaveLength(3);
    expect(table.shares.filter(({ area }) => area === "XAA")).toMatchObject([{ places: null }]);
  });

  it("are not explained where a run is unknown, or has no such part", async () => {
    const unknown = await useCases.compareRuns(effects, visitor, { from: "mini-v1-mini-1", to: "mini-v9" });
    expect(unknown).toMatchObject({ problems: [{ code: "app.not-found", at: { field: "to" } }] });
    const other = await useCases.compareRuns(effects, visitor, {
      from: "mini-v1-mini-1",
      to: "mini-v2-mini-2",
      node: "I1",
    });
    expect(other).toMatchObject({ problems: [{ code: "securities.not-comparable", at: { field: "node" } }] });
  });
});
