// What all test files of one run share, in a folder that goes at its end: prepared data folders
// (test/prepared-folders.ts), and the compiled modules of the hundreds of processes that the tests start.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let folder;

export function setup() {
  folder = mkdtempSync(join(tmpdir(), "socle-test-run-"));
  process.env.SOCLE_TEST_RUN = folder;
  process.env.NODE_COMPILE_CACHE ??= join(folder, "compiled");
}

export function teardown() {
  rmSync(folder, { recursive: true, force: true });
}
