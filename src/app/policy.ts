import { actions, permission, roleDescriptions } from "#access";
import { ok } from "#kernel";
import { roles } from "#records";
import type { RouteUseCase } from "./use-case.ts";

/** The rules by which everything else here is decided, as data: the policy can be read by programs. */
export const policy: RouteUseCase<"policy"> = async (_effects, actor) => {
  const allowed = permission(actor, "policy.read");
  if (!allowed.ok) return allowed;
  return ok({
    roles: roles.map((role) => ({ role, description: roleDescriptions[role] })),
    actions: Object.entries(actions).map(([action, rule]) => ({
      action,
      does: rule.does,
      because: rule.because,
      allowed: typeof rule.allowed === "string" ? rule.allowed : [...rule.allowed],
    })),
  });
};
