// One process owns a data folder. The lock is a file that names its owner; it is created whole or not at
// all, and a lock left behind by a dead process is taken over by exactly one successor.

import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, problem, type Result } from "#kernel";
import { lifeOf, type ProcessIdentity, thisProcess } from "./process-identity.ts";

export type LockContent = ProcessIdentity & {
  readonly startedAt: string;
  /** Loopback address of the server that holds the folder, and the secret it accepts work with. */
  readonly address?: string;
  readonly token?: string;
  /** Tells this lock from any other, so that a successor removes the one it looked at. */
  readonly nonce: string;
};

export type FolderLock = {
  announce(server: { readonly address: string; readonly token: string }): Promise<void>;
  release(): Promise<void>;
};

const beat = 5_000;
/** A lock of another host (a container, a shared disk) counts as abandoned when untouched for this long. */
const silence = 60_000;

/**
 * Takes the lock of a data folder, or says who has it. Cost: a few file operations. Holds until `release`
 * or the end of the process.
 */
export async function lockFolder(home: string, now: () => string): Promise<Result<FolderLock>> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const path = join(home, "lock");
  let content: LockContent = {
    ...thisProcess(),
    startedAt: now(),
    nonce: randomBytes(8).toString("hex"),
  };
  const owner = await acquire(path, content);
  if (owner) return fail(problem("store.folder-in-use", inUse(home, owner), { file: path }));
  const beating = setInterval(() => {
    const time = new Date();
    utimes(path, time, time).catch(() => undefined);
  }, beat);
  beating.unref();
  return ok({
    async announce({ address, token }) {
      content = { ...content, address, token };
      const temporary = await writeBeside(path, content);
      await rename(temporary, path);
    },
    async release() {
      clearInterval(beating);
      if ((await contentOf(path))?.nonce === content.nonce) await rm(path, { force: true });
    },
  });
}

/** Who holds a data folder, or null when nobody does (a lock left by a dead process counts as nobody). */
export async function readLock(home: string): Promise<LockContent | null> {
  const path = join(home, "lock");
  const content = await contentOf(path);
  return content && (await isHeld(path, content)) ? content : null;
}

/** Takes the lock at `path`; the content of the lock that stands in the way, or null when it is ours. */
async function acquire(path: string, content: LockContent): Promise<LockContent | null> {
  for (;;) {
    const temporary = await writeBeside(path, content);
    try {
      // A hard link appears with its content, or fails because there is one.
      await link(temporary, path);
      return null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      await rm(temporary, { force: true });
    }
    const standing = await contentOf(path);
    if (standing === null) continue;
    if (await isHeld(path, standing)) return standing;
    // The right to remove this one stale lock is a lock itself, named after it; so of two successors the
    // slower cannot remove what the faster has just put in place.
    const right = `${path}.${standing.nonce.slice(0, 16)}`;
    if ((await acquire(right, { ...content, nonce: randomBytes(8).toString("hex") })) !== null)
      return standing;
    try {
      if ((await contentOf(path))?.nonce === standing.nonce) await rm(path, { force: true });
    } finally {
      await rm(right, { force: true });
    }
  }
}

async function isHeld(path: string, content: LockContent): Promise<boolean> {
  const life = lifeOf(content);
  if (life !== "unknown") return life === "alive";
  const touched = await stat(path).catch(() => null);
  return touched !== null && Date.now() - touched.mtimeMs < silence;
}

async function writeBeside(path: string, content: LockContent): Promise<string> {
  const temporary = `${path}-${randomBytes(8).toString("hex")}`;
  const file = await open(temporary, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(content)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
}

async function contentOf(path: string): Promise<LockContent | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as LockContent;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    // Never written in part by this code; by hand or by a full disk. Nobody can be named as its owner.
    if (error instanceof SyntaxError)
      return { pid: 0, host: "", processStart: null, startedAt: "", nonce: "unreadable" };
    throw error;
  }
}

function inUse(home: string, owner: LockContent): string {
  if (owner.nonce === "unreadable")
    return `The lock file of the data folder ${home} cannot be read, so nobody knows who uses the folder. If no Socle process is running, delete the file "lock" in it and start again.`;
  const server = owner.address ? ` and serves it at ${owner.address}` : "";
  const host = owner.host === thisProcess().host ? "" : ` on ${owner.host}`;
  return owner.pid === process.pid && host === ""
    ? `The data folder ${home} is already open in this process since ${owner.startedAt}. Close that store first.`
    : `The data folder ${home} is in use: process ${owner.pid}${host} has held it since ${owner.startedAt}${server}. Two processes would damage the embedded catalogue. ${owner.address ? "Send the work to that server" : "Wait until it has finished"}, stop it, or choose another folder with SOCLE_HOME.`;
}
