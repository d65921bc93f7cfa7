import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import type { Account } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { RouteUseCase } from "../use-case.ts";
import { roleImpossible } from "./create-account.ts";
import { shown } from "./sessions.ts";

/**
 * Changes a role, disables or enables. Both the role an account has and the one it is to have must be
 * within what the actor keeps. Every session of the account ends: the next one carries the new rights.
 * The last administrator stays.
 */
export const changeAccount: RouteUseCase<"changeAccount"> = (effects, actor, input) =>
  effects.store.transaction(async (catalogue) => {
    const allowed = permission(actor, "account.change");
    if (!allowed.ok) return allowed;
    await catalogue.accounts.lock();
    const before = await catalogue.accounts.byId(input.id);
    if (before === null) return accountUnknown(input.id);
    const role = input.role ?? before.role;
    for (const concerned of [before.role, role]) {
      const kept = permission(actor, "account.change", { role: concerned });
      if (!kept.ok) return kept;
    }
    if (role === "visitor") return fail(roleImpossible());
    if (input.role === undefined && input.disabled === undefined) {
      return fail(
        problem("accounts.nothing-to-change", "Neither a role nor a state was given. Say what is to change."),
      );
    }
    const now = effects.now();
    const disabledAt =
      input.disabled === undefined ? before.disabledAt : input.disabled ? (before.disabledAt ?? now) : null;
    const after: Account = { ...shown(before), role, disabledAt };
    if (after.role === before.role && after.disabledAt === before.disabledAt) return ok(after);

    const stays = await keepsAdministrator(catalogue, before, after);
    if (!stays.ok) return stays;
    if (after.role !== before.role) await catalogue.accounts.setRole(after.id, after.role);
    if (after.disabledAt !== before.disabledAt)
      await catalogue.accounts.setDisabled(after.id, after.disabledAt);
    await catalogue.sessions.removeOfAccount(after.id);
    if (after.disabledAt !== null) await catalogue.links.revoke("set-password", after.id);
    await catalogue.audit.append(
      auditEntry(effects, actor, "account.change", `account:${after.id}`, {
        ...(after.role === before.role ? {} : { role: { from: before.role, to: after.role } }),
        ...(after.disabledAt === before.disabledAt ? {} : { disabled: after.disabledAt !== null }),
      }),
    );
    return ok(after);
  });

export const accountUnknown = (id: string): Result<never> =>
  fail(
    problem(
      "accounts.unknown",
      `No account has the identifier "${id.slice(0, 100)}". Look it up in the list of accounts.`,
    ),
  );

const administers = (account: Account) => account.role === "administrator" && account.disabledAt === null;

async function keepsAdministrator(
  catalogue: Catalogue,
  before: Account,
  after: Account,
): Promise<Result<null>> {
  if (!administers(before) || administers(after)) return ok(null);
  const accounts = await catalogue.accounts.list();
  if (accounts.some((account) => account.id !== before.id && administers(account))) return ok(null);
  return fail(
    problem(
      "accounts.last-administrator",
      `${before.name} is the only administrator; without one nobody could appoint another. Make somebody else administrator first.`,
    ),
  );
}
