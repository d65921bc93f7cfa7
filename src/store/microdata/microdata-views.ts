// Laid down files as named views of the engine.

import { problem, type Sha256 } from "#kernel";
import { type Engine, named, quoted, rowsOf } from "../releases/engine.ts";
import type { Files } from "../store.ts";
import { isDamage, StoreFailure } from "../store-failure.ts";

export type MicrodataView = {
  readonly name: string;
  readonly data: Sha256;
  readonly rows: number;
  /** In the order of the file. */
  readonly types: ReadonlyMap<string, "number" | "text">;
};

export const absentFile = (data: Sha256): StoreFailure =>
  new StoreFailure(
    problem(
      "microdata.file-absent",
      `The rows of file ${data} cannot be read: it is absent from the data folder, or damaged. What else is here is not touched. "socle verify" names the file; put it back from a backup.`,
    ),
  );

/** An error of the engine as what it means for the file, where the file is the cause. */
export const ofMicrodata = (data: Sha256, error: unknown): unknown =>
  isDamage(error) ? absentFile(data) : error;

/** Opens views on first use and keeps them: files never change. */
export function microdataViews(engine: Pick<Engine, "use">, files: Files) {
  const known = new Map<Sha256, Promise<MicrodataView>>();
  let count = 0;
  const open = async (data: Sha256): Promise<MicrodataView> => {
    const path = await files.path(data);
    if (path === null) throw absentFile(data);
    const name = `microdata_${++count}`;
    return engine.use(async (connection) => {
      await connection.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet(${quoted(path)})`);
      const described = await rowsOf(
        connection,
        `SELECT column_name AS name, column_type AS type FROM (DESCRIBE ${name})`,
      );
      const [row] = await rowsOf(connection, `SELECT count(*) AS n FROM ${name}`);
      return {
        name,
        data,
        rows: row!["n"] as number,
        types: new Map(
          described.map(({ name, type }) => [String(name), type === "VARCHAR" ? "text" : "number"] as const),
        ),
      };
    });
  };
  return {
    /** A `StoreFailure` where the file is gone or damaged. */
    of(data: Sha256): Promise<MicrodataView> {
      const standing = known.get(data);
      if (standing !== undefined) return standing;
      const opened = open(data).catch((error: unknown) => {
        // It may come back whole from a backup: ask again next time.
        known.delete(data);
        throw ofMicrodata(data, error);
      });
      known.set(data, opened);
      return opened;
    },
  };
}

/** Names that a file must have. */
export function demanded(view: MicrodataView, names: readonly string[]): void {
  const unknown = names.filter((name) => !view.types.has(name));
  if (unknown.length === 0) return;
  const some = [...view.types.keys()].slice(0, 10).join(", ");
  throw new StoreFailure(
    problem(
      "microdata.column-unknown",
      `The file has no column ${unknown.map((name) => `"${name}"`).join(", ")}. It has ${some}${view.types.size > 10 ? " and others" : ""}. Name one of its columns.`,
      { column: unknown[0]! },
    ),
  );
}

/** Equality with codes as SQL; a code that is no number is never that of a column of numbers. */
export function whereSql(view: MicrodataView, where: Readonly<Record<string, string>> = {}): string | null {
  const parts = Object.entries(where).map(([name, code]) => {
    if (view.types.get(name) === "text") return `${named(name)} = ${quoted(code)}`;
    const value = code.trim() === "" ? Number.NaN : Number(code);
    return Number.isFinite(value) ? `${named(name)} = ${value}` : "false";
  });
  return parts.length === 0 ? null : `(${parts.join(" AND ")}) IS TRUE`;
}
