// Question: after one more judgement, how long until the next record is known (learn anew from all judgements,
// score every record, sort), at 1,000, 10,000 and 100,000 records, on one core?
//
// node bench/ranking.ts [--records 10000] [--labelled 3000] [--model socle-1]
// Invented records by seed. The peer fits the same model as liblinear does (dual coordinate descent from zero
// to a tolerance of 1e-4) on the same rows, and scores and sorts the same way. Aim: 95th percentile at most
// 50 ms at 10,000 records; 500 ms and 2 GB at 100,000.

import { seededRandom } from "#kernel";
import { type Judgement, prepareRanking, rankingModels } from "#statistics";
import { balancedCosts } from "../src/statistics/ranking/balanced-costs.ts";
import { productOf } from "../src/statistics/ranking/squared-hinge.ts";
import type { TermRows } from "../src/statistics/ranking/term-rows.ts";
import { inChild, machine, option, quantile, shown } from "./measuring.ts";
import { inventedRecords } from "./ranking-data.ts";

type Figures = {
  readonly records: number;
  readonly entries: number;
  readonly terms: number;
  readonly setUpMs: number;
  readonly peakMegabytes: number;
  readonly stages: readonly {
    readonly labelled: number;
    readonly refits: number;
    readonly p50: number;
    readonly p95: number;
    /** Processor time of a refit, and of one of the peer: what a busy machine changes less. */
    readonly cpu: number;
    readonly peerCpu: number;
  }[];
};

/** The peer: dual coordinate descent over shuffled rows until the largest step is below the tolerance. */
function peerOrder(rows: TermRows, judged: readonly Judgement[]): Uint32Array {
  const relevant = judged.filter((one) => one.relevant).length;
  const costs = balancedCosts(relevant, judged.length - relevant, 0.11, 9.8);
  const weights = new Float64Array(rows.shared);
  const alpha = new Float64Array(judged.length);
  const random = seededRandom(0);
  const sequence = judged.map((_, i) => i);
  let intercept = 0;
  for (let round = 0; round < 1_000; round++) {
    let [highest, lowest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = sequence.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [sequence[i], sequence[j]] = [sequence[j]!, sequence[i]!];
    }
    for (const i of sequence) {
      const { record, relevant: is } = judged[i]!;
      const sign = is ? 1 : -1;
      const ridge = 1 / (2 * (is ? costs.relevant : costs.irrelevant));
      const gradient = sign * (productOf(rows, record, weights) + intercept) - 1 + ridge * alpha[i]!;
      const projected = alpha[i] === 0 ? Math.min(gradient, 0) : gradient;
      highest = Math.max(highest, projected);
      lowest = Math.min(lowest, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const before = alpha[i]!;
      alpha[i] = Math.max(before - gradient / (2 + ridge), 0);
      const step = (alpha[i]! - before) * sign;
      for (let k = rows.starts[record]!; k < rows.alone[record]!; k++)
        weights[rows.columns[k]!]! += step * rows.values[k]!;
      intercept += step;
    }
    if (highest - lowest < 1e-4) break;
  }
  const known = new Set(judged.map(({ record }) => record));
  const scores = Float64Array.from({ length: rows.size }, (_, i) => productOf(rows, i, weights) + intercept);
  return Uint32Array.from(scores.keys())
    .filter((i) => !known.has(i))
    .sort((a, b) => scores[b]! - scores[a]! || a - b);
}

/** Processor time of a piece of work in milliseconds, that of the collector of rubbish with it. */
function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1000;
}

function measure(records: number, most: number, model: (typeof rankingModels)[number]): Figures {
  const { texts, labels } = inventedRecords(records, 1);
  const before = process.cpuUsage();
  const ranking = prepareRanking(texts, model);
  const spent = process.cpuUsage(before);
  const setUpMs = (spent.user + spent.system) / 1000;
  const judged: Judgement[] = [
    { record: labels.indexOf(true), relevant: true },
    { record: labels.indexOf(false), relevant: false },
  ];
  const stages: Figures["stages"][number][] = [];
  const targets = [50, 200, 500, 1_000, 2_000, 5_000].filter((n) => n <= most && n < records * 0.9);
  for (const target of targets) {
    // Between the stages many records are judged at once; each stage then counts refits one by one.
    let { order } = ranking.rank(judged);
    while (judged.length < target) {
      for (const record of order.subarray(0, Math.min(100, target - judged.length)))
        judged.push({ record, relevant: labels[record]! });
      order = ranking.rank(judged).order;
    }
    const times: number[] = [];
    const cpu: number[] = [];
    for (let refit = 0; refit < 45; refit++) {
      const record = order[0]!;
      judged.push({ record, relevant: labels[record]! });
      const start = performance.now();
      const spent = processorMs(() => {
        order = ranking.rank(judged).order;
      });
      if (refit >= 5) {
        times.push(performance.now() - start);
        cpu.push(spent);
      }
    }
    const peer = [0, 1, 2].map(() => processorMs(() => peerOrder(ranking.rows, judged)));
    stages.push({
      labelled: target,
      refits: times.length,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      cpu: quantile(cpu, 0.5),
      peerCpu: quantile(peer, 0.5),
    });
  }
  return {
    records,
    entries: ranking.rows.values.length,
    terms: ranking.rows.frequencies.length,
    setUpMs,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    stages,
  };
}

const chosen = rankingModels.find((name) => name === option("model")) ?? rankingModels[0];
const most = Number(option("labelled") ?? 5_000);
if (option("child") !== null) console.log(JSON.stringify(measure(Number(option("child")), most, chosen)));
else {
  console.log(JSON.stringify({ ...machine(), model: chosen }));
  console.log(
    "| records | entries | set up, processor | peak memory | judged | refit p50 | p95 | processor | peer's | ratio |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
  );
  const sizes = option("records") === null ? [1_000, 10_000, 100_000] : [Number(option("records"))];
  for (const records of sizes) {
    const found = await inChild<Figures>(import.meta.filename, [
      "--child",
      String(records),
      "--labelled",
      String(most),
      "--model",
      chosen,
    ]);
    for (const { labelled, p50, p95, cpu, peerCpu } of found.stages)
      console.log(
        `| ${shown(records)} | ${shown(found.entries)} | ${shown(found.setUpMs / 1000, 1)} s | ${shown(found.peakMegabytes)} MB | ${shown(labelled)} | ${shown(p50, 1)} ms | ${shown(p95, 1)} ms | ${shown(cpu, 1)} ms | ${shown(peerCpu, 1)} ms | ${shown(cpu / peerCpu, 2)} |`,
      );
  }
}
