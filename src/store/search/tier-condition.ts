import { type RawBuilder, sql } from "kysely";
import type { AccessTier } from "#records";

/**
 * The condition that a record was read from a source of one of the tiers, to follow a WHERE; nothing where
 * all tiers are asked for, and no record where none is.
 */
export function ofTiers(source: RawBuilder<unknown>, tiers: readonly AccessTier[] | undefined) {
  if (tiers === undefined) return sql``;
  if (tiers.length === 0) return sql`and false`;
  return sql`and exists (select from sources as tiered
    where tiered.sha256 = ${source} and tiered.tier in (${sql.join(tiers)}))`;
}
