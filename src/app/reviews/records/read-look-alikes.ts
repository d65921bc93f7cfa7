import { ok } from "#kernel";
import type { ReviewRecord } from "#records";
import { countedRecords, type ReviewState } from "#reviews";
import type { ComparableReference } from "#statistics";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { lookAlikes } from "./look-alikes-thread.ts";

const shownGroups = 200;

const comparable = (record: ReviewRecord): ComparableReference => ({
  title: record.title || null,
  authors: record.authors,
  year: record.year,
  abstract: record.abstract,
  doi: record.doi,
  container: record.container,
  volume: record.other["volume"] ?? null,
  pages: record.pages,
  type: null,
});

type Found = RouteReply<"reviewLookAlikes">;
const kept = new WeakMap<ReviewState, { readonly key: string; readonly found: Promise<Found> }>();

/**
 * Groups of records that may be one report and that nobody has decided on, with what speaks for each; and
 * pairs that look alike and are two works. Compared anew when records or decisions have changed.
 */
export const reviewLookAlikes: RouteUseCase<"reviewLookAlikes"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state } = known.value;
  const key = `${state.records.revision} ${state.records.different.size}`;
  const before = kept.get(state);
  if (before?.key === key) return ok(await before.found);
  const found = compare(state);
  kept.set(state, { key, found });
  found.catch(() => kept.delete(state));
  return ok(await found);
};

async function compare(state: ReviewState): Promise<Found> {
  // Reports that a source counts and does not name cannot be compared.
  const records = [...countedRecords(state)]
    .map(({ record }) => record)
    .filter(({ title, doi }) => title !== "" || doi !== null);
  const places = new Map(records.map(({ id }, place) => [id, place]));
  const apart = [...state.records.different].flatMap((pair): readonly (readonly [number, number])[] => {
    const [a, b] = pair.split(" ").map((id) => places.get(id));
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  const { groups, related } = await lookAlikes({ references: records.map(comparable), apart });
  const shown = (place: number) => {
    const { id, title, authors, year, doi, container } = records[place]!;
    return { id, title, authors: authors.slice(0, 5), year, doi, container };
  };
  return {
    total: groups.length,
    groups: groups.slice(0, shownGroups).map(({ members, confidence, pairs }) => ({
      confidence,
      records: members.map(shown),
      reasons: [...new Set(pairs.flatMap(({ reasons }) => reasons))],
      doubts: [...new Set(pairs.flatMap(({ doubts }) => doubts))],
    })),
    related: related.slice(0, shownGroups).map(({ first, second, relation }) => ({
      relation,
      records: [shown(first), shown(second)],
    })),
  };
}
