// An import from delimited files to one sorted Parquet file: scan, stage, code, check, sort, adopt.

import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { leftOutArea } from "#records";
import type { Files, Progress, Releases } from "../store.ts";
import { isLeftOut, makeCodedRows } from "./coded-rows.ts";
import { type Dictionaries, makeDictionaries } from "./dictionaries.ts";
import { openEngine, rowsOf } from "./engine.ts";
import { checksumOf, writeSortedFile } from "./release-file.ts";
import { checkRows } from "./row-checks.ts";
import { type CodedColumn, columnsOf, type Part } from "./source-rows.ts";
import { malformedRows, scanSource } from "./source-scan.ts";
import { interruptible, type Watch, watched } from "./watched.ts";

/** Memory the engine of one import may use; it spills to disk beyond. The process itself comes on top. */
export const importMemoryMegabytes = 1100;

const stopped = problem("releases.cancelled", "The import was stopped before its end. Nothing was imported.");

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
    const located = await locate(place.files, input);
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
        interruptible(connection, signal, stopped, () =>
          write(connection, place.files, input, located.value, work, { progress, signal }),
        ),
      );
    } finally {
      engine.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function locate(files: Files, input: Input): Promise<Result<readonly Part[]>> {
  const parts: Part[] = [];
  for (const [index, part] of input.parts.entries()) {
    const csvPath = await files.path(part.source);
    if (csvPath === null)
      return fail(
        problem("releases.file-absent", `The file ${part.name} (${part.source}) is not in the store.`, {
          file: part.name,
        }),
      );
    parts.push({ index, ...part, csvPath });
  }
  return ok(parts);
}

async function write(
  connection: DuckDBConnection,
  files: Files,
  input: Input,
  parts: readonly Part[],
  work: string,
  watch: Watch,
): Promise<Written> {
  const columns = columnsOf(parts);
  const coded = await watched(connection, watch, "reading", () => code(connection, parts, columns, input));
  if (!coded.ok) return coded;
  const rows = await countRows(connection, "coded");
  if (rows === 0)
    return fail(
      problem("releases.no-rows", "The files hold no row with an observation. Nothing was imported."),
    );
  const { problems } = await watched(connection, watch, "checking", () =>
    checkRows(connection, parts, columns, coded.value),
  );
  if (problems.length > 0) return failAll(problems);
  const sorted = join(work, "release.parquet");
  await watched(connection, watch, "sorting", () =>
    writeSortedFile(connection, parts, columns, coded.value, input.origin, sorted),
  );
  const { sha256 } = await files.putPath(sorted);
  const leftOut = await areasLeftOut(connection, parts, coded.value);
  const warnings = [...leftOut.warnings, ...(await deletions(connection, parts, rows + leftOut.rows))];
  watch.progress?.({ label: "done", done: rows, total: rows, unit: "rows" });
  return ok({ files: [sha256], rows, checksum: checksumOf([sha256]), warnings });
}

/** Both passes; a file the engine refuses is read again row by row, to say which rows are malformed. */
async function code(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  input: Input,
): Promise<Result<Dictionaries>> {
  try {
    const { dictionaries, problems } = await makeDictionaries(connection, parts, columns, input);
    if (problems.length > 0) return failAll(problems);
    await makeCodedRows(connection, parts, columns, dictionaries);
    return ok(dictionaries);
  } catch (error) {
    const message = String(error);
    if (!/CSV|Invalid unicode|quote/i.test(message)) throw error;
    for (const part of parts) {
      const found = await malformedRows(part.csvPath, part.name, part.layout);
      if (found.length > 0) return failAll(found);
    }
    const line = /Line: (\d+)/.exec(message)?.[1];
    const name = parts.map((part) => part.name).join(", ");
    return fail(
      problem(
        "releases.row-malformed",
        `${name} cannot be read${line === undefined ? "" : ` at line ${line}`}: quotes or line ends are not as CSV has them (line ends of two kinds in one file, a quote inside an unquoted field). Save it again as CSV UTF-8. Nothing was imported.`,
        { file: name, ...(line === undefined ? {} : { line: Number(line) }) },
      ),
    );
  }
}

const areaText = (spelling: string): string => (spelling.trim() === "" ? "no area" : spelling);

async function areasLeftOut(
  connection: DuckDBConnection,
  parts: readonly Part[],
  dictionaries: Dictionaries,
): Promise<{ readonly rows: number; readonly warnings: readonly Problem[] }> {
  const spelled = new Set<string>();
  let rows = 0;
  for (const part of parts) {
    const { codes, spellings } = dictionaries.of(part, "area");
    if (!codes.includes(leftOutArea)) continue;
    rows += await countRows(connection, `rows_${part.index} WHERE ${isLeftOut}`);
    for (const [i, spelling] of spellings.entries()) if (codes[i] === leftOutArea) spelled.add(spelling);
  }
  if (spelled.size === 0) return { rows, warnings: [] };
  return {
    rows,
    warnings: [
      problem(
        "releases.areas-left-out",
        `${rows === 1 ? "1 row" : `${rows} rows`} of ${[...spelled].sort().map(areaText).join(", ")} ${rows === 1 ? "was" : "were"} left out, as asked for. The release says so to its readers.`,
      ),
    ],
  };
}

async function deletions(
  connection: DuckDBConnection,
  parts: readonly Part[],
  written: number,
): Promise<readonly Problem[]> {
  if (parts.every(({ layout }) => layout.actionColumn === null)) return [];
  let cells = 0;
  for (const { index } of parts) cells += await countRows(connection, `rows_${index}`);
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
