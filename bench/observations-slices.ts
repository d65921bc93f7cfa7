// Question: how long does one indicator of five countries in ten years take out of 20 million
// observations, for one client and for sixteen, compared with the bare DuckDB query on the same file?
//
// node bench/observations-slices.ts [--rows 20000000] [--queries 400] [--url http://localhost:4500 --id RELEASE]
// With --url the server's own release is asked through HTTP and compared with nothing; without, the
// release is made here and asked through the store.

import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { seededRandom } from "#kernel";
import type { Release } from "#records";
import { delimitedSample, observationSpellings, readObservationLayout, sampleBytes } from "#sources";
import type { ObservationFilter } from "#store";
import { openReleases } from "../src/store/releases/index.ts";
import { storedFiles } from "../src/store/stored-files.ts";
import { machine, option, quantile, shown } from "./measuring.ts";
import {
  firstYear,
  indicatorCode,
  rowsOfIndicator,
  someAreas,
  writeSdmxCsv,
  years,
} from "./observations-data.ts";

type Slice = {
  readonly indicator: string;
  readonly areas: readonly string[];
  readonly from: number;
  readonly to: number;
};
type Ask = (slice: Slice) => Promise<number>;

function slicesOf(count: number, indicators: number): readonly Slice[] {
  const random = seededRandom(7);
  const areas = someAreas(150);
  const pick = (below: number) => Math.floor(random() * below);
  return Array.from({ length: count }, () => {
    const from = firstYear + pick(years - 10);
    return {
      indicator: indicatorCode(pick(indicators)),
      areas: Array.from({ length: 5 }, (_, i) => areas[(pick(30) + i * 30) % areas.length]!),
      from,
      to: from + 9,
    };
  });
}

/** Milliseconds of each question, asked by so many clients that each wait for their answer. */
async function timed(ask: Ask, slices: readonly Slice[], clients: number): Promise<readonly number[]> {
  const times: number[] = [];
  let next = 0;
  const client = async () => {
    while (next < slices.length) {
      const slice = slices[next++]!;
      const start = performance.now();
      if ((await ask(slice)) === 0) throw new Error(`no rows for ${JSON.stringify(slice)}`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

/** The same question in DuckDB alone: a view on the file, sixteen connections, rows as arrays. */
async function bareDuckDb(path: string): Promise<Ask> {
  const instance = await DuckDBInstance.create(":memory:");
  const connections: DuckDBConnection[] = [];
  for (let i = 0; i < 16; i++) connections.push(await instance.connect());
  await connections[0]!.run(`CREATE VIEW observations AS SELECT * FROM read_parquet('${path}')`);
  const idle = [...connections];
  return async ({ indicator, areas, from, to }) => {
    const connection = idle.pop()!;
    try {
      const reader = await connection.runAndReadAll(
        `SELECT indicator, area, period, source, sex, by_age, value, missing, unit, status, note, origin, source_file, source_row, source_column
         FROM observations WHERE indicator = '${indicator}' AND area IN (${areas.map((area) => `'${area}'`).join(", ")})
           AND last_year >= ${from} AND first_year <= ${to}
         ORDER BY indicator, area, period, source, sex, by_age`,
      );
      return reader.getRowsJS().length;
    } finally {
      idle.push(connection);
    }
  };
}

async function makeRelease(home: string, rows: number) {
  const csv = join(home, "data.csv");
  await writeSdmxCsv(csv, rows, 20_260_101);
  const files = storedFiles(home, () => Promise.resolve(true));
  const { sha256 } = await files.putPath(csv);
  await rm(csv);
  const path = (await files.path(sha256))!;
  const handle = await open(path);
  const head = Buffer.alloc(sampleBytes);
  const { bytesRead } = await handle.read(head, 0, sampleBytes, 0);
  await handle.close();
  const sample = delimitedSample(head.subarray(0, bytesRead), "bench.csv", bytesRead < sampleBytes);
  if (!sample.ok) throw new Error(sample.problems[0]!.message);
  const layout = readObservationLayout(sample.value);
  if (!layout.ok) throw new Error(layout.problems[0]!.message);
  let release: Release | null = null;
  const releases = openReleases({ home, files, release: () => Promise.resolve(release) });
  const written = await releases.writeObservations({
    parts: [{ source: sha256, name: "bench.csv", layout: layout.value }],
    spellings: observationSpellings(),
    indicators: null,
    origin: "simulated",
  });
  if (!written.ok) throw new Error(written.problems[0]!.message);
  release = { id: "bench-1", kind: "observations", files: written.value.files } as unknown as Release;
  return { releases, parquet: (await files.path(written.value.files[0]!))! };
}

async function inProcess(rows: number, queries: number) {
  const home = await mkdtemp(join(tmpdir(), "socle-bench-"));
  const { releases, parquet } = await makeRelease(home, rows);
  const slices = slicesOf(queries, Math.floor(rows / rowsOfIndicator()));
  const bare = await bareDuckDb(parquet);
  const store: Ask = async ({ indicator, areas, from, to }) => {
    const filter: ObservationFilter = { release: "bench-1", indicators: [indicator], areas, from, to };
    return (await releases.observations(filter)).length;
  };
  for (const slice of slices.slice(0, 20))
    if ((await bare(slice)) !== (await store(slice))) throw new Error("both must give the same rows");
  const results = [];
  for (const clients of [1, 16]) {
    // Warm both, then in turns, so that a busy moment of the machine meets both.
    const times = { bare: [] as number[], store: [] as number[] };
    for (let turn = 0; turn < 4; turn++) {
      const part = slices.slice((turn * queries) / 4, ((turn + 1) * queries) / 4);
      times.bare.push(...(await timed(bare, part, clients)));
      times.store.push(...(await timed(store, part, clients)));
    }
    results.push({
      clients,
      p50: quantile(times.store, 0.5),
      p99: quantile(times.store, 0.99),
      bareP50: quantile(times.bare, 0.5),
      bareP99: quantile(times.bare, 0.99),
      ratioP50: quantile(times.store, 0.5) / quantile(times.bare, 0.5),
      ratioP99: quantile(times.store, 0.99) / quantile(times.bare, 0.99),
    });
  }
  await releases.close();
  await rm(home, { recursive: true });
  return results;
}

async function overHttp(url: string, id: string, queries: number) {
  const slices = slicesOf(queries, Number(option("indicators") ?? 60));
  const ask: Ask = async ({ indicator, areas, from, to }) => {
    const address = new URL("/api/observations", url);
    for (const [name, value] of Object.entries({
      release: id,
      indicator,
      area: areas.join(","),
      from,
      to,
      limit: 5000,
    }))
      address.searchParams.set(name, String(value));
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { observations: unknown[] }).observations.length;
  };
  const results = [];
  for (const clients of [1, 16]) {
    const times = await timed(ask, slices, clients);
    results.push({ clients, p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
  }
  return results;
}

const rows = Number(option("rows") ?? 20_000_000);
const queries = Number(option("queries") ?? 400);
const url = option("url");
const results =
  url === null ? await inProcess(rows, queries) : await overHttp(url, option("id") ?? "bench-1", queries);
console.log(JSON.stringify({ benchmark: "observations-slices", machine: machine(), rows, queries, results }));
console.log("| clients | p50 ms | p99 ms | bare p50 | bare p99 | ratio p50 | ratio p99 |");
console.log("|---|---|---|---|---|---|---|");
for (const one of results as Record<string, number>[])
  console.log(
    `| ${one["clients"]} | ${["p50", "p99", "bareP50", "bareP99", "ratioP50", "ratioP99"].map((name) => (one[name] === undefined ? "" : shown(one[name], 2))).join(" | ")} |`,
  );
