import { fail, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import { isMember, type ReviewState } from "#reviews";

/**
 * Whose acts these are: the actor's own, or those of a member whom the operator names, who did elsewhere what the
 * operator brings in. The log then names both.
 *
 * @returns the name of that person in the log; a problem where somebody else names one, or names no member
 */
export function actingFor(actor: Actor, state: ReviewState, onBehalf: string | undefined): Result<string> {
  if (onBehalf === undefined) return ok(actor.id);
  const refused = (code: string, message: string) =>
    fail(problem(code, `${message} Nothing was recorded.`, { field: "onBehalf" }));
  if (actor.kind !== "operator")
    return refused(
      "access.not-allowed",
      "Only the operator at the machine may record what somebody else did. Leave `onBehalf` out to act in your own name.",
    );
  return isMember(state, onBehalf)
    ? ok(onBehalf)
    : refused(
        "reviews.member-unknown",
        `"${onBehalf.slice(0, 300)}" is no member of the review ${state.id}. Name an account or the address somebody signs in with; socle review members ${state.id} lists them.`,
      );
}
