// Does each rule for stopping keep its promise of 95 per cent recall with 95 per cent confidence, and how much
// reading does it save? Invented orders of several sizes, shares of relevant records and qualities, orders made
// to deceive, and the nine labelled sets where SOCLE_REFERENCE leads to them (order: ELAS u4, three priors).
//   node bench/stopping.ts 1000            seeds; all scenes
//   node bench/stopping.ts 1000 invented   only the invented orders
//   node bench/stopping.ts 1000 real       only the nine sets

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { seededRandom } from "#kernel";
import { defaultStoppingAims, simulateScreening, stoppingRules } from "#statistics";
import { machine, shown } from "./measuring.ts";

type Scene = {
  readonly name: string;
  readonly order: (seed: number) => Uint8Array;
  readonly seeds: number;
};

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** An order by scores: normal, those of relevant records higher by `lead` standard deviations. */
function byScore(total: number, relevant: number, lead: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const scores = Array.from({ length: total }, (_, i) => ({
    label: i < relevant ? 1 : 0,
    score: normal(random) + (i < relevant ? lead : 0),
  }));
  scores.sort((a, b) => b.score - a.score);
  return Uint8Array.from(scores, ({ label }) => label);
}

/** A good order of most, and `late` relevant records of another kind side by side at this share of the stack. */
function lateCluster(total: number, relevant: number, late: number, at: number, seed: number): Uint8Array {
  const good = byScore(total - late, relevant - late, 3, seed);
  const place = Math.floor(total * at);
  return Uint8Array.from({ length: total }, (_, i) =>
    i < place ? good[i]! : i < place + late ? 1 : good[i - late]!,
  );
}

const sizes = [
  [500, 10],
  [500, 50],
  [2000, 20],
  [2000, 100],
  [2000, 400],
  [10_000, 100],
  [10_000, 500],
] as const;

const invented = (seeds: number): readonly Scene[] => [
  ...sizes.flatMap(([total, relevant]) =>
    (
      [
        ["no better than chance", 0],
        ["weak", 1],
        ["good", 2],
        ["very good", 3.5],
      ] as const
    ).map(([quality, lead]) => ({
      name: `${shown(total)} records, ${relevant} relevant, order ${quality}`,
      order: (seed: number) => byScore(total, relevant, lead, seed),
      seeds,
    })),
  ),
  ...(
    [
      [500, 50, 5, 0.9],
      [2000, 100, 6, 0.6],
      [2000, 100, 10, 0.95],
      [2000, 100, 30, 0.8],
      [10_000, 500, 30, 0.9],
    ] as const
  ).map(([total, relevant, late, at]) => ({
    name: `${shown(total)} records, ${relevant} relevant, ${late} of them of another kind at ${at * 100} %`,
    order: (seed: number) => lateCluster(total, relevant, late, at, seed),
    seeds,
  })),
  ...([1, 0] as const).map((last) => ({
    name: last ? "2,000 records, 100 relevant, 10 of them last of all" : "2,000 records, none relevant",
    order: (seed: number) =>
      last
        ? Uint8Array.from([...byScore(1990, 90, 3, seed), ...Array<number>(10).fill(1)])
        : new Uint8Array(2000),
    seeds,
  })),
];

/** The nine sets in the orders of the reference model, priors first. */
function real(folder: string, seeds: number): readonly Scene[] {
  const baseline = JSON.parse(readFileSync(join(folder, "baseline-nquery1.json"), "utf8")) as Record<
    string,
    { readonly per_run: readonly { readonly prior: readonly number[] }[] }
  >;
  return Object.entries(baseline)
    .filter(([name]) => name.endsWith("|u4"))
    .map(([key, { per_run }]) => {
      const name = key.replace("synergy_", "").replace("|u4", "");
      const rows = parse(readFileSync(join(folder, "synergy", `${name}.csv`)), {
        columns: true,
      }) as readonly Record<string, string>[];
      const texts = rows.map((row) => ({ title: row["title"] ?? "", abstract: row["abstract"] ?? "" }));
      const labels = rows.map((row) => row["label_included"] === "1");
      const orders = per_run.map(({ prior }) => {
        const run = simulateScreening(texts, labels, {
          model: "elas-u4",
          criteria: "",
          priors: prior,
          perQuery: 1,
          end: null,
          clock: () => 0,
        });
        let step = run.next();
        while (!step.done) step = run.next();
        return Uint8Array.from([...prior, ...step.value.order], (record) => (labels[record] ? 1 : 0));
      });
      const relevant = labels.filter((label) => label).length;
      return {
        name: `${name}, ${shown(rows.length)} records, ${relevant} relevant`,
        order: (seed: number) => orders[seed % orders.length]!,
        seeds,
      };
    });
}

type Figures = { reached: number; saved: number; lowest: number };

/** All rules on the same orders. */
function measure(scene: Scene): readonly Figures[] {
  const rules = Object.values(stoppingRules);
  const figures = rules.map((): Figures => ({ reached: 0, saved: 0, lowest: 1 }));
  for (let seed = 0; seed < scene.seeds; seed++) {
    const order = scene.order(seed);
    for (const [at, rule] of rules.entries()) {
      const run = rule.simulate(order, { ...defaultStoppingAims, seed: seed + 1_000_003 });
      const figure = figures[at]!;
      if (run.recall >= defaultStoppingAims.target - 1e-12) figure.reached++;
      figure.saved += run.workSaved / scene.seeds;
      figure.lowest = Math.min(figure.lowest, run.recall);
    }
  }
  return figures;
}

function table(scenes: readonly Scene[]) {
  const rules = Object.values(stoppingRules);
  console.log(`| order | ${rules.map((rule) => rule.name).join(" | ")} |`);
  console.log(`| --- | ${rules.map(() => "---").join(" | ")} |`);
  const sums = rules.map(() => ({ saved: 0, lowest: 1 }));
  for (const scene of scenes) {
    const cells = measure(scene).map(({ reached, saved, lowest }, at) => {
      const coverage = reached / scene.seeds;
      sums[at]!.saved += saved / scenes.length;
      sums[at]!.lowest = Math.min(sums[at]!.lowest, coverage);
      return `${shown(coverage * 100, 1)} / ${shown(saved * 100, 1)} (${shown(lowest, 2)})`;
    });
    console.log(`| ${scene.name} | ${cells.join(" | ")} |`);
  }
  const mean = sums.map(({ saved, lowest }) => `${shown(lowest * 100, 1)} / ${shown(saved * 100, 1)}`);
  console.log(`| **lowest coverage / mean work saved** | ${mean.join(" | ")} |`);
}

const seeds = Number(process.argv[2] ?? 1000);
const only = process.argv[3];
const folder = join(process.env["SOCLE_REFERENCE"] ?? "../shared/reference", "screening");
console.log(JSON.stringify(machine()));
console.log(
  `Of ${shown(seeds)} seeds: per cent that reach the target / per cent of the reading saved (lowest recall)`,
);
if (only !== "real") table(invented(seeds));
if (only !== "invented" && existsSync(folder)) table(real(folder, seeds));
