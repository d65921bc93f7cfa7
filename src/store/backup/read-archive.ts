import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { fail, ok, problem, type Result } from "#kernel";
import { messageOf } from "../migrate.ts";
import type { Progress } from "../store.ts";
import { type BackupManifest, manifestName } from "./manifest.ts";

const memberPath = /^(catalogue\/[a-z_]+\.jsonl|files\/[0-9a-f]{2}\/[0-9a-f]{64})$/;

/**
 * Unpacks a backup into a folder and checks every hash on the way. A member the manifest does not name, or
 * names otherwise, is a problem; so is one that is missing at the end.
 */
export async function readArchive(
  file: string,
  into: string,
  progress?: Progress,
): Promise<Result<BackupManifest>> {
  const unusable = (why: string) =>
    fail(
      problem(
        "store.backup-unusable",
        `${file} cannot be restored: ${why}. Nothing was changed. Check the copy against the SHA-256 that "socle backup" printed, or use another backup.`,
        { file },
      ),
    );
  // A stream that breaks off in the middle of a member never ends that member: whoever reads it is told.
  const broken = new AbortController();
  let manifest: BackupManifest | null = null;
  const missing = new Set<string>();
  try {
    const archive = extract();
    const source = createReadStream(file);
    const fed = (await isCompressed(file))
      ? pipeline(source, createGunzip(), archive)
      : pipeline(source, archive);
    fed.catch((error: unknown) => broken.abort(error));
    let done = 0;
    for await (const entry of archive) {
      const { name } = entry.header;
      if (manifest === null) {
        if (name !== manifestName)
          return unusable("it is not a backup of Socle (it does not begin with a manifest)");
        const chunks: Uint8Array[] = [];
        for await (const chunk of entry) chunks.push(chunk as Uint8Array);
        manifest = JSON.parse(Buffer.concat(chunks).toString("utf8")) as BackupManifest;
        if (manifest.format !== "socle-backup") return unusable("it is not a backup of Socle");
        if (manifest.formatVersion !== 1)
          return unusable(`it has format ${String(manifest.formatVersion)}, and this version knows format 1`);
        for (const member of manifest.members) missing.add(member.path);
        continue;
      }
      const member = manifest.members.find((one) => one.path === name);
      if (!member || !missing.delete(name) || !memberPath.test(name))
        return unusable(`it holds "${name}", which its manifest does not expect`);
      const hash = createHash("sha256");
      const counted = new Transform({
        transform(chunk: Uint8Array, _, next) {
          hash.update(chunk);
          done += chunk.byteLength;
          next(null, chunk);
        },
      });
      await mkdir(dirname(join(into, name)), { recursive: true, mode: 0o700 });
      await pipeline(
        entry,
        counted,
        createWriteStream(join(into, name), { flags: "wx", mode: 0o600, flush: true }),
        { signal: broken.signal },
      );
      if (hash.digest("hex") !== member.sha256)
        return unusable(`"${name}" does not have the hash its manifest states`);
      progress?.({ label: "restore", done, total: null, unit: "bytes" });
    }
    await fed;
  } catch (error) {
    return unusable(messageOf(broken.signal.aborted ? broken.signal.reason : error));
  }
  if (manifest === null) return unusable("it is empty");
  if (missing.size > 0)
    return unusable(`${missing.size} of its files are missing, the first is "${[...missing][0]}"`);
  return ok(manifest);
}

async function isCompressed(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
