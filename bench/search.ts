// Question: how long does a search of passages with filters and counts take, from rare words to the commonest,
// at 50,000 evaluations with 2 million passages on PostgreSQL, and on PGlite at its own scale?
//
// node bench/search.ts [--engine postgresql|pglite] [--evaluations 50000] [--passages 2000000] [--rounds 5]
// Makes the collection in a scratch catalogue (minutes). --database URL loads into that empty database and
// keeps it, so that a second run asks at once.
//
// Baseline, November 2026, Node 24.21, two threads of an AMD EPYC, nothing else running: waiting, median and
// 95th percentile over the questions. PostgreSQL 15, 2 million passages: words with filters 18 and 26 ms, all
// classes 21 and 51, the most 59 (NEAR between frequent words). PGlite, 50,000 passages: 11 and 28.

import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { PassageQuery } from "#store";
import { startScratchPostgresql } from "../setup/scratch-postgresql.mjs";
import type { Database } from "../src/store/database.ts";
import { migrate } from "../src/store/migrate.ts";
import { openCatalogue } from "../src/store/open-catalogue.ts";
import { searchEvaluations } from "../src/store/search/search-evaluations.ts";
import { searchPassages } from "../src/store/search/search-passages.ts";
import { machine, option, quantile, shown } from "./measuring.ts";
import { loadCollection } from "./search-data.ts";

type Asked = Omit<PassageQuery, "limit" | "offset" | "text"> & { readonly text: string };
const q = (text: string, other: Omit<Asked, "text"> = {}): Asked => ({ text, ...other });
const filters = (given: Readonly<Record<string, readonly string[]>>) => ({ filters: given });

/** What people ask, by class; each class holds rare and common ones. */
const classes: Readonly<Record<string, readonly Asked[]>> = {
  "one word": [
    "social",
    "pension",
    "maternité",
    "recomendacion",
    "tsetse",
    "registry",
    "orçamento",
    "childhoodism",
  ].map((text) => q(text)),
  "two words": [
    "social protection",
    "maternity leave",
    "inspection agriculture",
    "régimen prestaciones",
    "factory lighthouse",
    "womenward programme",
  ].map((text) => q(text)),
  phrase: [
    '"social protection"',
    '"protección social"',
    '"maternity leave"',
    '"informal economy"',
    '"rural women"',
  ].map((text) => q(text)),
  near: [
    "maternity NEAR/5 leave",
    "social NEAR/3 transfer",
    "assurance NEAR/10 chômage",
    "actuarial NEAR/5 reform",
  ].map((text) => q(text)),
  field: [
    "title:maternity",
    "heading:reform pension",
    "kind:recommendation pension",
    "country:KEN transfer",
    "year:2015..2018 dialogue",
    "branch:maternity donor:7 leave",
  ].map((text) => q(text)),
  "word and filters": [
    q("protection", filters({ country: ["KEN"] })),
    q("pension", filters({ kind: ["recommendation"], region: ["africa"] })),
    q("social", filters({ kind: ["lesson-learned", "good-practice"], language: ["en"] })),
    q("maternity", filters({ country: ["KEN", "TZA", "UGA"], timing: ["final"] })),
    q("travail", filters({ region: ["africa"], kind: ["recommendation"] })),
    q("tsetse", filters({ year: ["2020", "2021"] })),
    q("prestaciones", filters({ type: ["project"], nature: ["independent"] })),
    q("government", filters({ theme: ["theme 3"], donor: ["Donor 5"] })),
    q("dialogue", filters({ branch: ["maternity"], country: ["JOR"] })),
  ],
  "filters alone": [
    q("", filters({ kind: ["recommendation"] })),
    q("", filters({ country: ["KEN"], kind: ["lesson-learned"] })),
    q("", filters({ region: ["americas"], language: ["es"] })),
    q("", filters({ donor: ["none"], kind: ["good-practice"] })),
  ],
  "or, not, prefix": [
    "maternity or childhood",
    "pension -reform",
    "(women or youth) transfer -cash",
    "pensi*",
    "actuar* reform",
  ].map((text) => q(text)),
  "by date": [
    q("pension", { sort: "newest" }),
    q("maternity leave", { sort: "oldest" }),
    q("tsetse", { sort: "newest" }),
  ],
};

const shownFacets = [
  "kind",
  "language",
  "region",
  "country",
  "year",
  "type",
  "timing",
  "nature",
  "theme",
  "donor",
];

/** The page asks for the counts of fields without a filter with the hits, and for the others after them. */
const facetsOf = (asked: Asked, aside: boolean) =>
  shownFacets.filter((name) => (asked.filters?.[name] !== undefined) === aside);

type Timing = {
  readonly text: string;
  readonly total: string;
  readonly ms: readonly number[];
  /** Processor time of one search, of this process and of the server's: what a busy machine does not change. */
  readonly cpuMs: number;
};

const ticksPerSecond = 100;

/** Processor time spent so far, in milliseconds, by this process and by the server's for it. */
async function processorTime(db: Database, onServer: boolean): Promise<number> {
  const own = process.cpuUsage();
  let all = (own.user + own.system) / 1000;
  if (!onServer) return all;
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and application_name = 'socle'`.execute(
    db,
  );
  for (const { pid } of rows) {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    all += ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  }
  return all;
}

async function timed(
  db: Database,
  asked: readonly Asked[],
  rounds: number,
  onServer: boolean,
  aside = false,
): Promise<readonly Timing[]> {
  const timings: Timing[] = [];
  for (const one of asked) {
    const ms: number[] = [];
    let total = "";
    const before = await processorTime(db, onServer);
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const found = await searchPassages(db, {
        ...one,
        facets: facetsOf(one, aside),
        tiers: ["public"],
        limit: aside ? 0 : 20,
        offset: 0,
      });
      ms.push(performance.now() - start);
      total = `${found.more ? "more than " : ""}${found.total}`;
    }
    const cpuMs = ((await processorTime(db, onServer)) - before) / rounds;
    timings.push({ text: `${one.text} ${JSON.stringify(one.filters ?? {})}`, total, ms, cpuMs });
  }
  return timings;
}

async function run(databaseUrl: string | null, home: string): Promise<void> {
  const opened = await openCatalogue(home, databaseUrl, () => undefined);
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const db = opened.value;
  const migrated = await migrate(db);
  if (!migrated.ok) throw new Error(migrated.problems[0]?.message);
  const size = {
    evaluations: Number(option("evaluations") ?? (databaseUrl === null ? 2_000 : 50_000)),
    passages: Number(option("passages") ?? (databaseUrl === null ? 50_000 : 2_000_000)),
  };
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::integer as count from evaluation_search`.execute(db);
  if (rows[0]?.count === 0) await loadCollection(db, size, (line) => console.error(line));
  const rounds = Number(option("rounds") ?? 5);
  const onServer = databaseUrl !== null;
  for (const asked of Object.values(classes)) await timed(db, asked, 1, onServer);
  console.log(
    "| class | queries | p50 ms | p95 ms | p99 ms | processor ms p50 | p95 | most |\n|---|---|---|---|---|---|---|---|",
  );
  const line = (name: string, timings: readonly Timing[]) => {
    const ms = timings.flatMap((one) => one.ms);
    const cpu = timings.map((one) => one.cpuMs);
    const most = timings.toSorted((a, b) => b.cpuMs - a.cpuMs)[0]!;
    const figures = [
      ...[0.5, 0.95, 0.99].map((share) => quantile(ms, share)),
      ...[0.5, 0.95].map((share) => quantile(cpu, share)),
    ];
    console.log(
      `| ${name} | ${timings.length} | ${figures.map((one) => shown(one, 1)).join(" | ")} | ${most.text} (${most.total}): ${shown(most.cpuMs, 1)} |`,
    );
  };
  const all: Timing[] = [];
  for (const [name, asked] of Object.entries(classes)) {
    const timings = await timed(db, asked, rounds, onServer);
    all.push(...timings);
    line(name, timings);
  }
  line("all", all);
  const filtered = [...classes["word and filters"]!, ...classes["filters alone"]!];
  line("counts of the fields filtered by", await timed(db, filtered, rounds, onServer, true));
  const registry: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const { text, filters: given } of Object.values(classes).flat()) {
      if (/kind:|heading:/.test(text)) continue;
      const start = performance.now();
      await searchEvaluations(db, {
        text,
        tiers: ["public"],
        limit: 50,
        offset: 0,
        ...(given && !given["kind"] && { filters: given }),
      });
      registry.push(performance.now() - start);
    }
  console.log(
    `| registry | | ${[0.5, 0.95, 0.99].map((share) => shown(quantile(registry, share), 1)).join(" | ")} | |`,
  );
  console.log(
    JSON.stringify({
      engine: databaseUrl === null ? "PGlite" : "PostgreSQL",
      ...size,
      rounds,
      load: loadavg().map((one) => Math.round(one * 10) / 10),
      machine: machine(),
    }),
  );
  await db.destroy();
}

/** What a server for so large a collection is given; the search tables of 2 million passages fill 4 GB. */
const serverSettings = "-c shared_buffers=4GB -c max_wal_size=8GB -c checkpoint_timeout=30min";

const home = await mkdtemp(join(tmpdir(), "socle-bench-search-"));
const given = option("database");
const scratch = given || option("engine") === "pglite" ? null : await startScratchPostgresql(serverSettings);
if (scratch && "reason" in scratch) throw new Error(scratch.reason);
try {
  await run(option("engine") === "pglite" ? null : (given ?? scratch?.url ?? null), home);
} finally {
  scratch?.stop();
  await rm(home, { recursive: true, force: true });
}
