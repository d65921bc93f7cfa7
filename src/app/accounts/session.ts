import { ok } from "#kernel";
import type { RouteUseCase } from "../use-case.ts";
import { sessionReply } from "./sessions.ts";

/** Who is signed in, and what they may do. */
export const session: RouteUseCase<"session"> = async (effects, actor) => {
  const account = actor.kind === "account" ? await effects.store.catalogue.accounts.byId(actor.id) : null;
  return ok(sessionReply(actor, account));
};
