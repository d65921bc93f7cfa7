// How many replicates of an index are computed in a second of one core? CPU time, so that other work on the
// machine counts little. The example of the reference (51 countries, 49 indicators), with all its steps:
// imputation by group, treatment, normalisation, weights, means, ranks. Needs the reference files beside the
// project (SOCLE_REFERENCE).
//   node bench/index-uncertainty.ts [runs]

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import {
  compileIndex,
  gridOf,
  type IndexObservation,
  readIndexDefinition,
  standardUncertaintyPlan,
  startUncertainty,
  type UncertaintyPlan,
} from "#securities";
import { machine, quantile, shown } from "./measuring.ts";

const folder = resolve(
  import.meta.dirname,
  "..",
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
  "index/csv",
);
if (!existsSync(folder)) {
  console.error(`The reference files are not at ${folder}: nothing to measure.`);
  process.exit(1);
}
type Row = Readonly<Record<string, string>>;
const rowsOf = (name: string) =>
  parse(readFileSync(resolve(folder, name)), { columns: true, bom: true }) as readonly Row[];

/** The example as a definition of ours, with a standard error for every value where asked for. */
function example(relativeError: number) {
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
    screening: { minimumShare: 0.9 },
  });
  if (!definition.ok) throw new Error(JSON.stringify(definition.problems));
  const data = rowsOf("ASEM_iData.csv");
  const columns = Object.keys(data[0]!);
  const series = columns.slice(columns.indexOf("Area"));
  const observations = data.flatMap((row) =>
    series.map((indicator): IndexObservation => {
      const text = row[indicator] ?? "";
      const value = text === "" || text === "NA" ? null : Number(text);
      const standardError = value === null || relativeError === 0 ? null : Math.abs(value) * relativeError;
      return { area: row["uCode"]!, indicator, period: null, value, standardError };
    }),
  );
  const grid = gridOf(definition.value, observations);
  if (!grid.ok) throw new Error(JSON.stringify(grid.problems));
  const groups = new Map(data.map((row) => [row["uCode"]!, row["EurAsia_group"]!]));
  const byAttribute = new Map([["continent", grid.value.areas.map((area) => groups.get(area) ?? null)]]);
  return compileIndex(definition.value, grid.value, byAttribute);
}

const runs = Number(process.argv[2] ?? 10_000);
const cases: readonly [string, number, Partial<UncertaintyPlan>][] = [
  ["standard plan, values as observed", 0, {}],
  ["the same, and treatment or none, imputation or none", 0, { treatment: [null], imputation: [null] }],
  ["standard plan, every value drawn anew, all steps", 0.05, {}],
  [
    "every value drawn anew, treatment and imputation or none",
    0.05,
    { treatment: [null], imputation: [null] },
  ],
];
console.log(JSON.stringify(machine()));
console.log("| case | what | runs | median, CPU s | most, CPU s | runs a CPU second |");
console.log("| --- | --- | --- | --- | --- | --- |");
for (const [name, error, changes] of cases) {
  const index = example(error);
  for (const what of ["intervals", "sensitivities"] as const) {
    const plan = standardUncertaintyPlan(index.definition, changes);
    const times: number[] = [];
    let made = 0;
    for (let repeat = 0; repeat < 5; repeat++) {
      const factors = error > 0 ? 5 : 4;
      const base = Math.round(runs / (factors + Object.keys(changes).length + 2));
      const began = process.cpuUsage();
      const work = startUncertainty(
        index,
        what === "intervals" ? { ...plan, replicates: runs, base: 0 } : { ...plan, replicates: 1, base },
        repeat,
      );
      if (!work.ok) throw new Error(work.problems[0]!.message);
      while (work.value.advance(1000));
      made = work.value.result().runs;
      const spent = process.cpuUsage(began);
      times.push((spent.user + spent.system) / 1e6);
    }
    const median = quantile(times, 0.5);
    const cells = [
      name,
      what,
      shown(made),
      shown(median, 2),
      shown(quantile(times, 1), 2),
      shown(made / median),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
