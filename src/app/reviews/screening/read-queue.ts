// What a person has before them while screening: the stages, the next records, the last decisions.

import { fail, ok, problem, type Result } from "#kernel";
import { type ScreeningStage, type ShownOrder, screeningStages } from "#records";
import {
  groupOf,
  memberParts,
  ownDecisions as ownDecisionsOf,
  planOf,
  presentStage,
  queueOf,
  type ReviewState,
  type Stop,
  stageCounts,
  standingProtocol,
  standingStop,
  usedStages,
} from "#reviews";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { type KnownReview, knownReview, reviewToActIn } from "../known-review.ts";
import { nameIn } from "../names.ts";
import { shownRecord } from "../records/read-records.ts";
import { type GivenOrder, leastForLearning, orderFor, whyFor } from "./orders.ts";

/** A stop as it is shown. */
export const shownStop = (state: ReviewState, { event, at, by, rule, parameters, saw, resumed }: Stop) => ({
  event,
  at,
  by: nameIn(state, by),
  rule,
  parameters: { ...parameters },
  saw,
  resumed: resumed && { at: resumed.at, reason: resumed.reason },
});

const shownOrder = ({ order: _, scoreOf: __, ...shown }: GivenOrder) => shown;

export const reviewScreening: RouteUseCase<"reviewScreening"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const used = usedStages(state);
  const protocol = standingProtocol(state);
  const parts = me === null ? [] : memberParts(state, me);
  return ok({
    protocol: state.protocol.versions.length,
    criteria: (protocol?.protocol.criteria ?? []) as RouteReply<"reviewScreening">["criteria"],
    order: protocol?.protocol.order ?? "as-listed",
    present: presentStage(state),
    stages: screeningStages.flatMap((stage) => {
      const plan = planOf(state, stage);
      if (plan === null) return [];
      const here = state.screening.stages[stage];
      const stop = standingStop(here);
      const queue = me !== null && parts.includes("reviewer") ? queueOf(state, stage, me) : null;
      return [
        {
          stage,
          used: used.includes(stage),
          reason: here.used?.reason ?? null,
          reviewers: plan.reviewers,
          blind: plan.blind,
          counts: stageCounts(state, stage, me),
          stop: stop && shownStop(state, stop),
          mine: queue && {
            decided: here.made.get(me ?? "") ?? 0,
            waiting: queue.records.length,
            postponed: queue.postponed.size,
          },
        },
      ];
    }),
    mayScreen: parts.includes("reviewer"),
    mayAdjudicate: parts.includes("adjudicator"),
    mayShare: parts.includes("owner"),
  });
};

/** The review for somebody who screens in it. */
async function screeningOf(
  ...[effects, actor, id]: Parameters<typeof knownReview>
): Promise<Result<KnownReview & { readonly me: string }>> {
  const known = await reviewToActIn(effects, actor, id);
  if (!known.ok) return known;
  const { me, state } = known.value;
  if (me !== null && memberParts(state, me).includes("reviewer")) return ok({ ...known.value, me });
  return fail(
    problem(
      "reviews.not-your-part",
      "Only reviewers of this review are shown records to decide on. Ask an owner of the review to make you one.",
    ),
  );
}

/** The places, from 1, of some records in an order; as listed, a record's number is its place. */
function ranksIn(order: readonly string[] | null, some: readonly string[]): ReadonlyMap<string, number> {
  const sought = new Set(some);
  const found = new Map<string, number>();
  for (const [at, record] of (order ?? []).entries()) {
    if (found.size === sought.size) break;
    if (sought.has(record)) found.set(record, at + 1);
  }
  return found;
}

export const screeningQueue: RouteUseCase<"screeningQueue"> = async (effects, actor, input) => {
  const known = await screeningOf(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const { stage, limit } = input;
  const asked: ShownOrder = input.order ?? standingProtocol(state)?.protocol.order ?? "as-listed";
  const order = await orderFor(effects.store, state, stage, me, asked);
  // What happened while the order was made counts: the queue is that of the state as it is now.
  const queue = queueOf(state, stage, me, order.order, order.given === "random");
  const next = queue.records.slice(0, limit);
  const rankOf = ranksIn(order.order, next);
  const made = state.screening.stages[stage].made.get(me) ?? 0;
  return ok({
    stage,
    protocol: state.protocol.versions.length,
    last: state.last,
    order: shownOrder(order),
    made,
    waiting: queue.records.length,
    counts: stageCounts(state, stage, me),
    records: next.flatMap((record) => {
      const one = state.records.byId.get(record);
      if (!one) return [];
      return [
        {
          record: shownRecord(one, true),
          shown: {
            order: order.given,
            model: order.model,
            rank: rankOf.get(record) ?? Number(record.slice(1)),
            score: order.scoreOf(record),
          },
          postponed: queue.postponed.has(record),
          duplicates: groupOf(state, record).length - 1,
        },
      ];
    }),
  });
};

export const ownDecisions: RouteUseCase<"ownDecisions"> = async (effects, actor, input) => {
  const known = await screeningOf(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  return ok({
    decisions: ownDecisionsOf(state, input.stage, me, input.limit).map((one) => ({
      ...one,
      title: state.records.byId.get(one.record)?.record.title ?? "",
    })),
  });
};

export const whyRanked: RouteUseCase<"whyRanked"> = async (effects, actor, input) => {
  const known = await screeningOf(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const stage: ScreeningStage = input.stage;
  const order = await orderFor(effects.store, state, stage, me, "learning");
  const reasons =
    order.records < leastForLearning ? null : await whyFor(effects.store, state, stage, me, input.record);
  const rank = order.given === "learning" ? (order.order?.indexOf(input.record) ?? -1) + 1 : 0;
  return ok({
    order: shownOrder(order),
    rank: rank > 0 ? rank : null,
    score: reasons?.score ?? null,
    terms: [...(reasons?.terms ?? [])],
    nearest: (reasons?.nearest ?? []).map(({ id, likeness }) => ({
      record: id,
      title: state.records.byId.get(id)?.record.title ?? "",
      likeness,
    })),
  });
};
