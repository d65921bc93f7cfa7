// Sessions: opaque tokens of which only the hash is stored. A session ends 12 hours after signing in,
// whatever happens in between: a working day, and no forgotten browser stays open overnight. It ends
// earlier by signing out, a change of role or password, or disabling.

import { actionsOf } from "#access";
import { type Account, type Actor, visitor } from "#records";
import type { Catalogue } from "#store";
import type { Effects } from "../effects.ts";
import type { RouteReply } from "../use-case.ts";
import { hoursAfter, newToken, tokenHash } from "./tokens.ts";

export const sessionHours = 12;

export type SessionReply = RouteReply<"session">;

/** What signing in answers: the reply, and the token, which travels in a cookie and never in a body. */
export type IssuedSession = SessionReply & {
  readonly issued: { readonly token: string; readonly expiresAt: string };
};

/** Whether a reply carries a new session whose token must be set as a cookie. */
export const hasIssuedSession = (value: unknown): value is IssuedSession =>
  typeof value === "object" && value !== null && "issued" in value;

export const actorOfAccount = (account: Account): Actor => ({
  id: account.id,
  role: account.role,
  kind: "account",
});

export function sessionReply(actor: Actor, account: Account | null): SessionReply {
  return { account: account && shown(account), role: actor.role, may: [...actionsOf(actor)] };
}

/** Only the declared fields of an account: a record read with its password hash must not travel on. */
export const shown = ({ id, email, name, role, createdAt, disabledAt }: Account): Account => ({
  id,
  email,
  name,
  role,
  createdAt,
  disabledAt,
});

/**
 * Starts a session inside a transaction. The token is always new, and the session the request came with
 * ends: a token planted in a browser beforehand is worth nothing after signing in.
 */
export async function startSession(
  effects: Effects,
  catalogue: Catalogue,
  account: Account,
  formerToken?: string,
): Promise<IssuedSession> {
  const now = effects.now();
  const token = newToken(effects.randomBytes);
  const expiresAt = hoursAfter(now, sessionHours);
  if (formerToken) await catalogue.sessions.remove(tokenHash(formerToken));
  await catalogue.sessions.add({
    tokenHash: tokenHash(token),
    account: account.id,
    createdAt: now,
    expiresAt,
  });
  return { ...sessionReply(actorOfAccount(account), account), issued: { token, expiresAt } };
}

/** Who a request comes from: the holder of the session's token, else a visitor. */
export async function actorOfToken(effects: Effects, token: string | undefined): Promise<Actor> {
  if (!token) return visitor;
  const account = await effects.store.catalogue.sessions.byTokenHash(tokenHash(token), effects.now());
  return account === null || account.disabledAt !== null ? visitor : actorOfAccount(account);
}
