// Appending versions to a table of versions: what differs supersedes what stands, what is equal stays. One
// statement writes many rows; each is short, for the embedded catalogue answers nobody else meanwhile.

import { sql } from "kysely";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import { type CurrentVersion, planVersions, type VersionCounts } from "../versions.ts";
import { breathe, chunksOf } from "./atomically.ts";

export type VersionTable = {
  readonly table:
    | "evaluation_versions"
    | "convention_versions"
    | "ratification_versions"
    | "lesson_versions"
    | "mapping_versions"
    | "recommendation_versions"
    | "vocabulary_versions";
  readonly key: "id" | "code";
  readonly by?: string;
};

/** Rows of one statement: with the work of the triggers some tens of milliseconds on the embedded catalogue. */
export const rowsAtOnce = 100;

/** What became of a record: the version that stood before, none for a new one, and the one that stands now. */
export type WrittenVersion = {
  readonly key: string;
  readonly before: number | null;
  readonly after: number;
};

/** A row to be written; `json` is its record as the database keeps it. */
export type NewVersion = WrittenVersion & { readonly json: string };

/** Until the transaction ends nobody else appends: two would give one number twice. Readers do not wait. */
export const lockVersions = (db: Database, { table }: VersionTable): Promise<unknown> =>
  sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(db);

/**
 * Appends a version of each record that differs from the one that stands, and supersedes that one; equal
 * records stay. Runs inside a transaction. Cost: one read and at most one write per hundred records.
 */
export async function putVersions(
  db: Database,
  into: VersionTable,
  records: ReadonlyMap<string, unknown>,
  at: string,
): Promise<VersionCounts> {
  const { counts } = await writeVersions(db, into, records, at);
  return counts;
}

/** As `putVersions`; says of each record written which version stood before and which stands now. */
export async function writeVersions(
  db: Database,
  into: VersionTable,
  records: ReadonlyMap<string, unknown>,
  at: string,
): Promise<{ readonly counts: VersionCounts; readonly written: readonly WrittenVersion[] }> {
  await lockVersions(db, into);
  const written: WrittenVersion[] = [];
  const counts = { added: 0, superseded: 0, unchanged: 0 };
  for (const part of chunksOf([...records], rowsAtOnce)) {
    await breathe();
    const { current, last } = await lastVersions(
      db,
      into,
      part.map(([key]) => key),
    );
    const plan = planVersions(current, last, new Map(part));
    counts.added += plan.counts.added;
    counts.superseded += plan.counts.superseded;
    counts.unchanged += plan.counts.unchanged;
    const rows = plan.insert.map(
      ({ key, version, value }): NewVersion => ({
        key,
        before: current.get(key)?.version ?? null,
        after: version,
        json: storableJson(value),
      }),
    );
    await appendVersions(db, into, rows, at);
    for (const { key, before, after } of rows) written.push({ key, before, after });
  }
  return { counts, written };
}

async function lastVersions(
  db: Database,
  into: VersionTable,
  keys: readonly string[],
): Promise<{
  readonly current: ReadonlyMap<string, CurrentVersion>;
  readonly last: ReadonlyMap<string, number>;
}> {
  const [table, key] = [sql.table(into.table), sql.ref(into.key)];
  const { rows } = await sql<{ key: string; version: number; current: boolean; record: unknown }>`
    select ${key} as key, version, superseded_at is null as current, record
    from ${table} as standing
    where ${key} in (select json_array_elements_text(${storableJson(keys)}::json))
      and version = (select max(version) from ${table} as other where other.${key} = standing.${key})`.execute(
    db,
  );
  const current = new Map<string, CurrentVersion>();
  for (const row of rows) if (row.current) current.set(row.key, { version: row.version, value: row.record });
  return { current, last: new Map(rows.map((row) => [row.key, row.version])) };
}

/**
 * Writes rows whose numbers are known, and supersedes what stood before them. Old and new change in one
 * statement: what follows from a record (search, passages of its reports) then sees the new one in the place
 * of the old, and does its work once and only where something differs.
 */
export async function appendVersions(
  db: Database,
  into: VersionTable,
  rows: readonly NewVersion[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  const [table, key] = [sql.table(into.table), sql.ref(into.key)];
  const by = into.by === undefined ? sql`` : sql`, recorded_by`;
  const given = `[${rows
    .map(({ key: name, after, json }) => `{"key":${storableJson(name)},"version":${after},"record":${json}}`)
    .join(",")}]`;
  const superseded = rows.filter(({ before }) => before !== null).map((row) => row.key);
  // Asking how many were superseded makes sure that they are before the first new row comes.
  const gone =
    superseded.length === 0
      ? sql``
      : sql`gone as (
          update ${table} set superseded_at = ${at} where superseded_at is null
            and ${key} in (select json_array_elements_text(${storableJson(superseded)}::json))
          returning 1),`;
  await sql`
    with ${gone} given as (
      select * from json_to_recordset(${given}::json) as given (key text, version integer, record json))
    insert into ${table} (${key}, version, record, recorded_at ${by})
    select key, version, record, ${at} ${into.by === undefined ? sql`` : sql`, ${into.by}`} from given
    ${superseded.length === 0 ? sql`` : sql`where (select count(*) from gone) >= 0`}`.execute(db);
}
