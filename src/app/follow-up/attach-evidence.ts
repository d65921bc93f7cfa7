import { ok } from "#kernel";
import { sourceRecord, withKeptFile } from "../kept-source.ts";
import type { RouteUseCase } from "../use-case.ts";
import { knownRecommendation } from "./known-recommendation.ts";
import { shownWhole } from "./recommendation.ts";
import { recordSteps } from "./record-steps.ts";
import { ownActions } from "./take-steps.ts";

/** Keeps the document as a source of the tier of the recommendation, and ties it to the action. */
export const attachEvidence: RouteUseCase<"attachEvidence"> = (effects, actor, input) =>
  withKeptFile(effects, actor, "recommendation.progress", input, input.name, async ({ stored }) => {
    const done = await effects.store.transaction(async (catalogue) => {
      const known = await knownRecommendation(catalogue, actor, "recommendation.progress", input.id);
      if (!known.ok) return known;
      const own = await ownActions(effects, catalogue, actor, input.id, [input.action]);
      if (!own.ok) return own;
      const { record, place } = known.value;
      const facts = { name: input.name, origin: record.origin, tier: place.tier };
      await catalogue.sources.add(sourceRecord(effects, actor, stored, facts));
      return recordSteps(effects, catalogue, actor, "recommendation.progress", input.id, [
        {
          action: input.action,
          data: { kind: "evidence-attached", source: stored.sha256, note: input.note?.trim() || null },
        },
      ]);
    });
    if (!done.ok) return done;
    const known = await knownRecommendation(effects.store.catalogue, actor, "recommendation.read", input.id);
    return known.ok ? ok(await shownWhole(effects, actor, known.value)) : known;
  });
