import { permission } from "#access";
import { failAll, ok, type Problem, problem, type Sha256 } from "#kernel";
import type { FollowUpData, Recommendation } from "#records";
import { auditEntry } from "../audit-entry.ts";
import { importOutcome } from "../import-outcome.ts";
import { mayReadSource } from "../readable.ts";
import type { RouteUseCase } from "../use-case.ts";
import { issueNew } from "./gather-recommendations.ts";
import { knownRecommendation } from "./known-recommendation.ts";
import { recordSteps } from "./record-steps.ts";

/**
 * Records what a person has confirmed of the proposals, all or none. A proposal without a recommendation
 * makes the record first, of the words of the document the proposals were read from.
 */
export const confirmResponses: RouteUseCase<"confirmResponses"> = async (effects, actor, input) => {
  const allowed = permission(actor, "recommendation.respond");
  if (!allowed.ok) return allowed;
  return effects.store.transaction(async (catalogue) => {
    const problems: Problem[] = [];
    const ids: string[] = [];
    const document = input.document as Sha256 | undefined;
    const source =
      document !== undefined && (await mayReadSource(catalogue, actor, document))
        ? await catalogue.sources.byHash(document)
        : null;
    const reading = source && (await catalogue.documents.bySource(source.sha256));
    for (const proposal of input.proposals) {
      let id = proposal.recommendation;
      if (id === null) {
        if (!source || proposal.number === null) {
          problems.push(
            problem(
              "follow-up.proposal-stale",
              `The proposal for recommendation ${proposal.number ?? "(no number)"} names no record and no document it could be made of. Ask for the proposals anew.`,
              { field: proposal.number ?? "recommendation" },
            ),
          );
          continue;
        }
        id = `rec-${source.sha256.slice(0, 16)}-n${proposal.number.replace(/[^A-Za-z0-9]/g, "")}`;
        const made: Recommendation = {
          id,
          evaluation: null,
          passages: [],
          document: source.sha256,
          number: proposal.number,
          text: proposal.text,
          language: reading?.language ?? null,
          addressees: [],
          priority: null,
          timeFrame: null,
          printedTimeFrame: null,
          resources: null,
          linkedPassages: [],
          unit: proposal.unit,
          themes: [],
          branches: [],
          origin: source.origin,
          inReading: true,
          provenance: { source: source.sha256, locator: { kind: "whole" } },
        };
        await catalogue.recommendations.put([made], effects.now(), actor.id);
        await issueNew(effects, catalogue, actor, [id]);
      } else {
        const known = await knownRecommendation(catalogue, actor, "recommendation.respond", id);
        if (!known.ok) {
          problems.push(...known.problems);
          continue;
        }
        const { record } = known.value;
        if (proposal.unit !== null && record.unit === null)
          await catalogue.recommendations.put([{ ...record, unit: proposal.unit }], effects.now(), actor.id);
      }
      const recorded = await recordSteps(
        effects,
        catalogue,
        actor,
        "recommendation.respond",
        id,
        proposal.steps.map(({ action, on, data }) => ({ action, on, data: data as FollowUpData })),
      );
      if (recorded.ok) ids.push(id);
      else problems.push(...recorded.problems);
    }
    if (problems.length > 0) return failAll(problems);
    await catalogue.audit.append(
      auditEntry(
        effects,
        actor,
        "recommendation.respond",
        document ? `source:${document}` : "responses:table",
        {
          recommendations: ids.length,
        },
      ),
    );
    return ok(importOutcome({ added: ids.length, ids }));
  });
};
