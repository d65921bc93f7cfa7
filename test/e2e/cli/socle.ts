// bin/socle as a process, with what it printed where.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..", "..");
const program = join(root, "bin", "socle");

export type Said = { readonly status: number | null; readonly out: string; readonly err: string };

type Surroundings = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> };

export function begin(args: readonly string[], { cwd = root, env = {} }: Surroundings = {}): ChildProcess {
  const given = { ...process.env, ...env };
  for (const name of ["DATABASE_URL", "SOCLE_PORT", "SOCLE_HOST", "SOCLE_ADDRESS", "SOCLE_DEBUG"])
    if (!(name in env)) delete given[name];
  return spawn(program, args, { cwd, env: given, stdio: ["ignore", "pipe", "pipe"] });
}

export function ended(child: ChildProcess): Promise<Said> {
  let out = "";
  let err = "";
  child.stdout!.setEncoding("utf8").on("data", (text) => (out += text));
  child.stderr!.setEncoding("utf8").on("data", (text) => (err += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}

export const socle = (args: readonly string[], around?: Surroundings): Promise<Said> =>
  ended(begin(args, around));

/** A process starts in a second; on a busy machine with one core to share, in many. */
export const patience = 240_000;

/** The one JSON document on standard output; a second one, or words beside it, is a failure. */
export const json = <T = Record<string, unknown>>(said: Said): T => JSON.parse(said.out) as T;

/** A folder that goes when the tests end. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "socle-cli-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
