// Data folders that are made once in a run of the tests and copied for each test that begins with one: laying
// out an embedded catalogue and taking in the demonstration take seconds, copying the outcome does not.

import { randomUUID } from "node:crypto";
import { cpSync, existsSync } from "node:fs";
import { mkdir, rename, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore, type Store } from "#store";

/** The folder of this run of the tests (setup/test-run.mjs); empty outside of one. */
const ofRun = process.env["SOCLE_TEST_RUN"] ?? "";

/** Fills a data folder with an empty catalogue of the newest schema, as the first opening leaves it. */
export const emptyFolder = (home: string): Promise<void> => preparedFolder("empty", home, async () => {});

/**
 * Fills a data folder with a copy of the prepared one of this name; the first to ask makes it. Outside of a run
 * each is made anew.
 *
 * @param prepare what to do with the store of the new folder
 */
export async function preparedFolder(
  name: string,
  home: string,
  prepare: (store: Store) => Promise<void>,
): Promise<void> {
  if (ofRun === "") return make(home, prepare);
  const prepared = join(ofRun, name);
  const turn = `${prepared}.turn`;
  while (!existsSync(prepared)) {
    if (!(await taken(turn))) {
      await sleep(50);
      continue;
    }
    try {
      if (existsSync(prepared)) break;
      const unfinished = `${prepared}-${randomUUID()}`;
      await make(unfinished, prepare);
      await rename(unfinished, prepared);
    } finally {
      await rmdir(turn);
    }
  }
  // At once: over a thousand small files, one after the other, cost five times as much.
  cpSync(prepared, home, { recursive: true });
}

async function make(home: string, prepare: (store: Store) => Promise<void>): Promise<void> {
  const opened = await openStore({ home, databaseUrl: null, now: () => new Date().toISOString() });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  try {
    await prepare(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** A folder is made by exactly one of those who try. */
async function taken(turn: string): Promise<boolean> {
  try {
    await mkdir(turn);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
