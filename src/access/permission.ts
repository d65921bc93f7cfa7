import { fail, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import { may, type Resource } from "./may.ts";

/**
 * The decision of `may` in the form use cases return: nothing to say, or a problem. A visitor is told to
 * sign in (`access.sign-in-needed`), everybody else why not (`access.not-allowed`).
 */
export function permission(actor: Actor, action: string, resource: Resource = {}): Result<null> {
  const decision = may(actor, action, resource);
  if (decision.allowed) return ok(null);
  return fail(
    decision.signIn
      ? problem("access.sign-in-needed", `${decision.reason} You are not signed in: sign in and try again.`)
      : problem("access.not-allowed", decision.reason),
  );
}
