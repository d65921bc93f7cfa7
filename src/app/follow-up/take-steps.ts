// The routes by which somebody records what happened: issue, respond, report progress, verify.

import { fail, ok, problem, type Result } from "#kernel";
import { followUpState } from "#oversight";
import type { Actor, FollowUpData } from "#records";
import type { Catalogue } from "#store";
import type { Effects } from "../effects.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { knownRecommendation } from "./known-recommendation.ts";
import { answersForActions, shownWhole } from "./recommendation.ts";
import { recordSteps, type Step } from "./record-steps.ts";
import { todayOf } from "./today.ts";

type Asked = {
  readonly id: string;
  readonly steps: readonly {
    readonly action: string | null;
    readonly on?: string | null | undefined;
    readonly data: unknown;
  }[];
};

async function take(
  effects: Effects,
  actor: Actor,
  action: string,
  input: Asked,
  before?: (catalogue: Catalogue, steps: readonly Step[]) => Promise<Result<null>>,
): Promise<Result<RouteReply<"recommendation">>> {
  const { id } = input;
  // The shapes of the routes are unions of the kinds; together they are what an event may hold.
  const steps = input.steps.map(
    ({ action: of, on, data }): Step => ({ action: of, on, data: data as FollowUpData }),
  );
  const done = await effects.store.transaction(async (catalogue) => {
    const known = await knownRecommendation(catalogue, actor, action, id);
    if (!known.ok) return known;
    const open = (await before?.(catalogue, steps)) ?? ok(null);
    if (!open.ok) return open;
    const asked = steps.find(({ data }) => data.kind === "response-asked")?.data;
    const unit = asked?.kind === "response-asked" ? asked.unit : null;
    const { record } = known.value;
    if (unit !== null && unit !== record.unit)
      await catalogue.recommendations.put([{ ...record, unit }], effects.now(), actor.id);
    return recordSteps(effects, catalogue, actor, action, id, steps);
  });
  if (!done.ok) return done;
  const known = await knownRecommendation(effects.store.catalogue, actor, "recommendation.read", id);
  return known.ok ? ok(await shownWhole(effects, actor, known.value)) : known;
}

/** Issues a recommendation and asks for the response; the unit asked becomes the responsible one. */
export const issueRecommendation: RouteUseCase<"issueRecommendation"> = (effects, actor, input) =>
  take(effects, actor, "recommendation.draft", input);

export const respondToRecommendation: RouteUseCase<"respondToRecommendation"> = (effects, actor, input) =>
  take(effects, actor, "recommendation.respond", input);

/** Owners report on their own actions, managers on all; anybody who may read may comment. */
export const reportProgress: RouteUseCase<"reportProgress"> = (effects, actor, input) =>
  take(effects, actor, "recommendation.progress", input, (catalogue, steps) =>
    ownActions(
      effects,
      catalogue,
      actor,
      input.id,
      steps.filter(({ data }) => data.kind !== "commented").map(({ action }) => action),
    ),
  );

export const verifyAction: RouteUseCase<"verifyAction"> = (effects, actor, input) =>
  take(effects, actor, "recommendation.verify", input);

/** Whether all these actions are the actor's to report on. */
export async function ownActions(
  effects: Effects,
  catalogue: Catalogue,
  actor: Actor,
  id: string,
  actions: readonly (string | null)[],
): Promise<Result<null>> {
  if (answersForActions(actor)) return ok(null);
  const state = followUpState(await catalogue.recommendations.events(id), todayOf(effects));
  if (!state.ok) return state;
  const foreign = actions.find(
    (action) => state.value.actions.find((one) => one.id === action)?.ownerAccount !== actor.id,
  );
  return foreign === undefined
    ? ok(null)
    : fail(
        problem(
          "follow-up.not-your-action",
          `Action ${foreign ?? "(none named)"} of recommendation ${id} is not yours. Its owner or a manager reports on it. Nothing was recorded.`,
          { field: "action" },
        ),
      );
}
