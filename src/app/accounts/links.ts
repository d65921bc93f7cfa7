// One-time links: who is handed one can set a password, or become the first administrator. Only the hash
// is stored. The token stands after `#`, which browsers send to no server, so it reaches no log.

import { fail, ok, problem, type Result } from "#kernel";
import { operator } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { hoursAfter, newToken, tokenHash } from "./tokens.ts";

export type LinkPurpose = "claim-administrator" | "set-password";

/** A day to claim the installation just started; a week for a colleague to open their mail. */
const hoursOfPurpose: Readonly<Record<LinkPurpose, number>> = {
  "claim-administrator": 24,
  "set-password": 7 * 24,
};

/** Makes a link inside a transaction; earlier unused ones of the same purpose and account become worthless. */
export async function makeLink(
  effects: Effects,
  catalogue: Catalogue,
  purpose: LinkPurpose,
  account: string | null,
): Promise<string> {
  const now = effects.now();
  const token = newToken(effects.randomBytes);
  await catalogue.links.revoke(purpose, account);
  await catalogue.links.add({
    tokenHash: tokenHash(token),
    purpose,
    account,
    createdAt: now,
    expiresAt: hoursAfter(now, hoursOfPurpose[purpose]),
  });
  return `${effects.address}/claim#${token}`;
}

export const linkInvalid = (): Result<never> =>
  fail(
    problem(
      "accounts.link-invalid",
      "This link is unknown, has been used, was replaced by a newer one, or is past its time. Ask whoever gave it to you for a new one; for the first administrator, start the server again.",
    ),
  );

/** Whether somebody can sign in as administrator. */
export async function hasAdministrator(catalogue: Catalogue): Promise<boolean> {
  const accounts = await catalogue.accounts.list();
  return accounts.some((account) => account.role === "administrator" && account.disabledAt === null);
}

/**
 * At a start without an administrator: a one-time link to become it, good for 24 hours, in place of the
 * one an earlier start printed. Null once there is an administrator.
 */
export const createFirstLink = (effects: Effects): Promise<Result<string | null>> =>
  effects.store.transaction(async (catalogue) => {
    await catalogue.accounts.lock();
    if (await hasAdministrator(catalogue)) {
      await catalogue.links.revoke("claim-administrator", null);
      return ok(null);
    }
    const link = await makeLink(effects, catalogue, "claim-administrator", null);
    await catalogue.audit.append(
      auditEntry(effects, operator, "link.create", "link:claim-administrator", {
        purpose: "claim-administrator",
      }),
    );
    return ok(link);
  });
