import { permission } from "#access";
import { fail, failAll, ok, problem } from "#kernel";
import type { Account } from "#records";
import { auditEntry } from "../audit-entry.ts";
import type { RouteUseCase } from "../use-case.ts";
import { makeLink } from "./links.ts";
import { newAccountId } from "./new-account-id.ts";
import { emailProblems, nameProblems, normalisedEmail } from "./rules.ts";

/** Makes an account without a password; the answer holds the one-time link its owner sets one with. */
export const createAccount: RouteUseCase<"createAccount"> = async (effects, actor, input) => {
  const allowed = permission(actor, "account.create", { role: input.role });
  if (!allowed.ok) return allowed;
  const problems = [...nameProblems(input.name), ...emailProblems(input.email)];
  if (input.role === "visitor") problems.push(roleImpossible());
  if (problems.length > 0) return failAll(problems);
  return effects.store.transaction(async (catalogue) => {
    const email = normalisedEmail(input.email);
    await catalogue.accounts.lock();
    if ((await catalogue.accounts.byEmail(email)) !== null) {
      return fail(
        problem(
          "accounts.email-taken",
          `An account with the address ${email} exists; an address can sign in to one account only. Change that account, or use another address.`,
          { field: "email" },
        ),
      );
    }
    const account: Account = {
      id: newAccountId(effects),
      email,
      name: input.name.trim(),
      role: input.role,
      createdAt: effects.now(),
      disabledAt: null,
    };
    await catalogue.accounts.add({ ...account, passwordHash: null });
    const link = await makeLink(effects, catalogue, "set-password", account.id);
    await catalogue.audit.append(
      auditEntry(effects, actor, "account.create", `account:${account.id}`, { role: account.role }),
    );
    return ok({ account, link });
  });
};

export const roleImpossible = () =>
  problem(
    "accounts.role-impossible",
    "An account cannot be a visitor: visitors are those without one. Disable the account to take its rights away.",
    { field: "role" },
  );
