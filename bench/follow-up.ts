// How long do a list of recommendations with its counts, the figures and the search for recurring advice
// take? Invented records; sizes by argument (default 3,000, 30,000 and 300,000). The store is PGlite, or
// PostgreSQL where SOCLE_TEST_DATABASE_URL names a server on which a database may be made.
//   node bench/follow-up.ts 300000          list, counts and figures
//   node bench/follow-up.ts advice 300000   recurring advice, and against comparing each with each at 3,000

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Sha256, seededRandom } from "#kernel";
import { type AdviceText, recurringAdvice } from "#oversight";
import type { FollowUpRow, Recommendation } from "#records";
import { textPairs, textTerms, textVectors } from "#statistics";
import { openStore } from "#store";
import { machine, quantile } from "./measuring.ts";

const verbs = "register extend publish train establish strengthen review simplify connect monitor".split(" ");
const objects =
  "vendors contributions statistics inspectors complaints indicators pensions maternity registries funds".split(
    " ",
  );
const syllables = "ba de ki lo mu na pe ri so tu va wi xo ya zu".split(" ");

/** Sentences over a vocabulary whose words are as unevenly frequent as in real texts. */
function sentences(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const vocabulary = Array.from({ length: 20_000 }, (_, i) =>
    [i, i / 15, i / 225, i / 3_375].map((n) => syllables[Math.floor(n) % 15]).join(""),
  );
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? "ba";
  const sentence = () => [
    verbs[Math.floor(random() * 10)],
    objects[Math.floor(random() * 10)],
    ...Array.from({ length: 18 }, word),
  ];
  const made: string[][] = [];
  for (let i = 0; i < count; i++) {
    // A fifth says again what was said before, with a third of its words changed.
    const again = random() < 0.2 && i > 10 ? made[Math.floor(random() * i)]! : null;
    made.push((again ?? (sentence() as string[])).map((one) => (again && random() < 0.33 ? word() : one)));
  }
  return made.map((words) => words.join(" "));
}

async function lists(count: number): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "socle-bench-"));
  const server = process.env["SOCLE_TEST_DATABASE_URL"] ?? "";
  let databaseUrl: string | null = null;
  const name = `socle_bench_${randomUUID().replaceAll("-", "")}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  if (server !== "") {
    await onServer(`create database ${name} encoding 'UTF8' template template0`);
    databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  }
  const opened = await openStore({
    home: join(home, "home"),
    databaseUrl,
    now: () => new Date().toISOString(),
  });
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const store = opened.value;
  const { catalogue } = store;
  const at = "2026-01-01T00:00:00Z";
  const { sha256, bytes } = await store.files.put(Buffer.from("bench"));
  await catalogue.sources.add({
    sha256,
    name: "bench.txt",
    mediaType: "text/plain",
    bytes,
    origin: "simulated",
    tier: "public",
    citation: { title: "bench" },
    addedAt: at,
    addedBy: "operator",
  });
  const random = seededRandom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const texts = sentences(count, 1);
  const day = () => `2026-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-15`;
  const began = performance.now();
  for (let from = 0; from < count; from += 5_000) {
    const part = texts.slice(from, from + 5_000).map(
      (text, i): Recommendation => ({
        id: `rec-${from + i}`,
        evaluation: null,
        passages: [],
        document: sha256 as Sha256,
        number: String(i),
        text,
        language: "en",
        addressees: [],
        priority: pick(["high", "medium", "low", null]),
        timeFrame: null,
        printedTimeFrame: null,
        resources: null,
        linkedPassages: [],
        unit: `Unit ${Math.floor(random() * 120)}`,
        themes: [`theme ${Math.floor(random() * 40)}`],
        branches: [],
        origin: "simulated",
        inReading: true,
        provenance: { source: sha256 as Sha256, locator: { kind: "whole" } },
      }),
    );
    const rows = part.map(({ id }): FollowUpRow => {
      const answered = random() < 0.7;
      return {
        recommendation: id,
        state: answered
          ? pick(["rejected", "action-planned", "initiated", "completed", "verified"])
          : "response-due",
        verdict: answered ? pick(["accepted", "partially-accepted", "rejected"]) : null,
        answeredInGeneral: false,
        responseDue: answered ? null : day(),
        actionDue: answered ? day() : null,
        actions: 1,
        toVerify: 0,
        owners: [],
        responseDays: answered ? Math.floor(random() * 90) : null,
        completionDays: null,
        events: 3,
      };
    });
    await store.transaction(async (inside) => {
      await inside.recommendations.put(part, at, "operator");
      await inside.recommendations.append([], rows);
      return { ok: true, value: null };
    });
  }
  const filled = (performance.now() - began) / 1000;
  const today = "2026-07-01";
  const first = performance.now();
  await catalogue.recommendations.list({}, { today, limit: 25, offset: 0 });
  const loaded = (performance.now() - first) / 1000;
  const filters = [
    {},
    { overdue: ["action"] },
    { state: ["response-due"] },
    { unit: ["Unit 7"] },
    { theme: ["theme 3"], verdict: ["accepted"] },
    { priority: ["high"], overdue: ["response"] },
    { text: "pensions register" },
  ];
  const took = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const times: number[] = [];
  for (let i = 0; i < 140; i++)
    times.push(
      await took(() =>
        catalogue.recommendations.list(filters[i % filters.length]!, {
          today,
          limit: 25,
          offset: (i % 5) * 25,
        }),
      ),
    );
  const change = await took(() =>
    catalogue.recommendations.append([], [{ ...changedRow, recommendation: "rec-1" }]),
  );
  const afterChange = await took(() => catalogue.recommendations.list({}, { today, limit: 25, offset: 0 }));
  const figures: number[] = [];
  for (const by of ["unit", "theme", "region", "year"] as const)
    figures.push(await took(() => catalogue.recommendations.tally({}, by, today)));
  const round = (ms: number) => Math.round(ms * 10) / 10;
  console.log(
    JSON.stringify({
      engine: store.engine,
      recommendations: count,
      fillSeconds: Math.round(filled),
      firstListSeconds: round(loaded),
      listMs: { p50: round(quantile(times, 0.5)), p95: round(quantile(times, 0.95)) },
      listByFilterMs: filters.map((filter, f) => [
        JSON.stringify(filter),
        round(
          quantile(
            times.filter((_, i) => i % filters.length === f),
            0.95,
          ),
        ),
      ]),
      changeMs: round(change),
      listAfterChangeMs: round(afterChange),
      figuresMs: figures.map(round),
      memoryMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    }),
  );
  await store.close();
  await rm(home, { recursive: true, force: true });
  if (server !== "") await onServer(`drop database if exists ${name} with (force)`);
}

const changedRow: FollowUpRow = {
  recommendation: "",
  state: "initiated",
  verdict: "accepted",
  answeredInGeneral: false,
  responseDue: null,
  actionDue: "2026-01-01",
  actions: 1,
  toVerify: 0,
  owners: [],
  responseDays: 3,
  completionDays: null,
  events: 4,
};

function advice(count: number): void {
  const texts = sentences(count, 2).map(
    (text, i): AdviceText => ({ id: `rec-${i}`, text, language: "en", report: String(i) }),
  );
  const start = performance.now();
  const search = recurringAdvice(texts, []);
  let longest = 0;
  let last = start;
  let step = search.next();
  while (!step.done) {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    step = search.next();
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    JSON.stringify({
      recommendations: count,
      seconds: Math.round(seconds * 10) / 10,
      groups: step.value.length,
      longestStepMs: Math.round(longest),
      lastStepSeconds: Math.round((performance.now() - last) / 100) / 10,
      memoryMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    }),
  );
}

/** The search over shared terms against comparing each with each, on the same vectors. */
function againstBruteForce(count: number): void {
  const vectors = textVectors(
    sentences(count, 3).map((text) => textTerms(text, "en").map(({ stem }) => stem)),
    0.2,
  );
  const timed = <T>(work: () => T): [number, T] => {
    const start = performance.now();
    const value = work();
    return [performance.now() - start, value];
  };
  const [fast, found] = timed(() => {
    const search = textPairs(vectors, 0.3, 500, 40);
    let step = search.next();
    while (!step.done) step = search.next();
    return step.value.length;
  });
  const [slow, all] = timed(() => {
    const { starts, terms, weights } = vectors;
    let pairs = 0;
    for (let i = 0; i < count; i++)
      for (let j = 0; j < i; j++) {
        let [sum, k, l] = [0, starts[i]!, starts[j]!];
        while (k < starts[i + 1]! && l < starts[j + 1]!)
          if (terms[k] === terms[l]) sum += weights[k++]! * weights[l++]!;
          else if (terms[k]! < terms[l]!) k++;
          else l++;
        if (sum >= 0.3) pairs++;
      }
    return pairs;
  });
  console.log(
    JSON.stringify({
      texts: count,
      pairsFound: found,
      pairsThereAre: all,
      timesFaster: Math.round(slow / fast),
    }),
  );
}

const [first, ...rest] = process.argv.slice(2);
console.log(JSON.stringify(machine()));
if (first === "advice") {
  againstBruteForce(3_000);
  for (const size of rest.length > 0 ? rest : ["3000", "30000", "300000"]) advice(Number(size));
} else for (const size of first ? [first, ...rest] : ["3000", "30000", "300000"]) await lists(Number(size));
