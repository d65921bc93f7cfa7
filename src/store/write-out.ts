import { randomUUID } from "node:crypto";
import { link, open, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fail, ok, problem, type Result } from "#kernel";
import { messageOf } from "./migrate.ts";

/**
 * Writes a download to a path of this machine. The file appears whole or not at all, and never in place of
 * another. Cost: one pass over the bytes and a sync.
 */
export async function writeOut(
  path: string,
  stream: AsyncIterable<Uint8Array>,
): Promise<Result<{ readonly bytes: number }>> {
  const target = resolve(path);
  const unfinished = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}`);
  let bytes = 0;
  try {
    const file = await open(unfinished, "wx");
    try {
      for await (const chunk of stream) {
        await file.writeFile(chunk);
        bytes += chunk.byteLength;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    // Unlike a rename, a link never replaces what stands there.
    await link(unfinished, target);
    return ok({ bytes });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "EEXIST")
      return fail(
        problem(
          "store.output-exists",
          `${target} exists already, and a download never replaces a file. Choose another name, or move that file away.`,
          { file: target },
        ),
      );
    if (["ENOENT", "ENOTDIR", "EACCES", "EPERM", "ENOSPC", "EROFS", "EISDIR", "ENAMETOOLONG"].includes(code))
      return fail(
        problem(
          "store.output-not-written",
          `${target} could not be written: ${messageOf(error)}. Choose a folder that exists, may be written to and has room enough.`,
          { file: target },
        ),
      );
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}
