import type { Actor } from "#records";
import { includedRecords, isMember } from "#reviews";
import type { Effects } from "../effects.ts";
import type { RouteReply } from "../use-case.ts";
import { reviewState } from "./review-states.ts";

/** The reviews somebody may see that have an evaluation among their records, with the record it is there. */
export async function reviewsOfEvaluation(
  { store }: Effects,
  actor: Actor,
  evaluation: string,
): Promise<RouteReply<"evaluation">["reviews"]> {
  const found: RouteReply<"evaluation">["reviews"] = [];
  for (const { id, title, language, origin, publishedAt } of await store.catalogue.reviews.list()) {
    const state = await reviewState(store, store.catalogue, id);
    if (publishedAt === null && !isMember(state, actor.id)) continue;
    const of = [...state.records.byId.values()].find(({ record }) => record.evaluation === evaluation);
    if (!of) continue;
    const kept = of.duplicateOf ?? of.record.id;
    // Included is settled and may be told to everybody; whatever else it is, it is a record of the review.
    const included = includedRecords(state).some(({ record }) => record.id === kept);
    found.push({ id, title, language, origin, record: kept, included });
  }
  return found;
}
