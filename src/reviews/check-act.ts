import { fail, failAll, ok, problem, type Result } from "#kernel";
import type { ReviewAct, ReviewPart } from "#records";
import { actRules } from "./acts.ts";
import { memberParts } from "./members/members.ts";
import type { ActRule } from "./slice.ts";
import type { ReviewState } from "./state.ts";

const named = (parts: readonly ReviewPart[]): string =>
  parts.map((part) => `${part}s`).join(parts.length === 2 ? " and " : ", ");

/**
 * Whether somebody may do this now: their part allows it, and it fits what is recorded. The operator at the
 * machine may do everything that fits.
 *
 * @param by account id of the member, or `operator`
 * @returns every problem at once
 */
export function checkAct(state: ReviewState, act: ReviewAct, by: string): Result<null> {
  const rule = actRules[act.kind] as ActRule<typeof act.kind>;
  const parts = memberParts(state, by);
  if (!parts.some((part) => rule.parts.includes(part)))
    return fail(
      problem(
        "reviews.not-your-part",
        parts.length === 0
          ? `You are no member of this review, so you may not ${rule.does}. Ask an owner of the review to add you. Nothing was recorded.`
          : `Only ${named(rule.parts)} of this review may ${rule.does}; your part is ${parts.join(", ")}. Ask an owner to change your part, or one of them to do it. Nothing was recorded.`,
      ),
    );
  const problems = rule.check(state, act as never, by);
  return problems.length === 0 ? ok(null) : failAll(problems);
}
