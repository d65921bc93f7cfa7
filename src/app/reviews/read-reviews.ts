// The list of reviews, one as a whole, and its log.

import { permission } from "#access";
import { ok } from "#kernel";
import type { Actor, ReviewEvent, ReviewHead } from "#records";
import {
  hiddenFrom,
  isMember,
  memberParts,
  memberTasks,
  reviewProgress as progressOf,
  type ReviewState,
} from "#reviews";
import { readableSources } from "../readable.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { knownReview } from "./known-review.ts";
import { shownVersions } from "./protocol/read-protocol.ts";
import { reviewState } from "./review-states.ts";
import { withoutAbstracts, withoutWithheldWords } from "./withheld-words.ts";

const headOf = ({ createdBy: _, ...head }: ReviewHead, state: ReviewState, actor: Actor) => ({
  ...head,
  parts: actor.kind === "account" ? [...memberParts(state, actor.id)] : [],
});

export const listReviews: RouteUseCase<"listReviews"> = async (effects, actor) => {
  const allowed = permission(actor, "review.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const reviews: RouteReply<"listReviews">["reviews"] = [];
  for (const head of await catalogue.reviews.list()) {
    const state = await reviewState(effects.store, catalogue, head.id);
    const takesPart = actor.kind !== "visitor" && isMember(state, actor.id);
    const sees = head.publishedAt !== null || takesPart;
    if (sees || (actor.kind !== "visitor" && actor.role === "administrator"))
      reviews.push(headOf(head, state, actor));
  }
  return ok({ reviews });
};

export const review: RouteUseCase<"review"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { head, state, me } = known.value;
  const { versions } = state.protocol;
  const records = [...state.records.byId.values()];
  return ok({
    ...headOf(head, state, actor),
    last: state.last,
    me,
    members: [...state.members.byAccount.values()].map(({ account, name, parts, removed }) => ({
      account,
      name,
      parts: [...parts],
      removed,
    })),
    protocol: (versions.at(-1)?.protocol ?? null) as RouteReply<"review">["protocol"],
    versions: shownVersions(state),
    counts: {
      searches: state.records.searches.size,
      records: records.length,
      duplicates: records.filter(({ duplicateOf }) => duplicateOf !== null).length,
    },
  });
};

export const reviewProgress: RouteUseCase<"reviewProgress"> = async (effects, actor, { id }) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const { screening, ...others } = progressOf(state, me, ({ anchor }) => readable.has(anchor.source));
  return ok({
    progress: { ...others, screening: [...screening] },
    tasks: me === null ? [] : [...memberTasks(state, me)],
  });
};

export const myReviewTasks: RouteUseCase<"myReviewTasks"> = async (effects, actor) => {
  const allowed = permission(actor, "review.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const reviews: RouteReply<"myReviewTasks">["reviews"] = [];
  if (actor.kind !== "account") return ok({ reviews });
  for (const head of await catalogue.reviews.list()) {
    const state = await reviewState(effects.store, catalogue, head.id);
    if (isMember(state, actor.id))
      reviews.push({ review: headOf(head, state, actor), tasks: [...memberTasks(state, actor.id)] });
  }
  return ok({ reviews });
};

/** Signs of a page of the log, beyond the one event that goes over it. */
const mostSigns = 1_000_000;

export const reviewLog: RouteUseCase<"reviewLog"> = async (effects, actor, { id, after, limit }) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const events = await effects.store.catalogue.reviews.events(id, after, limit);
  const takesPart = me !== null || actor.role === "administrator";
  const shown: ReviewEvent[] = [];
  let hidden = 0;
  let signs = 0;
  let last = after;
  for (const event of events) {
    // An import is large: the page ends early, and `last` says where the next one begins.
    if (signs > mostSigns) break;
    last = event.number;
    if (hiddenFrom(state, event, me)) {
      hidden++;
      continue;
    }
    const bare = takesPart ? event : withoutAbstracts(event);
    const told = withoutWithheldWords(bare, (source) => readable.has(source));
    signs += JSON.stringify(told).length;
    shown.push(told);
  }
  return ok({
    events: shown as unknown as RouteReply<"reviewLog">["events"],
    hidden,
    last,
    names: Object.fromEntries([...state.members.byAccount.values()].map((m) => [m.account, m.name])),
  });
};
