import type { Actor } from "#records";
import type { Effects } from "../../effects.ts";
import type { RouteReply } from "../../use-case.ts";
import { mayPrepare, type StandingEdition } from "../visible-studies.ts";

export type EditionHead = RouteReply<"actOnEdition">;

/** Names of people by account, for those who bring studies; null for everybody else. */
export type Names = (id: string) => string | null;

export async function namesFor(effects: Effects, actor: Actor): Promise<Names> {
  if (!mayPrepare(actor)) return () => null;
  const accounts = await effects.store.catalogue.accounts.list();
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** An edition as answers have it: what it is and what became of it, without its files and dictionary. */
export const shownEdition = (
  { edition, state, publishedAt, withdrawn }: StandingEdition,
  names: Names,
): EditionHead => ({
  version: edition.version,
  state,
  data: edition.state,
  from: edition.from,
  changes: edition.changes.map((change) => ({ ...change })),
  checksum: edition.checksum,
  createdAt: edition.createdAt,
  createdBy: names(edition.createdBy),
  publishedAt,
  withdrawn,
});
