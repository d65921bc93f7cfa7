// Accounts at the command line: the use cases of the Desk, for the operator, who knows people by their address.

import { z } from "zod";
import { fail, ok, problem, type Result } from "#kernel";
import { type Account, type Actor, roles } from "#records";
import type { Effects } from "../effects.ts";
import { changeAccount } from "./change-account.ts";
import { createAccount } from "./create-account.ts";
import { createAccountLink } from "./create-account-link.ts";
import { listAccounts } from "./list-accounts.ts";
import { normalisedEmail } from "./rules.ts";

const email = z.string().min(1).max(254);

async function accountBy(effects: Effects, given: string): Promise<Result<Account>> {
  const account = await effects.store.catalogue.accounts.byEmail(normalisedEmail(given));
  return account
    ? ok(account)
    : fail(
        problem(
          "app.not-found",
          `There is no account with the address ${given}. socle accounts list shows them all.`,
          { field: "email" },
        ),
      );
}

export const accountCommands = {
  "accounts-list": {
    args: z.object({}),
    run: (effects: Effects, actor: Actor): Promise<Result<unknown>> => listAccounts(effects, actor, {}),
  },
  "accounts-add": {
    // Not `name`: the address of a command holds that of the command.
    args: z.object({
      email,
      person: z.string().trim().min(1).max(200),
      role: z.enum(roles).default("member"),
    }),
    run: (
      effects: Effects,
      actor: Actor,
      {
        person,
        ...args
      }: { readonly email: string; readonly person: string; readonly role: (typeof roles)[number] },
    ): Promise<Result<unknown>> => createAccount(effects, actor, { ...args, name: person }),
  },
  "accounts-link": {
    args: z.object({ email }),
    run: async (
      effects: Effects,
      actor: Actor,
      args: { readonly email: string },
    ): Promise<Result<unknown>> => {
      const account = await accountBy(effects, args.email);
      return account.ok ? createAccountLink(effects, actor, { id: account.value.id }) : account;
    },
  },
  "accounts-disable": {
    args: z.object({ email, disabled: z.boolean().default(true) }),
    run: async (
      effects: Effects,
      actor: Actor,
      { email: given, disabled }: { readonly email: string; readonly disabled: boolean },
    ): Promise<Result<unknown>> => {
      const account = await accountBy(effects, given);
      return account.ok ? changeAccount(effects, actor, { id: account.value.id, disabled }) : account;
    },
  },
} as const;
