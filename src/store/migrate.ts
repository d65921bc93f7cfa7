import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { fail, ok, problem, type Result } from "#kernel";
import type { Database } from "./database.ts";
import { latestMigration, migrations } from "./migrations/migrations.ts";

/**
 * Brings the catalogue to the newest schema, or to a named one. Two servers that start at once wait for
 * one another (an advisory lock of the database). Cost: one statement when nothing is to be done.
 */
export async function migrate(db: Database, to: string = latestMigration): Promise<Result<void>> {
  const applied = await appliedMigrations(db);
  const unknown = applied.find((name) => !(name in migrations));
  if (unknown)
    return fail(
      problem(
        "store.catalogue-newer",
        `The catalogue was written by a newer version of Socle: it has the change "${unknown}", which this version does not know. Nothing was touched; use the newer version.`,
      ),
    );
  if (applied.includes(latestMigration)) return ok(undefined);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations as Record<string, Migration> },
  });
  const { error } = await migrator.migrateTo(to);
  if (!error) return ok(undefined);
  return fail(
    problem(
      "store.migration-failed",
      `The catalogue could not be brought to the form this version needs: ${messageOf(error)}. It is unchanged. On PostgreSQL the database user must own the database and be allowed to create the extensions pg_trgm and unaccent (trusted extensions of the package postgresql-contrib).`,
    ),
  );
}

/** Names of the migrations a database has seen, in order; none for an empty one. */
export async function appliedMigrations(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{
    present: boolean;
  }>`select to_regclass('kysely_migration') is not null as present`.execute(db);
  if (!rows[0]?.present) return [];
  return (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    (row) => row.name,
  );
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
