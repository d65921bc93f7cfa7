// Question: how long do the questions of the explorer take over 20 million observations (counts of every
// filter, a page of a table, one series, a map of one year), compared with DuckDB's scan of the same file?
//
// node bench/explore.ts [--indicators 200] [--queries 200] [--group 61440]
// Writes a release of `indicators` × 100,000 rows into a scratch folder, opens store and server on it in this
// process, and asks the use cases over HTTP and the bare engine the same questions in turns.

import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { createServer } from "#api";
import { type Effects, readSettings, useCases } from "#app";
import { type Sha256, seededRandom } from "#kernel";
import { openStore } from "#store";
import { rowGroupSize } from "../src/store/releases/release-file.ts";
import { areaCodes, firstYear, indicatorCode, sexes, sources, writeRelease, years } from "./explore-data.ts";
import { machine, option, quantile, shown } from "./measuring.ts";

const indicators = Number(option("indicators") ?? 200);
const queries = Number(option("queries") ?? 200);
const group = Number(option("group") ?? rowGroupSize);

const home = await mkdtemp(join(tmpdir(), "socle-bench-"));
const written = join(home, "..", `socle-bench-${process.pid}.parquet`);
const now = () => new Date().toISOString();
const start = performance.now();
await writeRelease(written, indicators, group);
console.error(`written in ${shown((performance.now() - start) / 1000, 1)} s`);

const opened = await openStore({ home, databaseUrl: null, now });
if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
const store = opened.value;
const { sha256 } = await store.files.putPath(written);
await rm(written, { force: true });
const parquet = (await store.files.path(sha256))!;
const bare = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await bare.connect();
await connection.run(`CREATE VIEW observations AS SELECT * FROM read_parquet('${parquet}')`);
const rows = Number((await connection.runAndReadAll("SELECT count(*) FROM observations")).getRowsJS()[0]![0]);
const at = now();
await store.transaction(async (catalogue) => {
  await catalogue.releases.add({
    id: "bench-1",
    series: "bench",
    version: 1,
    kind: "observations",
    title: "Simulated observations",
    origin: "simulated",
    tier: "public",
    citation: { title: "Simulated observations" },
    licence: "CC0-1.0",
    caveats: [],
    rows,
    files: [sha256],
    checksum: "0".repeat(64) as Sha256,
    sources: [],
    recipe: null,
    changes: null,
    createdAt: at,
    createdBy: "operator",
  });
  await catalogue.releases.record({
    release: "bench-1",
    at,
    by: "operator",
    act: { kind: "published", notes: null },
  });
  return { ok: true, value: null };
});
const settings = readSettings({ SOCLE_HOME: home, SOCLE_RATE_LIMIT: "0" }, home);
if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
const effects: Effects = {
  store,
  now,
  randomBytes: (length) => new Uint8Array(length),
  codeVersion: "bench",
  address: "http://localhost",
};
const app = await createServer(effects, useCases, settings.value, { webRoot: null });
const address = await app.listen({ host: "127.0.0.1", port: 0 });

const random = seededRandom(11);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const anIndicator = () => indicatorCode(Math.floor(random() * indicators));
const aYear = () => firstYear + Math.floor(random() * years);
const someAreas = (count: number) => Array.from({ length: count }, () => pick(areaCodes));
const among = (values: readonly (string | number)[]) => values.map((value) => `'${value}'`).join(", ");

type Asked = { readonly query: Readonly<Record<string, unknown>>; readonly sql: readonly string[] };

/** The counts the explorer gives, as a program without them in memory would ask for them. */
function facetsAsked(): Asked {
  const chosen: Record<string, string> = {};
  const from = aYear();
  if (random() < 0.6) chosen["indicator"] = anIndicator();
  if (random() < 0.5) chosen["area"] = someAreas(3).join(",");
  if (random() < 0.5) chosen["sex"] = pick(sexes);
  if (random() < 0.3) chosen["source"] = pick(sources);
  const where = (without: string) =>
    [
      ...Object.entries(chosen)
        .filter(([name]) => name !== without)
        .map(([name, value]) => `${name} IN (${among(name === "source" ? [value] : value.split(","))})`),
      ...(without === "first_year" ? [] : [`first_year >= ${from}`]),
    ].join(" AND ");
  return {
    query: { ...chosen, from },
    sql: ["indicator", "area", "sex", "source", "first_year"].map(
      (name) => `SELECT ${name}, count(*) FROM observations WHERE ${where(name) || "true"} GROUP BY ${name}`,
    ),
  };
}

const shownColumns = "indicator, area, period, source, sex, value, missing, unit, status, note, origin";
const select = (where: string) => [
  `SELECT ${shownColumns} FROM observations WHERE ${where} ORDER BY indicator, area, period, source, sex`,
];

const questions: Readonly<Record<string, { readonly path: string; readonly ask: () => Asked }>> = {
  "counts of every filter": { path: "facets", ask: facetsAsked },
  "page: countries by years": {
    path: "table",
    ask: () => {
      const indicator = anIndicator();
      const offset = Math.floor(random() * 60) * 40;
      const first = Math.floor(offset / 18);
      return {
        query: { indicator, pivot: "area-year", offset, limit: 40 },
        sql: select(`indicator = '${indicator}' AND area IN (${among(areaCodes.slice(first, first + 4))})`),
      };
    },
  },
  "page: indicators by years": {
    path: "table",
    ask: () => {
      const [area, sex, source] = [pick(areaCodes), pick(sexes), pick(sources)];
      return {
        query: { area, sex, source, pivot: "indicator-year", limit: 40 },
        sql: select(
          `area = '${area}' AND sex = '${sex}' AND source = '${source}' AND indicator < '${indicatorCode(40)}'`,
        ),
      };
    },
  },
  "page: countries by indicators": {
    path: "table",
    ask: () => {
      const [sex, source, year] = [pick(sexes), pick(sources), aYear()];
      return {
        query: { sex, source, from: year, to: year, pivot: "area-indicator", limit: 40, columns: 10 },
        sql: select(
          `sex = '${sex}' AND source = '${source}' AND first_year = ${year} AND indicator < '${indicatorCode(10)}' AND area IN (${among(areaCodes.slice(0, 40))})`,
        ),
      };
    },
  },
  "one series": {
    path: "observations",
    ask: () => {
      const [indicator, area, sex, source] = [anIndicator(), pick(areaCodes), pick(sexes), pick(sources)];
      return {
        query: { indicator, area, sex, source },
        sql: select(
          `indicator = '${indicator}' AND area = '${area}' AND sex = '${sex}' AND source = '${source}'`,
        ),
      };
    },
  },
  "map of one year": {
    path: "observations",
    ask: () => {
      const [indicator, sex, source, year] = [anIndicator(), pick(sexes), pick(sources), aYear()];
      return {
        query: { indicator, sex, source, from: year, to: year },
        sql: select(
          `indicator = '${indicator}' AND sex = '${sex}' AND source = '${source}' AND first_year = ${year}`,
        ),
      };
    },
  },
};

async function fetched(path: string, query: Readonly<Record<string, unknown>>): Promise<number> {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const begun = performance.now();
  const answer = await fetch(`${address}/api/explore/${path}?${search}`);
  const text = await answer.text();
  const spent = performance.now() - begun;
  if (!answer.ok || text.length < 300) throw new Error(`${answer.status} ${text.slice(0, 500)}`);
  return spent;
}

async function scanned(sql: readonly string[]): Promise<number> {
  const begun = performance.now();
  for (const one of sql) (await connection.runAndReadAll(one)).getRowsJS();
  return performance.now() - begun;
}

try {
  const first = await fetched("facets", {});
  const results = [];
  for (const [name, { path, ask }] of Object.entries(questions)) {
    for (let i = 0; i < 10; i++) await fetched(path, ask().query);
    const [api, scan]: [number[], number[]] = [[], []];
    // The scan of everything takes a second or more; a few of them say enough.
    const scans = path === "facets" ? Math.min(10, queries) : queries;
    for (let i = 0; i < queries; i++) {
      const { query, sql } = ask();
      api.push(await fetched(path, query));
      if (i < scans) scan.push(await scanned(sql));
    }
    const [p50, p95, bareP95] = [quantile(api, 0.5), quantile(api, 0.95), quantile(scan, 0.95)];
    results.push({ name, p50, p95, bareP50: quantile(scan, 0.5), bareP95, ratioP95: p95 / bareP95 });
    console.error(
      `${name}: p95 ${shown(p95, 1)} ms, bare ${shown(bareP95, 1)} ms, load ${shown(loadavg()[0]!, 1)}`,
    );
  }
  const memory = process.memoryUsage().rss / 2 ** 20;
  console.log(
    JSON.stringify({
      benchmark: "explore",
      machine: machine(),
      load: loadavg(),
      rows,
      group,
      first,
      memory,
      results,
    }),
  );
  console.log(
    `first question to a release, counts made: ${shown(first / 1000, 1)} s; memory ${shown(memory)} MB`,
  );
  console.log(
    "| question | p50 ms | p95 ms | bare p50 ms | bare p95 ms | ratio p95 |\n|---|---|---|---|---|---|",
  );
  for (const one of results)
    console.log(
      `| ${one.name} | ${shown(one.p50, 1)} | ${shown(one.p95, 1)} | ${shown(one.bareP50, 1)} | ${shown(one.bareP95, 1)} | ${shown(one.ratioP95, 2)} |`,
    );
} finally {
  await app.close();
  await store.close();
  connection.closeSync();
  await rm(home, { recursive: true });
}
