// What a figure was measured on; printed with every benchmark.

import { cpus, totalmem } from "node:os";

export type MachineFacts = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly date: string;
};

export const machineFacts = (): MachineFacts => ({
  cpu: cpus()[0]?.model.trim() ?? "unknown",
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
});

/** The middle of several runs; single timings on a busy machine say little. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints the figures as one JSON line and one line of a Markdown table. */
export function report(name: string, figures: Readonly<Record<string, number | string>>): void {
  console.log(JSON.stringify({ name, ...figures, machine: machineFacts() }));
  console.log(
    `| ${name} | ${Object.entries(figures)
      .map(([key, value]) => `${key} ${value}`)
      .join(" | ")} |`,
  );
}
