import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { sql } from "kysely";
import { fail, ok, problem, type Result } from "#kernel";
import type { Database } from "../database.ts";
import { appliedMigrations, messageOf, migrate } from "../migrate.ts";
import { migrations } from "../migrations/migrations.ts";
import { openCatalogue } from "../open-catalogue.ts";
import type { Progress } from "../store.ts";
import { syncFolder } from "../stored-files.ts";
import { storedTables } from "../tables.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { readArchive } from "./read-archive.ts";

/**
 * Brings a backup back into an empty data folder, and into an empty PostgreSQL database where one is given;
 * a backup of the embedded catalogue goes into PostgreSQL and the other way round. Everything is unpacked
 * beside the folder and checked; only when the catalogue has been read in whole does the folder get its
 * name. Until then nothing is changed, and what was begun is removed. Disk: the backup's content twice for
 * the catalogue, once for the files. Memory: bounded.
 */
export async function restoreStore(
  file: string,
  target: { readonly home: string; readonly databaseUrl: string | null },
  progress?: Progress,
): Promise<Result<{ readonly files: number; readonly rows: number; readonly created: string }>> {
  const home = resolve(target.home);
  if ((await readdir(home).catch(() => [])).length > 0)
    return fail(
      problem(
        "store.restore-not-empty",
        `The data folder ${home} is not empty, and a restore never mixes with what is there. Restore into a folder that does not exist (SOCLE_HOME), or move this one away.`,
        { file: home },
      ),
    );
  if (
    !(await stat(file).then(
      (found) => found.isFile(),
      () => false,
    ))
  )
    return fail(problem("store.backup-unusable", `There is no file ${file} to restore from.`, { file }));
  const building = `${home}.restoring-${randomUUID().slice(0, 8)}`;
  const unpacked = join(building, "unpacked");
  const folder = join(building, "home");
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const manifest = await readArchive(file, unpacked, progress);
    if (!manifest.ok) return manifest;
    if (!(manifest.value.schema in migrations))
      return fail(
        problem(
          "store.catalogue-newer",
          `The backup was made by version ${manifest.value.codeVersion} of Socle, whose catalogue this version does not know. Nothing was changed; use that version or a later one.`,
          { file },
        ),
      );
    const files = manifest.value.members.filter((member) => member.path.startsWith("files/")).length;
    if (files > 0) await rename(join(unpacked, "files"), join(folder, "files"));
    const opened = await openCatalogue(folder, target.databaseUrl, () => undefined);
    if (!opened.ok) return opened;
    const db = opened.value;
    let closed = false;
    try {
      const occupied = await occupiedTable(db);
      if (occupied)
        return fail(
          problem(
            "store.restore-not-empty",
            `The PostgreSQL database already holds data (table ${occupied}), and a restore never mixes with what is there. Make an empty database and name it in DATABASE_URL.`,
          ),
        );
      const migrated = await migrate(db, manifest.value.schema);
      if (!migrated.ok) return migrated;
      let rows = 0;
      if (target.databaseUrl === null) {
        rows = await db.transaction().execute((inside) => loadCatalogue(inside, unpacked, manifest.value));
        const latest = await migrate(db);
        if (!latest.ok) return latest;
        await db.destroy();
        closed = true;
        await moveIntoPlace(folder, home);
      } else {
        // The folder gets its name before the rows are committed: should the commit fail, it is removed.
        try {
          rows = await db.transaction().execute(async (inside) => {
            const loaded = await loadCatalogue(inside, unpacked, manifest.value);
            await moveIntoPlace(folder, home);
            return loaded;
          });
        } catch (error) {
          await rm(home, { recursive: true, force: true });
          throw error;
        }
        const latest = await migrate(db);
        if (!latest.ok) return latest;
      }
      return ok({ files, rows, created: manifest.value.created });
    } catch (error) {
      return fail(
        problem(
          "store.backup-unusable",
          `${file} cannot be restored: ${messageOf(error)}. Nothing was changed; use another backup.`,
          { file },
        ),
      );
    } finally {
      if (!closed) await db.destroy();
    }
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function moveIntoPlace(folder: string, home: string): Promise<void> {
  await rmdir(home).catch(() => undefined);
  await rename(folder, home);
  await syncFolder(dirname(home));
}

async function occupiedTable(db: Database): Promise<string | null> {
  if ((await appliedMigrations(db)).length === 0) return null;
  for (const { name } of storedTables) {
    const { rows } = await sql<{ present: boolean }>`
      select to_regclass(${name}) is not null as present`.execute(db);
    if (!rows[0]?.present) continue;
    const found = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (found.rows.length > 0) return name;
  }
  return null;
}
