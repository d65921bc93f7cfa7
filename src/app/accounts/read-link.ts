import { ok } from "#kernel";
import type { RouteUseCase } from "../use-case.ts";
import { linkInvalid } from "./links.ts";
import { tokenHash } from "./tokens.ts";

/** What a one-time link is for, and whose password it sets; the link stays good. */
export const readLink: RouteUseCase<"readLink"> = async (effects, _actor, input) => {
  const { catalogue } = effects.store;
  const link = await catalogue.links.peek(tokenHash(input.token), effects.now());
  if (link === null) return linkInvalid();
  const account = link.account === null ? null : await catalogue.accounts.byId(link.account);
  if (link.account !== null && (account === null || account.disabledAt !== null)) return linkInvalid();
  return ok({ purpose: link.purpose, name: account?.name ?? null, email: account?.email ?? null });
};
