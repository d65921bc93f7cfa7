// A store of its own with the effects around it, and people who work in it.

import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Effects, type ReadingSettings, stopReading } from "#app";
import type { Actor, Role } from "#records";
import { openStore } from "#store";
import { emptyFolder } from "../../prepared-folders.ts";

export type WorkPlace = {
  readonly effects: Effects;
  readonly home: string;
  /** A file on disk as an upload has it. */
  file(name: string, content: string | Uint8Array): Promise<{ readonly path: string; readonly name: string }>;
  person(name: string, role: Role): Promise<Actor>;
  close(): Promise<void>;
};

/** @param at an existing data folder; a new one, gone at the end, when absent */
export async function workPlace(reading?: Partial<ReadingSettings>, at?: string): Promise<WorkPlace> {
  const parent = at ?? (await mkdtemp(join(tmpdir(), "socle-reading-")));
  const home = join(parent, "home");
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 2, 1, 8, 0, seconds++)).toISOString();
  if (at === undefined) await emptyFolder(home);
  const opened = await openStore({ home, databaseUrl: null, now });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const effects: Effects = {
    store: opened.value,
    now,
    randomBytes: (length) => randomBytes(length),
    codeVersion: "0.0.0-test",
    address: "http://localhost",
    ...(reading
      ? { reading: { maxBytes: 10_000_000, maxPages: 100, seconds: 60, memoryMegabytes: 512, ...reading } }
      : {}),
  };
  return {
    effects,
    home,
    async file(name, content) {
      const path = join(parent, `${randomBytes(4).toString("hex")}-upload`);
      await writeFile(path, content);
      return { path, name };
    },
    async person(name, role) {
      const id = `account-${name.toLowerCase()}`;
      await effects.store.catalogue.accounts.add({
        id,
        name,
        email: `${id}@example.org`,
        role,
        createdAt: now(),
        disabledAt: null,
        passwordHash: null,
      });
      return { id, role, kind: "account" };
    },
    async close() {
      await stopReading(effects);
      await effects.store.close();
      if (at === undefined) await rm(parent, { recursive: true, force: true });
    },
  };
}

/** A small report whose recommendations are the given sentences. */
export const reportOf = (title: string, sentences: readonly string[]): string =>
  `${title}\n\nRecommendations\n\n${sentences.map((one, i) => `${i + 1}. ${one}\n`).join("\n")}`;
