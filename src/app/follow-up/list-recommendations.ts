import { permission } from "#access";
import { ok } from "#kernel";
import type { Actor } from "#records";
import type { FollowUpFilter } from "#store";
import { readableTiers } from "../readable.ts";
import type { RouteInput, RouteUseCase } from "../use-case.ts";
import { shownListed } from "./shown-recommendation.ts";
import { todayOf } from "./today.ts";

type Asked = Omit<RouteInput<"listRecommendations">, "limit" | "offset">;

/** The filter of a request, of what the actor may read. */
export const filterOf = (actor: Actor, asked: Asked): FollowUpFilter => {
  const {
    text,
    evaluation,
    state,
    verdict,
    overdue,
    priority,
    unit,
    region,
    country,
    theme,
    year,
    language,
  } = asked;
  const given = Object.fromEntries(
    Object.entries({
      text: text || undefined,
      evaluation: evaluation || undefined,
      state,
      verdict,
      overdue,
      priority,
      unit,
      region,
      country,
      theme,
      year,
      language,
    }).filter(([, value]) => value !== undefined),
  ) as FollowUpFilter;
  return { ...given, tiers: readableTiers(actor) };
};

/** Overdue first, then what is due soonest; counts by facet with the choice of their own field left aside. */
export const listRecommendations: RouteUseCase<"listRecommendations"> = async (effects, actor, input) => {
  const allowed = permission(actor, "recommendation.read");
  if (!allowed.ok) return allowed;
  const today = todayOf(effects);
  const { limit, offset, ...asked } = input;
  const found = await effects.store.catalogue.recommendations.list(filterOf(actor, asked), {
    today,
    limit,
    offset,
  });
  return ok({
    today,
    total: found.total,
    overdue: found.overdue,
    recommendations: found.items.map((item) => shownListed(item, today)),
    facets: Object.fromEntries(Object.entries(found.facets).map(([name, counts]) => [name, [...counts]])),
  });
};
