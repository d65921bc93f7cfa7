// The archive of a review: its log with a chained hash, the protocol, records, texts that are open to
// everybody, the numbers of each edition and the version of the code that made them.

import { strToU8, type Zippable, zip } from "fflate";
import { fail, type Language, ok, problem, type Sha256 } from "#kernel";
import { type ReviewEvent, visitor } from "#records";
import {
  applyEvent,
  emptyReview,
  hiddenFrom,
  type ReviewState,
  reportDocument,
  reportNumbers,
  sayIn,
  selectedRecords,
} from "#reviews";
import { sha256Of } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import { mayReadSource, readableSources } from "../../readable.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { reviewEvents } from "../review-states.ts";
import { holdsWithheldWords } from "../withheld-words.ts";
import { type ArchiveHead, archiveFormat, archiveNames } from "./archive-format.ts";
import { json, partsOfLog } from "./archive-parts.ts";
import { archiveReadme } from "./archive-readme.data.ts";
import { chainBegin, chained } from "./log-chain.ts";

/** The log as lines, each with the hash after it, and the whole folded on the way. */
function logLines(review: string, events: readonly ReviewEvent[]) {
  let hash: Sha256 = chainBegin(review);
  const lines = events.map(({ number, key, at, by, via, act }) => {
    const event = { number, key, at, by, via, act };
    hash = chained(hash, event);
    return `${JSON.stringify({ chain: hash, event })}\n`;
  });
  return { bytes: strToU8(lines.join("")), hash };
}

/** The reports that were selected: the text where everybody may read it, else its hash alone. */
async function documentsOf(effects: Effects, state: ReviewState) {
  const { catalogue } = effects.store;
  const texts: Record<string, Uint8Array> = {};
  const list: object[] = [];
  const held = selectedRecords(state).flatMap(({ record }) =>
    record.document === null ? [] : [{ record: record.id, sha256: record.document }],
  );
  for (const { record, sha256 } of held) {
    const document = await catalogue.documents.bySource(sha256);
    const isOpen = document !== null && (await mayReadSource(catalogue, visitor, sha256));
    const text = isOpen ? document.text : null;
    if (text !== null) texts[`${archiveNames.texts}${sha256}.txt`] = strToU8(text);
    list.push({ record, sha256, text: text === null ? null : sha256Of(text) });
  }
  return { texts, list };
}

/** Numbers and documents of each edition, made from the log and not taken from what was kept. */
function editionParts(review: string, events: readonly ReviewEvent[], state: ReviewState): Zippable {
  const parts: Zippable = {};
  const past = emptyReview(review);
  const left = [...state.report.editions];
  for (const event of events) {
    applyEvent(past, event);
    for (; left[0]?.event === past.last; left.shift()) {
      const { edition, languages } = left[0];
      parts[`${archiveNames.numbers}edition-${edition}.json`] = json(reportNumbers(past));
      for (const language of languages)
        parts[`${archiveNames.reports}edition-${edition}.${language}.json`] = json(
          reportDocument(past, sayIn(language as Language), edition),
        );
    }
  }
  parts[`${archiveNames.numbers}now.json`] = json(reportNumbers(past));
  return parts;
}

export const downloadReviewArchive: RouteUseCase<"downloadReviewArchive"> = async (
  effects,
  actor,
  { id },
) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const events: ReviewEvent[] = [];
  for await (const event of reviewEvents(effects.store.catalogue, id)) events.push(event);
  const hidden = events.filter((event) => hiddenFrom(state, event, me)).length;
  if (hidden > 0)
    return fail(
      problem(
        "app.archive-would-unblind",
        `${hidden} acts of the review ${id} may not be seen yet, since people still work blind; an archive without them would not give its numbers. It can be taken once they are settled, or by the operator at the machine.`,
      ),
    );
  const withheld = events.filter((event) =>
    holdsWithheldWords(event, (source) => readable.has(source)),
  ).length;
  if (withheld > 0)
    return fail(
      problem(
        "app.archive-withheld",
        `${withheld} acts of the review ${id} quote reports that you may not read, and an archive without them would not give its numbers. Somebody who may read these reports can take it, or the operator at the machine.`,
      ),
    );
  const takesPart = me !== null || (actor.kind !== "visitor" && actor.role === "administrator");
  const abstracts = [...state.records.byId.values()].filter(
    ({ record, publishersAbstract }) => publishersAbstract && record.abstract !== null,
  ).length;
  // Abstracts belong to their publishers: who takes part reads them, and decides whom to give an archive.
  if (!takesPart && known.value.head.origin === "real" && abstracts > 0)
    return fail(
      problem(
        "app.archive-withheld",
        `The log of the review ${id} holds ${abstracts} abstracts that belong to their publishers, and an archive without them would not give its numbers. Ask a member of the review for the archive.`,
      ),
    );
  const log = logLines(id, events);
  const { texts, list } = await documentsOf(effects, state);
  const head: ArchiveHead = {
    format: archiveFormat,
    review: id,
    title: state.members.title,
    events: events.length,
    log: log.hash,
    codeVersion: effects.codeVersion,
    madeAt: effects.now(),
  };
  const files: Record<string, Uint8Array> = {
    [archiveNames.readme]: strToU8(archiveReadme(head)),
    [archiveNames.log]: log.bytes,
    ...partsOfLog(state),
    "data/documents.json": json(list),
    ...texts,
    ...(editionParts(id, events, state) as Record<string, Uint8Array>),
  };
  files[archiveNames.head] = json({
    ...head,
    files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256Of(bytes)])),
  });
  const bytes = await new Promise<Uint8Array>((resolve, reject) =>
    zip(files, { level: 6, mtime: new Date(head.madeAt) }, (error, made) =>
      error ? reject(error) : resolve(made),
    ),
  );
  return ok({
    fileName: `${id}-archive-${events.length}.zip`,
    mediaType: "application/zip",
    stream: (async function* () {
      yield bytes;
    })(),
  });
};
