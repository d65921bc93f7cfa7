import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import { auditEntry } from "../audit-entry.ts";
import type { RouteUseCase } from "../use-case.ts";
import { accountUnknown } from "./change-account.ts";
import { makeLink } from "./links.ts";
import { shown } from "./sessions.ts";

/** A new one-time link for somebody who lost theirs or forgot the password; the password stays until it is used. */
export const createAccountLink: RouteUseCase<"createAccountLink"> = (effects, actor, input) =>
  effects.store.transaction(async (catalogue) => {
    const allowed = permission(actor, "account.change");
    if (!allowed.ok) return allowed;
    const account = await catalogue.accounts.byId(input.id);
    if (account === null) return accountUnknown(input.id);
    const kept = permission(actor, "account.change", { role: account.role });
    if (!kept.ok) return kept;
    if (account.disabledAt !== null) {
      return fail(
        problem(
          "accounts.disabled",
          `The account of ${account.name} is disabled, so a link would be of no use. Enable it first.`,
        ),
      );
    }
    const link = await makeLink(effects, catalogue, "set-password", account.id);
    await catalogue.audit.append(
      auditEntry(effects, actor, "link.create", `account:${account.id}`, { purpose: "set-password" }),
    );
    return ok({ account: shown(account), link });
  });
