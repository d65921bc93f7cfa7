import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { type Area, areaByCode, areaByNumeric, areas, iloRegions, isInventedAreaCode } from "./area.ts";
import { areaName } from "./area-name.ts";
import { findArea } from "./area-search.ts";

const root = resolve(import.meta.dirname, "../..");
const reference = resolve(root, process.env["SOCLE_REFERENCE"] ?? "../shared/reference");
const published = resolve(reference, "../data/indicators/countries");
/** Where nothing may be skipped (CI), the tests run and fail on the missing file. */
const skipped = !existsSync(published) && process.env["CI"] !== "true";

const ofKind = (kind: Area["kind"]) => areas.filter((area) => area.kind === kind);
const iso = areas.filter((area) => area.alpha2 !== null);

describe("the table of areas", () => {
  test("has the 249 entries of ISO 3166-1, each with its own three codes", () => {
    expect(iso).toHaveLength(249);
    for (const key of ["code", "alpha2", "numeric"] as const)
      expect(new Set(iso.map((area) => area[key])).size, key).toBe(249);
    for (const { code, alpha2, numeric } of iso)
      expect(`${code} ${alpha2} ${numeric}`).toMatch(/^[A-Z]{3} [A-Z]{2} \d{3}$/);
  });

  test("counts 197 countries: 193 members of the United Nations, two observers, Cook Islands and Niue", () => {
    expect(ofKind("country")).toHaveLength(197);
    for (const code of ["VAT", "PSE", "COK", "NIU", "SSD"])
      expect(areaByCode(code)?.kind, code).toBe("country");
  });

  test("is sorted by code, without a code twice", () => {
    const codes = areas.map((area) => area.code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test("names only areas it knows, and chains of regions that start with the world", () => {
    for (const { code, regions, relatedTo, kind } of areas) {
      for (const region of regions) expect(areaByCode(region)?.kind, `${code} in ${region}`).toBe("region");
      for (const other of relatedTo) expect(areaByCode(other), `${code} to ${other}`).not.toBeNull();
      if (kind === "invented") expect(regions).toEqual([]);
      else if (code !== "001") expect(regions[0], code).toBe("001");
      for (const [i, region] of regions.entries())
        expect(areaByCode(region)?.regions, `${code}: above ${region}`).toEqual(regions.slice(0, i));
    }
  });

  test("gives a territory one sovereign country, and none where sovereignty is not settled", () => {
    const without = ofKind("territory").filter((area) => area.relatedTo.length === 0);
    expect(without.map((area) => area.code)).toEqual(["412", "ATA", "ESH"]);
    for (const { relatedTo } of ofKind("territory"))
      for (const sovereign of relatedTo) expect(areaByCode(sovereign)?.kind).toBe("country");
  });

  test("has all codes of ISO 3166-3 with a last year and successors that end in countries of today", () => {
    const dissolved = ofKind("dissolved");
    expect(dissolved).toHaveLength(30);
    for (const area of dissolved) {
      const [from, to] = area.valid;
      expect(to, area.code).toBeGreaterThanOrEqual(1975);
      if (from !== null) expect(from).toBeLessThan(to!);
      expect(area.relatedTo.length, area.code).toBeGreaterThan(0);
      for (const successor of area.relatedTo) {
        const since = areaByCode(successor)!.valid[0];
        // A successor's code comes no later than its predecessor's goes, but for slow newsletters.
        if (since !== null) expect(since, `${successor} after ${area.code}`).toBeLessThanOrEqual(to! + 1);
      }
    }
    expect(areaByCode("SUN")?.relatedTo).toHaveLength(15);
    expect(areaByCode("YUG")?.relatedTo).toContain("SCG");
    expect(areaByCode("SCG")).toMatchObject({ valid: [2003, 2006], relatedTo: ["MNE", "SRB"] });
  });
});

describe("the ILO's regions", () => {
  const count = (region: string) => ofKind("country").filter((area) => area.iloRegion === region).length;

  test("take in every country; Antarctica, regions and invented areas are in none", () => {
    for (const area of areas)
      expect(area.iloRegion === null, area.code).toBe(
        area.kind === "region" || area.kind === "invented" || ["ATA", "ATB", "ATN"].includes(area.code),
      );
  });

  test("have the members the ILO counts", () => {
    // 54 African, 35 American, 12 Arab States with the Occupied Palestinian Territory; Europe and Central
    // Asia: the ILO's 51 with Andorra, Holy See, Liechtenstein and Monaco; Asia and the Pacific: the rest.
    expect(iloRegions.map(count)).toEqual([54, 35, 12, 41, 55]);
  });

  test.each([
    ["EGY", "africa"],
    ["SDN", "africa"],
    ["YEM", "arab-states"],
    ["IRN", "asia-pacific"],
    ["AFG", "asia-pacific"],
    ["ISR", "europe-central-asia"],
    ["TUR", "europe-central-asia"],
    ["KAZ", "europe-central-asia"],
    ["CYP", "europe-central-asia"],
    ["MEX", "americas"],
    ["GRL", "americas"],
    ["FJI", "asia-pacific"],
    ["YMD", "arab-states"],
    ["SUN", "europe-central-asia"],
    ["412", "europe-central-asia"],
  ])("%s is in %s", (code, region) => {
    expect(areaByCode(code)?.iloRegion).toBe(region);
  });
});

describe("finding by code", () => {
  test("takes a code exactly as written", () => {
    for (const code of [
      "bol",
      "Bol",
      " BOL",
      "BO",
      "",
      "constructor",
      "__proto__",
      "XA",
      "XAAA",
      "Xaa",
      "999",
    ])
      expect(areaByCode(code), code).toBeNull();
  });

  test("every code from XAA to XZZ is an invented area, outside every region and map", () => {
    expect(areaByCode("XZZ")).toMatchObject({
      kind: "invented",
      numeric: null,
      regions: [],
      iloRegion: null,
    });
    expect(areaByCode("XAA")).toBe(areas.find((area) => area.code === "XAA"));
    expect(ofKind("invented")).toHaveLength(24);
    expect(areas.filter((area) => isInventedAreaCode(area.code) !== (area.kind === "invented"))).toEqual([]);
    expect(["XK", "xaa", "XA1", "YAA", "XAAA"].some(isInventedAreaCode)).toBe(false);
  });

  test("Kosovo stands under 412 and does not meet the invented areas", () => {
    expect(findArea("Kosovo")).toBe(areaByCode("412"));
    expect(areaByCode("412")?.kind).toBe("territory");
    for (const spelled of ["XKX", "XKK", "XK", "KOS"]) {
      expect(findArea(spelled), spelled).toBe(areaByCode("412"));
      expect(isInventedAreaCode(spelled), spelled).toBe(false);
      // What is kept has one code, whoever wrote it.
      expect(areaByCode(spelled), spelled).toBeNull();
    }
  });

  test("a number finds the area of today before the one that left it behind", () => {
    for (const area of areas) {
      if (area.numeric === null) continue;
      const found = areaByNumeric(area.numeric);
      if (area.kind === "dissolved" && found?.code !== area.code)
        expect(area.relatedTo).toContain(found?.code);
      else expect(found).toBe(area);
    }
    expect(areaByNumeric("12")).toBeNull();
  });
});

const readTable = (file: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(resolve(published, file)), { bom: true, columns: true });

describe.skipIf(skipped)("against the published tables (skipped without data/indicators/countries)", () => {
  test("codes and region chains are those of the United Nations Statistics Division", () => {
    const rows = readTable("UNSD-M49-en.csv");
    const expected = rows.map((row) => ({
      code: row["ISO-alpha3 Code"],
      alpha2: row["ISO-alpha2 Code"],
      numeric: row["M49 Code"],
      regions: ["Global Code", "Region Code", "Sub-region Code", "Intermediate Region Code"]
        .map((column) => row[column])
        .filter(Boolean),
    }));
    const ours = iso.map(({ code, alpha2, numeric, regions }) => ({ code, alpha2, numeric, regions }));
    const byCode = (a: { code?: string | undefined }, b: { code?: string | undefined }) =>
      a.code! < b.code! ? -1 : 1;
    expect(ours.toSorted(byCode)).toEqual(expected.toSorted(byCode));
  });

  test.each(["en", "fr", "es"] as const)("regions have their official names (%s)", (language) => {
    const official = new Map<string, Set<string>>();
    for (const row of readTable(`UNSD-M49-${language}.csv`))
      for (const level of ["Global", "Region", "Sub-region", "Intermediate Region"]) {
        const code = row[`${level} Code`]!;
        // The tables themselves have two names for Eastern Asia in French.
        if (code !== "") official.set(code, (official.get(code) ?? new Set()).add(row[`${level} Name`]!));
      }
    // Micronesia the region is told apart from Micronesia the country.
    official.delete("057");
    expect(official.size).toBe(29);
    for (const [code, names] of official) expect([...names], code).toContain(areaName(code, language));
  });

  test("countries and territories are told apart as the table of ISO entries does", () => {
    for (const row of readTable("country-codes.csv")) {
      const area = areaByCode(row["ISO3166-1-Alpha-3"]!);
      const status = row["is_independent"]!;
      // Its "In contention" and "Associated with" leave the kind open; Taiwan follows United Nations usage.
      if (/contention|Associated/.test(status) || area?.code === "TWN") continue;
      expect(area?.kind, `${area?.code}: ${status}`).toBe(status === "Yes" ? "country" : "territory");
      const sovereign = /^(?:Part|Territor|Crown|Commonwealth).* of ([A-Z]{2})$/.exec(status)?.[1];
      if (sovereign) expect(areaByCode(area!.relatedTo[0]!)?.alpha2).toBe(sovereign);
    }
  });

  test("every short, formal and official name in English, French and Spanish is found", () => {
    const columns = ["Short", "Formal"].flatMap((form) =>
      ["English", "French", "Spanish"].map((language) => `UNTERM ${language} ${form}`),
    );
    const names = [
      ...readTable("country-codes.csv").flatMap((row) =>
        [...columns, "official_name_en", "official_name_fr", "official_name_es", "CLDR display name"].map(
          (column) => [row["ISO3166-1-Alpha-3"], row[column]!] as const,
        ),
      ),
      ...["en", "fr", "es"].flatMap((language) =>
        readTable(`UNSD-M49-${language}.csv`).map(
          (row) => [row["ISO-alpha3 Code"], row["Country or Area"]!] as const,
        ),
      ),
    ].filter(([, name]) => name.trim() !== "");
    expect(names.length).toBeGreaterThan(2500);
    const wrong = names.filter(([code, name]) => findArea(name)?.code !== code);
    expect(wrong.map(([code, name]) => `${code} ${name}: ${findArea(name)?.code}`)).toEqual([]);
  });
});
