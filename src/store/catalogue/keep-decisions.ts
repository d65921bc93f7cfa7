import { codePointsOf, type Span } from "#kernel";
import {
  anchorsIn,
  type DecidedPassage,
  type DocumentReading,
  isSamePlace,
  overlapOf,
  type Passage,
  passageId,
} from "#records";
import type { Database } from "../database.ts";
import { markOf, recordEvent, rejectedPassages, standingPassages } from "./corrections.ts";
import { insertPassages, supersedePassages } from "./passages.ts";
import type { PutReading } from "./readings.ts";

/** What a reading may still propose, beside what people decided. */
export type KeptDecisions = {
  /** The new reader's proposals that stand in nobody's way. */
  readonly proposals: readonly Passage[];
  /** The proposals of readers that stand now. */
  readonly standing: readonly DecidedPassage[];
  /** Passages of people: how many stand, how many were moved, how many the new text does not have. */
  readonly people: number;
  readonly moved: number;
  readonly toCheck: number;
};

/**
 * Carries what people decided over to a new reading of a document.
 *
 * A passage that a person accepted, corrected or added stands. Where the text is another one, its words are
 * looked for in it and the passage moves there; where they are not found, it stays tied to the text it was
 * decided in. A proposal that overlaps such a passage is not added, except one that stood beside it already
 * in the same text. A proposal at the place of a rejected one (`isSamePlace`), of whatever kind, is not added.
 */
export async function keepDecisions(
  db: Database,
  reading: DocumentReading,
  { textVersion, textBefore, sameText }: PutReading,
  proposals: readonly Passage[],
  at: string,
): Promise<KeptDecisions> {
  const all = await standingPassages(db, reading.source);
  const standing = all.filter(({ decision }) => decision === "machine");
  const people = all.filter(({ decision }) => decision !== "machine");
  const rejected = await rejectedPassages(db, reading.source);
  if (people.length === 0 && rejected.length === 0)
    return { proposals, standing, people: 0, moved: 0, toCheck: 0 };

  const elsewhere = [...people, ...rejected].filter((one) => one.textVersion !== textVersion);
  const here = new Map(
    elsewhere.length === 0 ? [] : await moveTo(db, reading, textVersion, textBefore, elsewhere, at),
  );
  const placed = (list: readonly DecidedPassage[]): readonly (readonly Span[])[] =>
    list.flatMap((one) => (one.textVersion === textVersion ? [one.spans] : [here.get(one) ?? []]));
  const taken = placed(people).filter((spans) => spans.length > 0);
  const refused = placed(rejected).filter((spans) => spans.length > 0);
  // In the same text, what stands beside a person's passage was seen and left there.
  const beside = new Set(sameText ? standing.map(({ id }) => id) : []);
  const lost = people.filter((one) => one.textVersion !== textVersion && !here.has(one)).length;
  return {
    proposals: proposals.filter(
      ({ id, spans }) =>
        !refused.some((place) => isSamePlace(place, spans)) &&
        (beside.has(id) || !taken.some((place) => overlapOf(place, spans) > 0)),
    ),
    standing: standing.filter(({ id }) => !movedInto(here, reading.source, id)),
    people: people.length,
    moved: people.filter((one) => here.has(one)).length,
    toCheck: lost,
  };
}

/** Whether a person's passage was put at the address of a proposal, which made room for it already. */
const movedInto = (here: ReadonlyMap<DecidedPassage, readonly Span[]>, source: string, id: string) =>
  [...here.values()].some((spans) => passageId(source, spans) === id);

/** Puts passages at the place of their words in the new text, and says where. */
async function moveTo(
  db: Database,
  reading: DocumentReading,
  textVersion: number,
  textBefore: string | null,
  passages: readonly DecidedPassage[],
  at: string,
): Promise<readonly (readonly [DecidedPassage, readonly Span[]])[]> {
  const points = codePointsOf(reading.text);
  const scale = textBefore ? reading.text.length / Math.max(1, textBefore.length) : 1;
  const find = anchorsIn(reading.text, scale);
  const used = new Set<string>();
  const found: { from: DecidedPassage; to: DecidedPassage }[] = [];
  for (const from of passages) {
    const spans = find(from);
    if (spans === null) continue;
    const id = passageId(reading.source, spans);
    if (used.has(id)) continue; // two passages cannot have one address; the second is left to be checked
    used.add(id);
    const text = spans.map(([start, end]) => points.slice(start, end)).join(" ");
    found.push({ from, to: { ...from, id, spans, text, page: pageAt(reading, spans), textVersion } });
  }
  const last = new Map(
    found.length === 0
      ? []
      : (
          await db
            .selectFrom("passages")
            .select((e) => ["id", e.fn.max("version").as("version")])
            .where("source", "=", reading.source)
            .groupBy("id")
            .execute()
        ).map((row) => [row.id, row.version]),
  );
  const moved = found.map(({ from, to }) => ({ from, to: { ...to, version: (last.get(to.id) ?? 0) + 1 } }));
  await supersedePassages(
    db,
    moved.flatMap(({ from, to }) => [from.id, to.id]),
    at,
  );
  await insertPassages(
    db,
    moved.map(({ to }) => to),
    at,
  );
  if (moved.length > 0)
    await recordEvent(db, {
      source: reading.source,
      act: "move",
      before: moved.map(({ from }) => markOf(from)),
      after: moved.map(({ to }) => markOf(to)),
      undoes: null,
      textVersion,
      by: "reader",
      at,
      comment: null,
    });
  return moved.map(({ from, to }) => [from, to.spans]);
}

/** The page of the block in which a place begins. */
function pageAt(reading: DocumentReading, spans: readonly Span[]): number | null {
  const start = spans[0]?.[0] ?? 0;
  const block = reading.blocks.find((one) => one.spans.some(([from, to]) => from <= start && start < to));
  return block?.page ?? null;
}
