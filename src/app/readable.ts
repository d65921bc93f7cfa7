// What of the catalogue somebody may read, where a list or a count is made of many things at once.

import { permission } from "#access";
import type { Sha256 } from "#kernel";
import { type AccessTier, type Actor, accessTiers, type SourceFile } from "#records";
import type { Catalogue } from "#store";

/** Tiers whose sources, releases and what was made of them the actor may read. */
export const readableTiers = (actor: Actor): readonly AccessTier[] =>
  accessTiers.filter((tier) => permission(actor, "source.read", { tier }).ok);

/** The source files the actor may read, by hash: what was read from others is not shown or counted. */
export async function readableSources(
  catalogue: Catalogue,
  actor: Actor,
): Promise<ReadonlyMap<Sha256, SourceFile>> {
  const tiers = readableTiers(actor);
  const readable = (await catalogue.sources.list()).filter(({ tier }) => tiers.includes(tier));
  return new Map(readable.map((source) => [source.sha256, source]));
}

/** Whether a record may be read that was read from this source file; one that is absent hides nothing. */
export async function mayReadSource(catalogue: Catalogue, actor: Actor, sha256: Sha256): Promise<boolean> {
  const source = await catalogue.sources.byHash(sha256);
  return source === null || readableTiers(actor).includes(source.tier);
}
