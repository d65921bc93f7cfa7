// Releases as the store offers them: writing through an engine of its own for each import, reading through
// one engine with a connection for each of many clients.

import { randomUUID } from "node:crypto";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Release } from "#records";
import type { Files, Releases } from "../store.ts";
import { ofRelease } from "../store-failure.ts";
import { type Engine, openEngine, quoted, rowsOf } from "./engine.ts";
import {
  batchesOf,
  conditionsOf,
  keyQuestion,
  observationsOf,
  sliceQuestion,
} from "./observation-queries.ts";
import { checksumOf } from "./release-file.ts";
import { compareReleases, contentsOf, exportSql } from "./release-questions.ts";
import { releaseViews } from "./release-views.ts";
import { writeObservations } from "./write-observations.ts";

/** Memory the reading engine may use; a slice needs a hundredth of it. */
const readMemoryMegabytes = 512;
const readConnections = 16;

export function openReleases(place: {
  readonly home: string;
  readonly files: Files;
  /** A release of the catalogue by its id. */
  readonly release: (id: string) => Promise<Release | null>;
}): Releases & { close(): Promise<void> } {
  const { home, files } = place;
  const work = join(home, "tmp", "releases");
  // Opened by the first question: a start without figures should not pay for it.
  let opened: Promise<Engine> | null = null;
  const openedEngine = () => {
    opened ??= mkdir(work, { recursive: true })
      .then(() =>
        openEngine({
          folders: [join(home, "files"), work],
          spillFolder: join(work, "spill"),
          memoryMegabytes: readMemoryMegabytes,
          threads: availableParallelism(),
          connections: readConnections,
        }),
      )
      .catch((error: unknown) => {
        opened = null;
        throw error;
      });
    return opened;
  };
  const engine = {
    use: async <T>(task: (connection: DuckDBConnection) => Promise<T>) => (await openedEngine()).use(task),
    borrow: async () => (await openedEngine()).borrow(),
    giveBack: async (connection: DuckDBConnection) => (await openedEngine()).giveBack(connection),
  };
  const views = releaseViews(engine, files, place.release);
  /** A question to a release; a damaged file is told as such. */
  const ask = async <T>(id: string, task: (connection: DuckDBConnection) => Promise<T>): Promise<T> =>
    engine.use(task).catch((error: unknown) => {
      throw ofRelease(id, error);
    });
  return {
    writeObservations: (input, progress, signal) =>
      writeObservations({ home, files }, input, progress, signal),
    async measure(hashes) {
      const view = await views.ofFiles(hashes).catch(() => null);
      if (view === null) return null;
      const counted = await engine.use((connection) =>
        rowsOf(connection, `SELECT count(*) AS n FROM ${view.name}`).catch(() => null),
      );
      return counted === null ? null : { rows: counted[0]!["n"] as number, checksum: checksumOf(hashes) };
    },
    async compare(hashes, earlier) {
      if (earlier === null) return null;
      // What is compared with is lost; that must not stop a new release.
      const [now, before] = [
        await views.ofFiles(hashes),
        await views.ofFiles(earlier.files).catch(() => null),
      ];
      if (now === null || before === null) return null;
      return engine.use((connection) => compareReleases(connection, before, now));
    },
    async observations(filter) {
      const view = await views.of(filter.release);
      if (view === null) return [];
      return ask(filter.release, (connection) =>
        observationsOf(connection, view, sliceQuestion(view, filter)),
      );
    },
    async *batches(filter) {
      const view = await views.of(filter.release);
      if (view === null) return;
      const connection = await engine.borrow();
      try {
        yield* batchesOf(connection, view, filter);
      } catch (error) {
        throw ofRelease(filter.release, error);
      } finally {
        engine.giveBack(connection);
      }
    },
    async extent(filter) {
      const view = await views.of(filter.release);
      if (view === null) return null;
      const { sql, values } = conditionsOf(filter);
      const [row] = await ask(filter.release, (connection) =>
        rowsOf(connection, `SELECT count(*) AS n FROM ${view.name}${sql}`, values),
      );
      return { rows: row!["n"] as number, breakdowns: view.breakdowns, attributes: view.attributes };
    },
    async observation(key) {
      const view = await views.of(key.release);
      const question = view === null ? null : keyQuestion(view, key);
      if (view === null || question === null) return null;
      const found = await ask(key.release, (connection) => observationsOf(connection, view, question));
      return found[0] ?? null;
    },
    async contents(release, area) {
      const view = await views.of(release);
      return view === null ? [] : ask(release, (connection) => contentsOf(connection, view, area ?? null));
    },
    async exportCsv(filter, toPath) {
      const view = await views.of(filter.release);
      if (view === null) return { rows: 0 };
      // The engine may write into its own folder only; the file is moved out of it afterwards.
      const own = join(work, `${randomUUID()}.csv`);
      try {
        const { values } = conditionsOf(filter);
        const rows = await engine.use(async (connection) => {
          const result = await connection.runAndReadAll(exportSql(view, filter, quoted(own)), values);
          return Number(result.getRows()[0]![0]);
        });
        await copyFile(own, toPath);
        return { rows };
      } finally {
        await rm(own, { force: true });
      }
    },
    async close() {
      if (opened !== null) (await opened).close();
    },
  };
}
