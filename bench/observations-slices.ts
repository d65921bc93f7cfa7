// Question: how long does one indicator of five countries in ten years take out of 20 million
// observations, for one client and for sixteen, compared with the bare DuckDB query on the same file?
//
// node bench/observations-slices.ts [--rows 20000000] [--queries 400]
// Imports a file made here into a scratch data folder by bin/socle, starts the server on it, and asks the
// bare engine, the store's function and the API the same questions in turns.

import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { seededRandom } from "#kernel";
import type { Release } from "#records";
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

const root = join(import.meta.dirname, "..");
const series = "bench";

/** A data folder with one release of so many rows, made by the command a user would give. */
async function makeFolder(rows: number): Promise<{ readonly home: string; readonly parquet: string }> {
  const home = await mkdtemp(join(tmpdir(), "socle-bench-"));
  const csv = join(home, "..", `socle-bench-${process.pid}.csv`);
  await writeSdmxCsv(csv, rows, 20_260_101);
  const env = { ...process.env, SOCLE_HOME: home, DATABASE_URL: "" };
  const args = ["import", "observations", csv, "--series", series, "--origin", "simulated"];
  const done = spawnSync(join(root, "bin", "socle"), args, { env, stdio: ["ignore", 2, 2] });
  await rm(csv);
  if (done.status !== 0) throw new Error("the import failed");
  for (const name of await readdir(join(home, "files"), { recursive: true })) {
    const path = join(home, "files", name);
    const handle = await open(path).catch(() => null);
    const magic = Buffer.alloc(4);
    await handle?.read(magic, 0, 4, 0).catch(() => null);
    await handle?.close();
    if (magic.toString() === "PAR1") return { home, parquet: path };
  }
  throw new Error("the import left no Parquet file");
}

/** The server of a user, without a limit of requests; resolves when it answers. */
async function startServer(home: string): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const env = { ...process.env, SOCLE_HOME: home, SOCLE_PORT: "0", SOCLE_RATE_LIMIT: "0", DATABASE_URL: "" };
  const child = spawn(process.execPath, [join(root, "src", "api", "main.ts")], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const found = /http:\/\/localhost:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once("exit", () => reject(new Error("the server ended")));
  });
  return {
    address,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

const overHttp =
  (address: string): Ask =>
  async ({ indicator, areas, from, to }) => {
    const asked = { release: `${series}-1`, indicator, area: areas.join(","), from, to, limit: 5000 };
    const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
    const answer = await fetch(`${address}/api/observations?${query}`);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { observations: unknown[] }).observations.length;
  };

const rows = Number(option("rows") ?? 20_000_000);
const queries = Number(option("queries") ?? 400);
const { home, parquet } = await makeFolder(rows);
const server = await startServer(home);
const hash = parquet.split("/").at(-1)!;
const release = { id: `${series}-1`, kind: "observations", files: [hash] } as unknown as Release;
const releases = openReleases({
  home,
  files: storedFiles(home, () => Promise.resolve(true)),
  release: () => Promise.resolve(release),
});
try {
  const asks: Readonly<Record<"bare" | "store" | "api", Ask>> = {
    bare: await bareDuckDb(parquet),
    store: async ({ indicator, areas, from, to }) => {
      const filter: ObservationFilter = { release: release.id, indicators: [indicator], areas, from, to };
      return (await releases.observations(filter)).length;
    },
    api: overHttp(server.address),
  };
  const slices = slicesOf(queries, Math.floor(rows / rowsOfIndicator()));
  for (const slice of slices.slice(0, 20)) {
    const counts = await Promise.all(Object.values(asks).map((ask) => ask(slice)));
    if (new Set(counts).size !== 1) throw new Error(`not the same rows: ${counts.join(", ")}`);
  }
  const results = [];
  for (const clients of [1, 16]) {
    const times: Record<keyof typeof asks, number[]> = { bare: [], store: [], api: [] };
    // In turns, so that a busy moment of the machine meets all three.
    for (let turn = 0; turn < 4; turn++) {
      const part = slices.slice((turn * queries) / 4, ((turn + 1) * queries) / 4);
      for (const name of ["bare", "store", "api"] as const)
        times[name].push(...(await timed(asks[name], part, clients)));
    }
    for (const name of ["bare", "store", "api"] as const) {
      const [p50, p99] = [quantile(times[name], 0.5), quantile(times[name], 0.99)];
      results.push({
        clients,
        asked: name,
        p50,
        p99,
        ratioP50: p50 / quantile(times.bare, 0.5),
        ratioP99: p99 / quantile(times.bare, 0.99),
      });
    }
  }
  console.log(
    JSON.stringify({ benchmark: "observations-slices", machine: machine(), rows, queries, results }),
  );
  console.log("| clients | asked | p50 ms | p99 ms | ratio p50 | ratio p99 |\n|---|---|---|---|---|---|");
  for (const one of results)
    console.log(
      `| ${one.clients} | ${one.asked} | ${shown(one.p50, 1)} | ${shown(one.p99, 1)} | ${shown(one.ratioP50, 2)} | ${shown(one.ratioP99, 2)} |`,
    );
} finally {
  await releases.close();
  await server.stop();
  await rm(home, { recursive: true });
}
