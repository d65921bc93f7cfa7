import { permission } from "#access";
import { ok } from "#kernel";
import type { RouteUseCase } from "../use-case.ts";
import { shown } from "./sessions.ts";

/** All accounts with their roles, for those who keep them. */
export const listAccounts: RouteUseCase<"listAccounts"> = async (effects, actor) => {
  const allowed = permission(actor, "account.read");
  if (!allowed.ok) return allowed;
  return ok((await effects.store.catalogue.accounts.list()).map(shown));
};
