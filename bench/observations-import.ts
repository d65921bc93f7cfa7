// Question: how fast does an SDMX-CSV file become a checked, sorted release, and in how much memory,
// compared with DuckDB's plain COPY of the same file to Parquet?
//
// node bench/observations-import.ts [--rows 50000,500000,5000000] [--repeats 3]

import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { delimitedSample, observationSpellings, readObservationLayout, sampleBytes } from "#sources";
import { openReleases } from "../src/store/releases/index.ts";
import { storedFiles } from "../src/store/stored-files.ts";
import { inChild, type Measured, machine, measured, option, quantile, shown } from "./measuring.ts";
import { writeSdmxCsv } from "./observations-data.ts";

async function plainCopy(csv: string): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "socle-bench-"));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const result = await measured(async () => {
    await connection.run(
      `COPY (SELECT * FROM read_csv('${csv}')) TO '${join(folder, "plain.parquet")}' (FORMAT parquet)`,
    );
  });
  await rm(folder, { recursive: true });
  return result;
}

async function release(csv: string): Promise<Measured & { readonly putSeconds: number }> {
  const home = await mkdtemp(join(tmpdir(), "socle-bench-"));
  const files = storedFiles(home, () => Promise.resolve(true));
  const start = performance.now();
  const { sha256 } = await files.putPath(csv);
  const putSeconds = (performance.now() - start) / 1000;
  const releases = openReleases({ home, files, release: () => Promise.resolve(null) });
  const result = await measured(async () => {
    const handle = await open(csv);
    const head = Buffer.alloc(sampleBytes);
    const { bytesRead } = await handle.read(head, 0, sampleBytes, 0);
    await handle.close();
    const sample = delimitedSample(head.subarray(0, bytesRead), "bench.csv", bytesRead < sampleBytes);
    if (!sample.ok) throw new Error(sample.problems[0]!.message);
    const layout = readObservationLayout(sample.value);
    if (!layout.ok) throw new Error(layout.problems[0]!.message);
    const written = await releases.writeObservations({
      parts: [{ source: sha256, name: "bench.csv", layout: layout.value }],
      spellings: observationSpellings(),
      indicators: null,
      origin: "simulated",
    });
    if (!written.ok) throw new Error(written.problems[0]!.message);
  });
  await releases.close();
  await rm(home, { recursive: true });
  return { ...result, putSeconds };
}

async function main(): Promise<void> {
  const sizes = (option("rows") ?? "50000,500000,5000000").split(",").map(Number);
  const repeats = Number(option("repeats") ?? 3);
  const folder = await mkdtemp(join(tmpdir(), "socle-bench-"));
  const results = [];
  for (const rows of sizes) {
    const csv = join(folder, `${rows}.csv`);
    await writeSdmxCsv(csv, rows, 20_260_101);
    const plain: Measured[] = [];
    const ours: (Measured & { readonly putSeconds: number })[] = [];
    for (let i = 0; i < repeats; i++) {
      plain.push(await inChild(import.meta.filename, ["--plain", csv]));
      ours.push(await inChild(import.meta.filename, ["--release", csv]));
    }
    await rm(csv);
    const median = (runs: readonly Measured[], of: (run: Measured) => number) => quantile(runs.map(of), 0.5);
    const seconds = {
      plain: median(plain, (run) => run.seconds),
      release: median(ours, (run) => run.seconds),
    };
    results.push({
      rows,
      rowsPerSecond: Math.round(rows / seconds.release),
      plainRowsPerSecond: Math.round(rows / seconds.plain),
      ratio: seconds.plain / seconds.release,
      cpuRatio: median(plain, (run) => run.cpuSeconds) / median(ours, (run) => run.cpuSeconds),
      peakMegabytes: Math.round(Math.max(...ours.map((run) => run.peakMegabytes))),
      plainPeakMegabytes: Math.round(Math.max(...plain.map((run) => run.peakMegabytes))),
      putSeconds: quantile(
        ours.map((run) => run.putSeconds),
        0.5,
      ),
    });
  }
  await rm(folder, { recursive: true });
  console.log(JSON.stringify({ benchmark: "observations-import", machine: machine(), repeats, results }));
  console.log("| rows | rows/s | plain COPY rows/s | ratio | processor-time ratio | peak MB |");
  console.log("|---|---|---|---|---|---|");
  for (const one of results)
    console.log(
      `| ${shown(one.rows)} | ${shown(one.rowsPerSecond)} | ${shown(one.plainRowsPerSecond)} | ${shown(one.ratio, 2)} | ${shown(one.cpuRatio, 2)} | ${shown(one.peakMegabytes)} |`,
    );
}

const plainFile = option("plain");
const releaseFile = option("release");
if (plainFile !== null) console.log(JSON.stringify(await plainCopy(plainFile)));
else if (releaseFile !== null) console.log(JSON.stringify(await release(releaseFile)));
else await main();
