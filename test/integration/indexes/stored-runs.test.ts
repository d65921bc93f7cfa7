// Frozen runs of definitions with every kind of step: what they tell of filled and changed cells, how each
// score leads to its observations, and that they are computed again to the last digit.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { type Actor, operator, type TraceNode, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const areas = ["XAA", "XAB", "XAC", "XAD", "XAE", "XAF"];
const cells: Readonly<Record<string, readonly (number | null)[]>> = {
  SPEND: [10, 24, 33, 44, 50, 900],
  PEOPLE: [10, 12, 11, 11, 10, 10],
  COVER: [80, null, 40, 20, 100, 60],
  LAW: [1, 0, 1, 1, 0, 1],
};
const table = `area,indicator,period,value\n${Object.entries(cells)
  .flatMap(([id, values]) => values.map((value, i) => `${areas[i]},${id},2020,${value ?? ""}`))
  .join("\n")}\n`;

const steps = {
  nodes: [
    { id: "index", aggregation: "geometric" },
    { id: "means", parent: "index", weight: 2 },
    { id: "law", parent: "index" },
    {
      id: "SPEND",
      parent: "means",
      direction: 1,
      denominator: "PEOPLE",
      treatment: { method: "winsorise", atMost: 1 },
    },
    { id: "COVER", parent: "means", direction: 1, imputation: { method: "group-mean", groupBy: "income" } },
    { id: "LAW", parent: "law", direction: 1 },
  ],
  areaGroups: { income: { low: ["XAB", "XAC", "XAD"], high: ["XAA", "XAE", "XAF"] } },
  normalisation: { method: "min-max", low: 1, high: 100 },
};
const one = (more: object) => ({
  nodes: [{ id: "index" }, ...["SPEND", "COVER", "LAW"].map((id) => ({ id, parent: "index", direction: 1 }))],
  ...more,
});
const kinds: Readonly<Record<string, object>> = {
  steps,
  rank: one({ normalisation: "rank", aggregation: "median" }),
  copeland: one({ aggregation: "copeland", missing: { minimumShare: 1 } }),
  zscore: one({ normalisation: "z-score", weights: "correlation-balanced" }),
  power: one({ aggregation: { method: "power", power: 2 }, imputation: "median" }),
  screened: one({ screening: { minimumShare: 1 }, normalisation: "percentile-rank" }),
};

describeOnEngines("a frozen run", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  let effects: Effects;

  beforeAll(async () => {
    const path = join(await mkdtemp(join(tmpdir(), "socle-runs-")), "steps.csv");
    writeFileSync(path, table);
    effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    const imported = await useCases.importObservations(effects, operator, {
      name: "steps.csv",
      series: "steps",
      title: "Steps",
      agency: "Test office",
      unit: "NUM",
      origin: "simulated",
      upload: { path, name: "steps.csv" },
    });
    if (!imported.ok) throw new Error(imported.problems[0]!.message);
    for (const [id, definition] of Object.entries(kinds)) {
      const made = await useCases.createRun(effects, operator, {
        definition: { id, version: "1", title: id, ...definition },
        release: "steps-1",
      });
      if (!made.ok) throw new Error(`${id}: ${made.problems[0]!.message}`);
    }
  });

  const runOf = async (id: string) => {
    const run = await useCases.run(effects, visitor, { id: `${id}-v1-steps-1` });
    if (!run.ok) throw new Error(run.problems[0]!.message);
    return run.value;
  };
  const traceOf = async (id: string): Promise<TraceNode> => {
    const path = await useCases.trace(effects, visitor, { id });
    if (!path.ok) throw new Error(path.problems[0]!.message);
    return path.value as TraceNode;
  };

  it("lists filled and changed cells, counts the filled ones in each score, and names who was left out", async () => {
    const run = await runOf("steps");
    expect(run.cells).toEqual([
      {
        area: "XAF",
        indicator: "SPEND",
        period: "2020",
        step: "treatment",
        rule: "winsorise",
        before: 90,
        after: 5,
      },
      {
        area: "XAB",
        indicator: "COVER",
        period: "2020",
        step: "imputation",
        rule: "group-mean",
        before: null,
        after: 30,
      },
    ]);
    const index = run.scores.filter(({ node }) => node === "index");
    expect(index.map(({ imputed = 0, n }) => [imputed, n])).toEqual([
      [0, 3],
      [1, 3],
      [0, 3],
      [0, 3],
      [0, 3],
      [0, 3],
    ]);
    expect((await runOf("screened")).leftOut).toEqual([{ area: "XAB", reason: "too_few_indicators" }]);
    expect((await runOf("zscore")).weights?.map(({ node }) => node)).toEqual(["SPEND", "COVER", "LAW"]);
  });

  it("leads from a score through the steps of each value to its cell", async () => {
    const index = await traceOf("score:steps-v1-steps-1/XAB/index/2020");
    expect(index.formedBy).toEqual({ method: "geometric" });
    const means = index.inputs.find(({ id }) => id.endsWith("/means/2020"))!;
    expect(means.formedBy).toBeUndefined();
    const [spend, cover] = means.inputs;
    expect(spend).toMatchObject({
      value: 24,
      contribution: {
        steps: [{ step: "denominator", rule: "PEOPLE", value: 2 }],
        weight: 0.5,
        range: [1, 5],
      },
    });
    expect(cover).toMatchObject({
      kind: "observation",
      contribution: { steps: [{ step: "imputation", rule: "group-mean", value: 30 }] },
    });
    expect(cover!.value).not.toBe(30);
    const drawnIn = (await traceOf("score:steps-v1-steps-1/XAF/means/2020")).inputs.find(
      ({ value }) => value === 900,
    );
    expect(drawnIn?.contribution).toMatchObject({
      value: 100,
      steps: [
        { step: "denominator", rule: "PEOPLE", value: 90 },
        { step: "treatment", rule: "winsorise", value: 5 },
      ],
    });
  });

  it.each(Object.keys(kinds))("of kind %s explains every score of every area", async (id) => {
    for (const area of areas) {
      const { value, inputs } = await traceOf(`score:${id}-v1-steps-1/${area}/index/2020`);
      const parts = inputs.filter(({ contribution }) => contribution !== null);
      expect(parts.length).toBeGreaterThan(0);
      const counted = parts.reduce((sum, { contribution }) => sum + (contribution!.weight ?? 0), 0);
      expect(counted).toBeCloseTo(typeof value === "number" ? 1 : 0, 12);
    }
  });

  it("is computed again to the last digit, whatever its methods", async () => {
    const verified = await useCases.verify(effects, operator, {});
    expect(verified).toMatchObject({ ok: true, value: { differences: [] } });
    if (verified.ok) expect(verified.value.checked).toBeGreaterThanOrEqual(4 * Object.keys(kinds).length);
  });

  it("fills holes by groups that somebody stated, names them in its recipe and is compared by them", async () => {
    const definition = {
      ...{ id: "grouped", version: "1", title: "grouped" },
      ...one({ imputation: { method: "group-mean", groupBy: "income-group" } }),
    };
    const freeze = (classifications?: string[]) =>
      useCases.createRun(effects, operator, { definition, release: "steps-1", classifications });
    const add = (year: number, rows: string, actor: Actor = operator) =>
      useCases.addClassification(effects, actor, {
        ...{ attribute: "income-group", source: "Test bank", year, version: `FY${year + 2}` },
        table: `area,group\n${rows}`,
      });
    expect(await freeze()).toMatchObject({ problems: [{ code: "securities.attribute-unknown" }] });
    const low = "XAB,low\nXAC,low\nXAD,low\nXAA,high\nXAE,high\nXAF,high\nXAG,\n";
    expect(await add(2019, low, visitor)).toMatchObject({ ok: false });
    expect(await add(2019, "XAA,high\nXAA,low\nNOWHERE,low\n")).toMatchObject({
      problems: [{ code: "app.row-repeated" }, { code: "app.area-unknown" }],
    });
    const first = await add(2019, low);
    if (!first.ok) throw new Error(first.problems[0]!.message);
    expect(first.value).toMatchObject({ id: "income-group-1", groups: { low: ["XAB", "XAC", "XAD"] } });
    expect(await add(2019, low)).toMatchObject({ value: { id: "income-group-1" } });
    expect(await freeze()).toMatchObject({ value: { id: "grouped-v1-steps-1-income-group-1" } });

    const filled = async (id: string) => {
      const run = await useCases.run(effects, visitor, { id });
      if (!run.ok) throw new Error(run.problems[0]!.message);
      return { recipe: run.value.recipe, after: run.value.cells?.map(({ after }) => after) };
    };
    const before = await filled("grouped-v1-steps-1-income-group-1");
    expect(before.after).toEqual([30]);
    expect(before.recipe.inputs[1]).toBe(first.value.sha256);
    const inputs = await useCases.runInputs(effects, visitor, { id: "grouped-v1-steps-1-income-group-1" });
    expect(inputs).toMatchObject({
      value: {
        groups: [{ attribute: "income-group", byArea: ["high", "low", "low", "low", "high", "high"] }],
      },
    });

    // The year after, XAB is among the high: a run of its own, told apart by its rules and by nothing else.
    expect(await add(2020, low.replace("XAB,low", "XAB,high"))).toMatchObject({
      value: { id: "income-group-2" },
    });
    expect(await freeze(["income-group-3"])).toMatchObject({
      problems: [{ code: "app.classification-unused" }],
    });
    expect(await freeze()).toMatchObject({ value: { id: "grouped-v1-steps-1-income-group-2" } });
    expect((await filled("grouped-v1-steps-1-income-group-2")).after).toEqual([80]);
    const compared = await useCases.compareRuns(effects, visitor, {
      from: "grouped-v1-steps-1-income-group-1",
      to: "grouped-v1-steps-1-income-group-2",
    });
    if (!compared.ok) throw new Error(compared.problems[0]!.message);
    expect(compared.value.causes.map(({ cause }) => cause)).toEqual(["rules"]);
    for (const { from, to, places, scores } of compared.value.areas) {
      expect(places[0]).toBe(from!.rank - to!.rank);
      expect(scores[0]).toBeCloseTo(to!.score - from!.score, 12);
    }

    const countries = await useCases.compareCountries(effects, visitor, { area: ["XAB"], periods: "all" });
    if (!countries.ok) throw new Error(countries.problems[0]!.message);
    const index = countries.value.indexes.find(({ definitionId }) => definitionId === "grouped")!;
    expect(index.incomeGroups).toEqual({ source: "Test bank", year: 2020, version: "FY2022" });
    expect(index.sets.find(({ set, node }) => set === "income-group" && node === "index")).toMatchObject({
      group: "high",
      n: 4,
    });
    expect(await useCases.verify(effects, operator, {})).toMatchObject({ value: { differences: [] } });
    const path = await traceOf("score:grouped-v1-steps-1-income-group-1/XAB/index/2020");
    expect(path.inputs.some(({ contribution }) => contribution?.steps?.[0]?.value === 30)).toBe(true);
  });
});
