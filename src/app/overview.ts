import { permission } from "#access";
import { ok, type Sha256 } from "#kernel";
import { shownRelease, shownRun } from "./read-data.ts";
import { readableSources, readableTiers } from "./readable.ts";
import type { RouteUseCase } from "./use-case.ts";

/** What is in this installation and how fresh it is: the counts of the home page, of what the asker may read. */
export const overview: RouteUseCase<"overview"> = async (effects, actor) => {
  const allowed = permission(actor, "overview.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const tiers = readableTiers(actor);
  const readable = await readableSources(catalogue, actor);
  const documents = (await catalogue.documents.list()).filter(({ source }) => readable.has(source));
  const evaluations = await catalogue.evaluations.list({ tiers, limit: 0, offset: 0 });
  const releases = (await catalogue.releases.list()).filter(({ tier }) => tiers.includes(tier));
  const runs = await catalogue.indexes.runs(tiers);
  const sources = [...readable.values()];
  const conventions = await catalogue.standards.conventions();
  const ratifications = await catalogue.standards.ratifications({});
  const isReadable = ({ provenance }: { readonly provenance: { readonly source: Sha256 } }) =>
    readable.has(provenance.source);
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
    conventions: conventions.filter(isReadable).length,
    ratifications: ratifications.filter(isReadable).length,
    sources: sources.length,
    demonstration: sources.some((source) => source.origin !== "real"),
    updatedAt: dates.at(-1) ?? null,
  });
};
