// An engine for reading, opened by the first question: a start without figures should not pay for it.

import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Engine, openEngine } from "./engine.ts";

/** @param work a folder of its own for what the engine puts aside; it may read there and among the stored files */
export function engineAtFirstUse(given: {
  readonly home: string;
  readonly work: string;
  readonly memoryMegabytes: number;
  readonly connections: number;
}) {
  const { home, work, memoryMegabytes, connections } = given;
  let opened: Promise<Engine> | null = null;
  const openedEngine = () => {
    opened ??= mkdir(work, { recursive: true })
      .then(() =>
        openEngine({
          folders: [join(home, "files"), work],
          spillFolder: join(work, "spill"),
          memoryMegabytes,
          threads: availableParallelism(),
          connections,
        }),
      )
      .catch((error: unknown) => {
        opened = null;
        throw error;
      });
    return opened;
  };
  return {
    use: async <T>(task: (connection: DuckDBConnection) => Promise<T>) => (await openedEngine()).use(task),
    borrow: async () => (await openedEngine()).borrow(),
    giveBack: async (connection: DuckDBConnection) => (await openedEngine()).giveBack(connection),
    /** Where none was ever opened there is nothing to close. */
    close: async () => {
      if (opened !== null) (await opened).close();
    },
  };
}
