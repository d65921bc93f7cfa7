// Published series with their traps: two sources of poverty under codes of their own, a population whose
// later years are projections that nothing marks, areas that are no countries.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { isInventedAreaCode, type Result } from "#kernel";
import { operator, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const reference = join(
  import.meta.dirname,
  "../../..",
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
);
const tables = join(reference, "../data/indicators");
const present = existsSync(join(tables, "README.md"));
if (!present && process.env["CI"] === "true") throw new Error(`no tables under ${tables}`);

const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return result.value;
};

const series = [
  { file: "gapminder/gm_epov_rate.csv", agency: "Gapminder", indicator: "gm_epov_rate", unit: "PT" },
  { file: "gapminder/pop.csv", agency: "Gapminder", indicator: "pop", unit: "PS" },
  { file: "other/SI.POV.NAHC.csv", agency: "World Bank", indicator: undefined, unit: "PT" },
] as const;

if (present)
  describeOnEngines("published series", (engine) => {
    const store = sharedStore(engine);

    it("are chosen from by a rule: one value a country, projections cut off, each with its source", async () => {
      const effects: Effects = {
        store: store(),
        now: steppingClock(),
        randomBytes: (n) => new Uint8Array(n),
        codeVersion: "test",
        address: "http://localhost",
      };
      const folder = await mkdtemp(join(tmpdir(), "socle-series-"));
      const releases: string[] = [];
      for (const [i, { file, agency, indicator, unit }] of series.entries()) {
        const name = `series-${i}.csv`;
        const path = join(folder, name);
        // Gapminder writes "hos" for the Holy See, which is no code of ISO.
        const rows = readFileSync(join(tables, file), "utf8").split("\n");
        writeFileSync(path, rows.filter((row) => !/^hos,/.test(row)).join("\n"));
        const imported = await useCases.importObservations(effects, operator, {
          ...{ name, series: `series-${i}`, agency, unit, origin: "real", draft: "false" },
          ...(indicator && { indicator }),
          upload: { path, name },
        });
        releases.push(answered(imported).release!);
      }
      const rule = {
        id: "published",
        title: "Published",
        years: [2015, 2040],
        window: { before: 5, after: 0 },
        indicators: ["ISI_O_POV", "pop"],
        sources: {
          ISI_O_POV: [
            { agency: "World Bank", series: "SI.POV.NAHC" },
            { agency: "Gapminder", series: "gm_epov_rate" },
          ],
        },
        without: { after: [{ year: 2023, series: "pop" }] },
      };
      const made = answered(await useCases.makeSelection(effects, operator, { rule, releases }));
      expect(made.counts.areas).toBeGreaterThan(180);
      const rows = await store().releases.observations({ release: made.release });
      // The World Bank's XKX and Gapminder's kos are one area, and no invented one.
      expect(new Set(rows.map(({ area }) => area)).has("412")).toBe(true);
      expect(rows.filter(({ area }) => isInventedAreaCode(area))).toEqual([]);
      const of = (indicator: string, year: number) =>
        rows.filter((row) => row.indicator === indicator && row.period === `${year}`);
      const sources = new Set(of("ISI_O_POV", 2015).map(({ source }) => source));
      expect([...sources].sort()).toEqual(["Gapminder", "World Bank"]);
      expect(of("pop", 2015).every(({ value }) => value !== null && value > 0)).toBe(true);
      expect(of("pop", 2040).every(({ value, missing }) => value === null && missing === "missing")).toBe(
        true,
      );
      // The catalogue states no source of poverty; the series the rule knows stand side by side all the same.
      const side = answered(
        await useCases.indicatorSeries(effects, visitor, { id: "ISI_O_POV", area: "KEN" }),
      );
      expect(new Set(side.observations.map(({ source }) => source)).size).toBe(2);
      expect(side.chosen.map(({ year, why }) => [year, why])).toEqual([
        [2015, "taken"],
        [2040, "none"],
      ]);
      const cell = answered(
        await useCases.selectionCell(effects, visitor, {
          ...{ id: "published", indicator: "pop", area: "KEN", year: 2040, sex: "T" },
        }),
      );
      expect(new Set(cell.candidates.map(({ fate }) => fate))).toEqual(
        new Set(["after-cut", "outside-window"]),
      );
    });
  });
else it.skip("published series (skipped without the tables)", () => {});
