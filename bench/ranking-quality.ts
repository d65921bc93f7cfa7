// Question: does one ranking model bring relevant records earlier than another, over many labelled sets, and
// is the difference more than chance?
//
// node bench/ranking-quality.ts LABELLED.csv ... [--runs 10] [--models elas-u4,socle-1] [--per-query 1]
// Run r begins with one relevant and one irrelevant record drawn by seed 1000 + r, the same for each model, and
// ends with the last relevant record. Files have record_id, title, abstract, label_included.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { seededRandom } from "#kernel";
import { type OrderQuality, type RankingModel, rankingModels, simulateScreening } from "#statistics";
import { option } from "./measuring.ts";

const figures = ["loss", "recall10", "wss95", "wss100", "atd", "ndcg"] as const;
type Figure = (typeof figures)[number];

const runs = Number(option("runs") ?? 10);
const perQuery = Number(option("per-query") ?? 1);
const models = (option("models") ?? "elas-u4,socle-1")
  .split(",")
  .map((name) => rankingModels.find((model) => model === name))
  .filter((model): model is RankingModel => model !== undefined);
const files = process.argv.slice(2).filter((word) => word.endsWith(".csv"));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean of paired differences with the half width of its 95 % interval, by Student's t. */
function paired(differences: readonly number[]): readonly [middle: number, half: number] {
  const n = differences.length;
  const middle = mean(differences);
  const spread = Math.sqrt(
    differences.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, n - 1),
  );
  // Cornish and Fisher's expansion of the quantile; within 0.003 of the tables from 7 degrees of freedom on.
  const [z, free] = [1.959964, n - 1];
  const t =
    z +
    (z ** 3 + z) / (4 * free) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * free ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * free ** 3);
  return [middle, (t * spread) / Math.sqrt(n)];
}
const interval = ([middle, half]: readonly [number, number]) =>
  `${middle.toFixed(4)} (${(middle - half).toFixed(4)} to ${(middle + half).toFixed(4)})`;

function played(file: string, model: RankingModel): readonly OrderQuality[] {
  const rows: Record<"title" | "abstract" | "label_included", string>[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
  });
  const texts = rows.map(({ title, abstract }) => ({ title, abstract }));
  const labels = rows.map((row) => row.label_included === "1");
  const relevant = labels.filter(Boolean).length;
  return Array.from({ length: runs }, (_, run) => {
    const random = seededRandom(1_000 + run);
    const drawn = [true, false].map((wanted) => {
      const places = labels.flatMap((label, place) => (label === wanted ? [place] : []));
      return places[Math.floor(random() * places.length)]!;
    });
    const play = simulateScreening(texts, labels, {
      model,
      criteria: "",
      priors: drawn,
      perQuery,
      end: ({ labelsInOrder }) => labelsInOrder.reduce((sum, label) => sum + label, 0) === relevant,
      clock: () => 0,
    });
    let step = play.next();
    while (!step.done) step = play.next();
    return step.value.quality;
  });
}

const [first = "elas-u4", second = "socle-1"] = models;
const all: { readonly set: string; readonly of: Readonly<Record<string, readonly OrderQuality[]>> }[] = [];
console.log(
  `| set | loss ${first} | ${second} | difference, 95 % interval over ${runs} runs | lower in | recall@10 % | | WSS@95 | |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |`,
);
for (const file of files) {
  const of = Object.fromEntries(models.map((model) => [model, played(file, model)]));
  const set = basename(file, ".csv");
  all.push({ set, of });
  const value = (model: string, figure: Figure) => of[model]!.map((quality) => quality[figure] ?? 0);
  const differences = value(second, "loss").map((loss, run) => loss - value(first, "loss")[run]!);
  const of2 = (figure: Figure) => [first, second].map((model) => mean(value(model, figure)).toFixed(3));
  console.log(
    `| ${[
      set,
      mean(value(first, "loss")).toFixed(4),
      mean(value(second, "loss")).toFixed(4),
      interval(paired(differences)),
      `${differences.filter((one) => one < 0).length} of ${runs}`,
      ...of2("recall10"),
      ...of2("wss95"),
    ].join(" | ")} |`,
  );
  console.error(JSON.stringify({ set, of }));
}
console.log(
  `\n| figure | ${first} | ${second} | difference over runs | over sets |\n| --- | --- | --- | --- | --- |`,
);
for (const figure of figures) {
  const value = (set: (typeof all)[number], model: string) =>
    set.of[model]!.map((quality) => quality[figure] ?? 0);
  const bySet = all.map((set) => mean(value(set, second)) - mean(value(set, first)));
  const byRun = Array.from({ length: runs }, (_, run) =>
    mean(all.map((set) => value(set, second)[run]! - value(set, first)[run]!)),
  );
  const of = (model: string) => mean(all.map((set) => mean(value(set, model)))).toFixed(4);
  console.log(
    `| ${figure} | ${of(first)} | ${of(second)} | ${interval(paired(byRun))} | ${interval(paired(bySet))} |`,
  );
}
