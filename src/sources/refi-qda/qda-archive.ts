// A .qdpx archive, checked before anything is unfolded: how much it unfolds to, names that lead out of it, what
// project it holds. Recordings and pictures stay as they are.

import { unzipSync } from "fflate";
import { fail, ok, type Problem, problem, type Result } from "#kernel";

export type QdaLimits = {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes its texts and its project may unfold to. */
  readonly unfoldedBytes: number;
  readonly parts: number;
  /** Elements nested in each other; codes are. */
  readonly depth: number;
};

export const qdaLimits: QdaLimits = {
  bytes: 500_000_000,
  unfoldedBytes: 500_000_000,
  parts: 20_000,
  depth: 200,
};

export type QdaArchive = {
  /** Bytes of the project file. */
  readonly project: Uint8Array;
  /** The folder it stands in, with a slash at its end, or nothing. */
  readonly folder: string;
  /** Texts by their names as the archive has them. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
};

/** Text compresses five- to twenty-fold; a hundredfold is a bomb unless the part is small. */
const largestRatio = 200;
const smallPart = 1_000_000;

const isProject = (name: string): boolean => /\.qde$/i.test(name);
/** Some programs leave the ending away. */
const isText = (name: string): boolean => /(?:\.(?:txt|text|md)|(?:^|\/)[^./]+)$/i.test(name);
const leadsOut = (name: string): boolean =>
  name.startsWith("/") || /^[a-z]:/i.test(name) || name.split(/[\\/]/).includes("..") || name.includes("\0");

export function qdaArchive(bytes: Uint8Array, file: string, limits: QdaLimits): Result<QdaArchive> {
  const at = { file };
  const names: string[] = [];
  const unsafe: string[] = [];
  let total = 0;
  let bomb: string | null = null;
  try {
    // The filter refuses every part, so nothing is unfolded.
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (leadsOut(name)) unsafe.push(name);
        else names.push(name);
        if (!isProject(name) && !isText(name)) return false;
        total += originalSize;
        if (originalSize > smallPart && originalSize > size * largestRatio) bomb = name;
        return false;
      },
    });
  } catch {
    return fail(damaged(file));
  }
  if (bomb !== null || total > limits.unfoldedBytes || names.length > limits.parts)
    return fail(
      problem(
        "sources.qda-too-large",
        `${file} unfolds to ${total} bytes in ${names.length} parts${bomb === null ? "" : ` (${bomb} more than ${largestRatio}-fold)`}; the limits are ${limits.unfoldedBytes} bytes and ${limits.parts} parts. It was not opened.`,
        at,
      ),
    );
  // Some programs put everything into a folder; the project that lies highest counts.
  const depthOf = (name: string) => name.split("/").length;
  const [main] = names
    .filter(isProject)
    .sort(
      (a, b) =>
        depthOf(a) - depthOf(b) || (/project\.qde$/i.test(a) ? 0 : 1) - (/project\.qde$/i.test(b) ? 0 : 1),
    );
  if (main === undefined)
    return fail(
      problem(
        "sources.qda-format-unknown",
        `${file} is an archive without a project.qde, so it is no REFI-QDA project. Export the project anew as REFI-QDA (.qdpx).`,
        at,
      ),
    );
  const wanted = new Set(names.filter((name) => name === main || isText(name)));
  let parts: Record<string, Uint8Array>;
  try {
    // Each part is unfolded into a buffer of the announced size, so a directory that lies cannot exceed it.
    parts = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
  } catch {
    return fail(damaged(file));
  }
  return ok({
    project: parts[main]!,
    folder: main.slice(0, main.lastIndexOf("/") + 1),
    texts: new Map(Object.entries(parts).filter(([name]) => name !== main)),
    problems: unsafe.map((name) =>
      problem(
        "sources.qda-unsafe-name",
        `${file} holds a file called "${name.replaceAll("\0", "").slice(0, 80)}", which leads out of the archive. It was not looked at. Ask where the file comes from.`,
        at,
      ),
    ),
  });
}

const damaged = (file: string): Problem =>
  problem(
    "sources.qda-damaged",
    `${file} begins like an archive and cannot be opened. It may have been cut off while downloading; export or download it again.`,
    { file },
  );
