// An import from delimited files to one sorted Parquet file: scan, stage, code, check, sort, adopt.

import { randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { Files, Progress, Releases } from "../store.ts";
import { makeCodedRows } from "./coded-rows.ts";
import { makeDictionaries } from "./dictionaries.ts";
import { openEngine, rowsOf } from "./engine.ts";
import { checksumOf, sortedFileSql } from "./release-file.ts";
import { checkRows } from "./row-checks.ts";
import { malformedRows, scanSource } from "./source-scan.ts";
import { type CodedColumn, keyColumns, type Part, stageSql } from "./staging.ts";

/** Memory the engine of one import may use; it spills to disk beyond. The process itself comes on top. */
export const importMemoryMegabytes = 1100;

type Input = Parameters<Releases["writeObservations"]>[0];
type Written = Awaited<ReturnType<Releases["writeObservations"]>>;

export async function writeObservations(
  place: { readonly home: string; readonly files: Files },
  input: Input,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<Written> {
  const work = join(place.home, "tmp", `import-${randomUUID()}`);
  await mkdir(work, { recursive: true });
  try {
    const located = await locate(place.files, input, work);
    if (!located.ok) return located;
    const scanned: Problem[] = [];
    for (const part of located.value) {
      progress?.({ label: part.name, done: 0, total: null, unit: "rows" });
      scanned.push(...(await scanSource(part.csvPath, part.name, part.layout)));
    }
    if (scanned.length > 0) return failAll(scanned);
    const engine = await openEngine({
      folders: [join(place.home, "files"), work],
      spillFolder: join(work, "spill"),
      memoryMegabytes: importMemoryMegabytes,
      threads: availableParallelism(),
      connections: 1,
    });
    try {
      return await engine.use((connection) =>
        interruptible(connection, signal, () =>
          write(connection, place.files, input, located.value, work, progress),
        ),
      );
    } finally {
      engine.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function locate(files: Files, input: Input, work: string): Promise<Result<readonly Part[]>> {
  const parts: Part[] = [];
  for (const [index, part] of input.parts.entries()) {
    const csvPath = await files.path(part.source);
    if (csvPath === null)
      return fail(
        problem("releases.file-absent", `The file ${part.name} (${part.source}) is not in the store.`, {
          file: part.name,
        }),
      );
    parts.push({ index, ...part, csvPath, stagedPath: join(work, `staged-${index}.parquet`) });
  }
  return ok(parts);
}

async function write(
  connection: DuckDBConnection,
  files: Files,
  input: Input,
  parts: readonly Part[],
  work: string,
  progress?: Progress,
): Promise<Written> {
  const columns = columnsOf(parts);
  for (const part of parts) {
    const failed = await watched(connection, progress, `${part.name}: reading`, () =>
      stage(connection, part, columns),
    );
    if (failed.length > 0) return failAll(failed);
  }
  const inHeader = await makeDictionaries(connection, parts, columns, input);
  if (inHeader.length > 0) return failAll(inHeader);
  await watched(connection, progress, "coding", () => makeCodedRows(connection, parts, columns));
  const rows = await countRows(connection, "coded");
  if (rows === 0)
    return fail(
      problem("releases.no-rows", "The files hold no row with an observation. Nothing was imported."),
    );
  const { problems } = await watched(connection, progress, "checking", () =>
    checkRows(connection, parts, columns),
  );
  if (problems.length > 0) return failAll(problems);
  const sorted = join(work, "release.parquet");
  await watched(connection, progress, "sorting", async () => {
    await connection.run(sortedFileSql(parts, columns, input.origin, sorted));
  });
  await flush(sorted);
  const { sha256 } = await files.putPath(sorted);
  const warnings = await deletions(connection, parts, rows);
  progress?.({ label: "done", done: rows, total: rows, unit: "rows" });
  return ok({ files: [sha256], rows, checksum: checksumOf([sha256]), warnings });
}

/** Coded columns of all parts together: key, breakdowns, then what is not part of the key. */
function columnsOf(parts: readonly Part[]): readonly CodedColumn[] {
  const of = <T>(names: (part: Part) => readonly T[]) => [...new Set(parts.flatMap(names))].sort();
  return [
    ...keyColumns,
    ...of(({ layout }) => layout.breakdowns.map(({ dimension }) => `by_${dimension}` as const)),
    "unit",
    "status",
    "missing",
    "action",
    ...of(({ layout }) => layout.attributes.map(({ attribute }) => `attribute_${attribute}` as const)),
  ];
}

/** A file the engine refuses is read again row by row, to say which rows are malformed. */
async function stage(
  connection: DuckDBConnection,
  part: Part,
  columns: readonly CodedColumn[],
): Promise<readonly Problem[]> {
  try {
    await connection.run(stageSql(part, columns));
    return [];
  } catch (error) {
    if (String(error).includes("INTERRUPT")) throw error;
    const found = await malformedRows(part.csvPath, part.name, part.layout);
    if (found.length > 0) return found;
    const line = /Line: (\d+)/.exec(String(error))?.[1];
    return [
      problem(
        "releases.row-malformed",
        `${part.name} cannot be read${line === undefined ? "" : ` at line ${line}`}: quotes or line ends are not as CSV has them (line ends of two kinds in one file, a quote inside an unquoted field). Save it again as CSV UTF-8. Nothing was imported.`,
        { file: part.name, ...(line === undefined ? {} : { line: Number(line) }) },
      ),
    ];
  }
}

async function deletions(
  connection: DuckDBConnection,
  parts: readonly Part[],
  written: number,
): Promise<readonly Problem[]> {
  if (parts.every(({ layout }) => layout.actionColumn === null)) return [];
  let cells = 0;
  for (const { stagedPath, layout } of parts)
    cells +=
      (await countRows(connection, `read_parquet('${stagedPath.replaceAll("'", "''")}')`)) *
      Math.max(1, layout.wide.length, layout.measures.length);
  const left = cells - written;
  return left === 0
    ? []
    : [
        problem(
          "releases.deletions-left-out",
          `${left} rows ask to delete observations (SDMX action D) and were left out: a release is a whole, and what it does not hold is withdrawn.`,
        ),
      ];
}

const countRows = async (connection: DuckDBConnection, from: string): Promise<number> =>
  (await rowsOf(connection, `SELECT count(*) AS n FROM ${from}`))[0]!["n"] as number;

/** Bytes on the disk before the name: a loss of power must not leave a named, empty file. */
async function flush(path: string) {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Tells the progress the engine reports, twice a second. */
async function watched<T>(
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

async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const stopped = () =>
    fail(problem("releases.cancelled", "The import was stopped before its end. Nothing was imported."));
  if (signal?.aborted) return stopped();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) return stopped();
    throw error;
  } finally {
    signal?.removeEventListener("abort", interrupt);
  }
}
