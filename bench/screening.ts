// Questions: how long does a reviewer wait for the next record of a large stack in the order of learning, and
// is the server held up meanwhile? How long do agreement over 100,000 decisions and the log of a whole
// screening take?
//
// node bench/screening.ts [--records 10000] [--decisions 60]
// Invented records by seed, one reader, the embedded catalogue. Each decision is recorded, and the queue asked
// for at once, as the page does behind the next record, which it holds already. Aims: queue at most 100 ms at
// the 95th percentile, refit included; agreement over 100,000 decisions at most 50 ms.

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Effects, useCases } from "#app";
import { type Result, seededRandom } from "#kernel";
import { operator, type Protocol, type ReviewAct, type ReviewEvent, type ReviewRecord } from "#records";
import { foldReview, queueOf, stageAgreement, stageCounts } from "#reviews";
import { openStore } from "#store";
import { machine, option, quantile, shown } from "./measuring.ts";
import { inventedRecords } from "./ranking-data.ts";

const size = Number(option("records") ?? 10_000);
const decisions = Number(option("decisions") ?? 60);
const stage = "title-abstract" as const;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};

const recordOf = (id: number, title: string, abstract: string): ReviewRecord => ({
  id: `R${id}`,
  search: "s1",
  foreignId: null,
  evaluation: null,
  title,
  abstract: abstract === "" ? null : abstract,
  authors: [],
  year: null,
  language: null,
  doi: null,
  urls: [],
  keywords: [],
  container: null,
  pages: null,
  projects: [],
  matrix: {
    type: null,
    timing: null,
    nature: null,
    region: null,
    countries: [],
    themes: [],
    funding: null,
    completed: null,
  },
  document: null,
  earlier: null,
  other: {},
});

const protocolFor = (reviewers: 1 | 2): Protocol => ({
  title: "Invented",
  language: "en",
  background: "",
  termsOfReference: "",
  questions: [],
  criteria: [{ id: "I1", column: "include", text: "words of the first topic", terms: [] }],
  sources: [],
  unit: "report",
  linkedReports: { rule: "each-counts", note: null },
  stages: [{ stage, used: true, reviewers, blind: true }],
  order: "learning",
  stopping: null,
  appraisal: null,
  extraction: null,
  coding: null,
  synthesisPlan: "",
});

const search: ReviewAct = {
  kind: "search.run",
  search: {
    id: "s1",
    source: null,
    kind: "other",
    name: "Invented",
    query: null,
    fields: null,
    date: null,
    hits: null,
    file: null,
    note: null,
  },
};
const added = (records: readonly ReviewRecord[]): ReviewAct[] =>
  Array.from({ length: Math.ceil(records.length / 500) }, (_, at) => ({
    kind: "records.added" as const,
    records: records.slice(at * 500, at * 500 + 500),
  }));
const decision = (record: string, verdict: "include" | "exclude"): ReviewAct => ({
  kind: "screening.decided",
  record,
  stage,
  verdict,
  criterion: null,
  reason: null,
  protocol: 1,
  shown: null,
});

async function queueTimes() {
  const home = await mkdtemp(join(tmpdir(), "socle-bench-screening-"));
  const now = () => new Date().toISOString();
  const store = value(await openStore({ home, databaseUrl: null, now }));
  const effects: Effects = {
    store,
    now,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    codeVersion: "bench",
    address: "http://localhost",
  };
  const { texts, labels } = inventedRecords(size, 1);
  const id = "bench";
  value(
    await useCases.createReview(effects, operator, {
      id,
      title: "Bench",
      language: "en",
      origin: "invented",
    }),
  );
  let key = 0;
  const act = async (...acts: readonly ReviewAct[]) =>
    value(
      await useCases.actOnReview(effects, operator, {
        id,
        acts: acts.map((one) => ({ key: `bench-key-${++key}`, act: one })) as never,
        together: true,
      }),
    );
  await store.catalogue.accounts.add({
    id: "reader",
    email: "reader@example.org",
    name: "Reader",
    role: "member",
    createdAt: now(),
    disabledAt: null,
    passwordHash: null,
  });
  await act(
    { kind: "member.added", account: "reader", name: "", parts: ["reviewer"] },
    { kind: "protocol.set", protocol: protocolFor(1), reason: null },
    search,
  );
  for (const one of added(texts.map(({ title, abstract }, at) => recordOf(at + 1, title, abstract))))
    await act(one);

  const reader = { id: "reader", role: "member", kind: "account" } as const;
  const next = async () =>
    value(await useCases.screeningQueue(effects, reader, { id, stage, limit: 25 } as never));
  const begin = performance.now();
  let queue = await next();
  const first = performance.now() - begin;
  const took: number[] = [];
  const acted: number[] = [];
  const given = new Set<string>();
  const held = monitorEventLoopDelay({ resolution: 1 });
  for (let n = 0; n < decisions; n++) {
    const record = queue.records[0]!.record.id;
    const start = performance.now();
    value(
      await useCases.actOnReview(effects, reader, {
        id,
        acts: [
          {
            key: `bench-decision-${n}`,
            act: decision(record, labels[Number(record.slice(1)) - 1] ? "include" : "exclude"),
          },
        ] as never,
        together: false,
      }),
    );
    const middle = performance.now();
    // The first refits build the ranking of the stack; they are the price of the first minute.
    if (n === 5) held.enable();
    queue = await next();
    given.add(queue.order.given);
    if (n >= 5) {
      acted.push(middle - start);
      took.push(performance.now() - middle);
    }
  }
  held.disable();
  await store.close();
  await rm(home, { recursive: true, force: true });
  return { first, acted, took, heldMs: held.max / 1e6, given: [...given] };
}

/** A log of two readers who agree on nine records of ten, as events. */
function longLog(records: number): readonly ReviewEvent[] {
  const random = seededRandom(7);
  const acts: { by: string; act: ReviewAct }[] = [
    { by: "operator", act: { kind: "review.created", title: "Bench", language: "en" } },
    ...["ana", "ben"].map((account) => ({
      by: "operator",
      act: { kind: "member.added" as const, account, name: account, parts: ["owner", "reviewer"] as const },
    })),
    { by: "ana", act: { kind: "protocol.set", protocol: protocolFor(2), reason: null } },
    { by: "ana", act: search },
    ...added(Array.from({ length: records }, (_, at) => recordOf(at + 1, `Record ${at + 1}`, ""))).map(
      (act) => ({
        by: "ana",
        act,
      }),
    ),
  ];
  for (let n = 1; n <= records; n++) {
    const verdict = random() < 0.2 ? "include" : "exclude";
    acts.push({ by: "ana", act: decision(`R${n}`, verdict) });
    acts.push({
      by: "ben",
      act: decision(`R${n}`, random() < 0.9 ? verdict : verdict === "include" ? "exclude" : "include"),
    });
  }
  return acts.map(({ by, act }, at) => ({
    number: at + 1,
    key: `key-${at}`,
    at: "2026-01-01T00:00:00.000Z",
    by,
    via: null,
    act,
  }));
}

const timed = <T>(work: () => T): { readonly ms: number; readonly result: T } => {
  const begin = performance.now();
  const result = work();
  return { ms: performance.now() - begin, result };
};

const events = longLog(50_000);
const fold = timed(() => foldReview("bench", events));
const cold = timed(() => stageAgreement(fold.result, stage));
const warm = Array.from({ length: 25 }, () => timed(() => stageAgreement(fold.result, stage)).ms);
const counts = Array.from({ length: 9 }, () => timed(() => stageCounts(fold.result, stage)).ms);
const queues = Array.from({ length: 9 }, () => timed(() => queueOf(fold.result, stage, "ana")).ms);
console.log(JSON.stringify(machine()));
console.log(`log of ${shown(events.length)} events folded: ${shown(fold.ms)} ms`);
console.log(
  `agreement over 100,000 decisions, six statistics with intervals: first ${shown(cold.ms)} ms, then ${shown(quantile(warm, 0.5))} ms (quickest ${shown(quantile(warm, 0))}, p95 ${shown(quantile(warm, 0.95))}; a busy machine shows in the latter)`,
);
console.log(
  `counts of 50,000 records: ${shown(quantile(counts, 0.5), 1)} ms; queue: ${shown(quantile(queues, 0.5), 1)} ms`,
);
const { first, acted, took, heldMs, given } = await queueTimes();
console.log(
  `${shown(size)} records, order ${given.join(", ")}: first queue ${shown(first)} ms; decision recorded p50 ${shown(quantile(acted, 0.5), 1)} ms, p95 ${shown(quantile(acted, 0.95), 1)} ms; next records p50 ${shown(quantile(took, 0.5), 1)} ms, p95 ${shown(quantile(took, 0.95), 1)} ms; longest hold of the server's thread ${shown(heldMs)} ms`,
);
