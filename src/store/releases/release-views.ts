// Releases as named views. Queries name a view and never a file, so that the same text runs on another
// engine that has a table of that name.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { Release } from "#records";
import type { Files } from "../store.ts";
import { ofRelease, StoreFailure, unreadable } from "../store-failure.ts";
import { type Engine, named, quoted, rowsOf } from "./engine.ts";

export type ReleaseView = {
  /** `observations_<n>`, unique while the process runs. */
  readonly name: string;
  /** Columns of the key in order; breakdowns after `sex`. */
  readonly key: readonly string[];
  /** Names of breakdowns and attributes without their prefixes. */
  readonly breakdowns: readonly string[];
  readonly attributes: readonly string[];
  /** One file is sorted as a whole; of several each is. */
  readonly sorted: boolean;
};

export type ReleaseViews = {
  /** The view of a release; null where it is unknown, a `StoreFailure` where its file cannot be read. */
  of(release: string): Promise<ReleaseView | null>;
  /** A view over stored files that no release names yet. */
  ofFiles(files: readonly string[]): Promise<ReleaseView | null>;
};

/** Opens views on first use and keeps them: releases never change. */
export function releaseViews(
  engine: Pick<Engine, "use">,
  files: Files,
  release: (id: string) => Promise<Release | null>,
): ReleaseViews {
  const byFiles = new Map<string, Promise<ReleaseView | null>>();
  const byRelease = new Map<string, ReleaseView>();
  let count = 0;
  const ofFiles = (hashes: readonly string[]) => {
    const id = hashes.join(" ");
    const known = byFiles.get(id);
    if (known !== undefined) return known;
    const opened = openView(engine, files, hashes, () => `observations_${++count}`).then(
      (view) => {
        // An absent or damaged file may come back whole from a backup: ask again next time.
        if (view === null) byFiles.delete(id);
        return view;
      },
      (error: unknown) => {
        byFiles.delete(id);
        throw error;
      },
    );
    byFiles.set(id, opened);
    return opened;
  };
  return {
    ofFiles,
    async of(id) {
      const known = byRelease.get(id);
      if (known !== undefined) return known;
      const found = await release(id);
      if (found === null || found.kind !== "observations") return null;
      const view = await ofFiles(found.files).catch((error: unknown) => {
        throw ofRelease(id, error);
      });
      if (view === null) throw new StoreFailure(unreadable(id));
      byRelease.set(id, view);
      return view;
    },
  };
}

async function openView(
  engine: Pick<Engine, "use">,
  files: Files,
  hashes: readonly string[],
  nextName: () => string,
): Promise<ReleaseView | null> {
  const paths: string[] = [];
  for (const hash of hashes) {
    const path = await files.path(hash as Parameters<Files["path"]>[0]);
    if (path === null) return null;
    paths.push(path);
  }
  if (paths.length === 0) return null;
  const name = nextName();
  const columns = await engine.use((connection) => createView(connection, name, paths));
  const prefixed = (prefix: string) =>
    columns.filter((column) => column.startsWith(prefix)).map((column) => column.slice(prefix.length));
  return {
    name,
    key: [
      "indicator",
      "area",
      "period",
      "source",
      "sex",
      ...columns.filter((column) => column.startsWith("by_")),
    ],
    breakdowns: prefixed("by_"),
    attributes: prefixed("attribute_"),
    sorted: paths.length === 1,
  };
}

async function createView(
  connection: DuckDBConnection,
  name: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  const list = `[${paths.map(quoted).join(", ")}]`;
  const union = paths.length === 1 ? "" : ", union_by_name = true";
  await connection.run(`CREATE VIEW ${named(name)} AS SELECT * FROM read_parquet(${list}${union})`);
  const columns = await rowsOf(connection, `SELECT column_name FROM (DESCRIBE ${named(name)})`);
  return columns.map((row) => row["column_name"] as string);
}
