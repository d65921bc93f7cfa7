import { ok } from "#kernel";
import { readRatifications } from "#sources";
import { auditEntry } from "./audit-entry.ts";
import { importOutcome } from "./import-outcome.ts";
import { sourceRecord, withKeptFile } from "./kept-source.ts";
import type { RouteUseCase } from "./use-case.ts";

/**
 * Takes a list of ratifications in. Two lists that give two dates for one state stay two events; a list is
 * partial by nature, so that a state it leaves out is unknown and nothing is concluded from it.
 */
export const importRatifications: RouteUseCase<"importRatifications"> = async (effects, actor, input) =>
  withKeptFile(effects, actor, "standard.import", input, input.name, async ({ stored, bytes }) => {
    const events = readRatifications(bytes, {
      source: stored.sha256,
      name: input.name,
      list: input.list ?? input.name,
    });
    if (!events.ok) return events;
    return effects.store.transaction(async (catalogue) => {
      await catalogue.sources.add(sourceRecord(effects, actor, stored, { name: input.name, origin: "real" }));
      const counts = await catalogue.standards.putRatifications(events.value);
      await catalogue.audit.append(
        auditEntry(effects, actor, "standard.import", `source:${stored.sha256}`, {
          name: input.name,
          ...counts,
        }),
      );
      return ok(importOutcome({ ...counts, ids: [stored.sha256] }));
    });
  });
