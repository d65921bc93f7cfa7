import { permission } from "#access";
import { failAll, ok, problem } from "#kernel";
import { readIndicatorCatalogue } from "#securities";
import { auditEntry } from "../audit-entry.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { RouteUseCase } from "../use-case.ts";
import { recordOf, standingIndicators } from "./standing-indicators.ts";

/**
 * Adds indicators of this installation, or puts new versions in the place of those that stand, also of those
 * that come with Socle. Nothing is changed or deleted: the version before gets the moment it was superseded.
 * All or nothing; all faults at once.
 */
export const addIndicators: RouteUseCase<"addIndicators"> = async (
  effects,
  actor,
  { indicators, reason },
) => {
  const allowed = permission(actor, "indicator.change");
  if (!allowed.ok) return allowed;
  const given = Array.isArray(indicators)
    ? indicators
    : (indicators as { indicators?: unknown })["indicators"];
  const read = readIndicatorCatalogue(
    Array.isArray(indicators) ? { id: "given", version: "1", indicators } : indicators,
  );
  if (!read.ok) return read;
  if (!Array.isArray(given) || given.length === 0)
    return failAll([
      problem("app.edit-empty", "No indicator was given. Send at least one; nothing was changed.", {
        field: "indicators",
      }),
    ]);
  return effects.store.transaction(async (catalogue) => {
    // Before it is asked what stands: of two who add the same at once the second has nothing to add.
    await catalogue.indicators.lock();
    const standing = new Map(
      (await standingIndicators(catalogue)).map((one) => [one.indicator.id, canonicalJson(one.indicator)]),
    );
    const changed = read.value.indicators.filter((one) => standing.get(one.id) !== canonicalJson(one));
    await catalogue.indicators.put(
      changed.map((one) => ({ id: one.id, record: recordOf(one) })),
      { reason, at: effects.now(), by: actor.id },
    );
    const ids = changed.map(({ id }) => id);
    if (ids.length > 0)
      await catalogue.audit.append(
        auditEntry(effects, actor, "indicator.change", `indicator:${ids[0]}`, { ids, reason }),
      );
    const superseded = ids.filter((id) => standing.has(id)).length;
    return ok({
      added: ids.length - superseded,
      superseded,
      unchanged: read.value.indicators.length - ids.length,
      ids,
    });
  });
};
