// What benchmarks share: quantiles, the machine, and a child process for each measurement, so that peak
// memory is that of one piece of work.

import { execFile } from "node:child_process";
import { availableParallelism, cpus, totalmem } from "node:os";
import { promisify } from "node:util";

/** The value below which a share of the measurements lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}

export const machine = () => ({
  processor: cpus()[0]?.model ?? "unknown",
  threads: availableParallelism(),
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
});

export type Measured = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
};

/** Runs a piece of work and measures this process; for use inside a child. */
export async function measured(work: () => Promise<void>): Promise<Measured> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const spent = process.cpuUsage(before);
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (spent.user + spent.system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** Runs a script of this folder in a process of its own and reads the JSON on its last line. */
export async function inChild<T>(script: string, args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as T;
}

/** Value of `--name VALUE` on the command line. */
export function option(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? null : (process.argv[at + 1] ?? null);
}

/** A number as people read it, with so many digits after the point. */
export const shown = (value: number, digits = 0): string =>
  value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });

/** The middle of several runs; a single timing on a busy machine says little. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Prints figures as one JSON line and as one row of a Markdown table. */
export function report(name: string, figures: Readonly<Record<string, number | string>>): void {
  console.log(JSON.stringify({ name, ...figures, machine: machine() }));
  const cells = Object.entries(figures).map(([key, value]) => `${key} ${value}`);
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
