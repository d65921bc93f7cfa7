// How long does an index of 200 areas by 200 indicators by 30 periods take, from observations in memory to the
// frozen answer, and which part takes it? Invented figures, a twentieth of them missing.
//   node bench/index-run.ts 200 200 30

import { seededRandom } from "#kernel";
import {
  compileIndex,
  gridOf,
  type IndexObservation,
  readIndexDefinition,
  runIndex,
  runOverGrid,
} from "#securities";
import { machine, quantile, shown } from "./measuring.ts";

const [areas = 200, indicators = 200, periods = 30] = process.argv.slice(2).map(Number);

function definitionJson(more: object): unknown {
  const forms = Array.from({ length: 8 }, (_, i) => ({ id: `F${i}`, parent: "top" }));
  const groups = Array.from({ length: 24 }, (_, i) => ({
    id: `G${i}`,
    parent: `F${i % 8}`,
    role: (["input", "process", "outcome"] as const)[Math.floor(i / 8)],
    weight: 1 + Math.floor(i / 16),
  }));
  const leaves = Array.from({ length: indicators }, (_, i) => ({
    id: `X${i}`,
    parent: `G${i % 24}`,
    direction: i % 5 === 0 ? -1 : 1,
  }));
  return {
    id: "bench",
    version: "1",
    title: "Bench",
    nodes: [{ id: "top" }, ...forms, ...groups, ...leaves],
    countryGroups: { scheme: "sesame" },
    ...more,
  };
}

function observations(): readonly IndexObservation[] {
  const random = seededRandom(5);
  const rows: IndexObservation[] = [];
  for (let i = 0; i < indicators; i++)
    for (let p = 0; p < periods; p++)
      for (let a = 0; a < areas; a++)
        rows.push({
          area: `Area ${a}`,
          indicator: `X${i}`,
          period: String(1990 + p),
          value: random() < 0.05 ? null : Math.round(1e6 * (random() + random()) ** (1 + (i % 4))) / 1e4,
        });
  return rows;
}

const kinds: Readonly<Record<string, object>> = {
  "as the shipped definitions": {},
  "filled, treated, geometric": {
    imputation: "latest",
    treatment: { method: "winsorise", atMost: 5, otherwise: "log-ct" },
    normalisation: { method: "min-max", low: 1, high: 100 },
    aggregation: "geometric",
  },
};

const rows = observations();
console.log(JSON.stringify(machine()));
console.log(
  `${areas} areas, ${indicators} indicators, ${periods} periods: ${shown(rows.length)} observations`,
);
console.log(
  "| definition | first, ms | median of 9, ms | processor time, ms | laying out | computing | the answer | scores |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
for (const [name, more] of Object.entries(kinds)) {
  const definition = readIndexDefinition(definitionJson(more));
  if (!definition.ok) throw new Error(definition.problems[0]?.message);
  const times: { whole: number; cpu: number; grid: number; compute: number; answer: number }[] = [];
  let scores = 0;
  for (let turn = 0; turn < 10; turn++) {
    const spent = process.cpuUsage();
    const start = performance.now();
    const run = runIndex(definition.value, rows);
    const done = performance.now();
    const { user, system } = process.cpuUsage(spent);
    if (!run.ok) throw new Error(run.problems[0]?.message);
    scores = run.value.scores.length;
    const grid = gridOf(definition.value, rows);
    const laidOut = performance.now();
    if (!grid.ok) throw new Error(grid.problems[0]?.message);
    compileIndex(definition.value, grid.value).run();
    const computed = performance.now();
    runOverGrid(definition.value, grid.value);
    const answered = performance.now();
    times.push({
      whole: done - start,
      cpu: (user + system) / 1000,
      grid: laidOut - done,
      compute: computed - laidOut,
      answer: answered - computed - (computed - laidOut),
    });
  }
  const middle = (pick: (one: (typeof times)[number]) => number) =>
    shown(quantile(times.slice(1).map(pick), 0.5));
  console.log(
    `| ${name} | ${shown(times[0]!.whole)} | ${middle((t) => t.whole)} | ${middle((t) => t.cpu)} | ${middle((t) => t.grid)} | ${middle((t) => t.compute)} | ${middle((t) => t.answer)} | ${shown(scores)} |`,
  );
}
