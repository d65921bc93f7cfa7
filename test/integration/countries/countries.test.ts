// Countries beside each other: sets with median and range, what drives a score, women and men on one scale.
// Every expected figure is worked by hand from the ten lines of data below.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { operator, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

// COVER by sex in four countries of two regions; LAW for both together.
const areas = ["KEN", "GHA", "PER", "CHL"] as const;
const cover = { KEN: [20, 40], GHA: [40, 60], PER: [60, 100], CHL: [null, 80] } as const;
const law = { KEN: 0, GHA: 1, PER: 1, CHL: 0 } as const;
const total = { KEN: 30, GHA: 50, PER: 80, CHL: 80 } as const;
const line = (area: string, indicator: string, sex: string, value: number | null) =>
  `${area},${indicator},2020,${value ?? ""},${value === null ? "not-collected" : ""},${sex}`;
const table = `area,indicator,period,value,missing,sex\n${areas
  .flatMap((area) => [
    line(area, "LAW", "T", law[area]),
    line(area, "COVER", "T", total[area]),
    line(area, "COVER", "F", cover[area][0]),
    line(area, "COVER", "M", cover[area][1]),
  ])
  .join("\n")}\n`;
const definition = {
  id: "cover",
  version: "1",
  title: "Cover",
  nodes: [
    { id: "index" },
    { id: "LAW", parent: "index", direction: 1, weight: 1 },
    { id: "COVER", parent: "index", direction: 1, weight: 3 },
  ],
  areaGroups: { "income-group": { low: ["KEN", "GHA"], high: ["PER", "CHL"] } },
  normalisation: { method: "min-max", low: 0, high: 1 },
};

describeOnEngines("countries side by side", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  let effects: Effects;

  beforeAll(async () => {
    const path = join(await mkdtemp(join(tmpdir(), "socle-countries-")), "cover.csv");
    writeFileSync(path, table);
    effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    const imported = await useCases.importObservations(effects, operator, {
      name: "cover.csv",
      series: "cover",
      title: "Cover",
      agency: "Test office",
      unit: "PT",
      origin: "simulated",
      upload: { path, name: "cover.csv" },
    });
    if (!imported.ok) throw new Error(imported.problems[0]!.message);
    const made = await useCases.createRun(effects, operator, { definition, release: "cover-1" });
    if (!made.ok) throw new Error(made.problems[0]!.message);
  });

  const value = <T>(
    result: { ok: true; value: T } | { ok: false; problems: readonly { message: string }[] },
  ): T => {
    if (!result.ok) throw new Error(result.problems[0]!.message);
    return result.value;
  };

  it("gives scores with both intervals, and median and range of all, the region, the income group and those chosen", async () => {
    const compared = value(
      await useCases.compareCountries(effects, visitor, {
        area: ["KEN"],
        with: ["GHA", "PER"],
        periods: "latest",
      }),
    );
    const [index] = compared.indexes;
    // LAW weighs a quarter; COVER runs from 30 to 80: KEN 0, GHA 0.25 + 0.75 · 0.4, PER 1, CHL 0.75.
    const ken = index!.scores.find(({ area }) => area === "KEN")!;
    expect(ken).toMatchObject({ score: 0, rank: 4, of: 4 });
    expect(ken.rankLow).toBeLessThanOrEqual(4);
    expect(ken.rankHigh).toBeGreaterThanOrEqual(4);
    const sets = index!.sets.map(({ set, group, n, low, median, high }) => [
      set,
      group,
      n,
      low,
      median,
      high,
    ]);
    expect(sets).toEqual([
      ["all", null, 4, 0, expect.closeTo(0.65, 12), 1],
      ["region", "africa", 2, 0, expect.closeTo(0.275, 12), expect.closeTo(0.55, 12)],
      ["income-group", "low", 2, 0, expect.closeTo(0.275, 12), expect.closeTo(0.55, 12)],
      ["chosen", null, 2, expect.closeTo(0.55, 12), expect.closeTo(0.775, 12), 1],
    ]);
    expect(compared.areas).toEqual([{ area: "KEN", origin: "real", region: "africa" }]);
  });

  it("refuses no country, seven countries and what is none", async () => {
    const ask = (area: string[]) => useCases.compareCountries(effects, visitor, { area, periods: "latest" });
    const codes = async (area: string[]) => {
      const answer = await ask(area);
      return answer.ok ? [] : answer.problems.map(({ code }) => code);
    };
    expect(await codes([])).toEqual(["app.too-many-countries"]);
    expect(await codes(["KEN", "GHA", "PER", "CHL", "UGA", "ZMB", "BOL"])).toEqual([
      "app.too-many-countries",
    ]);
    expect(await codes(["ZZZ"])).toEqual(["app.not-found"]);
  });

  it("says how far a score would move with the median in place of a value", async () => {
    const drivers = value(
      await useCases.countryDrivers(effects, visitor, { area: "GHA", run: "cover-v1-cover-1" }),
    );
    const found = drivers.indicators.map(({ indicator, value: own, median, weight, shift }) => ({
      indicator,
      own,
      median,
      weight,
      shift,
    }));
    // The median of LAW is 0.5, of COVER 65: Ghana's 50 would become 65, which is 0.7 on the scale, not 0.4.
    expect(found).toEqual([
      { indicator: "LAW", own: 1, median: 0.5, weight: 0.25, shift: expect.closeTo(0.125, 12) },
      { indicator: "COVER", own: 50, median: 65, weight: 0.75, shift: expect.closeTo(-0.225, 12) },
    ]);
    expect(drivers.indicators[1]!.trace).toContain("observation:cover-1/COVER/GHA/2020");
    const other = await useCases.countryDrivers(effects, visitor, { area: "UGA", run: "cover-v1-cover-1" });
    expect(other.ok ? "" : other.problems[0]!.message).toContain("has no figures of");
  });

  it("lays women and men on one scale; a law counts for both, a missing figure is never that of both together", async () => {
    const bySex = value(await useCases.indexBySex(effects, visitor, { id: "cover", area: "KEN" }));
    expect([bySex.bySex, bySex.shared]).toEqual([["COVER"], ["LAW"]]);
    const of = (area: string, sex: string) =>
      bySex.scores.find((score) => score.area === area && score.sex === sex)!;
    // COVER runs from 20 (women in Kenya) to 100 (men in Peru).
    expect(of("KEN", "F").score).toBeCloseTo(0, 12);
    expect(of("KEN", "M").score).toBeCloseTo(0.75 * 0.25, 12);
    expect(of("PER", "M")).toMatchObject({ score: 1, rank: 1, of: 7 });
    expect(of("PER", "F").score).toBeCloseTo(0.25 + 0.75 * 0.5, 12);
    expect(of("CHL", "F")).toMatchObject({ score: null, rank: null, reason: "too_few_indicators" });
    for (const { score, rankLow, rankHigh } of bySex.scores)
      expect([rankLow === null, rankHigh === null]).toEqual([score === null, score === null]);
    const men = bySex.steps.filter(({ sex }) => sex === "M");
    expect(men.map(({ node, observed, value: scaled, weight }) => [node, observed, scaled, weight])).toEqual([
      ["index", null, expect.closeTo(0.1875, 12), null],
      ["LAW", 0, 0, 0.25],
      ["COVER", 40, expect.closeTo(0.25, 12), 0.75],
    ]);
    expect(men[2]!.range).toEqual([20, 100]);
  });

  it("shows women and men of the newest release that gives one figure for each, and says why one named does not", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "socle-countries-")), "twice.csv");
    const twice = ["F", "M"].flatMap((sex) =>
      ["A", "B"].map((source) => `KEN,COVER,2020,50,${sex},${source}`),
    );
    writeFileSync(path, `area,indicator,period,value,sex,source\n${twice.join("\n")}\n`);
    const made = await useCases.importObservations(effects, operator, {
      ...{ name: "twice.csv", series: "twice", origin: "invented", upload: { path, name: "twice.csv" } },
    });
    expect(made).toMatchObject({ ok: true, value: { release: "twice-1" } });
    const bySex = value(await useCases.indexBySex(effects, visitor, { id: "cover" }));
    expect(bySex.release?.id).toBe("cover-1");
    const named = await useCases.indexBySex(effects, visitor, { id: "cover", release: "twice-1" });
    expect(named).toMatchObject({ ok: false, problems: [{ code: "app.several-sources" }, {}] });
  });

  it("has nothing to show of women and men where no release tells them apart", async () => {
    const bySex = value(await useCases.indexBySex(effects, visitor, { id: "income-security" }));
    expect([bySex.release, bySex.scores]).toEqual([null, []]);
    const none = await useCases.indexBySex(effects, visitor, { id: "no-such-index" });
    expect(none.ok ? "" : none.problems[0]!.code).toBe("app.not-found");
  });
});
