import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";
import { fail, ok, problem, type Result, type Sha256 } from "#kernel";
import type { Database } from "../database.ts";
import { appliedMigrations, messageOf } from "../migrate.ts";
import type { Progress } from "../store.ts";
import { listFiles, pathOfFile, syncFolder } from "../stored-files.ts";
import { dumpCatalogue } from "./dump-catalogue.ts";
import { type BackupManifest, codeVersion, fileMember, manifestName, tableMember } from "./manifest.ts";

type Member = {
  readonly path: string;
  readonly from: string;
  readonly bytes: number;
  readonly sha256: string;
};

class Damaged extends Error {
  readonly member: Member;
  constructor(member: Member) {
    super(member.path);
    this.member = member;
  }
}

/**
 * Writes one archive (tar; compressed where the name ends in `.gz` or `.tgz`): a manifest with every hash,
 * the catalogue as lines of JSON, every stored file. The catalogue is read first, in one moment; the files
 * after it: they never change, and what the catalogue speaks of is on disk before the catalogue speaks of
 * it. Each byte is hashed on the way; a damaged file stops the backup. The archive gets its name when it is
 * whole and on disk. Memory: bounded, whatever the size. Disk: the catalogue once more, while it runs.
 */
export async function backupStore(
  store: { readonly db: Database; readonly home: string; readonly now: () => string },
  toFile: string,
  progress?: Progress,
): Promise<Result<{ readonly bytes: number; readonly sha256: Sha256 }>> {
  const target = resolve(toFile);
  const dump = join(store.home, "tmp", `backup-${randomUUID()}`);
  const unfinished = `${target}.${randomUUID().slice(0, 8)}.unfinished`;
  try {
    await mkdir(dump, { recursive: true, mode: 0o700 });
    const created = store.now();
    const schema = (await appliedMigrations(store.db)).at(-1) ?? "";
    const tables = await dumpCatalogue(store.db, dump);
    const members: Member[] = tables.map(({ name, path, bytes, sha256 }) => ({
      path: tableMember(name),
      from: path,
      bytes,
      sha256,
    }));
    for (const sha256 of await listFiles(store.home)) {
      const from = pathOfFile(store.home, sha256);
      members.push({ path: fileMember(sha256), from, bytes: (await stat(from)).size, sha256 });
    }
    const manifest: BackupManifest = {
      format: "socle-backup",
      formatVersion: 1,
      codeVersion: codeVersion(),
      created,
      schema,
      tables: tables.map(({ name, rows }) => ({ name, rows })),
      members: members.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    };
    const written = await writeArchive(unfinished, /\.t?gz$/.test(target), manifest, members, progress);
    await rename(unfinished, target);
    await syncFolder(dirname(target));
    return ok(written);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Damaged)
      return fail(
        problem(
          "store.file-damaged",
          `The stored file ${error.member.sha256} no longer holds the bytes it is named after, so a backup would carry the damage on. Nothing was written. "socle verify" lists every such file; restore it from an earlier backup.`,
          { file: error.member.from },
        ),
      );
    const code = (error as NodeJS.ErrnoException).code;
    if (
      code === "ENOENT" ||
      code === "EACCES" ||
      code === "ENOSPC" ||
      code === "EISDIR" ||
      code === "ENOTDIR"
    )
      return fail(
        problem(
          "store.backup-not-written",
          `The backup ${target} could not be written: ${messageOf(error)}. Choose a folder that exists, may be written to and has room enough.`,
          { file: target },
        ),
      );
    throw error;
  } finally {
    await rm(dump, { recursive: true, force: true });
  }
}

async function writeArchive(
  path: string,
  isCompressed: boolean,
  manifest: BackupManifest,
  members: readonly Member[],
  progress?: Progress,
): Promise<{ readonly bytes: number; readonly sha256: Sha256 }> {
  const archive = pack();
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  const sink = createWriteStream(path, { flags: "wx", mode: 0o600 });
  const written = isCompressed
    ? pipeline(archive, createGzip({ level: 1 }), counted, sink)
    : pipeline(archive, counted, sink);
  const filled = fill(archive, manifest, members, progress).catch((error: Error) => {
    archive.destroy(error);
    throw error;
  });
  // Whichever fails first is the reason; the other fails with it.
  await Promise.all([filled, written]);
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
  return { bytes, sha256: hash.digest("hex") as Sha256 };
}

async function fill(
  archive: ReturnType<typeof pack>,
  manifest: BackupManifest,
  members: readonly Member[],
  progress?: Progress,
): Promise<void> {
  const total = members.reduce((sum, member) => sum + member.bytes, 0);
  let done = 0;
  archive.entry({ name: manifestName }, JSON.stringify(manifest, null, 1));
  for (const member of members) {
    const hash = createHash("sha256");
    const checked = new Transform({
      transform(chunk: Uint8Array, _, next) {
        hash.update(chunk);
        done += chunk.byteLength;
        next(null, chunk);
      },
    });
    const entry = archive.entry({ name: member.path, size: member.bytes });
    await pipeline(createReadStream(member.from), checked, entry);
    if (hash.digest("hex") !== member.sha256) throw new Damaged(member);
    progress?.({ label: "backup", done, total, unit: "bytes" });
  }
  archive.finalize();
}
