// A data folder of its own with the store's files in it, for tests and benchmarks of releases.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Files } from "#store";
import { storedFiles } from "../../../src/store/stored-files.ts";

export async function temporaryHome(parent: string = tmpdir()): Promise<{
  readonly home: string;
  readonly files: Files;
  remove(): Promise<void>;
}> {
  const home = await mkdtemp(join(parent, "socle-releases-"));
  await mkdir(join(home, "tmp"), { recursive: true });
  const files = storedFiles(home, () => Promise.resolve(true));
  return { home, files, remove: () => rm(home, { recursive: true, force: true }) };
}
