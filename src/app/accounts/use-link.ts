import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { Account } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import type { RouteInput, RouteUseCase } from "../use-case.ts";
import { hasAdministrator, linkInvalid } from "./links.ts";
import { newAccountId } from "./new-account-id.ts";
import { hashPassword } from "./password-hash.ts";
import { emailProblems, nameProblems, normalisedEmail, passwordProblems } from "./rules.ts";
import { actorOfAccount, startSession } from "./sessions.ts";
import { tokenHash } from "./tokens.ts";

/**
 * Uses a one-time link: makes the first administrator, or sets the password of the account it was made
 * for, and signs in. A password that will not do leaves the link good. Of two uses at the same moment one
 * succeeds; the mark "used" and the change are one transaction.
 */
export const useLink: RouteUseCase<"useLink"> = async (effects, _actor, input, work) => {
  const hash = tokenHash(input.token);
  const { catalogue } = effects.store;
  const link = await catalogue.links.peek(hash, effects.now());
  if (link === null) return linkInvalid();
  const holder = link.account === null ? null : await catalogue.accounts.byId(link.account);
  const problems = claimProblems(input, link.purpose === "claim-administrator", holder);
  if (problems.length > 0) return failAll(problems);
  const passwordHash = await hashPassword(input.password, effects.randomBytes);

  return effects.store.transaction(async (inside) => {
    if (!(await inside.links.use(hash, effects.now()))) return linkInvalid();
    const account =
      link.account === null
        ? await claimAdministrator(effects, inside, input, passwordHash)
        : await setPassword(effects, inside, link.account, passwordHash);
    if (!account.ok) return account;
    return ok(await startSession(effects, inside, account.value, work?.sessionToken));
  });
};

function claimProblems(
  input: RouteInput<"useLink">,
  claims: boolean,
  holder: Account | null,
): readonly Problem[] {
  const email = claims ? (input.email ?? "") : (holder?.email ?? "");
  return [
    ...(claims ? nameProblems(input.name ?? "") : []),
    ...(claims ? emailProblems(email) : []),
    ...passwordProblems(input.password, email),
  ];
}

async function claimAdministrator(
  effects: Effects,
  catalogue: Catalogue,
  input: RouteInput<"useLink">,
  passwordHash: string,
): Promise<Result<Account>> {
  await catalogue.accounts.lock();
  if (await hasAdministrator(catalogue)) {
    return fail(
      problem(
        "accounts.administrator-exists",
        "There is an administrator already, so this link has no effect any more. Ask them for an account.",
      ),
    );
  }
  const email = normalisedEmail(input.email ?? "");
  if ((await catalogue.accounts.byEmail(email)) !== null) {
    return fail(
      problem("accounts.email-taken", `An account with the address ${email} exists. Use another address.`, {
        field: "email",
      }),
    );
  }
  const account: Account = {
    id: newAccountId(effects),
    email,
    name: (input.name ?? "").trim(),
    role: "administrator",
    createdAt: effects.now(),
    disabledAt: null,
  };
  await catalogue.accounts.add({ ...account, passwordHash });
  await catalogue.links.revoke("claim-administrator", null);
  await catalogue.audit.append(
    auditEntry(effects, actorOfAccount(account), "account.create", `account:${account.id}`, {
      role: account.role,
      by: "one-time link",
    }),
  );
  return ok(account);
}

async function setPassword(
  effects: Effects,
  catalogue: Catalogue,
  id: string,
  passwordHash: string,
): Promise<Result<Account>> {
  const account = await catalogue.accounts.byId(id);
  if (account === null || account.disabledAt !== null) return linkInvalid();
  await catalogue.accounts.setPassword(id, passwordHash);
  await catalogue.sessions.removeOfAccount(id);
  await catalogue.links.revoke("set-password", id);
  await catalogue.audit.append(
    auditEntry(effects, actorOfAccount(account), "account.set-password", `account:${id}`, {
      by: "one-time link",
    }),
  );
  return ok(account);
}
