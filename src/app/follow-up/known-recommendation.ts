import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import type { Catalogue, ListedRecommendation } from "#store";

export const unknownRecommendation = (id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no recommendation "${id}". It may be misspelt, or come from another installation; look it up in the list.`,
    ),
  );

/** The recommendation, if it is there and the actor may take the action on it; its tier is that of its report. */
export async function knownRecommendation(
  catalogue: Catalogue,
  actor: Actor,
  action: string,
  id: string,
): Promise<Result<ListedRecommendation>> {
  const allowed = permission(actor, action);
  if (!allowed.ok) return allowed;
  const [found] = await catalogue.recommendations.byIds([id]);
  if (!found) return unknownRecommendation(id);
  const { tier } = found.place;
  const readable = permission(actor, "recommendation.read", { tier });
  if (!readable.ok) return readable;
  return ok(found);
}
