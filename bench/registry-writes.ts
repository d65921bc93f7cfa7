// How long do large writes of the registry take, how long do they hold the thread, and how long does a small
// question asked beside them wait? Invented records; each case in a process of its own, so that the peak of
// memory is its own. The store is PGlite, or PostgreSQL where SOCLE_TEST_DATABASE_URL names a server on which
// a database may be made.
//   node bench/registry-writes.ts                       all cases at their usual sizes
//   node bench/registry-writes.ts edit 5000             one edit of so many records, and taking it back
//   node bench/registry-writes.ts table 200000          a table handed in, looked at, imported, imported again
//   node bench/registry-writes.ts references 20000      an import of references (RIS), and the same again

import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type Effects, useCases } from "#app";
import { type Result, seededRandom } from "#kernel";
import { operator } from "#records";
import { openStore } from "#store";
import { inChild, machine, quantile, shown } from "./measuring.ts";

const usual = { edit: 5_000, table: 200_000, references: 20_000 } as const;
type Case = keyof typeof usual;

type Step = {
  readonly step: string;
  readonly seconds: number;
  /** Of this process, the embedded catalogue with it; says more than the clock on a busy machine. */
  readonly cpuSeconds: number;
  /** The longest time the thread answered nobody. */
  readonly stallMs: number;
  /** What a small question to the catalogue waited, to be asked every 20 ms. */
  readonly waitP50Ms: number;
  readonly waitMaxMs: number;
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return result.value;
}

const words =
  "pensions maternity protection social floors care unemployment insurance health children employment injury old age rural informal workers inspection statistics registry contributions benefits coverage reform budget dialogue".split(
    " ",
  );
const countries = "Kenya;Uganda;Zambia;Peru;Brazil;Nepal;Jordan;Senegal;Fiji;Moldova".split(";");

function invented(seed: number) {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const sentence = (length: number) => Array.from({ length }, () => pick(words)).join(" ");
  return { random, pick, sentence };
}

/** Nine columns, as the registries of agencies have them. */
function tableText(rows: number): string {
  const { random, pick, sentence } = invented(1);
  const lines = [
    "Reference;Evaluation title;Country;Evaluation type;Timing;Year;Funding;Donor;Summary;Remark",
  ];
  for (let i = 0; i < rows; i++)
    lines.push(
      [
        `T-${i}`,
        `${sentence(6)} number ${i}`,
        random() < 0.3 ? `${pick(countries)}, ${pick(countries)}` : pick(countries),
        pick(["Independent", "Internal", "Joint"]),
        pick(["Mid-term", "Final", "Ex-post"]),
        2000 + Math.floor(random() * 25),
        `USD ${Math.floor(random() * 900) + 100},000`,
        `Donor ${Math.floor(random() * 60)}`,
        sentence(20),
      ].join(";"),
    );
  return `${lines.join("\n")}\n`;
}

function referencesText(references: number): string {
  const { pick, sentence } = invented(2);
  const parts: string[] = [];
  for (let i = 0; i < references; i++)
    parts.push(
      `TY  - RPRT\nID  - r${i}\nTI  - ${sentence(7)} number ${i}\nAU  - Person, ${pick(words)}\nPY  - ${2000 + (i % 25)}\nKW  - ${pick(words)}\nAB  - ${sentence(60)}\nUR  - https://example.org/${i}.pdf\nER  - \n`,
    );
  return parts.join("");
}

async function openPlace() {
  const home = await mkdtemp(join(tmpdir(), "socle-writes-"));
  const server = process.env["SOCLE_TEST_DATABASE_URL"] ?? "";
  const name = `socle_bench_${randomUUID().replaceAll("-", "")}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  if (server !== "") await onServer(`create database ${name} encoding 'UTF8' template template0`);
  const databaseUrl = server === "" ? null : Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const now = () => new Date().toISOString();
  const store = value(await openStore({ home: join(home, "home"), databaseUrl, now }));
  const effects: Effects = {
    store,
    now,
    randomBytes: (n) => new Uint8Array(n),
    codeVersion: "bench",
    address: "http://localhost",
  };
  const given = async (fileName: string, text: string) => {
    const path = join(home, fileName);
    await writeFile(path, text);
    return { name: fileName, upload: { path, name: fileName } };
  };
  const close = async () => {
    await store.close();
    await rm(home, { recursive: true, force: true });
    if (server !== "") await onServer(`drop database if exists ${name} with (force)`);
  };
  return { effects, given, close };
}

type Place = Awaited<ReturnType<typeof openPlace>>;

async function timed<T>(steps: Step[], { effects }: Place, step: string, work: () => Promise<T>): Promise<T> {
  const waits: number[] = [];
  const holds: number[] = [];
  let going = true;
  const asking = (async () => {
    while (going) {
      // From the moment it was to be asked: a thread that is held cannot even ask.
      const due = performance.now() + 20;
      await pause(20);
      await effects.store.catalogue.evaluations.byId("b-1");
      waits.push(performance.now() - due);
    }
  })();
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    holds.push(now - last - 5);
    last = now;
    if (going) setTimeout(tick, 5);
  };
  tick();
  const start = performance.now();
  const before = process.cpuUsage();
  const done = await work();
  const spent = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  // The embedded catalogue answers within a turn: what held the thread last shows only in the next one.
  await pause(30);
  going = false;
  await asking;
  steps.push({
    step,
    seconds,
    cpuSeconds: (spent.user + spent.system) / 1e6,
    stallMs: quantile(holds, 1),
    waitP50Ms: quantile(waits, 0.5),
    waitMaxMs: quantile(waits, 1),
  });
  return done;
}

const cases: Readonly<Record<Case, (place: Place, size: number, steps: Step[]) => Promise<void>>> = {
  async edit(place, size, steps) {
    const { effects, given } = place;
    const rows = Array.from({ length: size }, (_, i) => `b-${i},Pensions in town ${i},project,2015`);
    const file = await given("own.csv", `id,title,type,year\n${rows.join("\n")}\n`);
    value(await useCases.importEvaluations(effects, operator, { ...file, origin: "invented" }));
    const made = value(
      await timed(steps, place, `edit of ${shown(size)} records`, () =>
        useCases.editEvaluations(effects, operator, {
          records: rows.map((_, i) => ({ id: `b-${i}`, version: 1 })),
          set: { status: "completed" },
          add: { themes: ["pensions"] },
          remove: {},
          title: "All at once",
          preview: false,
        }),
      ),
    );
    const id = made.outcome?.change ?? "";
    value(
      await timed(steps, place, "taking it back", () =>
        useCases.undoChange(effects, operator, { id, reason: "" }),
      ),
    );
  },
  async table(place, size, steps) {
    const { effects, given } = place;
    const file = { ...(await given("table.csv", tableText(size))), source: "Bench" };
    const hand = () => useCases.openTable(effects, operator, file);
    const opened = value(await timed(steps, place, `table of ${shown(size)} rows handed in`, hand));
    const asked = {
      sha256: opened.table,
      mapping: opened.proposal.mapping,
      origin: "invented" as const,
    };
    const page = { limit: 50, offset: 0 };
    value(
      await timed(steps, place, "looked at", () =>
        useCases.previewTable(effects, operator, { ...asked, ...page }),
      ),
    );
    const bring = () =>
      useCases.importTable(effects, operator, { ...asked, title: "", saveAs: null, withoutRefused: false });
    value(await timed(steps, place, "imported", bring));
    value(await hand());
    value(await timed(steps, place, "imported again, nothing new", bring));
  },
  async references(place, size, steps) {
    const { effects, given } = place;
    const file = { ...(await given("references.ris", referencesText(size))), origin: "invented" as const };
    const bring = () => useCases.importEvaluations(effects, operator, file);
    value(await timed(steps, place, `import of ${shown(size)} references`, bring));
    value(await timed(steps, place, "the same again, nothing new", bring));
  },
};

const [which, size, child] = process.argv.slice(2);
if (child === "alone") {
  const place = await openPlace();
  const steps: Step[] = [];
  await cases[which as Case](place, Number(size), steps);
  await place.close();
  console.log(JSON.stringify({ steps, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
} else {
  console.log(JSON.stringify(machine()));
  console.log(
    "| what | by the clock | processor | longest hold of the thread | wait of a question, median | longest | peak memory |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  const asked = which === undefined ? (Object.keys(usual) as Case[]) : [which as Case];
  for (const one of asked) {
    const of = String(which === undefined ? usual[one] : (size ?? usual[one]));
    const script = fileURLToPath(import.meta.url);
    const { steps, peakMegabytes } = await inChild<{ steps: Step[]; peakMegabytes: number }>(script, [
      one,
      of,
      "alone",
    ]);
    for (const { step, seconds, cpuSeconds, stallMs, waitP50Ms, waitMaxMs } of steps)
      console.log(
        `| ${step} | ${shown(seconds, 1)} s | ${shown(cpuSeconds, 1)} s | ${shown(stallMs)} ms | ${shown(waitP50Ms, 1)} ms | ${shown(waitMaxMs)} ms | ${shown(peakMegabytes)} MB |`,
      );
  }
}
