// Searches kept under a name, by people with an account. The address of one may be handed on: what it shows
// is what its reader may see.

import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import type { Actor } from "#records";
import type { SavedSearch } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { RouteUseCase } from "../use-case.ts";

const shown = ({ id, name, room, state, createdAt, account }: SavedSearch, actor: Actor) => ({
  id,
  name,
  room,
  state: { ...state },
  createdAt,
  own: actor.kind === "account" && actor.id === account,
});

const needsAccount = fail(
  problem(
    "app.account-needed",
    "A saved search belongs to an account, and the operator at the machine has none. Sign in on the pages to save it; the address of a search can be kept without an account.",
  ),
);
const unknown = (id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no saved search "${id}". Its owner may have taken it away; search again, or ask them for the address of the search itself.`,
    ),
  );

export const listSearches: RouteUseCase<"listSearches"> = async (effects, actor) => {
  const allowed = permission(actor, "search.save");
  if (!allowed.ok) return allowed;
  return ok((await effects.store.catalogue.searches.list(actor.id)).map((search) => shown(search, actor)));
};

export const saveSearch: RouteUseCase<"saveSearch"> = async (effects, actor, input) => {
  const allowed = permission(actor, "search.save");
  if (!allowed.ok) return allowed;
  if (actor.kind !== "account") return needsAccount;
  const saved: SavedSearch = {
    id: `search-${Buffer.from(effects.randomBytes(8)).toString("hex")}`,
    account: actor.id,
    name: input.name,
    room: input.room,
    state: input.state,
    createdAt: effects.now(),
  };
  return effects.store.transaction(async (catalogue) => {
    await catalogue.searches.add(saved);
    await catalogue.audit.append(auditEntry(effects, actor, "search.save", saved.id, { name: saved.name }));
    return ok(shown(saved, actor));
  });
};

export const savedSearch: RouteUseCase<"savedSearch"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "search.read");
  if (!allowed.ok) return allowed;
  const found = await effects.store.catalogue.searches.byId(id);
  return found ? ok(shown(found, actor)) : unknown(id);
};

export const removeSearch: RouteUseCase<"removeSearch"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "search.save");
  if (!allowed.ok) return allowed;
  return effects.store.transaction(async (catalogue) => {
    const removed = await catalogue.searches.remove(id, actor.id, effects.now());
    if (!removed) return unknown(id);
    await catalogue.audit.append(auditEntry(effects, actor, "search.remove", id));
    return ok({ removed });
  });
};
