import { fail, problem, type Result } from "#kernel";
import type { SourceFile } from "#records";
import type { Effects } from "../../effects.ts";
import type { Work } from "../../use-case.ts";
import { type MicrodataReading, readMicrodata } from "../read-microdata.ts";

/** A file of rows as it was brought: its columns, and what the file says of them. */
export type GivenRows = MicrodataReading;

/** Reads a file that was brought before. */
export async function givenRows(
  effects: Effects,
  source: Pick<SourceFile, "sha256" | "name">,
  work: Work = {},
): Promise<Result<GivenRows>> {
  const { files } = effects.store;
  const path = await files.path(source.sha256);
  const bytes = path === null ? null : await files.read(source.sha256);
  if (path === null || bytes === null)
    return fail(
      problem(
        "app.file-lost",
        `The file ${source.name} could not be read back from the store. Nothing was kept; bring it again.`,
        { file: source.name },
      ),
    );
  return readMicrodata({ name: source.name, path, bytes }, () => work.signal?.aborted !== true);
}
