import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import type { Actor, ReviewHead } from "#records";
import { isMember, type ReviewState } from "#reviews";
import type { Catalogue } from "#store";
import type { Effects } from "../effects.ts";
import { reviewState } from "./review-states.ts";

const unknownReview = (id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no review "${id}" that you may see. It may be misspelt, or not yet published: its members see it once they have signed in.`,
    ),
  );

export type KnownReview = {
  readonly head: ReviewHead;
  readonly state: ReviewState;
  /** The name in the log of whoever asks; null for readers who take no part. */
  readonly me: string | null;
};

/**
 * The review, if it is there and the actor may see it: published ones everybody, the others their members,
 * administrators and the operator. One that may not be seen is answered like one that is not there.
 *
 * @param catalogue that of the open transaction, inside of one
 */
export async function knownReview(
  effects: Effects,
  actor: Actor,
  id: string,
  catalogue: Catalogue = effects.store.catalogue,
): Promise<Result<KnownReview>> {
  const allowed = permission(actor, "review.read");
  if (!allowed.ok) return allowed;
  const head = await catalogue.reviews.byId(id);
  if (!head) return unknownReview(id);
  const state = await reviewState(effects.store, catalogue, id);
  const member = actor.kind !== "visitor" && isMember(state, actor.id);
  if (head.publishedAt === null && !member && (actor.kind === "visitor" || actor.role !== "administrator"))
    return unknownReview(id);
  return ok({ head, state, me: member ? actor.id : null });
}

/** The same for whoever is about to do something in it: a visitor is told to sign in, whatever the review. */
export async function reviewToActIn(
  effects: Effects,
  actor: Actor,
  id: string,
): Promise<Result<KnownReview>> {
  const allowed = permission(actor, "review.act");
  return allowed.ok ? knownReview(effects, actor, id) : allowed;
}
