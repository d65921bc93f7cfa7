import { permission } from "#access";
import { ok } from "#kernel";
import { shownRelease, shownRun } from "./read-data.ts";
import type { RouteUseCase } from "./use-case.ts";

/** What is in this installation and how fresh it is: the counts of the home page. */
export const overview: RouteUseCase<"overview"> = async (effects, actor) => {
  const allowed = permission(actor, "overview.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const documents = await catalogue.documents.list();
  const evaluations = await catalogue.evaluations.list({ limit: 0, offset: 0 });
  const releases = (await catalogue.releases.list()).filter(
    ({ tier }) => permission(actor, "release.read", { tier }).ok,
  );
  const runs = await catalogue.indexes.runs();
  const sources = await catalogue.sources.list();
  const dates = [
    ...releases.map((r) => r.createdAt),
    ...runs.map((r) => r.createdAt),
    ...sources.map((s) => s.addedAt),
  ].sort();
  return ok({
    evaluations: evaluations.total,
    documents: documents.length,
    passages: documents.reduce((sum, document) => sum + document.passages, 0),
    releases: releases.map(shownRelease),
    runs: runs.map(shownRun),
    conventions: (await catalogue.standards.conventions()).length,
    ratifications: (await catalogue.standards.ratifications({})).length,
    sources: sources.length,
    demonstration: sources.some((source) => source.origin !== "real"),
    updatedAt: dates.at(-1) ?? null,
  });
};
