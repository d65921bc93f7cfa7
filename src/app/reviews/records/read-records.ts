import { fail, ok, problem } from "#kernel";
import { duplicatesOf, type RecordState, type ReviewState } from "#reviews";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { reviewEvents } from "../review-states.ts";

type Shown = RouteReply<"reviewRecords">["records"][number];

/** Texts without accents and case, so that a reader finds what they type. */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Readers who take no part see no abstracts: they belong to their publishers. */
export const shownRecord = (one: RecordState, member: boolean): Shown => ({
  ...one.record,
  abstract: member || !one.publishersAbstract ? one.record.abstract : null,
  authors: [...one.record.authors],
  urls: [...one.record.urls],
  keywords: [...one.record.keywords],
  projects: [...one.record.projects],
  matrix: {
    ...one.record.matrix,
    countries: [...one.record.matrix.countries],
    themes: [...one.record.matrix.themes],
  },
  other: { ...one.record.other },
  edits: one.edits.length,
  duplicateOf: one.duplicateOf,
  project: one.project,
  role: one.role,
});

const shows: Readonly<Record<string, (one: RecordState) => boolean>> = {
  all: () => true,
  duplicates: (one) => one.duplicateOf !== null,
  "no-abstract": (one) => one.duplicateOf === null && !one.record.abstract,
};

export const reviewRecords: RouteUseCase<"reviewRecords"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const words = folded(input.q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const show = shows[input.show ?? ""] ?? ((one: RecordState) => one.duplicateOf === null);
  const found = [...state.records.byId.values()].filter((one) => {
    if (!show(one)) return false;
    if (words.length === 0) return true;
    const { id, title, authors, foreignId, doi, year } = one.record;
    const text = folded([id, title, ...authors, foreignId, doi, year].join(" "));
    return words.every((word) => text.includes(word));
  });
  const member = me !== null || actor.role === "administrator";
  return ok({
    total: found.length,
    records: found
      .slice(input.offset, input.offset + input.limit)
      .map((one) => ({ ...shownRecord(one, member), abstract: null, other: {} })),
    searches: shownSearches(state),
  });
};

const shownSearches = (state: ReviewState): RouteReply<"reviewRecords">["searches"] => {
  const counts = new Map<string, { records: number; duplicates: number }>();
  for (const { record, duplicateOf } of state.records.byId.values()) {
    if (record.search === null) continue;
    const one = counts.get(record.search) ?? { records: 0, duplicates: 0 };
    counts.set(record.search, one);
    one.records++;
    if (duplicateOf !== null) one.duplicates++;
  }
  return [...state.records.searches.values()].map(({ search, at }) => ({
    ...search,
    at,
    ...(counts.get(search.id) ?? { records: 0, duplicates: 0 }),
  }));
};

export const reviewRecord: RouteUseCase<"reviewRecord"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const one = state.records.byId.get(input.record);
  if (!one)
    return fail(
      problem(
        "reviews.record-unknown",
        `There is no record ${input.record} in the review ${input.id}; it has R1 to R${state.records.byId.size}.`,
        { field: "record" },
      ),
    );
  const member = me !== null || actor.role === "administrator";
  const record = shownRecord(one, member);
  const duplicates = duplicatesOf(state, input.record).map((other) => ({
    id: other.record.id,
    title: other.record.title,
    reasons: [...(state.records.joined.get(other.record.id)?.reasons ?? [])],
  }));
  const numbers = new Set(one.edits);
  const edits: RouteReply<"reviewRecord">["edits"] = [];
  if (numbers.size > 0)
    for await (const { number, at, by, act } of reviewEvents(effects.store.catalogue, input.id))
      if (numbers.has(number) && act.kind === "record.edited")
        edits.push({ at, by: nameIn(state, by), fields: Object.keys(act.edit), reason: act.reason });
  return ok({
    record,
    search: shownSearches(state).find(({ id }) => id === one.record.search) ?? null,
    duplicates,
    edits,
  });
};
