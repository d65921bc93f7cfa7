import { type Problem, problem } from "#kernel";

/**
 * Thrown where a stored file turns out absent, damaged or impossible to write in the middle of work that
 * has no other way to say so, such as a query. Whoever answers people gives them `problem`; everybody else
 * may treat it as any failure.
 */
export class StoreFailure extends Error {
  readonly problem: Problem;
  constructor(found: Problem, cause?: unknown) {
    super(found.message, { cause });
    this.problem = found;
  }
}

const text = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What the engine says of a file it cannot make sense of; its other errors are defects of ours. */
const damage =
  /magic bytes|parquet|No files found|No such file|Cannot open file|Could not read|decompress|thrift|TProtocol|corrupt|end of file|snappy|zstd/i;

/** Whether an error of the engine comes of a file that is gone or damaged. */
export const isDamage = (error: unknown): boolean => error instanceof Error && damage.test(error.message);

/** An error of the engine as what it means for the release, where a file is the cause; else the error itself. */
export const ofRelease = (release: string, error: unknown): unknown =>
  isDamage(error) ? new StoreFailure(unreadable(release), error) : error;

export const unreadable = (release: string): Problem =>
  problem(
    "releases.file-unreadable",
    `The figures of release ${release} cannot be read: its file is absent from the data folder, or damaged. What else is here is not touched. "socle verify" names the file; put it back from a backup.`,
  );

/** Errors of the system about room and rights as problems; null for all others. */
export function problemOfSystem(error: unknown): Problem | null {
  if (error instanceof StoreFailure) return error.problem;
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  if (
    ["ENOSPC", "EDQUOT"].includes(code) ||
    /No space left on device|not enough disk space/i.test(text(error))
  )
    return problem(
      "store.disk-full",
      "There is no room left on the disk of the data folder. Nothing was changed by halves; make room, then try again.",
    );
  return code === "EROFS" || /Read-only file system/i.test(text(error)) ? notWritable : null;
}

const notWritable = problem(
  "store.not-writable",
  "The data folder may not be written to. Give the user that runs Socle the right to write in it, or choose another with SOCLE_HOME. Nothing was changed.",
);

/** The same for an error that is certain to be of the data folder, where a refused right is one of the folder's. */
export const problemOfFolder = (error: unknown): Problem | null =>
  ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException | null)?.code ?? "")
    ? notWritable
    : problemOfSystem(error);
