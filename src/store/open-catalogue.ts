import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { fail, ok, problem, type Result } from "#kernel";
import { type Database, openEmbedded, openServer } from "./database.ts";
import { messageOf } from "./migrate.ts";
import { syncFolder } from "./stored-files.ts";

export type StoreLog = (message: string, detail?: Readonly<Record<string, unknown>>) => void;

const oldestServer = 150_000;

/** Opens the catalogue of a data folder or of a PostgreSQL address, and checks that it is one Socle can use. */
export async function openCatalogue(
  home: string,
  databaseUrl: string | null,
  log: StoreLog,
): Promise<Result<Database>> {
  if (databaseUrl !== null) return openServerCatalogue(databaseUrl, log);
  const folder = join(home, "catalogue");
  try {
    if (!existsSync(folder)) await makeEmbedded(home, folder);
    return ok(await openEmbedded(folder));
  } catch (error) {
    return fail(
      problem(
        "store.catalogue-unreadable",
        `The embedded catalogue in ${folder} cannot be opened: ${messageOf(error)}. The folder may be damaged, or made by another version. Restore a backup into an empty folder with "socle restore".`,
        { file: folder },
      ),
    );
  }
}

/**
 * Makes an empty embedded catalogue. It gets its name when it is whole: a folder left by a process that was
 * killed while the engine laid it out could never be opened again.
 */
async function makeEmbedded(home: string, folder: string): Promise<void> {
  const unfinished = join(home, "tmp", `catalogue-${randomUUID()}`);
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const db = await openEmbedded(unfinished);
  await sql`select 1`.execute(db);
  await db.destroy();
  await rename(unfinished, folder);
  await syncFolder(home);
}

async function openServerCatalogue(databaseUrl: string, log: StoreLog): Promise<Result<Database>> {
  const where = withoutPassword(databaseUrl);
  let db: Database | null = null;
  try {
    db = openServer(databaseUrl, (error) =>
      log("A connection to PostgreSQL was lost while idle.", { error: error.message }),
    );
    const { rows } = await sql<{ version: number; encoding: string }>`
      select current_setting('server_version_num')::integer as version,
        current_setting('server_encoding') as encoding`.execute(db);
    const { version = 0, encoding = "" } = rows[0] ?? {};
    if (version >= oldestServer && encoding === "UTF8") return ok(db);
    await db.destroy();
    return fail(
      problem(
        "store.database-unsuitable",
        `The PostgreSQL server at ${where} has version ${Math.floor(version / 10_000)} and encoding ${encoding}. Socle needs version 15 or later and a database in UTF8.`,
      ),
    );
  } catch (error) {
    await db?.destroy().catch(() => undefined);
    return fail(
      problem(
        "store.database-unreachable",
        `PostgreSQL at ${where} does not answer: ${messageOf(error)}. Check DATABASE_URL, that the server runs, and that the user may sign in; without DATABASE_URL Socle uses its embedded catalogue.`,
      ),
    );
  }
}

/** An address that may be printed. */
function withoutPassword(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    return `${url.hostname || "localhost"}:${url.port || 5432}${url.pathname}`;
  } catch {
    return "the address given (not a readable URL)";
  }
}
