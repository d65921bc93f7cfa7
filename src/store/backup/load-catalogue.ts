import { createReadStream } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { storedTables } from "../tables.ts";
import { storedColumns } from "./dump-catalogue.ts";
import { type BackupManifest, tableMember } from "./manifest.ts";

const batchRows = 500;
const batchCharacters = 4_000_000;

/** Reads the lines of every table back, inside the transaction that is open, and resets the counters. */
export async function loadCatalogue(db: Database, folder: string, manifest: BackupManifest): Promise<number> {
  let total = 0;
  for (const { name } of storedTables) {
    const expected = manifest.tables.find((table) => table.name === name);
    // A table that came with a later migration is not in an older backup.
    if (!expected) continue;
    const columns = sql.join((await storedColumns(db, name)).map((column) => sql.ref(column)));
    let rows = 0;
    for await (const lines of batches(join(folder, tableMember(name)))) {
      await sql`insert into ${sql.table(name)} (${columns})
        select ${columns} from json_populate_recordset(null::${sql.table(name)}, ${`[${lines.join(",")}]`}::json)`.execute(
        db,
      );
      rows += lines.length;
    }
    if (rows !== expected.rows)
      throw new Error(`the table ${name} has ${rows} rows, and its manifest states ${expected.rows}`);
    total += rows;
  }
  await resetCounters(db);
  return total;
}

async function resetCounters(db: Database): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select attrelid::regclass::text as table, attname::text as column from pg_attribute
    where attidentity <> '' and attrelid::regclass::text in (${sql.join(storedTables.map((table) => table.name))})`.execute(
    db,
  );
  for (const { table, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(db);
}

/** Lines of a file in batches. Not `node:readline`, which also breaks at U+2028, and that may stand in JSON. */
async function* batches(path: string): AsyncGenerator<readonly string[]> {
  let rest = "";
  let lines: string[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path, { encoding: "utf8" })) {
    const parts = (rest + String(chunk)).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) {
      lines.push(line);
      size += line.length;
      if (lines.length >= batchRows || size >= batchCharacters) {
        yield lines;
        lines = [];
        size = 0;
      }
    }
  }
  if (rest !== "") lines.push(rest);
  if (lines.length > 0) yield lines;
}
