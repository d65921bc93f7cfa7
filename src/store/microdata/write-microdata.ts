// The files of a study to Parquet: load, check keys and links, join, lay down. All or nothing.

import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { fail, failAll, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import type { Microdata, MicrodataInput, WrittenMicrodata } from "../microdata-promise.ts";
import { openEngine, quoted } from "../releases/engine.ts";
import { interruptible, type Watch, watched } from "../releases/watched.ts";
import type { Files } from "../store.ts";
import { keyFaults, type Link, linkFaults, linkOf } from "./check-keys.ts";
import { contradictions, type Layout, layoutOf, selectOf } from "./join-files.ts";
import { loadFile } from "./load-file.ts";
import type { LoadedFile } from "./loaded-file.ts";

/** Memory the engine of one writing may use; it spills to disk beyond. */
const memoryMegabytes = 1_000;
/**
 * The engine counts a block of 256 KiB for every column it lays down, of which it touches what the rows take:
 * 10,000 columns of 1,000 rows are counted as 6 GB, and 0.8 are used.
 */
const wideMemoryMegabytes = 8_000;
/** Rows of a row group: what reading a column in part reads at least. */
const rowGroupSize = 122_880;
const wideGroupSize = 8_192;
/** Every thread holds what it lays down of every column, so wide tables go through one. */
const wideColumns = 1_000;

const stopped = problem("microdata.stopped", "The work was stopped before its end. Nothing was written.");

const tooLarge = problem(
  "microdata.too-large",
  "The rows and columns together are more than the memory of the engine holds at once. Part the files: columns into several that share a key, or years and regions into studies of their own. Nothing was written.",
);

const isWide = ({ columns }: MicrodataInput) =>
  columns.kind === "columns" && columns.columns.size > wideColumns;

type Written = Awaited<ReturnType<Microdata["write"]>>;

export async function writeMicrodata(
  place: { readonly home: string; readonly files: Files },
  inputs: readonly MicrodataInput[],
  watch: Watch,
): Promise<Written> {
  const work = join(place.home, "tmp", `microdata-${randomUUID()}`);
  await mkdir(work, { recursive: true });
  try {
    const paths = inputs.flatMap(({ columns }) => (columns.kind === "path" ? [dirname(columns.path)] : []));
    const wide = inputs.some(isWide);
    const engine = await openEngine({
      folders: [...new Set([join(place.home, "files"), work, ...paths])],
      spillFolder: join(work, "spill"),
      memoryMegabytes: wide ? wideMemoryMegabytes : memoryMegabytes,
      threads: wide ? 1 : availableParallelism(),
      connections: 1,
    });
    try {
      return await engine.use((connection) =>
        interruptible(connection, watch.signal, stopped, () =>
          write(connection, place.files, inputs, work, watch),
        ),
      );
    } catch (error) {
      if (/^Out of Memory Error/.test((error as Error).message)) return fail(tooLarge);
      throw error;
    } finally {
      engine.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function write(
  connection: DuckDBConnection,
  files: Files,
  inputs: readonly MicrodataInput[],
  work: string,
  watch: Watch,
): Promise<Written> {
  const checked = await layoutsOf(connection, inputs, work, watch);
  if (!checked.ok) return checked;
  const { layouts, warnings } = checked.value;
  const kept: Sha256[] = [];
  const written: WrittenMicrodata[] = [];
  try {
    for (const layout of layouts) {
      const { file, columns } = layout;
      const path = join(work, `${written.length}.parquet`);
      await watched(connection, watch, `writing ${file.name}`, () => layDown(connection, layout, path));
      const { sha256 } = await files.putPath(path);
      kept.push(sha256);
      await rm(path);
      written.push({
        name: file.name,
        data: sha256,
        rows: file.rows,
        columns: columns.map(({ column }) => column.name),
      });
    }
    watch.signal?.throwIfAborted();
    return ok({ files: written, warnings });
  } catch (error) {
    for (const sha256 of kept) await files.discard(sha256);
    throw error;
  }
}

async function layDown(connection: DuckDBConnection, layout: Layout, path: string): Promise<void> {
  const groups = layout.columns.length > wideColumns ? wideGroupSize : rowGroupSize;
  await connection.run(
    `COPY (${selectOf(layout)}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${groups})`,
  );
}

async function layoutsOf(
  connection: DuckDBConnection,
  inputs: readonly MicrodataInput[],
  work: string,
  watch: Watch,
): Promise<Result<{ readonly layouts: readonly Layout[]; readonly warnings: readonly Problem[] }>> {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const loaded = new Map<string, LoadedFile>();
  const broken = new Set<string>();
  for (const [at, input] of inputs.entries()) {
    if (loaded.has(input.name) || broken.has(input.name)) {
      problems.push(
        problem(
          "microdata.file-repeated",
          `Two files are called "${input.name}". Requests name files; give each a name of its own. Nothing was written.`,
          { file: input.name },
        ),
      );
      continue;
    }
    const file = await watched(connection, watch, `reading ${input.name}`, () =>
      loadFile(connection, input, `t${at}`, work, () => watch.signal?.throwIfAborted()),
    );
    if (file.ok) {
      loaded.set(input.name, file.value.file);
      warnings.push(...file.value.warnings);
    } else {
      broken.add(input.name);
      problems.push(...file.problems);
    }
  }
  const links = new Map<string, Link>();
  for (const file of loaded.values()) {
    problems.push(
      ...(await watched(connection, watch, `checking ${file.name}`, () => keyFaults(connection, file))),
    );
    // What is wrong with the file above has been told.
    if (file.parent === null || broken.has(file.parent.file)) continue;
    const link = linkOf(file, loaded);
    if (!("child" in link)) {
      problems.push(...link);
      continue;
    }
    links.set(file.name, link);
    const faults = await watched(connection, watch, `checking ${file.name}`, () =>
      linkFaults(connection, link),
    );
    problems.push(...faults.problems);
    warnings.push(...faults.warnings);
  }
  const layouts = [...loaded.values()].map((file) => layoutOf(file, links));
  // A key that occurs twice would join rows with several: what contradicts what is looked at afterwards.
  if (problems.length === 0)
    for (const layout of layouts) problems.push(...(await contradictions(connection, layout)));
  return problems.length > 0 ? failAll(problems) : ok({ layouts, warnings });
}
