import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { actingFor } from "./acting-for.ts";
import { knownReview } from "./known-review.ts";
import { type AskedAct, recordActs } from "./record-acts.ts";

/** What a member does in a review. The operator may record what a member decided elsewhere, and it says so. */
export const actOnReview: RouteUseCase<"actOnReview"> = async (effects, actor, input) => {
  const allowed = permission(actor, "review.act");
  if (!allowed.ok) return allowed;
  if (input.account !== undefined && input.account !== actor.id)
    return fail(
      problem(
        "app.signed-in-otherwise",
        "Somebody else is signed in in this browser by now, and what was done here would have been recorded as theirs. Sign in as yourself and send it again. Nothing was recorded.",
        { field: "account" },
      ),
    );
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const by = actingFor(actor, known.value.state, input.onBehalf);
  if (!by.ok) return by;
  if (input.acts.some(({ act }) => act.kind === "report.published"))
    return fail(
      problem(
        "app.edition-by-itself",
        "An edition is published by its own address (/report/editions), which takes numbers and hashes from the log. Nothing was recorded.",
        { field: "acts" },
      ),
    );
  // The shapes of the contract are those of the acts; what they leave out is not stored.
  const acts = input.acts as unknown as readonly AskedAct[];
  const done = await recordActs(effects, actor, input.id, acts, {
    together: input.together,
    by: by.value,
  });
  return done.ok ? ok(done.value as unknown as RouteReply<"actOnReview">) : done;
};
