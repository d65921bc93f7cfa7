// Files named by the SHA-256 of their bytes: `files/ab/abcdef…`. Written once, never changed; what is half
// written stands in `tmp/` and is swept away at the next start. `underway/` has an empty file for each that was put
// and of which it is not settled yet whether a record speaks of it.

import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isSha256, problem, type Sha256 } from "#kernel";
import { delimitedRow } from "./delimited-row.ts";
import type { Files } from "./store.ts";
import { problemOfFolder, StoreFailure } from "./store-failure.ts";

/** Where a stored file lies. */
export const pathOfFile = (home: string, sha256: string): string =>
  join(home, "files", sha256.slice(0, 2), sha256);

/**
 * The files of a data folder.
 *
 * Cost: `put` reads the bytes once and waits for the disk (two or three syncs), memory as large as one
 * chunk; `read` holds the whole file in memory and hashes it; `path` one look at the folder; `verify`
 * reads everything.
 *
 * @param isReferred whether a record of the catalogue speaks of the file
 */
export function storedFiles(home: string, isReferred: (sha256: Sha256) => Promise<boolean>): Files {
  // How often a file was put and not discarded: one import that is refused must not take away the file
  // that another, under way at the same time, has just put and not yet recorded.
  const interest = new Map<Sha256, number>();
  // Taking a file away and finding that it stands already must not meet half way.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work, work);
    turn = done.catch(() => undefined);
    return done;
  };
  const put = async (bytes: Uint8Array | AsyncIterable<Uint8Array>) => {
    const temporary = join(home, "tmp", randomUUID());
    const hash = createHash("sha256");
    let size = 0;
    const file = await mkdir(join(home, "tmp"), { recursive: true })
      .then(() => open(temporary, "wx", 0o600))
      .catch((error: unknown) => {
        const found = problemOfFolder(error);
        throw found ? new StoreFailure(found, error) : error;
      });
    try {
      for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
        hash.update(chunk);
        size += chunk.byteLength;
        await file.writeFile(chunk);
      }
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(temporary, { force: true });
      throw error;
    }
    await file.close();
    const sha256 = hash.digest("hex") as Sha256;
    interest.set(sha256, (interest.get(sha256) ?? 0) + 1);
    await inTurn(async () => {
      // Before the file has its name: whatever moment a process is killed at, the next start knows of it.
      await mkdir(join(home, "underway"), { recursive: true, mode: 0o700 });
      await writeFile(markOf(home, sha256), "");
      await keep(home, temporary, sha256, size);
    });
    return { sha256, bytes: size };
  };
  return {
    put,
    putPath: (path) => put(piecesOf(path)),
    async read(sha256) {
      const bytes = await readFile(pathOfFile(home, sha256)).catch(absent);
      if (bytes !== null && createHash("sha256").update(bytes).digest("hex") !== sha256)
        throw new StoreFailure(
          problem(
            "store.file-damaged",
            `The stored file ${sha256} no longer holds the bytes it is named after: the disk or somebody changed it. Restore it from a backup.`,
          ),
        );
      return bytes;
    },
    row: (sha256, row) => delimitedRow(pathOfFile(home, sha256), row),
    async readHead(sha256, bytes) {
      const file = await open(pathOfFile(home, sha256), "r").catch(absent);
      if (file === null) return null;
      try {
        const { size } = await file.stat();
        const head = Buffer.alloc(Math.min(bytes, size));
        let filled = 0;
        while (filled < head.length) {
          const { bytesRead } = await file.read(head, filled, head.length - filled, filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return { head: head.subarray(0, filled), whole: filled === size };
      } finally {
        await file.close();
      }
    },
    async discard(sha256) {
      const left = (interest.get(sha256) ?? 1) - 1;
      if (left > 0) {
        interest.set(sha256, left);
        return;
      }
      interest.delete(sha256);
      const referred = await isReferred(sha256);
      await inTurn(async () => {
        // Asked again: a put may have come while the catalogue answered.
        if (interest.has(sha256)) return;
        if (!referred) await rm(pathOfFile(home, sha256), { force: true });
        await rm(markOf(home, sha256), { force: true });
      });
    },
    async path(sha256) {
      const path = pathOfFile(home, sha256);
      return existsSync(path) ? path : null;
    },
    async verify(progress) {
      const paths = await listFiles(home);
      const broken: { sha256: string; found: string | null }[] = [];
      for (const [index, name] of paths.entries()) {
        const found = await hashOfFile(pathOfFile(home, name)).catch(() => null);
        if (found !== name) broken.push({ sha256: name, found });
        progress?.({ label: "files", done: index + 1, total: paths.length, unit: "files" });
      }
      return { checked: paths.length, broken };
    },
  };
}

/**
 * Moves a finished file to its place: it is on disk, then has its name, then the name is on disk. A copy
 * of the same size that stands there already is kept; one of another size is damaged and replaced.
 */
async function keep(home: string, temporary: string, sha256: Sha256, size: number): Promise<void> {
  const target = pathOfFile(home, sha256);
  const standing = await stat(target).catch(absent);
  if (standing?.size === size) {
    await rm(temporary, { force: true });
    return;
  }
  const folder = join(home, "files", sha256.slice(0, 2));
  if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) {
    await syncFolder(join(home, "files"));
    await syncFolder(home);
  }
  await rename(temporary, target);
  await syncFolder(folder);
}

/** Names of all stored files, in order. */
export async function listFiles(home: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const folder of (await readdir(join(home, "files")).catch(() => [])).sort())
    for (const name of (await readdir(join(home, "files", folder)).catch(() => [])).sort())
      if (isSha256(name)) names.push(name);
  return names;
}

/** Removes what a process that was killed left half written. Only the owner of the folder may call it. */
export const sweepTemporary = (home: string): Promise<void> =>
  rm(join(home, "tmp"), { recursive: true, force: true });

const markOf = (home: string, sha256: string): string => join(home, "underway", sha256);

/**
 * Takes away the files that a process put and of which, when it was killed, no record spoke yet. Looks at those
 * alone: what else lies in the folder is left. Only the owner of the folder may call it, before it puts anything.
 *
 * @returns the names of the files taken away
 */
export async function sweepUnderWay(
  home: string,
  isReferred: (sha256: Sha256) => Promise<boolean>,
): Promise<readonly Sha256[]> {
  const swept: Sha256[] = [];
  for (const name of (await readdir(join(home, "underway")).catch(absent)) ?? []) {
    if (!isSha256(name)) continue;
    if (!(await isReferred(name as Sha256))) {
      await rm(pathOfFile(home, name), { force: true });
      swept.push(name as Sha256);
    }
    await rm(markOf(home, name), { force: true });
  }
  return swept;
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

/** Makes the names in a folder survive a loss of power; where the system cannot sync a folder, it is left at that. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!["EPERM", "EINVAL", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    await handle.close();
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** Opens the file when it is first read: a stream opened earlier would fail where nobody listens yet. */
async function* piecesOf(path: string): AsyncIterable<Uint8Array> {
  yield* createReadStream(path);
}
