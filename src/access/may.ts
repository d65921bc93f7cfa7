// The policy function. Pure: actor, action and resource in; yes, or no with a reason, out.

import type { AccessTier, Actor, Role } from "#records";
import type { ActionRule } from "./action-rule.ts";
import { type Action, actions, rolesKeptByManagers } from "./actions.data.ts";

/** What an action is about, as far as the decision depends on it. */
export type Resource = {
  /** Of a source or release; absent means public. */
  readonly tier?: AccessTier;
  /** Account that brought a source or release in. */
  readonly owner?: string;
  /** For accounts: the role it has or is to have. */
  readonly role?: Role;
};

export type Decision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** One sentence or two for the person refused. */
      readonly reason: string;
      /** True where signing in with a fitting account would help: a visitor was refused. */
      readonly signIn: boolean;
    };

const tierRules: Readonly<
  Record<AccessTier, { readonly roles: readonly Role[] | null; readonly who: string }>
> = {
  public: { roles: null, who: "everyone" },
  members: {
    roles: ["member", "correspondent", "analyst", "reviewer", "custodian", "manager", "administrator"],
    who: "people with an account",
  },
  restricted: { roles: ["custodian", "administrator"], who: "custodians and administrators" },
};

const yes: Decision = { allowed: true };

/** The role that counts: a visitor has no other, whatever the record says. */
const roleOf = (actor: Actor): Role => (actor.kind === "visitor" ? "visitor" : actor.role);

/** Names of roles as a sentence needs them: `analysts, managers and administrators`. */
function named(roles: readonly Role[]): string {
  const words = roles.map((role) => `${role}s`);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * Whether somebody may take an action, on a resource where one is given. Deny by default: an action that
 * is not in the table is refused to everyone, the operator included.
 *
 * Three questions are asked in turn: is the role (or the operator) named for the action; does the tier of
 * the resource let this role read it (whoever brought a thing in may read it); for accounts, does the
 * actor keep accounts of that role.
 *
 * @param action `noun.verb` from the table of actions
 * @param resource absent where the action concerns nothing in particular, or before it is known: ask again
 *   when it is
 * @example
 * may(visitor, "release.read").allowed // => true
 * may(visitor, "release.read", { tier: "members" }).allowed // => false
 */
export function may(actor: Actor, action: string, resource: Resource = {}): Decision {
  const signIn = actor.kind === "visitor";
  const no = (reason: string): Decision => ({ allowed: false, reason, signIn });
  const rule: ActionRule | undefined = Object.hasOwn(actions, action) ? actions[action as Action] : undefined;
  if (rule === undefined) return { allowed: false, reason: `There is no action "${action}".`, signIn: false };
  if (rule.allowed === "operator") {
    if (actor.kind === "operator") return yes;
    // Signing in would not help: no account has this right.
    return {
      allowed: false,
      reason: `Only the operator at the machine itself may ${rule.does}. ${rule.because}`,
      signIn: false,
    };
  }
  if (actor.kind === "operator") return yes;
  const role = roleOf(actor);
  if (rule.allowed !== "everyone" && !rule.allowed.includes(role)) {
    return no(`Only ${named(rule.allowed)} may ${rule.does}. ${rule.because}`);
  }
  const tier = tierRules[resource.tier ?? "public"];
  const owns = actor.kind === "account" && resource.owner === actor.id;
  if (tier.roles !== null && !tier.roles.includes(role) && !owns) {
    return no(
      `This is kept for ${tier.who}. ${signIn ? "Sign in with such an account" : "Ask a custodian"} to see it.`,
    );
  }
  if (
    action.startsWith("account.") &&
    resource.role !== undefined &&
    role !== "administrator" &&
    !rolesKeptByManagers.includes(resource.role)
  ) {
    return no(
      `Only administrators keep accounts with the role ${resource.role}. Managers keep those of ${named(rolesKeptByManagers)}, so that nobody can raise themselves.`,
    );
  }
  return yes;
}

/** Every action the actor may take in general; single resources may still be refused. */
export const actionsOf = (actor: Actor): readonly Action[] =>
  (Object.keys(actions) as Action[]).filter((action) => may(actor, action).allowed);
