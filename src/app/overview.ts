import { permission } from "#access";
import { ok, type Sha256 } from "#kernel";
import { shownRun } from "./read-data.ts";
import { readableSources, readableTiers } from "./readable.ts";
import { shownRelease } from "./releases/shown-release.ts";
import { maySeeFile, visibleReleases, visibleRuns } from "./releases/visible-releases.ts";
import { hiddenStudyFiles } from "./surveys/visible-studies.ts";
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
  // What is being prepared or was withdrawn is not what is in here, whoever asks.
  const releases = (await visibleReleases(effects, actor)).filter(
    ({ standing }) => standing.state === "published",
  );
  const runs = await visibleRuns(effects, actor);
  const sources = [];
  const hidden = await hiddenStudyFiles(effects, actor);
  for (const source of readable.values())
    if (!hidden.has(source.sha256) && (await maySeeFile(effects, actor, source.sha256))) sources.push(source);
  const conventions = await catalogue.standards.conventions();
  const ratifications = await catalogue.standards.ratifications({});
  const isReadable = ({ provenance }: { readonly provenance: { readonly source: Sha256 } }) =>
    readable.has(provenance.source);
  const dates = [
    ...releases.map(({ standing }) => standing.since),
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
