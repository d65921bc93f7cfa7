import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { proposeMapping } from "./index.ts";
import { applied, columnsOf, record, tableOf } from "./trial-tables.ts";

const reference =
  process.env["SOCLE_REFERENCE"] ?? join(import.meta.dirname, "../../../../../shared/reference");
const folder = join(reference, "../data/evaluations");
const isAbsent = !existsSync(folder) && process.env["CI"] !== "true";

describe.skipIf(isAbsent)("real registries (skipped where the reference folder is absent)", () => {
  const from = async (file: string, name: string) => {
    const table = await tableOf(readFileSync(join(folder, file)), file);
    const proposal = proposeMapping(table, name);
    return { proposal, outcome: applied(table, proposal.mapping) };
  };
  const counted = (values: readonly (string | null)[]) => {
    const counts: Record<string, number> = {};
    for (const value of values) counts[value ?? "none"] = (counts[value ?? "none"] ?? 0) + 1;
    return counts;
  };

  it.each(["iom-registry.csv", "iom-registry.json.txt"])(
    "%s: all 734 records, with what is odd in them",
    async (file) => {
      const { outcome } = await from(file, "IOM");
      const records = outcome.rows.map(({ record }) => record!);
      expect(outcome.rows.filter(({ state }) => state === "new")).toHaveLength(734);
      expect(new Set(records.map(({ id }) => id)).size).toBe(734);
      expect(counted(records.map(({ timing }) => timing))).toMatchObject({
        final: 343,
        "ex-post": 161,
        "mid-term": 135,
      });
      expect(counted(records.map(({ missing }) => missing["timing"] ?? null))).toMatchObject({
        "not-applicable": 71,
        "not-stated": 13,
        missing: 2,
      });
      expect(records.filter(({ managementResponse }) => managementResponse === "received")).toHaveLength(155);
      expect(records.filter(({ managementResponse }) => managementResponse === "none")).toHaveLength(578);
      const codes = counted(outcome.rows.flatMap(({ oddities }) => oddities.map(({ code }) => code)));
      expect(codes["evaluations.mapping-period-reversed"]).toBe(6);
      expect(codes["evaluations.mapping-title-repeated"]).toBe(2);
      expect(records.filter(({ countryGroups }) => countryGroups.includes("Worldwide"))).toHaveLength(81);
      expect(Math.max(...records.map(({ links }) => links.length))).toBe(12);
    },
  );

  it("ieg-ratings: all 439 rows, every country known", async () => {
    const { proposal, outcome } = await from("ieg-ratings-social-protection.csv", "IEG");
    expect(columnsOf(proposal)).toMatchObject({
      id: "Project ID",
      title: "Project Name",
      year: "Evaluation FY",
      countries: "Country / Economy",
    });
    expect(outcome.rows.filter(({ state }) => state === "new")).toHaveLength(439);
    expect(outcome.openValues.filter(({ field }) => field === "countries")).toEqual([]);
    expect(outcome.rows.every(({ record }) => record!.countries.length === 1)).toBe(true);
  });

  it("ilo_evaluation_titles: 21 rows; one column says type and timing", async () => {
    const { outcome } = await from("ilo_evaluation_titles.csv", "ILO");
    expect(outcome.rows).toHaveLength(21);
    expect(counted(outcome.rows.map(({ record }) => record!.timing))).toEqual({
      "mid-term": 3,
      final: 2,
      none: 16,
    });
    expect(record(outcome, 17).symbol).toBe("PAK/13/01/HSF");
    expect(record(outcome, 16).otherSymbols).toHaveLength(2);
  });
});
