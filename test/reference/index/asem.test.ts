// The whole example index of the reference, stage by stage, from raw values to the aggregated index: made by
// a definition as a user would write it.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { compileIndex, gridOf, readIndexDefinition } from "#securities";

const project = resolve(import.meta.dirname, "../../..");
const folder = resolve(project, process.env["SOCLE_REFERENCE"] ?? "../shared/reference", "index");
const isAbsent = !existsSync(resolve(folder, "tests.json"));

type Row = Readonly<Record<string, string>>;
const rowsOf = (name: string) =>
  parse(readFileSync(resolve(folder, "csv", name)), { columns: true, bom: true }) as readonly Row[];
const numberOf = (text: string | undefined) =>
  text === undefined || text === "" || text === "NA" ? Number.NaN : Number(text);

/** The definition of the example, from its own table of indicators. */
function exampleDefinition(aggregation: unknown, normalisation: unknown) {
  const nodes = rowsOf("ASEM_iMeta.csv")
    .filter(({ Type }) => Type === "Indicator" || Type === "Aggregate")
    .map((row) => ({
      id: row["iCode"],
      ...(row["Parent"] && { parent: row["Parent"] }),
      weight: Number(row["Weight"]),
      ...(row["Type"] === "Indicator" && { direction: Number(row["Direction"]) }),
      ...(row["Denominator"] && { denominator: row["Denominator"] }),
    }));
  const read = readIndexDefinition({
    id: "asem",
    version: "1",
    title: "Sustainable connectivity",
    nodes,
    imputation: { method: "group-mean", groupBy: "continent" },
    treatment: { method: "winsorise", atMost: 5, otherwise: "log-ct" },
    normalisation,
    aggregation,
    missing: { minimumShare: 0 },
    screening: { minimumShare: 0.9 },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.value;
}

function compiledExample(aggregation: unknown, normalisation: unknown) {
  const data = rowsOf("ASEM_iData.csv");
  const series = Object.keys(data[0]!).slice(Object.keys(data[0]!).indexOf("Area"));
  const observations = data.flatMap((row) =>
    series.map((indicator) => {
      const value = numberOf(row[indicator]);
      return { area: row["uCode"]!, indicator, period: null, value: Number.isNaN(value) ? null : value };
    }),
  );
  const definition = exampleDefinition(aggregation, normalisation);
  const grid = gridOf(definition, observations);
  if (!grid.ok) throw new Error(JSON.stringify(grid.problems, null, 1));
  const groups = new Map(data.map((row) => [row["uCode"]!, row["EurAsia_group"]!]));
  const byAttribute = new Map([["continent", grid.value.areas.map((area) => groups.get(area) ?? null)]]);
  return compileIndex(definition, grid.value, byAttribute);
}

const difference = (found: Float64Array, areas: readonly string[], rows: readonly Row[], code: string) => {
  const expected = new Map(rows.map((row) => [row["uCode"]!, numberOf(row[code])]));
  let worst = 0;
  for (const [i, area] of areas.entries()) {
    const [a, b] = [found[i]!, expected.get(area)!];
    if (Number.isNaN(a) !== Number.isNaN(b)) return Number.POSITIVE_INFINITY;
    if (!Number.isNaN(b)) worst = Math.max(worst, Math.abs(a - b) / Math.max(1, Math.abs(b)));
  }
  return worst;
};

describe.skipIf(isAbsent)("the example index of the reference", () => {
  test("every stage of every indicator and every node, within 1e-12", () => {
    const index = compiledExample("arithmetic", { method: "min-max", low: 0, high: 100 });
    const found = index.run();
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    const { areas } = index.grid;
    expect([areas.length, found.value.indicators.size, index.leftOut.size]).toEqual([51, 49, 0]);
    const files = {
      raw: rowsOf("coin_Raw.csv"),
      denominated: rowsOf("coin_Denominated.csv"),
      imputed: rowsOf("coin_Imputed.csv"),
      treated: rowsOf("coin_Treated.csv"),
      normalised: rowsOf("coin_Normalised.csv"),
    };
    for (const [stage, rows] of Object.entries(files))
      for (const [code, { stages }] of found.value.indicators)
        expect(
          difference(stages[stage as keyof typeof files], areas, rows, code),
          `${stage} ${code}`,
        ).toBeLessThan(1e-12);
    const aggregated = rowsOf("coin_Aggregated.csv");
    expect([...found.value.nodes.keys()].sort()).toEqual(
      [
        "Physical",
        "ConEcFin",
        "Political",
        "Instit",
        "P2P",
        "Environ",
        "Social",
        "SusEcFin",
        "Conn",
        "Sust",
        "Index",
      ].sort(),
    );
    for (const [code, { values }] of found.value.nodes)
      expect(difference(values, areas, aggregated, code), code).toBeLessThan(1e-12);
  });

  test.each(["arithmetic", "geometric", "harmonic"])(
    "the %s mean over values from 1 to 100",
    (aggregation) => {
      const index = compiledExample(aggregation, { method: "min-max", low: 1, high: 100 });
      const found = index.run();
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      const { tests } = JSON.parse(readFileSync(resolve(folder, "tests.json"), "utf8")) as {
        readonly tests: readonly {
          readonly id: string;
          readonly result: Record<string, readonly (string | number)[]>;
        }[];
      };
      const { uCode, ...columns } = tests.find(
        ({ id }) => id === `coin_Aggregate_a_${aggregation[0]}mean`,
      )!.result;
      for (const [code, { values }] of found.value.nodes) {
        if (!(code in columns)) continue;
        const rows = uCode!.map((area, i) => ({ uCode: String(area), [code]: String(columns[code]![i]) }));
        expect(difference(values, index.grid.areas, rows, code), code).toBeLessThan(1e-12);
      }
    },
  );
});
