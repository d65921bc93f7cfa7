// Recommendations made of what a report was read to say, and kept through every later reading of it.

import { ok, type Result, type Sha256 } from "#kernel";
import { followUpRow, followUpState } from "#oversight";
import {
  type Actor,
  type FollowUpEvent,
  isSamePlace,
  type Origin,
  type Passage,
  type Recommendation,
} from "#records";
import type { EvaluationReading } from "#sources";
import type { Catalogue } from "#store";
import type { Effects } from "../effects.ts";
import type { Work } from "../use-case.ts";
import { todayOf } from "./today.ts";

export const recommendationOfPassage = (passage: Passage, origin: Origin): Recommendation => ({
  id: `rec-${passage.id}`,
  evaluation: null,
  passages: [passage.id],
  document: passage.source,
  number: passage.label,
  text: passage.text.replace(/\s+/g, " ").trim(),
  language: passage.language,
  addressees: [],
  priority: null,
  timeFrame: null,
  printedTimeFrame: null,
  resources: null,
  linkedPassages: [],
  unit: null,
  themes: [],
  branches: [],
  origin,
  inReading: true,
  provenance: {
    source: passage.source,
    locator: {
      kind: "text",
      spans: passage.spans,
      ...(passage.page === null ? {} : { page: passage.page }),
    },
  },
});

/** What the structure around a recommendation says of it. */
type Described = Pick<
  Recommendation,
  "addressees" | "priority" | "timeFrame" | "printedTimeFrame" | "resources"
>;

/** What the reader has just found around a passage; null where this reading says nothing of it. */
function describedBy(
  passage: Passage,
  fresh: EvaluationReading["passages"] | undefined,
): Partial<Described> | null {
  const read = fresh?.find((one) => one.kind === passage.kind && isSamePlace(one.spans, passage.spans));
  const fields = read?.fields?.recommendation;
  if (!fields) return null;
  const { addressees, priority, timeFrame, resources } = fields;
  return {
    ...(addressees && { addressees: addressees.value }),
    ...(priority?.value && { priority: priority.value }),
    ...(timeFrame && {
      timeFrame: timeFrame.value,
      printedTimeFrame: timeFrame.printed.replace(/\s+/g, " ").trim(),
    }),
    ...(resources?.value && resources.value !== "none" && { resources: resources.value }),
  };
}

/** A record that says nothing of a field takes what the report says; what a person wrote stays. */
const completed = (record: Recommendation, described: Partial<Described> | null): Recommendation => ({
  ...record,
  ...Object.fromEntries(
    Object.entries(described ?? {}).filter(([name]) => {
      const standing = record[name as keyof Described];
      return standing === null || (Array.isArray(standing) && standing.length === 0);
    }),
  ),
});

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const wordsOf = (text: string) => new Set(folded(text).split(" "));

/** Share of the words of both that both have: whether two readings mean the same sentence. */
function overlap(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / (x.size + y.size - shared);
}
const sameSentence = 0.5;

/** The record a passage belongs to: by its id, else by its words, else by number and most of its words. */
function recordFor(passage: Passage, free: readonly Recommendation[]): Recommendation | undefined {
  return (
    free.find(({ passages }) => passages.includes(passage.id)) ??
    free.find(({ text }) => folded(text) === folded(passage.text)) ??
    free.find(({ number, text }) => number === passage.label && overlap(text, passage.text) >= sameSentence)
  );
}

/**
 * Brings the recommendations of a report in line with the passages that stand, inside the transaction that is
 * open. New ones are issued with the report, on a day nobody stated. One that is read differently gets a new
 * version under its old address, with its history. One that is no longer found leaves the lists where nobody
 * had worked on it, and otherwise stays and says so.
 *
 * @param fresh what the reader has just found, with the fields around each passage; absent where nothing was read
 */
export async function gatherRecommendations(
  effects: Effects,
  catalogue: Catalogue,
  actor: Actor,
  source: Sha256,
  fresh?: EvaluationReading["passages"],
): Promise<{ readonly made: number; readonly changed: number; readonly gone: number }> {
  const passages = await catalogue.passages.ofDocument(source);
  const existing = await catalogue.recommendations.ofDocument(source);
  const recommended = passages.filter(({ kind }) => kind === "recommendation");
  if (recommended.length === 0 && existing.length === 0) return { made: 0, changed: 0, gone: 0 };
  const origin = (await catalogue.sources.byHash(source))?.origin ?? "real";
  const free = [...existing];
  const put: Recommendation[] = [];
  const made: Recommendation[] = [];
  for (const passage of recommended) {
    const described = describedBy(passage, fresh);
    const found = recommendationOfPassage(passage, origin);
    const former = recordFor(passage, free);
    if (!former) {
      made.push(completed(found, described));
      continue;
    }
    free.splice(free.indexOf(former), 1);
    const { passages: rests, number, text, language, provenance } = found;
    put.push({
      ...completed(former, described),
      passages: [...rests, ...former.passages.slice(1)],
      number,
      text,
      language,
      provenance,
      inReading: true,
    });
  }
  const standing = new Set(passages.map(({ id }) => id));
  const withdrawn: string[] = [];
  for (const former of free) {
    // Made by a person of a passage of another kind, or of a sentence: no reading makes or unmakes it.
    if (former.passages.length === 0 || former.passages.some((id) => standing.has(id))) continue;
    const events = await catalogue.recommendations.events(former.id);
    if (events.length > 1) put.push({ ...former, inReading: false });
    else withdrawn.push(former.id);
  }
  const at = effects.now();
  const counts = await catalogue.recommendations.put([...put, ...made], at, actor.id);
  await catalogue.recommendations.withdraw(withdrawn, at);
  await issueNew(
    effects,
    catalogue,
    actor,
    made.map(({ id }) => id),
  );
  return { made: made.length, changed: counts.superseded, gone: withdrawn.length };
}

/** Those without any event are issued; one that comes back after having gone keeps the history it had. */
export async function issueNew(
  effects: Effects,
  catalogue: Catalogue,
  actor: Actor,
  ids: readonly string[],
): Promise<void> {
  const today = todayOf(effects);
  const issued: FollowUpEvent[] = [];
  const rows = [];
  for (const id of ids) {
    if ((await catalogue.recommendations.events(id)).length > 0) continue;
    const event: FollowUpEvent = {
      recommendation: id,
      action: null,
      at: effects.now(),
      on: null,
      by: actor.id,
      data: { kind: "issued" },
    };
    const state = followUpState([event], today);
    if (!state.ok) continue;
    issued.push(event);
    rows.push(followUpRow(id, [event], state.value));
  }
  if (issued.length > 0) await catalogue.recommendations.append(issued, rows);
}

/** All reports once more, for an installation that read them before it kept recommendations. */
export async function gatherAll(
  effects: Effects,
  actor: Actor,
  work: Work = {},
): Promise<
  Result<{
    readonly documents: number;
    readonly made: number;
    readonly changed: number;
    readonly gone: number;
  }>
> {
  const documents = await effects.store.catalogue.documents.list();
  const total = { documents: documents.length, made: 0, changed: 0, gone: 0 };
  for (const [done, { source }] of documents.entries()) {
    work.signal?.throwIfAborted();
    work.progress?.({ label: "recommendations", done, total: documents.length, unit: "reports" });
    const one = await effects.store.transaction(async (catalogue) =>
      ok(await gatherRecommendations(effects, catalogue, actor, source)),
    );
    if (!one.ok) return one;
    total.made += one.value.made;
    total.changed += one.value.changed;
    total.gone += one.value.gone;
  }
  return ok(total);
}
