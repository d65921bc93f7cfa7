import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import { auditEntry } from "../audit-entry.ts";
import type { RouteUseCase } from "../use-case.ts";
import { checkPassword, hashPassword } from "./password-hash.ts";
import { normalisedEmail } from "./rules.ts";
import { actorOfAccount, startSession } from "./sessions.ts";

/**
 * Signs in with address and password. Unknown address, wrong password and disabled account give the same
 * problem after the same work, so that nobody learns who has an account. How often one may try is the
 * shell's affair.
 */
export const signIn: RouteUseCase<"signIn"> = async (effects, actor, input, work) => {
  const allowed = permission(actor, "session.create");
  if (!allowed.ok) return allowed;
  const found = await effects.store.catalogue.accounts.byEmail(normalisedEmail(input.email));
  const { fits, renew } = await checkPassword(input.password, found?.passwordHash ?? null);
  if (!fits || found === null || found.disabledAt !== null) return refused();
  const renewed = renew ? await hashPassword(input.password, effects.randomBytes) : null;
  return effects.store.transaction(async (catalogue) => {
    // Read again: it may have been disabled while the password was being checked.
    const account = await catalogue.accounts.byId(found.id);
    if (account === null || account.disabledAt !== null) return refused();
    if (renewed !== null) await catalogue.accounts.setPassword(account.id, renewed);
    const reply = await startSession(effects, catalogue, account, work?.sessionToken);
    await catalogue.audit.append(
      auditEntry(effects, actorOfAccount(account), "session.create", `account:${account.id}`),
    );
    return ok(reply);
  });
};

const refused = () =>
  fail(
    problem(
      "accounts.sign-in-failed",
      "No account that can sign in has this address with this password. Check both and try again; if you have forgotten the password, ask a manager for a new link.",
    ),
  );
