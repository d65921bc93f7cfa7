// The two engines on which every test of the store runs: PGlite always, PostgreSQL where
// SOCLE_TEST_DATABASE_URL names a server on which databases may be made. Each opening has a data folder
// and a database of its own, gone afterwards.

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "#store";
import { emptyFolder } from "../../prepared-folders.ts";

export type Place = {
  readonly home: string;
  readonly databaseUrl: string | null;
  remove(): Promise<void>;
};

export type Engine = {
  readonly name: "PGlite" | "PostgreSQL";
  /** Why it cannot be used here; null when it can. */
  readonly absent: string | null;
  /** An empty place for a store. */
  place(): Promise<Place>;
};

const serverUrl = process.env["SOCLE_TEST_DATABASE_URL"] ?? "";

async function temporaryHome(): Promise<{ readonly home: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), "socle-store-"));
  return { home: join(parent, "home"), remove: () => rm(parent, { recursive: true, force: true }) };
}

export const pglite: Engine = {
  name: "PGlite",
  absent: null,
  place: async () => ({ ...(await temporaryHome()), databaseUrl: null }),
};

const postgresql: Engine = {
  name: "PostgreSQL",
  absent:
    serverUrl === ""
      ? (process.env["SOCLE_TEST_DATABASE_REASON"] ?? "SOCLE_TEST_DATABASE_URL names no server")
      : null,
  async place() {
    const { home, remove } = await temporaryHome();
    const name = `socle_test_${randomUUID().replaceAll("-", "")}`;
    await onServer(`create database ${name} encoding 'UTF8' template template0`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return {
      home,
      databaseUrl: url.href,
      async remove() {
        await onServer(`drop database if exists ${name} with (force)`);
        await remove();
      },
    };
  },
};

export const engines: readonly Engine[] = [pglite, postgresql];

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Statements past the store, to look at a catalogue or to harm it. Only on PostgreSQL. */
export async function onDatabase<T extends object>(
  databaseUrl: string,
  statement: string,
): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** A clock that moves one second at every look. */
export function steppingClock(): () => string {
  let seconds = 0;
  return () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)).toISOString();
}

export async function opened(place: Place, now: () => string = steppingClock()): Promise<Store> {
  const store = await openStore({ home: place.home, databaseUrl: place.databaseUrl, now });
  if (!store.ok) throw new Error(store.problems.map((problem) => problem.message).join("\n"));
  return store.value;
}

/** Describes behaviour once for each engine; an absent one is skipped with the reason, and fails on CI. */
export function describeOnEngines(title: string, behaviour: (engine: Engine) => void): void {
  for (const engine of engines) {
    if (engine.absent === null) describe(`${title} on ${engine.name}`, () => behaviour(engine));
    else if (process.env["CI"] === "true")
      it(`${title} on ${engine.name}`, () => expect.fail(`not run: ${engine.absent}`));
    else
      describe.skip(`${title} on ${engine.name} (${engine.absent})`, () => it("is not run", () => undefined));
  }
}

/** One store for all tests of a describe, because an embedded one takes seconds to make; that is a copy already. */
export function sharedStore(engine: Engine): () => Store {
  let place: Place | null = null;
  let store: Store | null = null;
  beforeAll(async () => {
    place = await engine.place();
    if (place.databaseUrl === null) await emptyFolder(place.home);
    store = await opened(place);
  });
  afterAll(async () => {
    await store?.close();
    await place?.remove();
  });
  return () => {
    if (!store) throw new Error("the store is not open");
    return store;
  };
}
