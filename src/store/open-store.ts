import { fail, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import { backupStore } from "./backup/backup.ts";
import { breathe } from "./catalogue/atomically.ts";
import { catalogueOf } from "./catalogue/catalogue.ts";
import { countForPlanner } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { checkedCatalogue, transactionScope } from "./in-transaction.ts";
import { openMicrodata } from "./microdata/index.ts";
import { migrate } from "./migrate.ts";
import { openCatalogue, type StoreLog } from "./open-catalogue.ts";
import { isReferredFile } from "./referred-files.ts";
import { openReleases } from "./releases/index.ts";
import type { Store } from "./store.ts";
import { problemOfFolder } from "./store-failure.ts";
import { storedFiles, sweepTemporary, sweepUnderWay } from "./stored-files.ts";
import { writeOut } from "./write-out.ts";

export type StoreOptions = {
  /** The data folder; made when absent. */
  readonly home: string;
  /** PostgreSQL 15 or later for the catalogue; null for the one embedded in the folder. */
  readonly databaseUrl: string | null;
  readonly now: () => string;
  readonly log?: StoreLog;
};

class RolledBack extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super("rolled back");
    this.problems = problems;
  }
}

/** What the system says against a folder, as a problem; an error that is not the system's stays one. */
function folderUnusable(home: string, error: unknown): Result<never> {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
  const found = problemOfFolder(error)?.message ?? "";
  return fail(
    problem(
      "store.folder-unusable",
      `The data folder ${home} cannot be used (${code})${code === "EEXIST" || code === "ENOTDIR" ? ": a file stands in its place, or in that of a folder above it" : ""}. ${found === "" ? "Choose another with SOCLE_HOME." : found} Nothing was started.`,
      { file: home },
    ),
  );
}

/**
 * Opens a data folder: takes its lock, sweeps what a killed process left half written, opens the catalogue,
 * brings it to the newest schema and sweeps files that were put and of which no record speaks.
 *
 * Cost: about 5 s for a new embedded folder, 0.3 to 2 s for an existing one; with PostgreSQL as long as
 * the connection takes. A transaction on the embedded catalogue holds its only connection: all other reads
 * and writes of the process wait until it ends, so nothing slow belongs inside.
 *
 * @returns the store, or a problem that says who holds the folder or why the catalogue cannot be used
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  const { home, databaseUrl, now, log = () => undefined } = options;
  const lock = await lockFolder(home, now).catch((error: unknown) => folderUnusable(home, error));
  if (!lock.ok) return lock;
  const opened = await sweepTemporary(home)
    .then(() => openCatalogue(home, databaseUrl, log))
    .catch((error: unknown) => folderUnusable(home, error));
  if (!opened.ok) {
    await lock.value.release();
    return opened;
  }
  const db = opened.value;
  try {
    const migrated = await migrate(db);
    if (!migrated.ok) {
      await db.destroy();
      await lock.value.release();
      return migrated;
    }
    await countForPlanner(db);
    const isReferred = (sha256: Sha256) => isReferredFile(db, sha256);
    const swept = await sweepUnderWay(home, isReferred);
    if (swept.length > 0)
      log("Files of work that was broken off were taken away: no record speaks of them.", { files: swept });
    const files = storedFiles(home, isReferred);
    const scope = transactionScope();
    const catalogue = checkedCatalogue(catalogueOf(db, now), scope.refuseInside);
    const releases = openReleases({ home, files, release: (id) => catalogue.releases.byId(id) });
    const microdata = openMicrodata({ home, files });
    let closed: Promise<void> | null = null;
    return ok({
      engine: databaseUrl === null ? "pglite" : "postgresql",
      home,
      catalogue,
      files,
      releases,
      microdata,
      async transaction(work) {
        scope.refuseInside("transaction");
        await breathe();
        try {
          return await scope.run(() =>
            db.transaction().execute(async (inside) => {
              const result = await work(catalogueOf(inside, now));
              if (!result.ok) throw new RolledBack(result.problems);
              return result;
            }),
          );
        } catch (error) {
          if (error instanceof RolledBack) return { ok: false, problems: error.problems };
          throw error;
        }
      },
      backup: (toFile, progress) => {
        scope.refuseInside("backup");
        return backupStore({ db, home, now }, toFile, progress);
      },
      announce: lock.value.announce,
      writeOut,
      close: () => {
        closed ??= (async () => {
          await releases.close();
          await microdata.close();
          await db.destroy();
          await lock.value.release();
        })();
        return closed;
      },
    });
  } catch (error) {
    await db.destroy().catch(() => undefined);
    await lock.value.release();
    throw error;
  }
}
