import { ok } from "#kernel";
import { visitor } from "#records";
import { auditEntry } from "../audit-entry.ts";
import type { RouteUseCase } from "../use-case.ts";
import { sessionReply } from "./sessions.ts";
import { tokenHash } from "./tokens.ts";

/** Ends the session the request came with, and no other of the account. Signing out twice is no error. */
export const signOut: RouteUseCase<"signOut"> = async (effects, actor, _input, work) => {
  const token = work?.sessionToken;
  if (token && actor.kind === "account") {
    const done = await effects.store.transaction(async (catalogue) => {
      await catalogue.sessions.remove(tokenHash(token));
      await catalogue.audit.append(auditEntry(effects, actor, "session.delete", `account:${actor.id}`));
      return ok(null);
    });
    if (!done.ok) return done;
  }
  return ok(sessionReply(visitor, null));
};
