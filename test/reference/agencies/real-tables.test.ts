// Tables of agencies as they are published (ILO, OECD, Gapminder, Our World in Data) and the examples of
// SDMX-CSV 2.0: what is taken, and what is refused with which sentence. Read where they lie, never copied.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { releasesAtHand } from "../../integration/releases/observations-at-hand.ts";

const reference = resolve(
  import.meta.dirname,
  "../../..",
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
);
const tables = join(reference, "../data/indicators");
const present = existsSync(join(tables, "README.md")) && existsSync(join(reference, "sdmx/csv-2.0"));
if (!present && process.env["CI"] === "true") throw new Error(`no reference tables under ${tables}`);

describe.skipIf(!present)("published tables (skipped without the reference files)", async () => {
  const { roundTrip, refused } = await releasesAtHand();
  const table = (name: string) => readFileSync(join(tables, name));

  // Lower-case codes are never guessed: Gapminder's own table says which is which.
  const gapminder = Object.fromEntries(
    present
      ? parse<Record<string, string>>(table("gapminder/ddf--entities--geo--country.csv"), { columns: true })
          .filter((row) => row["iso3166_1_alpha3"])
          .map((row) => [row["country"]!, row["iso3166_1_alpha3"]!])
      : [],
  );

  it("refuses the OECD's average among the countries, and nothing else of its file", async () => {
    const problems = await refused(table("other/oecd-socx-sdmx.csv"));
    expect(problems).toMatchObject([{ code: "releases.area-unknown", at: { text: "OECD" } }]);
    expect(problems[0]!.message).toContain("and 14 rows after it");
  });

  it("takes the OECD's SDMX-CSV with labels, unit and attributes once its average is left out", async () => {
    const lines = table("other/oecd-socx-sdmx.csv").toString("utf-8").split("\n");
    const found = await roundTrip(lines.filter((line) => !line.includes(",I,OECD,")).join("\n"));
    expect(found).toHaveLength(601);
    const portugal = found.find(({ area, period }) => area === "PRT" && period === "2021");
    expect(portugal).toMatchObject({
      indicator: "SOCX",
      source: "OECD.ELS.SPD",
      value: 25.502,
      unit: "PT_B1GQ",
      status: "A",
      attributes: { decimals: "1", currency: "_Z" },
      row: 2,
      column: "OBS_VALUE",
    });
  });

  it("takes the ILO's SDMX-CSV with its index column, source and notes", async () => {
    const found = await roundTrip(table("ilostat/Trade_Union_Density_Rate_ILO_Latest.csv"));
    expect(found).toHaveLength(134);
    expect(found[0]).toMatchObject({
      area: "AFG",
      indicator: "ILR_TUMT_RT",
      period: "2019",
      value: 16.767,
      unit: "PT",
      source: "ADM-RWO - Records of Unions of Afghanistan",
      attributes: { unit_measure_type: "RT" },
    });
  });

  it("takes the ILO's sample of SDG 1.3.1 with sexes and contingencies", async () => {
    const found = await roundTrip(table("ilostat/sdg_0131_sex_soc_rt_sample.csv"), { areas: gapminder });
    expect(found).toHaveLength(64);
    expect(new Set(found.map(({ sex }) => sex))).toEqual(new Set(["T", "F", "M"]));
    expect(found[0]!.breakdowns["classif1"]).toMatch(/^soc_contig_/);
  });

  it("takes a Gapminder series by the table of its own codes", async () => {
    const found = await roundTrip(table("gapminder/gini.csv"), { areas: gapminder });
    expect(found).toHaveLength(11_032);
    expect(found[0]).toMatchObject({ area: "AFG", indicator: "gini", period: "1970", value: 31.53, row: 2 });
  });

  it("refuses text codes among figures row by row, with the count of all", async () => {
    const problems = await refused(table("gapminder/freedstatus_fh.csv"), {
      areas: Object.fromEntries(
        [
          ...new Set(
            table("gapminder/freedstatus_fh.csv")
              .toString()
              .split("\n")
              .map((line) => line.split(",")[0]!),
          ),
        ].map((code) => [code, gapminder[code] ?? code.toUpperCase()]),
      ),
    });
    expect(problems).toHaveLength(1001);
    expect(problems[0]).toMatchObject({
      code: "releases.value-not-a-number",
      at: { row: 2, column: "freedstatus_fh" },
    });
    expect(problems.at(-1)!.message).toContain("8922");
  });

  it("takes two dots as missing", async () => {
    const found = await roundTrip(table("owid/health-expenditure.csv"), {
      indicator: "health",
      // Two countries go by this name; the publisher means the southern one.
      areas: { Korea: "KOR" },
    });
    expect(found.find(({ area, period }) => area === "AUS" && period === "1970")).toMatchObject({
      value: null,
      missing: "missing",
    });
  });

  it("says of each SDMX-CSV 2.0 example, which has no area, that the area column is missing", async () => {
    for (const name of ["01", "04", "06", "07", "10", "15"]) {
      const problems = await refused(readFileSync(join(reference, `sdmx/csv-2.0/example-${name}.csv`)));
      expect(
        problems.map(({ code }) => code),
        name,
      ).toContain("agencies.area-column-missing");
    }
  });
});
