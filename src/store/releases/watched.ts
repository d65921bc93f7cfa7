// Long work of the engine: what it tells on the way, and how it is stopped.

import type { DuckDBConnection } from "@duckdb/node-api";
import { fail, type Problem, type Result } from "#kernel";
import type { Progress } from "../progress.ts";

export type Watch = { readonly progress: Progress | undefined; readonly signal: AbortSignal | undefined };

/**
 * Tells the progress the engine reports, twice a second. A stop asked for between two queries, when there is
 * nothing to interrupt, holds here.
 */
export async function watched<T>(
  connection: DuckDBConnection,
  { progress, signal }: Watch,
  label: string,
  work: () => Promise<T>,
): Promise<T> {
  const done = await reported(connection, progress, label, work);
  signal?.throwIfAborted();
  return done;
}

async function reported<T>(
  connection: DuckDBConnection,
  progress: Progress | undefined,
  label: string,
  work: () => Promise<T>,
): Promise<T> {
  if (progress === undefined) return work();
  const tell = () => {
    const { rows_processed: done, total_rows_to_process: total } = connection.progress;
    progress({ label, done: Number(done), total: total > 0n ? Number(total) : null, unit: "rows" });
  };
  const timer = setInterval(tell, 500);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** @param stopped what to say where the signal ended the work */
export async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  stopped: Problem,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (signal?.aborted) return fail(stopped);
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) return fail(stopped);
    throw error;
  } finally {
    signal?.removeEventListener("abort", interrupt);
  }
}
