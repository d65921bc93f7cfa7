// How long do all statistics of agreement over 100,000 decisions take, without and with intervals? Invented
// decisions of two and of four raters, a fifth of them missing.
//   node bench/agreement.ts 100000

import { seededRandom } from "#kernel";
import { agreementSummary, ratingTable } from "#statistics";
import { machine, quantile, shown } from "./measuring.ts";

const verdicts = ["include", "exclude", "maybe"] as const;

function rows(decisions: number, raters: number): (string | null)[][] {
  const random = seededRandom(raters);
  return Array.from({ length: Math.round(decisions / raters) }, () => {
    const truth = random() < 0.1 ? 0 : 1;
    return Array.from({ length: raters }, () => {
      if (random() < 0.2) return null;
      return verdicts[random() < 0.85 ? truth : Math.floor(random() * 3)]!;
    });
  });
}

function measure(decisions: number, raters: number): string {
  const input = rows(decisions, raters);
  const times: { readonly table: number; readonly figures: number; readonly intervals: number }[] = [];
  for (let run = 0; run < 20; run++) {
    const start = performance.now();
    const table = ratingTable(input, verdicts);
    if (!table.ok) throw new Error(table.problems[0]?.message);
    const grouped = performance.now();
    agreementSummary(table.value, { replicates: 0 });
    const figures = performance.now();
    agreementSummary(table.value);
    times.push({
      table: grouped - start,
      figures: figures - grouped,
      intervals: performance.now() - figures,
    });
  }
  const first = times[0]!;
  const of = (pick: (one: (typeof times)[number]) => number, share: number) =>
    shown(quantile(times.slice(1).map(pick), share), 1);
  const cells = [
    shown(decisions),
    raters,
    shown(first.table + first.figures, 1),
    of((one) => one.table + one.figures, 0.5),
    of((one) => one.table + one.figures, 0.95),
    of((one) => one.intervals, 0.5),
  ];
  return `| ${cells.join(" | ")} |`;
}

const sizes = process.argv.slice(2).map(Number);
console.log(JSON.stringify(machine()));
console.log("| decisions | raters | first, ms | median, ms | p95, ms | with 1,000 replicates, median, ms |");
console.log("| --- | --- | --- | --- | --- | --- |");
for (const decisions of sizes.length > 0 ? sizes : [1000, 10_000, 100_000])
  for (const raters of [2, 4]) console.log(measure(decisions, raters));
