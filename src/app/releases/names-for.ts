import { permission } from "#access";
import type { Actor } from "#records";
import type { Effects } from "../effects.ts";

/** Names of people by account, for those who prepare releases; null for everybody else. */
export async function namesFor(effects: Effects, actor: Actor): Promise<ReadonlyMap<string, string> | null> {
  if (!permission(actor, "release.prepare").ok) return null;
  const accounts = await effects.store.catalogue.accounts.list();
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
