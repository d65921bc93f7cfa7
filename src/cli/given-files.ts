// Files named on the command line: whether they are there, and their bytes where they are read here.

import { access, constants, readFile, stat } from "node:fs/promises";
import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";

/** Largest file that is read into memory here; observations go by the engine and have no such limit. */
const mostBytes = 512_000_000;

function unreadable(path: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code;
  const why =
    code === "ENOENT" || code === "ENOTDIR"
      ? "there is no such file"
      : code === "EISDIR"
        ? "it is a folder"
        : `it cannot be read (${code})`;
  return problem("cli.file-unreadable", `${path}: ${why}. Check the path. Nothing was done.`, { file: path });
}

const folder = Object.assign(new Error("a folder"), { code: "EISDIR" });

/** The size of a file that can be opened. */
async function sizeOf(path: string): Promise<Result<number>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw folder;
    await access(path, constants.R_OK);
    return ok(found.size);
  } catch (error) {
    return fail(unreadable(path, error));
  }
}

/** Nothing, or a problem for each path that is no file one may read. */
export async function checkFiles(paths: readonly string[]): Promise<Result<null>> {
  const problems: Problem[] = [];
  for (const path of paths) {
    const size = await sizeOf(path);
    if (!size.ok) problems.push(...size.problems);
  }
  return problems.length > 0 ? failAll(problems) : ok(null);
}

export async function bytesOf(path: string): Promise<Result<Uint8Array>> {
  const size = await sizeOf(path);
  if (!size.ok) return size;
  if (size.value > mostBytes)
    return fail(
      problem(
        "cli.file-too-large",
        `${path} has ${size.value} bytes; at most ${mostBytes} can be read. Split it.`,
        { file: path },
      ),
    );
  try {
    return ok(await readFile(path));
  } catch (error) {
    return fail(unreadable(path, error));
  }
}
