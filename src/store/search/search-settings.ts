import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type SearchMemory, searchMemory } from "./search-memory.ts";

/**
 * Runs a search in one reading transaction with the planner's settings that fit it, and with what is
 * remembered of the collection. Compiling a plan takes longer than the whole search, helpers take longer to
 * start than it takes, and a plan of thirty partitions is not worth reordering joins for.
 */
export async function searchSettings<T>(
  db: Database,
  work: (inside: Database, memory: SearchMemory) => Promise<T>,
): Promise<T> {
  // The embedded engine has no helpers and compiles nothing, and it has one connection.
  if (db.isTransaction || !db.getExecutor().adapter.supportsMultipleConnections)
    return work(db, await searchMemory(db));
  const memory = await searchMemory(db);
  return db.transaction().execute(async (inside) => {
    await sql
      .raw("set local jit = off; set local max_parallel_workers_per_gather = 0; set local work_mem = '32MB'")
      .execute(inside);
    return work(inside, memory);
  });
}
