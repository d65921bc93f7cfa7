// An archive as a stranger may have made it: nothing is unfolded before its size is known to be bearable,
// nothing is believed before its shape is checked.

import { strFromU8, unzipSync } from "fflate";
import { ReviewEventShape } from "#contract";
import { fail, failAll, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import type { ReportNumbers, ReviewEvent } from "#records";
import { sha256Of } from "../../canonical-json.ts";
import { type ArchiveHead, ArchiveHeadShape, archiveNames } from "./archive-format.ts";
import { chainBegin, chained } from "./log-chain.ts";

export const archiveLimits = {
  bytes: 500_000_000,
  unfoldedBytes: 1_000_000_000,
  parts: 20_000,
  /** Text folds five- to thirty-fold; logs of equal acts a little more. */
  ratio: 400,
  smallPart: 1_000_000,
  lineBytes: 20_000_000,
  depth: 40,
} as const;

export type ReadArchive = {
  readonly head: ArchiveHead;
  readonly events: readonly ReviewEvent[];
  /** The chained hash as computed here. */
  readonly log: Sha256;
  /** The chained hash after each event, by its number. */
  readonly hashes: readonly Sha256[];
  /** Every part, by its name. */
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Numbers as the archive states them, by the name of the file. */
  readonly stated: ReadonlyMap<string, ReportNumbers>;
  /** Where the log, or a part beside it, is not what was archived. */
  readonly faults: readonly Problem[];
};

const tooLarge = (file: string, why: string) =>
  fail(
    problem("app.archive-too-large", `${file} was not opened: ${why}. It is no archive of a review.`, {
      file,
    }),
  );

const noArchive = (file: string, why: string) =>
  fail(
    problem(
      "app.archive-unreadable",
      `${file} is no archive of a review: ${why}. Take the archive anew from the page of the report.`,
      { file },
    ),
  );

/** Nothing is unfolded before all of it is known to be bearable. */
function unfolded(bytes: Uint8Array, file: string): Result<Readonly<Record<string, Uint8Array>>> {
  if (bytes.length > archiveLimits.bytes) return tooLarge(file, `${bytes.length} bytes are too many`);
  let parts = 0;
  let total = 0;
  let bomb: string | null = null;
  const look = (name: string, size: number, originalSize: number) => {
    parts++;
    total += originalSize;
    if (originalSize > archiveLimits.smallPart && originalSize > size * archiveLimits.ratio) bomb = name;
  };
  try {
    // The filter refuses every part, so nothing is unfolded.
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        look(name, size, originalSize);
        return false;
      },
    });
    if (bomb !== null) return tooLarge(file, `"${bomb}" unfolds more than ${archiveLimits.ratio}-fold`);
    if (parts > archiveLimits.parts || total > archiveLimits.unfoldedBytes)
      return tooLarge(file, `it unfolds to ${total} bytes in ${parts} parts`);
    return ok(unzipSync(bytes));
  } catch {
    return noArchive(file, "it is damaged or no zip file");
  }
}

/** How deep brackets are nested; strings left out. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{" || sign === "[") deepest = Math.max(deepest, ++depth);
    else if (sign === "}" || sign === "]") depth--;
  }
  return deepest;
}

function parsed(text: string): unknown {
  if (text.length > archiveLimits.lineBytes || depthOf(text) > archiveLimits.depth) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isNumbers = (value: unknown): value is ReportNumbers =>
  value !== null &&
  typeof value === "object" &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => one === null || typeof one === "number");

const isNumbersName = (name: string): boolean => /^numbers\/[\w.-]{1,60}\.json$/.test(name);

/** Parts that are not those the head names, or that it does not name. */
function changedParts(head: ArchiveHead, parts: Readonly<Record<string, Uint8Array>>, file: string) {
  if (head.files === undefined) return [];
  const listed = new Map(Object.entries(head.files));
  const changed = (name: string, what: string) =>
    problem("app.archive-part-changed", `"${name}" ${what} after the archive was made.`, { file });
  return [
    ...[...listed].flatMap(([name, sha256]) => {
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (part === undefined) return [changed(name, "was taken out")];
      return sha256Of(part) === sha256 ? [] : [changed(name, "was changed")];
    }),
    ...Object.keys(parts)
      .filter((name) => name !== archiveNames.head && !listed.has(name))
      .map((name) => changed(name, "was put in")),
  ];
}

export function readArchive(bytes: Uint8Array, file: string): Result<ReadArchive> {
  const parts = unfolded(bytes, file);
  if (!parts.ok) return parts;
  const head = ArchiveHeadShape.safeParse(
    parsed(strFromU8(parts.value[archiveNames.head] ?? new Uint8Array())),
  );
  if (!head.success) return noArchive(file, "review.json is missing or says something else");
  const lines = strFromU8(parts.value[archiveNames.log] ?? new Uint8Array())
    .split("\n")
    .filter((line) => line !== "");
  const events: ReviewEvent[] = [];
  const faults: Problem[] = [];
  const wrong: Problem[] = [];
  const hashes: Sha256[] = [];
  let hash = chainBegin(head.data.review);
  for (const [at, line] of lines.entries()) {
    const value = parsed(line) as { readonly chain?: unknown; readonly event?: unknown } | null | undefined;
    const event = ReviewEventShape.safeParse(value?.event);
    if (!event.success || event.data.number !== at + 1) {
      wrong.push(
        problem(
          "app.archive-log-unreadable",
          event.success
            ? `Line ${at + 1} of the log holds event ${event.data.number}: an event was left out or put in.`
            : `Line ${at + 1} of the log holds no event that this version knows.`,
          { file, line: at + 1 },
        ),
      );
      if (wrong.length >= 20) break;
      continue;
    }
    // As it stands there and not as its shape would have it: the hash was made over every field.
    const raw = value?.event as ReviewEvent;
    hash = chained(hash, raw);
    if (hash !== value?.chain && faults.length === 0)
      faults.push(
        problem(
          "app.archive-log-changed",
          `The log was changed at event ${at + 1}, or before it something was left out: its hash is not the one written beside it.`,
          { file, line: at + 1 },
        ),
      );
    events.push(raw);
    hashes.push(hash);
  }
  if (wrong.length > 0) return failAll(wrong);
  if (events.length !== head.data.events || hash !== head.data.log)
    faults.push(
      problem(
        "app.archive-log-changed",
        `The log has ${events.length} events and the hash ${hash.slice(0, 12)}…; the archive says ${head.data.events} events and ${head.data.log.slice(0, 12)}….`,
        { file },
      ),
    );
  const stated = new Map<string, ReportNumbers>();
  for (const [name, content] of Object.entries(parts.value)) {
    if (!isNumbersName(name)) continue;
    const numbers = parsed(strFromU8(content));
    if (!isNumbers(numbers)) return noArchive(file, `${name} holds no numbers`);
    stated.set(name.slice(archiveNames.numbers.length, -".json".length), numbers);
  }
  faults.push(...changedParts(head.data, parts.value, file));
  return ok({ head: head.data, events, log: hash, hashes, parts: parts.value, stated, faults });
}
