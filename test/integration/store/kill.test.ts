// A process is killed (SIGKILL) at random moments in the middle of imports and edits, and the folder is
// opened again: nothing that was acknowledged may be missing, nothing may be half there. This tests the
// death of the process, not the loss of power.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { type Sha256, seededRandom } from "#kernel";
import type { Store } from "#store";
import { listFiles } from "../../../src/store/stored-files.ts";
import { describeOnEngines, type Engine, onDatabase, opened, type Place, pglite } from "./engines.ts";

/** On the embedded engine, where this code is answerable for the files too; a server is asked less often. */
const killsOf = (engine: Engine) => (engine.name === "PGlite" ? 50 : 25);

type Said =
  | { readonly event: "ready" }
  | { readonly event: "refused"; readonly problem: { readonly message: string } }
  | { readonly event: "begin"; readonly kind: string; readonly number: number }
  | {
      readonly event: "done";
      readonly kind: "import" | "edit" | "reread";
      readonly number: number;
      readonly source: Sha256;
      readonly passages: number;
    };

const othersConnected = `select count(*)::integer as others from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

/** What has been acknowledged so far, over all rounds. */
type Ledger = {
  readonly passages: Map<Sha256, number>;
  readonly edits: Map<string, number>;
  next: number;
  killedInWork: number;
};

/**
 * When a worker is killed: so many ms after its start, or so many ms after it has said so many things. What is
 * said counts the work itself, so that a slow machine kills as deep in it as a fast one.
 */
type Death = { readonly starting: number } | { readonly said: number; readonly later: number };

/** Runs the worker and kills it. */
async function workAndKill(place: Place, ledger: Ledger, death: Death): Promise<void> {
  const script = join(import.meta.dirname, "kill-worker.ts");
  const child = spawn(process.execPath, [script, place.home, place.databaseUrl ?? "-", String(ledger.next)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = once(child, "exit");
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  const kill = () => child.kill("SIGKILL");
  if ("starting" in death) setTimeout(kill, death.starting);
  let open = 0;
  let heard = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    if (said.event === "refused") throw new Error(said.problem.message);
    if ("said" in death && heard === death.said) setTimeout(kill, death.later);
    heard++;
    if (said.event === "begin") {
      open++;
      ledger.next = said.number + 1;
    }
    if (said.event === "done") {
      open--;
      if (said.kind === "edit") ledger.edits.set(`edited-${said.number % 5}`, said.number);
      else ledger.passages.set(said.source, said.passages);
    }
  }
  await gone;
  // The server may still be carrying out the last statement of a client that is gone.
  if (place.databaseUrl !== null)
    await expect
      .poll(() => onDatabase(place.databaseUrl ?? "", othersConnected), { timeout: 10_000 })
      .toEqual([{ others: 0 }]);
  expect(errors).toBe("");
  if (open > 0) ledger.killedInWork++;
}

async function check(store: Store, ledger: Ledger): Promise<void> {
  const { catalogue, files, home } = store;
  const sources = await catalogue.sources.list();
  const documents = new Map((await catalogue.documents.list()).map((one) => [one.source, one]));
  const audit = await catalogue.audit.list({ before: null, limit: 100_000 });
  const { total, evaluations } = await catalogue.evaluations.list({ limit: 100, offset: 0 });

  // Nothing acknowledged is lost.
  for (const [source, passages] of ledger.passages) {
    const document = documents.get(source);
    expect(document, `document ${source}`).toBeDefined();
    // The kill may have come between a commit and its acknowledgement: the reading that loses one passage.
    expect([passages, passages - 1]).toContain(document?.passages);
  }
  for (const [id, year] of ledger.edits)
    expect(evaluations.find((one) => one.id === id)?.year, id).toBeGreaterThanOrEqual(year);

  // Nothing is half there: file, source, document with its passages and audit entry come together.
  expect(documents.size).toBe(sources.length);
  expect(
    audit
      .filter((one) => one.action === "report.import")
      .map((one) => one.resource)
      .toSorted(),
  ).toEqual(sources.map((one) => one.sha256).toSorted());
  for (const { sha256, name, bytes } of sources) {
    const all = 3 + (Number(name) % 40);
    expect([all, all - 1], `document ${name}`).toContain(documents.get(sha256)?.passages);
    const path = await files.path(sha256);
    expect(path, `file of ${name}`).not.toBeNull();
    expect((await stat(path ?? "")).size).toBe(bytes);
  }
  const edits = audit.filter((one) => one.action === "evaluation.edit");
  expect(total).toBe(new Set(edits.map((one) => one.resource)).size);
  for (const { id, provenance } of evaluations) {
    expect(await catalogue.documents.evaluationsOf(provenance.source)).toEqual([id]);
    expect(await catalogue.documents.ofEvaluation(id)).toHaveLength(
      edits.filter((one) => one.resource === id).length,
    );
  }
  expect(await readdir(join(home, "tmp")).catch(() => [])).toEqual([]);
  // Nor is a file left of which nobody speaks.
  expect(await listFiles(home)).toEqual(sources.map(({ sha256 }) => sha256).toSorted());
}

it("a process killed while it makes an embedded catalogue leaves a folder that can be opened", {
  timeout: 300_000,
}, async () => {
  const random = seededRandom(7);
  for (let round = 0; round < 4; round++) {
    const place = await pglite.place();
    const ledger: Ledger = { passages: new Map(), edits: new Map(), next: 0, killedInWork: 0 };
    try {
      await workAndKill(place, ledger, { starting: 500 + (round + random()) * 500 });
      const store = await opened(place);
      await check(store, ledger);
      await store.close();
    } finally {
      await place.remove();
    }
  }
});

describeOnEngines("a process killed in the middle of its work", (engine) => {
  const kills = killsOf(engine);
  it(`loses nothing acknowledged and leaves nothing half written, ${kills} times`, {
    timeout: 600_000,
  }, async () => {
    const place = await engine.place();
    const random = seededRandom(20_260_301);
    const ledger: Ledger = { passages: new Map(), edits: new Map(), next: 0, killedInWork: 0 };
    try {
      for (let round = 0; round < kills; round++) {
        // Every tenth dies while it opens the folder, the others early or late in their work.
        await workAndKill(
          place,
          ledger,
          round % 10 === 0
            ? { starting: 200 + random() * 600 }
            : { said: Math.floor(random() ** 2 * 24), later: random() * 60 },
        );
        const store = await opened(place);
        await check(store, ledger);
        if (round === kills - 1) expect((await store.files.verify()).broken).toEqual([]);
        await store.close();
      }
      // The test would prove nothing, had the kills not fallen into work.
      expect(ledger.killedInWork).toBeGreaterThan(kills / 2);
      expect(ledger.passages.size).toBeGreaterThan(10);
      expect(ledger.edits.size).toBe(5);
    } finally {
      await place.remove();
    }
  });
});
