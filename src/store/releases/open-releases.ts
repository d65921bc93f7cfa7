// Releases as the store offers them: writing through an engine of its own for each import, reading through
// one engine with a connection for each of many clients.

import { randomUUID } from "node:crypto";
import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Release } from "#records";
import type { ReleaseChangeCounts } from "../release-changes.ts";
import type { Files, Releases } from "../store.ts";
import { ofRelease, StoreFailure, unreadable } from "../store-failure.ts";
import { changedPage } from "./changed-observations.ts";
import { quoted, rowsOf } from "./engine.ts";
import { engineAtFirstUse } from "./engine-at-first-use.ts";
import { exploreReleases } from "./explore-questions.ts";
import {
  batchesOf,
  conditionsOf,
  keyQuestion,
  observationsOf,
  sliceQuestion,
} from "./observation-queries.ts";
import { changesCsv, changesPage, countChanges } from "./release-changes.ts";
import { checksumOf } from "./release-file.ts";
import { findingsOf } from "./release-findings.ts";
import { agenciesOf, compareReleases, contentsOf, exportSql } from "./release-questions.ts";
import { type ReleaseView, releaseViews } from "./release-views.ts";
import { writeObservations } from "./write-observations.ts";

/** Memory the reading engine may use; a slice needs a hundredth of it. */
const readMemoryMegabytes = 512;
const readConnections = 16;
/** Pairs of releases whose differences stay counted. */
const mostPairs = 50;

export function openReleases(place: {
  readonly home: string;
  readonly files: Files;
  /** A release of the catalogue by its id. */
  readonly release: (id: string) => Promise<Release | null>;
}): Releases & { close(): Promise<void> } {
  const { home, files } = place;
  const work = join(home, "tmp", "releases");
  const engine = engineAtFirstUse({
    home,
    work,
    memoryMegabytes: readMemoryMegabytes,
    connections: readConnections,
  });
  const views = releaseViews(engine, files, place.release);
  /** A question to a release; a damaged file is told as such. */
  const ask = async <T>(id: string, task: (connection: DuckDBConnection) => Promise<T>): Promise<T> =>
    engine.use(task).catch((error: unknown) => {
      throw ofRelease(id, error);
    });
  const viewOf = async ({ id, files: hashes }: Release): Promise<ReleaseView> => {
    const view = await views.ofFiles(hashes).catch((error: unknown) => {
      throw ofRelease(id, error);
    });
    if (view === null) throw new StoreFailure(unreadable(id));
    return view;
  };
  const bothOf = async (before: Release, now: Release) => [await viewOf(before), await viewOf(now)] as const;
  const known = new Map<string, Promise<ReleaseChangeCounts>>();
  /** Counts of a pair, made once; many readers ask for the same two. */
  const counted = (before: Release, now: Release): Promise<ReleaseChangeCounts> => {
    const pair = `${before.checksum} ${now.checksum}`;
    const standing = known.get(pair);
    if (standing !== undefined) return standing;
    const made = bothOf(before, now)
      .then((views) => ask(now.id, (connection) => countChanges(connection, ...views)))
      .catch((error: unknown) => {
        known.delete(pair);
        throw error;
      });
    if (known.size >= mostPairs) known.delete(known.keys().next().value!);
    known.set(pair, made);
    return made;
  };
  return {
    explore: exploreReleases({ view: (id) => views.of(id), ask, work }),
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
    async findings(hashes, earlier, question, progress, signal) {
      const now = await views.ofFiles(hashes);
      if (now === null) return null;
      // What is compared with is lost; what the figures themselves show is still to be found.
      const before = earlier === null ? null : await views.ofFiles(earlier.files).catch(() => null);
      return engine.use(async (connection) => {
        const interrupt = () => connection.interrupt();
        signal?.addEventListener("abort", interrupt);
        try {
          return await findingsOf(connection, now, before, question, { progress, signal });
        } finally {
          signal?.removeEventListener("abort", interrupt);
        }
      });
    },
    changeCounts: counted,
    async changes(before, now, filter) {
      const pair = await bothOf(before, now);
      const counts = await counted(before, now);
      return ask(now.id, (connection) => changesPage(connection, ...pair, filter, counts));
    },
    async *changesCsv(before, now, filter) {
      yield* changesCsv(engine, work, ...(await bothOf(before, now)), filter);
    },
    async changedObservations(filter, before) {
      const view = await views.of(filter.release);
      const earlier = await viewOf(before);
      if (view === null) return [];
      const now = await place.release(filter.release);
      if (now === null) return [];
      const counts = await counted(before, now);
      return ask(filter.release, (connection) => changedPage(connection, view, earlier, filter, counts));
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
      const { sql, values } = conditionsOf(filter, view.breakdowns);
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
    async agencies(release) {
      const view = await views.of(release);
      return view === null ? [] : ask(release, (connection) => agenciesOf(connection, view));
    },
    async exportCsv(filter, toPath) {
      const view = await views.of(filter.release);
      if (view === null) return { rows: 0 };
      // The engine may write into its own folder only; the file is moved out of it afterwards.
      const own = join(work, `${randomUUID()}.csv`);
      try {
        const { values } = conditionsOf(filter, view.breakdowns);
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
    close: engine.close,
  };
}
