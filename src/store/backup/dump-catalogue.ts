import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { storedTables } from "../tables.ts";

export type DumpedTable = {
  readonly name: string;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
};

/** Rows with whole texts or results in them are fetched a few at a time, so that memory stays bounded. */
const heavyTables: ReadonlySet<string> = new Set([
  "readings",
  "index_runs",
  "index_definitions",
  "study_editions",
]);

/**
 * Writes every table as lines of JSON, all as of one moment: one read-only transaction that sees a snapshot.
 * On PostgreSQL writers go on meanwhile; the embedded catalogue has one connection, so there they wait for
 * this step (about 20,000 rows a second) and for nothing after it.
 */
export function dumpCatalogue(db: Database, folder: string): Promise<readonly DumpedTable[]> {
  return db.transaction().execute(async (inside) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(inside);
    const dumped: DumpedTable[] = [];
    for (const { name } of storedTables)
      dumped.push(await dumpTable(inside, name, join(folder, `${name}.jsonl`)));
    return dumped;
  });
}

async function dumpTable(db: Database, name: string, path: string): Promise<DumpedTable> {
  const columns = sql.join((await storedColumns(db, name)).map((column) => sql.ref(column)));
  const key = await primaryKey(db, name);
  await sql`declare lines no scroll cursor for
    select row_to_json(line)::text as line
    from (select ${columns} from ${sql.table(name)} order by ${sql.join(key.map((column) => sql.ref(column)))}) as line`.execute(
    db,
  );
  const hash = createHash("sha256");
  let count = 0;
  let bytes = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for (;;) {
      const { rows } = await sql<{
        line: string;
      }>`fetch ${sql.raw(heavyTables.has(name) ? "10" : "500")} from lines`.execute(db);
      if (rows.length === 0) break;
      // Inside JSON a raw line break can only be white space between values.
      const text = Buffer.from(rows.map((row) => `${row.line.replaceAll("\n", " ")}\n`).join(""));
      hash.update(text);
      count += rows.length;
      bytes += text.byteLength;
      await file.writeFile(text);
    }
  } finally {
    await file.close();
  }
  await sql`close lines`.execute(db);
  return { name, path, rows: count, bytes, sha256: hash.digest("hex") };
}

/** Columns of a table that are written, not computed by the database. */
export async function storedColumns(db: Database, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(db);
  return rows.map((row) => row.name);
}

async function primaryKey(db: Database, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname::text as name
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = ${table}::regclass and i.indisprimary
    order by array_position(i.indkey::int2[], a.attnum)`.execute(db);
  return rows.map((row) => row.name);
}
