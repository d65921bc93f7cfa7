import { sql } from "kysely";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import { type CurrentVersion, planVersions, type VersionCounts } from "../versions.ts";
import { breathe, chunksOf } from "./atomically.ts";

/**
 * Appends a version of each record that differs from the one that stands, and supersedes that one; equal
 * records stay. Runs inside a transaction. Cost: one read of the standing records, one insert per 500.
 */
export async function putVersions(
  db: Database,
  into: {
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
  },
  records: ReadonlyMap<string, unknown>,
  at: string,
): Promise<VersionCounts> {
  const table = sql.table(into.table);
  const key = sql.ref(into.key);
  // Two writers at once would give one version number twice; the second waits here. Readers do not.
  await sql`lock table ${table} in share row exclusive mode`.execute(db);
  const { rows } = await sql<{ key: string; version: number; current: boolean; record: unknown }>`
    select ${key} as key, version, superseded_at is null as current, record
    from ${table} as standing
    where ${key} in (select json_array_elements_text(${storableJson([...records.keys()])}::json))
      and version = (select max(version) from ${table} as other where other.${key} = standing.${key})`.execute(
    db,
  );
  const current = new Map<string, CurrentVersion>();
  for (const row of rows) if (row.current) current.set(row.key, { version: row.version, value: row.record });
  const { insert, supersede, counts } = planVersions(
    current,
    new Map(rows.map((row) => [row.key, row.version])),
    records,
  );
  if (supersede.length > 0)
    await sql`update ${table} set superseded_at = ${at} where superseded_at is null
      and ${key} in (select json_array_elements_text(${storableJson(supersede)}::json))`.execute(db);
  const by = into.by === undefined ? sql`` : sql`, recorded_by`;
  for (const part of chunksOf(insert, 500)) {
    await breathe();
    await sql`insert into ${table} (${key}, version, record, recorded_at ${by})
      values ${sql.join(
        part.map(
          (row) =>
            sql`(${row.key}, ${row.version}, ${storableJson(row.value)}::json, ${at} ${into.by === undefined ? sql`` : sql`, ${into.by}`})`,
        ),
      )}`.execute(db);
  }
  return counts;
}
