// Files by hash in a temporary folder: what the releases need of the store, for tests and benchmarks.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sha256 } from "#kernel";
import type { Files } from "#store";

export async function temporaryHome(): Promise<{
  readonly home: string;
  readonly files: Files;
  remove(): Promise<void>;
}> {
  const home = await mkdtemp(join(tmpdir(), "socle-releases-"));
  await mkdir(join(home, "tmp"), { recursive: true });
  return { home, files: folderFiles(home), remove: () => rm(home, { recursive: true, force: true }) };
}

export function folderFiles(home: string): Files {
  const place = (sha256: string) => join(home, "files", sha256.slice(0, 2), sha256);
  const adopt = async (path: string) => {
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    const sha256 = hash.digest("hex") as Sha256;
    await mkdir(join(home, "files", sha256.slice(0, 2)), { recursive: true });
    await copyFile(path, `${place(sha256)}.new`);
    await rename(`${place(sha256)}.new`, place(sha256));
    return { sha256, bytes };
  };
  return {
    put: () => Promise.reject(new Error("not needed here")),
    putPath: adopt,
    read: async (sha256) => readFile(place(sha256)).catch(() => null),
    path: async (sha256) => {
      const found = place(sha256);
      return access(found).then(
        () => found,
        () => null,
      );
    },
    verify: () => Promise.reject(new Error("not needed here")),
  };
}
