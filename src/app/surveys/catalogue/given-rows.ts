import { stat } from "node:fs/promises";
import { fail, problem, type Result } from "#kernel";
import type { Effects } from "../../effects.ts";
import type { Work } from "../../use-case.ts";
import { type MicrodataReading, readMicrodata } from "../read-microdata.ts";
import type { GivenFile } from "./brought-files.ts";

/** Largest file that is read in memory; Parquet is read by the engine and has no such limit. */
const mostBytes = 512_000_000;
const headBytes = 1_024;

/** Reads a file that was brought before: its columns, and what the file says of them. */
export async function givenRows(
  effects: Effects,
  { sha256, name }: GivenFile,
  work: Work = {},
): Promise<Result<MicrodataReading>> {
  const { files } = effects.store;
  const path = await files.path(sha256);
  const head = path === null ? null : await files.readHead(sha256, headBytes);
  if (path === null || head === null)
    return fail(
      problem(
        "app.file-lost",
        `The file ${name} could not be read back from the store. Nothing was kept; bring it again.`,
        { file: name },
      ),
    );
  const isParquet = new TextDecoder("latin1").decode(head.head.subarray(0, 4)) === "PAR1";
  const { size } = await stat(path);
  if (!isParquet && size > mostBytes)
    return fail(
      problem(
        "app.file-too-large",
        `${name} has ${size} bytes; a file of rows that is not Parquet may have ${mostBytes}. Save it as Parquet, which the engine reads without taking it into memory. Nothing was kept.`,
        { file: name },
      ),
    );
  const bytes = isParquet ? head.head : ((await files.read(sha256)) ?? head.head);
  return readMicrodata({ name, path, bytes }, (done, total) => {
    work.progress?.({ label: `reading ${name}`, done, total, unit: "characters" });
    return work.signal?.aborted !== true;
  });
}
