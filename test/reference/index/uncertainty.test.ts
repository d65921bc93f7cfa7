// The example of the reference with every value drawn anew and all steps taken: the ranks as defined are the
// reference's.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import {
  compileIndex,
  gridOf,
  readIndexDefinition,
  standardUncertaintyPlan,
  startUncertainty,
} from "#securities";

const project = resolve(import.meta.dirname, "../../..");
const folder = resolve(project, process.env["SOCLE_REFERENCE"] ?? "../shared/reference", "index");
const isAbsent = !existsSync(resolve(folder, "tests.json"));

type Row = Readonly<Record<string, string>>;
const rowsOf = (name: string) =>
  parse(readFileSync(resolve(folder, "csv", name)), { columns: true, bom: true }) as readonly Row[];

function example() {
  const nodes = rowsOf("ASEM_iMeta.csv")
    .filter(({ Type }) => Type === "Indicator" || Type === "Aggregate")
    .map((row) => ({
      id: row["iCode"],
      ...(row["Parent"] && { parent: row["Parent"] }),
      weight: Number(row["Weight"]),
      ...(row["Type"] === "Indicator" && { direction: Number(row["Direction"]) }),
      ...(row["Denominator"] && { denominator: row["Denominator"] }),
    }));
  const definition = readIndexDefinition({
    id: "asem",
    version: "1",
    title: "Sustainable connectivity",
    nodes,
    imputation: { method: "group-mean", groupBy: "continent" },
    treatment: { method: "winsorise", atMost: 5, otherwise: "log-ct" },
    normalisation: { method: "min-max", low: 0, high: 100 },
    missing: { minimumShare: 0 },
  });
  if (!definition.ok) throw new Error(JSON.stringify(definition.problems));
  const data = rowsOf("ASEM_iData.csv");
  const columns = Object.keys(data[0]!);
  const series = columns.slice(columns.indexOf("Area"));
  const observations = data.flatMap((row) =>
    series.map((indicator) => {
      const text = row[indicator] ?? "";
      const value = text === "" || text === "NA" ? null : Number(text);
      return {
        area: row["uCode"]!,
        indicator,
        period: null,
        value,
        standardError: Math.abs(value ?? 0) / 50,
      };
    }),
  );
  const grid = gridOf(definition.value, observations);
  if (!grid.ok) throw new Error(JSON.stringify(grid.problems));
  const groups = new Map(data.map((row) => [row["uCode"]!, row["EurAsia_group"]!]));
  const byAttribute = new Map([["continent", grid.value.areas.map((area) => groups.get(area) ?? null)]]);
  return compileIndex(definition.value, grid.value, byAttribute);
}

describe.skipIf(isAbsent)("uncertainty of the example index of the reference", () => {
  test("ranks as the reference has them, and intervals round them that all steps went into", () => {
    const index = example();
    const plan = standardUncertaintyPlan(index.definition, { replicates: 200, base: 32, treatment: [null] });
    const work = startUncertainty(index, plan, 4);
    if (!work.ok) throw new Error(JSON.stringify(work.problems));
    while (work.value.advance(100));
    const found = work.value.result();
    const { tests } = JSON.parse(readFileSync(resolve(folder, "tests.json"), "utf8")) as {
      readonly tests: readonly { readonly id: string; readonly result: Record<string, readonly unknown[]> }[];
    };
    // Draws differ, so that of the reference only the ranks as defined can be compared.
    const { uCode, Rank } = tests.find(({ id }) => id === "UA_nominal")!.result;
    const nominal = new Map(uCode!.map((area, i) => [area, Rank![i]]));
    const top = found.ranks.filter(({ node }) => node === "Index");
    expect(top.length).toBe(51);
    for (const { area, rank } of top) expect(rank, area).toBe(nominal.get(area));
    expect(found.leaveOneOut.length).toBe(49);
    expect(found.factors.map(({ factor }) => factor)).toEqual([
      "weights",
      "normalisation",
      "aggregation",
      "treatment",
      "leave-one-out",
      "sampling-error",
    ]);
    for (const { low, median, high, n } of top) {
      expect(low! <= median! && median! <= high!).toBe(true);
      expect(n).toBe(200);
    }
  });
});
