import { permission } from "#access";
import { fail, ok, type Provenance, problem, type Sha256 } from "#kernel";
import type { Recommendation } from "#records";
import { auditEntry } from "../audit-entry.ts";
import { mayReadSource } from "../readable.ts";
import type { RouteUseCase } from "../use-case.ts";
import { issueNew, recommendationOfPassage } from "./gather-recommendations.ts";
import { recordSteps } from "./record-steps.ts";

/**
 * Makes records of passages of any kind, which are issued with their report, or drafts one in the words of
 * whoever writes it, tied to a report or an evaluation.
 */
export const draftRecommendations: RouteUseCase<"draftRecommendations"> = async (effects, actor, input) => {
  const allowed = permission(actor, "recommendation.draft");
  if (!allowed.ok) return allowed;
  const { passages, text, document, evaluation, number, unit } = input;
  if (passages.length === 0 && text === undefined)
    return fail(
      problem(
        "follow-up.nothing-to-record",
        "Neither a passage nor a text was given. Choose passages in a report, or write the recommendation.",
      ),
    );
  return effects.store.transaction(async (catalogue) => {
    const made: Recommendation[] = [];
    for (const id of passages) {
      const passage = await catalogue.passages.byId(id);
      const source = passage && (await catalogue.sources.byHash(passage.source));
      if (!passage || !source || !(await mayReadSource(catalogue, actor, passage.source)))
        return fail(
          problem(
            "follow-up.not-a-recommendation",
            `There is no passage "${id}" that could become a recommendation. Take its id from the reading view. Nothing was recorded.`,
            { field: "passages" },
          ),
        );
      made.push({ ...recommendationOfPassage(passage, source.origin), unit: unit ?? null });
    }
    const at = effects.now();
    await catalogue.recommendations.put(made, at, actor.id);
    await issueNew(
      effects,
      catalogue,
      actor,
      made.map(({ id }) => id),
    );
    const ids = made.map(({ id }) => id);
    if (text !== undefined) {
      const record = evaluation === undefined ? null : await catalogue.evaluations.byId(evaluation);
      const source = (document as Sha256 | undefined) ?? record?.provenance.source;
      const file = source === undefined ? null : await catalogue.sources.byHash(source);
      if (
        !file ||
        (evaluation !== undefined && !record) ||
        !(await mayReadSource(catalogue, actor, file.sha256))
      )
        return fail(
          problem(
            "follow-up.nothing-to-record",
            "A recommendation in new words needs the report or the evaluation it belongs to, so that it can be traced. Name one that is here. Nothing was recorded.",
            { field: "document" },
          ),
        );
      const provenance: Provenance = { source: file.sha256, locator: { kind: "whole" } };
      const id = `rec-${Buffer.from(effects.randomBytes(8)).toString("hex")}`;
      const own: Recommendation = {
        id,
        evaluation: evaluation ?? null,
        passages: [],
        document: (document as Sha256 | undefined) ?? null,
        number: number ?? null,
        text,
        language: record?.language ?? null,
        addressees: [],
        priority: null,
        timeFrame: null,
        printedTimeFrame: null,
        resources: null,
        linkedPassages: [],
        unit: unit ?? null,
        themes: [],
        branches: [],
        origin: file.origin,
        inReading: true,
        provenance,
      };
      await catalogue.recommendations.put([own], at, actor.id);
      const drafted = await recordSteps(effects, catalogue, actor, "recommendation.draft", id, [
        { action: null, data: { kind: "drafted" } },
      ]);
      if (!drafted.ok) return drafted;
      ids.push(id);
    }
    await catalogue.audit.append(
      auditEntry(effects, actor, "recommendation.draft", `recommendation:${ids[0]}`, { ids }),
    );
    return ok({ ids });
  });
};

/** A new version with other describing facts; text and place stay as the report has them. */
export const describeRecommendation: RouteUseCase<"describeRecommendation"> = async (
  effects,
  actor,
  { id, ...change },
) => {
  const allowed = permission(actor, "recommendation.draft");
  if (!allowed.ok) return allowed;
  return effects.store.transaction(async (catalogue) => {
    const [found] = await catalogue.recommendations.byIds([id]);
    const readable = found && permission(actor, "recommendation.read", { tier: found.place.tier });
    if (!found || !readable?.ok)
      return fail(problem("app.not-found", `There is no recommendation "${id}". Look it up in the list.`));
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const counts = await catalogue.recommendations.put(
      [{ ...found.record, ...given } as Recommendation],
      effects.now(),
      actor.id,
    );
    await catalogue.audit.append(
      auditEntry(effects, actor, "recommendation.draft", `recommendation:${id}`, { described: given }),
    );
    return ok({ version: counts.added > 0 ? ("new" as const) : ("same" as const) });
  });
};
