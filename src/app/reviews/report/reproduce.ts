// Makes every number of a report again from the log in an archive, on any machine and without a store.

import { fail, type Language, ok, type Problem, problem, type Result } from "#kernel";
import {
  applyEvent,
  emptyReview,
  type NumberDifference,
  numberDifferences,
  type ReviewState,
  reportNumbers,
} from "#reviews";
import { partsOfLog } from "./archive-parts.ts";
import { documentHash } from "./publish-report.ts";
import { readArchive } from "./read-archive.ts";

export type ReproducedEdition = {
  readonly edition: number;
  readonly event: number;
  /** Hash of the log up to that event, as the published edition shows it. */
  readonly log: string;
  readonly numbers: number;
  /** Numbers the edition froze that the log gives otherwise. */
  readonly differences: readonly NumberDifference[];
  /** Whether each document is the same to the letter; other versions of the code may word it otherwise. */
  readonly documents: readonly { readonly language: Language; readonly same: boolean }[];
};

export type Reproduced = {
  readonly review: string;
  readonly title: string;
  readonly events: number;
  readonly log: string;
  readonly codeVersion: { readonly archive: string; readonly here: string };
  readonly editions: readonly ReproducedEdition[];
  /** Numbers of files in the archive that the log gives otherwise. */
  readonly stated: readonly { readonly name: string; readonly differences: readonly NumberDifference[] }[];
  readonly faults: readonly Problem[];
  /** Nothing drifted. */
  readonly same: boolean;
};

/**
 * @param codeVersion of this program; documents are compared to the letter only where it made them
 * @returns problems where the archive cannot be read at all; differences are part of the answer
 */
export function reproduceArchive(bytes: Uint8Array, file: string, codeVersion: string): Result<Reproduced> {
  const read = readArchive(bytes, file);
  if (!read.ok) return read;
  const { head, events, log, hashes, parts, stated } = read.value;
  const faults = [...read.value.faults];
  const state = emptyReview(head.review);
  const made = new Map<
    number,
    { readonly numbers: ReturnType<typeof reportNumbers>; readonly hashes: Hashes }
  >();
  const wanted = new Map(
    events.flatMap(({ act }) => (act.kind === "report.published" ? [[act.event, act] as const] : [])),
  );
  for (const event of events) {
    try {
      applyEvent(state, event);
    } catch {
      return fail(
        problem(
          "app.archive-log-unreadable",
          `Event ${event.number} of the log does not follow from those before it. Nothing can be computed.`,
          { file, line: event.number },
        ),
      );
    }
    const edition = wanted.get(event.number);
    if (edition)
      made.set(edition.edition, {
        numbers: reportNumbers(state),
        hashes: hashesOf(state, edition.languages, edition.edition),
      });
  }
  const editions = state.report.editions.map((one): ReproducedEdition => {
    const again = made.get(one.edition);
    return {
      edition: one.edition,
      event: one.event,
      log: one.log,
      numbers: Object.keys(one.numbers).length,
      differences: numberDifferences(one.numbers, again?.numbers ?? {}),
      documents: one.documents.map(({ language, sha256 }) => ({
        language,
        same: again?.hashes.get(language) === sha256,
      })),
    };
  });
  const now = reportNumbers(state);
  const files = [...stated].map(([name, numbers]) => ({
    name,
    differences: numberDifferences(
      numbers,
      name === "now" ? now : (made.get(Number(name.slice("edition-".length)))?.numbers ?? {}),
    ),
  }));
  const changedPart = (message: string) =>
    faults.push(problem("app.archive-part-changed", message, { file }));
  for (const one of state.report.editions)
    if (one.log !== (hashes[one.event - 1] ?? null))
      faults.push(
        problem(
          "app.archive-log-changed",
          `Edition ${one.edition} froze another log than this one: its hash up to event ${one.event} was ${one.log.slice(0, 12)}….`,
          { file, line: one.event },
        ),
      );
  for (const name of [...state.report.editions.map(({ edition }) => `edition-${edition}`), "now"])
    if (!stated.has(name)) changedPart(`The numbers "${name}" that every such archive holds are not in it.`);
  if (head.title !== state.members.title)
    changedPart(`The archive is called "${head.title}", and the review of its log "${state.members.title}".`);
  if (head.codeVersion === codeVersion)
    for (const [name, bytes] of Object.entries(partsOfLog(state)))
      if (!sameBytes(parts[name], bytes)) changedPart(`"${name}" is not what the log gives.`);
  const isSameCode = head.codeVersion === codeVersion;
  const changed = editions.filter(
    (one) =>
      isSameCode &&
      state.report.editions[one.edition - 1]?.codeVersion === codeVersion &&
      one.documents.some(({ same }) => !same),
  );
  for (const { edition } of changed)
    faults.push(
      problem("app.archive-document-changed", `The document of edition ${edition} is not the one it froze.`, {
        file,
      }),
    );
  return ok({
    review: head.review,
    title: head.title,
    events: events.length,
    log,
    codeVersion: { archive: head.codeVersion, here: codeVersion },
    editions,
    stated: files,
    faults,
    same: faults.length === 0 && [...editions, ...files].every(({ differences }) => differences.length === 0),
  });
}

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a?.length === b.length && b.every((byte, at) => byte === a[at]);

type Hashes = ReadonlyMap<Language, string>;

const hashesOf = (state: ReviewState, languages: readonly Language[], edition: number): Hashes =>
  new Map(languages.map((language) => [language, documentHash(state, language, edition)]));
