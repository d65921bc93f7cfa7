// Reading use cases of the evidence half: evaluations, documents, passages.

import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import type { Evaluation, Passage, SourceFile } from "#records";
import { searchTextProblem } from "#store";
import { mayReadSource, readableTiers } from "./readable.ts";
import { reviewsOfEvaluation } from "./reviews/reviews-of-evaluation.ts";
import { evaluationQuestion, passageQuestion } from "./search/search-input.ts";
import type { RouteUseCase } from "./use-case.ts";

/** The declared shape of a record: provenance is asked by its trace address, not shown inline. */
export const shownEvaluation = ({ provenance: _, valueOrigins: __, ...record }: Evaluation) => ({
  ...record,
  countries: [...record.countries],
  countryGroups: [...record.countryGroups],
  themes: [...record.themes],
  oddities: [...record.oddities],
  otherSymbols: [...record.otherSymbols],
  projects: [...record.projects],
  evaluators: [...record.evaluators],
  sdgTargets: [...record.sdgTargets],
  branches: [...record.branches],
  criteria: [...record.criteria],
  populations: [...record.populations],
  reportLanguages: [...record.reportLanguages],
  otherLanguages: [...record.otherLanguages],
  links: [...record.links],
  partners: [...record.partners],
  relations: [...record.relations],
});
export const shownPassage = (passage: Passage) => ({
  ...passage,
  spans: passage.spans.map(([start, end]): [number, number] => [start, end]),
});
export const shownSource = ({ addedBy: _, tier: __, ...source }: SourceFile) => source;

const unknown = (what: string, id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no ${what} "${id}". It may be misspelt, or come from another installation; look it up in the list.`,
    ),
  );

export const listEvaluations: RouteUseCase<"listEvaluations"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.read");
  if (!allowed.ok) return allowed;
  const wrong = searchTextProblem(input.text ?? "", "evaluations");
  if (wrong) return fail(wrong);
  const found = await effects.store.catalogue.evaluations.list({
    ...evaluationQuestion(input),
    ...(input.facets && { facets: input.facets }),
    tiers: readableTiers(actor),
    limit: input.limit,
    offset: input.offset,
  });
  return ok({
    total: found.total,
    understood: found.understood,
    evaluations: found.evaluations.map(shownEvaluation),
    facets: shownFacets(found.facets),
  });
};

/** Facets as plain mutable arrays, the form answers are declared in. */
export const shownFacets = (
  facets: Readonly<Record<string, readonly { readonly value: string | null; readonly count: number }[]>>,
) => Object.fromEntries(Object.entries(facets).map(([name, counts]) => [name, [...counts]]));

export const evaluation: RouteUseCase<"evaluation"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const record = await catalogue.evaluations.byId(input.id);
  if (!record) return unknown("evaluation", input.id);
  const source = await catalogue.sources.byHash(record.provenance.source);
  const readable = permission(actor, "evaluation.read", source ? { tier: source.tier } : {});
  if (!readable.ok) return readable;
  const documents = [];
  const passages = [];
  for (const sha256 of await catalogue.documents.ofEvaluation(record.id)) {
    const [source, reading] = [
      await catalogue.sources.byHash(sha256),
      await catalogue.documents.bySource(sha256),
    ];
    if (!source || !reading || !permission(actor, "document.read", { tier: source.tier }).ok) continue;
    documents.push({ source: shownSource(source), title: reading.title, pages: reading.pages });
    passages.push(...(await catalogue.passages.ofDocument(sha256)).map(shownPassage));
  }
  const [standing] = await catalogue.changes.versions(record.id);
  return ok({
    evaluation: shownEvaluation(record),
    version: standing?.version ?? 1,
    duplicates: [...(await catalogue.duplicates.of(record.id))],
    documents,
    passages,
    reviews: await reviewsOfEvaluation(effects, actor, record.id),
  });
};

export const listDocuments: RouteUseCase<"listDocuments"> = async (effects, actor) => {
  const allowed = permission(actor, "document.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const readable = (await catalogue.sources.list()).filter(
    ({ tier }) => permission(actor, "document.read", { tier }).ok,
  );
  const sources = new Map(readable.map((source) => [source.sha256, source]));
  const documents = (await catalogue.documents.list()).flatMap(({ source, ...rest }) => {
    const file = sources.get(source);
    return file ? [{ ...rest, source: shownSource(file) }] : [];
  });
  return ok(documents);
};

export const document: RouteUseCase<"document"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const sha256 = input.sha256 as SourceFile["sha256"];
  const source = await catalogue.sources.byHash(sha256);
  const allowed = permission(actor, "document.read", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  const reading = await catalogue.documents.bySource(sha256);
  if (!source || !reading) return unknown("report", input.sha256);
  const evaluations: string[] = [];
  for (const id of await catalogue.documents.evaluationsOf(sha256)) {
    const record = await catalogue.evaluations.byId(id);
    if (record && (await mayReadSource(catalogue, actor, record.provenance.source))) evaluations.push(id);
  }
  return ok({
    ...reading,
    source: shownSource(source),
    blocks: reading.blocks.map((block) => ({
      ...block,
      spans: block.spans.map(([start, end]): [number, number] => [start, end]),
    })),
    passages: (await catalogue.passages.ofDocument(sha256)).map(shownPassage),
    evaluations,
  });
};

export const passage: RouteUseCase<"passage"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const found = await catalogue.passages.byId(input.id);
  const source = found && (await catalogue.sources.byHash(found.source));
  const allowed = permission(actor, "document.read", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  return found ? ok(shownPassage(found)) : unknown("passage", input.id);
};

export const searchPassages: RouteUseCase<"searchPassages"> = async (effects, actor, input) => {
  const allowed = permission(actor, "passage.search");
  if (!allowed.ok) return allowed;
  const wrong = searchTextProblem(input.q);
  if (wrong) return fail(wrong);
  const hits = await effects.store.catalogue.passages.search({
    ...passageQuestion(input),
    ...(input.facets && { facets: input.facets }),
    tiers: readableTiers(actor),
    limit: input.limit,
    offset: input.offset,
  });
  return ok({
    total: hits.total,
    more: hits.more,
    ranked: hits.ranked,
    understood: hits.understood,
    hits: hits.hits.map((hit) => ({
      ...hit,
      passage: shownPassage(hit.passage),
      countries: [...hit.countries],
      highlights: hit.highlights.map(([start, end]): [number, number] => [start, end]),
    })),
    facets: shownFacets(hits.facets),
  });
};
