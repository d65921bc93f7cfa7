// DuckDB in the process, locked in: it reads and writes only the folders given, loads nothing from the
// network and cannot be unlocked by SQL.

import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

/** The package, loaded when it is first needed: a server that nobody asks for observations goes without its 30 MB. */
export const duckdb = () => import("@duckdb/node-api");

export type Engine = {
  /** Runs one task on a connection of its own; at most `connections` at a time, the others wait in line. */
  use<T>(task: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  /** A connection for a longer while; whoever borrows it gives it back. */
  borrow(): Promise<DuckDBConnection>;
  giveBack(connection: DuckDBConnection): void;
  close(): void;
};

export type EngineSettings = {
  /** The only folders whose files SQL may read or write. */
  readonly folders: readonly string[];
  /** Where sorting spills to; inside one of `folders`. */
  readonly spillFolder: string;
  readonly memoryMegabytes: number;
  readonly threads: number;
  readonly connections: number;
};

/** A DuckDB of its own in memory; its settings can be changed by nobody afterwards. */
export async function openEngine(settings: EngineSettings): Promise<Engine> {
  const { DuckDBInstance } = await duckdb();
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(settings.threads),
    memory_limit: `${settings.memoryMegabytes}MB`,
    temp_directory: settings.spillFolder,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  });
  const first = await instance.connect();
  await first.run(`SET allowed_directories = [${settings.folders.map(quoted).join(", ")}]`);
  await first.run("SET enable_external_access = false");
  await first.run("SET parquet_metadata_cache = true");
  await first.run("SET lock_configuration = true");
  const idle: DuckDBConnection[] = [first];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  let opened = 1;
  const borrow = async (): Promise<DuckDBConnection> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (opened < settings.connections) {
      opened++;
      return instance.connect();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (connection: DuckDBConnection) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(connection);
    else next(connection);
  };
  return {
    borrow,
    giveBack,
    async use(task) {
      const connection = await borrow();
      try {
        return await task(connection);
      } finally {
        giveBack(connection);
      }
    },
    close() {
      for (const connection of idle) connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as SQL identifier. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Rows of a small result as plain objects; 64-bit integers come as numbers. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
  parameters?: Record<string, DuckDBValue>,
): Promise<readonly Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql, parameters);
  return reader.getRowObjectsJS().map((row) => {
    for (const [name, value] of Object.entries(row)) if (typeof value === "bigint") row[name] = Number(value);
    return row;
  });
}
