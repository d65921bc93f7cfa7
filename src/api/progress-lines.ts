// Long work answered line by line (NDJSON): `{"progress":…}` as it goes on, then one last line with
// `{"result":…}` or `{"problems":[…]}`. The status is 200 as soon as the first line is sent, so the last
// line, not the status, says how it ended.

import { PassThrough, type Readable } from "node:stream";
import type { Work } from "#app";
import type { Problem, Result } from "#kernel";

type Progress = NonNullable<Work["progress"]>;

const betweenLinesMs = 200;

/**
 * @param work called with a progress function; at most five lines a second are sent, and every first one
 *   of a new step
 * @param failed makes a problem of a thrown error, which must not break the form of the lines
 */
export function progressLines(
  work: (progress: Progress) => Promise<Result<unknown>>,
  failed: (error: unknown) => Problem,
): Readable {
  const lines = new PassThrough();
  const say = (line: unknown) => {
    if (!lines.destroyed) lines.write(`${JSON.stringify(line)}\n`);
  };
  let label = "";
  let last = 0;
  const progress: Progress = (step) => {
    const now = performance.now();
    if (step.label === label && now - last < betweenLinesMs) return;
    label = step.label;
    last = now;
    say({ progress: step });
  };
  work(progress)
    .then((result) => say(result.ok ? { result: result.value } : { problems: result.problems }))
    .catch((error: unknown) => say({ problems: [failed(error)] }))
    .finally(() => lines.end());
  return lines;
}
