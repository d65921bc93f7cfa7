import type { Database } from "../database.ts";

/** Runs in the transaction that is open, or in one of its own: several statements, all or none. */
export const atomically = <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work);

/**
 * Lets the rest of the process have its turn. The embedded catalogue answers without ever leaving the
 * current turn of the event loop: long work would hold up every timer, file and request until its end.
 */
export const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** Parts of a list, for statements whose number of parameters is bounded. */
export function* chunksOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
