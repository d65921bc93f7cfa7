import { permission } from "#access";
import { areaName, fail, type Locator, ok, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, Observation, StoredIndexRun, TraceNode } from "#records";
import { type IndexRun, readIndexDefinition, restsOnWholeSet, scoreExplainer } from "#securities";
import type { Effects } from "./effects.ts";
import { attributesOfRun } from "./indexes/classifications.ts";
import { indexInputs } from "./indexes/index-inputs.ts";
import { indicatorOf, originalOf } from "./indicators/index.ts";
import { indicatorCatalogue } from "./ready-definitions.ts";
import { knownRelease, maySeeFile, maySeeValues, readableRelease } from "./releases/visible-releases.ts";
import { traceStudy } from "./surveys/trace-studies.ts";
import { hiddenStudyFiles } from "./surveys/visible-studies.ts";
import {
  definitionId,
  observationId,
  observationKeyOf,
  parseTraceId,
  passageTraceId,
  releaseId,
  runId,
  scoreId,
  sourceId,
} from "./trace-ids.ts";
import type { RouteReply, RouteUseCase } from "./use-case.ts";

type Path = Result<TraceNode>;

const indicatorNames = new Map(indicatorCatalogue.indicators.map(({ id, label }) => [id, label.en]));

type SourcePointer = NonNullable<TraceNode["source"]>;

const node = (
  id: string,
  kind: TraceNode["kind"],
  label: string,
  rest: Partial<TraceNode> = {},
): TraceNode => ({
  id,
  kind,
  label,
  value: null,
  recipe: null,
  contribution: null,
  stretchedFrom: null,
  inputs: [],
  source: null,
  ...rest,
});

const unknown = (id: string): Path =>
  fail(
    problem(
      "app.trace-unknown",
      `Nothing here has the address "${id.slice(0, 200)}". Addresses come with each figure and sentence: score:RUN/AREA/NODE, observation:…, passage:…, evaluation:…, ratification:…, run:…, release:…, study:ID, edition:STUDY/VERSION, source:SHA256.`,
    ),
  );

/** The end of a path: the file and the place in it. */
async function pointer(
  effects: Effects,
  actor: Actor,
  sha256: Sha256,
  locator: Locator | null,
): Promise<SourcePointer | null> {
  const source = await effects.store.catalogue.sources.byHash(sha256);
  // A release may be open where a file it was made of is not: the path then ends before the file.
  if (source && !permission(actor, "source.read", { tier: source.tier }).ok) return null;
  const place =
    locator?.kind === "text"
      ? { page: locator.page ?? null, spans: locator.spans }
      : locator?.kind === "cell"
        ? { sheet: locator.sheet ?? null, row: locator.row, column: locator.column }
        : null;
  return { sha256, file: source?.name ?? "(not in this store)", locator: place };
}

async function ofSource(effects: Effects, actor: Actor, sha256: string): Promise<Path> {
  const source = await effects.store.catalogue.sources.byHash(sha256 as Sha256);
  const allowed = permission(actor, "source.read", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  if (!source || !(await maySeeFile(effects, actor, source.sha256))) return unknown(sourceId(sha256));
  if ((await hiddenStudyFiles(effects, actor)).has(source.sha256)) return unknown(sourceId(sha256));
  return ok(
    node(sourceId(sha256), "source", source.citation.title, {
      value: source.origin,
      source: await pointer(effects, actor, source.sha256, null),
    }),
  );
}

async function ofRelease(effects: Effects, actor: Actor, id: string): Promise<Path> {
  const known = await knownRelease(effects, actor, id);
  if (!known.ok) return known.problems[0]?.code === "app.not-found" ? unknown(releaseId(id)) : known;
  const { release } = known.value;
  const inputs: TraceNode[] = [];
  for (const sha256 of release.sources) {
    const source = await ofSource(effects, actor, sha256);
    if (source.ok) inputs.push(source.value);
  }
  return ok(
    node(releaseId(id), "release", `${release.title}, version ${release.version}`, {
      value: release.origin,
      recipe: release.recipe,
      inputs,
    }),
  );
}

/** The name of an indicator that this installation added; null where it has none. */
async function ownName(effects: Effects, id: string): Promise<string | null> {
  const [newest] = await effects.store.catalogue.indicators.versions(id);
  return newest ? (indicatorOf(newest)?.label.en ?? null) : null;
}

async function observationNode(
  effects: Effects,
  actor: Actor,
  release: string,
  observation: Observation,
): Promise<TraceNode> {
  const { file, row, column } = observation;
  const named = indicatorNames.get(observation.indicator) ?? (await ownName(effects, observation.indicator));
  const label = `${named ? `${named} (${observation.indicator})` : observation.indicator}, ${areaName(observation.area, "en")}, ${observation.period} (${observation.source}${observation.unit ? `, ${observation.unit}` : ""})`;
  const from = originalOf(observation);
  const original =
    from && (await maySeeValues(effects, actor, from.release))
      ? await effects.store.releases.observation(from)
      : null;
  return node(observationId(release, observation), "observation", label, {
    value: observation.value ?? observation.missing,
    // A chosen value leads on to the observation it was chosen from.
    inputs: from && original ? [await observationNode(effects, actor, from.release, original)] : [],
    source: await pointer(effects, actor, file, { kind: "cell", row, column }),
  });
}

async function ofObservation(
  effects: Effects,
  actor: Actor,
  id: string,
  parts: readonly string[],
): Promise<Path> {
  const key = observationKeyOf(parts);
  if (!key) return unknown(id);
  const release = await ofRelease(effects, actor, key.release);
  if (!release.ok) return release;
  const readable = await readableRelease(effects, actor, key.release);
  if (!readable.ok) return readable;
  const observation = await effects.store.releases.observation(key);
  if (!observation) return unknown(id);
  const found = await observationNode(effects, actor, key.release, observation);
  return ok({ ...found, inputs: [...found.inputs, release.value] });
}

async function ofDefinition(effects: Effects, id: string, version: string): Promise<TraceNode | null> {
  const stored = await effects.store.catalogue.indexes.definition(id, version);
  if (!stored) return null;
  const label = `${stored.title.en}, version ${version}${stored.reconstruction ? " (reconstruction)" : ""}`;
  return node(definitionId(id, version), "definition", label, { value: stored.sha256 });
}

async function runNode(effects: Effects, actor: Actor, run: StoredIndexRun): Promise<TraceNode> {
  const definition = await ofDefinition(effects, run.definitionId, run.definitionVersion);
  const release = await ofRelease(effects, actor, run.release);
  const inputs = [...(definition ? [definition] : []), ...(release.ok ? [release.value] : [])];
  return node(runId(run.id), "run", `${run.title.en} over ${run.release}`, {
    value: run.resultSha256,
    recipe: run.recipe,
    inputs,
  });
}

/** A score with all below it: sub-indexes, indicators, and the observation of each in its file and cell. */
async function ofScore(effects: Effects, actor: Actor, id: string, parts: readonly string[]): Promise<Path> {
  const [run, area, from, period = null] = parts;
  const stored = run ? await effects.store.catalogue.indexes.run(run) : null;
  if (!stored || !area || !from) return unknown(id);
  const record = await effects.store.catalogue.indexes.definition(
    stored.definitionId,
    stored.definitionVersion,
  );
  const definition = record && readIndexDefinition(record.definition);
  if (!definition?.ok) return unknown(id);
  const release = await ofRelease(effects, actor, stored.release);
  if (!release.ok) return release;
  const readable = await readableRelease(effects, actor, stored.release);
  if (!readable.ok) return readable;
  const needed = restsOnWholeSet(definition.value) ? undefined : area;
  const inputs = await indexInputs(effects.store, stored.release, definition.value, needed);
  if (!inputs.ok) return inputs;
  const result = stored.result as IndexRun;
  const attributes = await attributesOfRun(effects.store, stored);
  const explain = scoreExplainer(definition.value, result, inputs.value, attributes);
  const addresses = new Map(
    inputs.value
      .filter((input) => input.area === area)
      .map((input) => [`${input.indicator}/${input.period}`, input.id]),
  );
  const titles = new Map(definition.value.nodes.map((n) => [n.id, n.title?.en ?? n.id]));

  const below = async (at: string): Promise<Path> => {
    const explained = explain({ area, node: at, period });
    if (!explained.ok)
      return explained.problems[0]?.code === "securities.score-unknown"
        ? unknown(scoreId(stored.id, area, at, period))
        : explained;
    const children: TraceNode[] = [];
    for (const child of explained.value.contributions) {
      const { minimum = null, maximum = null } = child.range ?? {};
      const range: readonly [number, number] | null =
        minimum === null || maximum === null ? null : [minimum, maximum];
      const { steps } = child;
      const contribution = {
        value: child.value,
        weight: child.weightUsed,
        range,
        ...(steps.length > 0 && { steps }),
      };
      if (child.kind === "node") {
        const path = await below(child.node);
        if (path.ok) children.push({ ...path.value, contribution });
        continue;
      }
      const address = addresses.get(`${child.node}/${period}`);
      const key = address ? observationKeyOf(parseTraceId(address)!.parts) : null;
      const observation = key ? await effects.store.releases.observation(key) : null;
      const found = observation
        ? await observationNode(effects, actor, stored.release, observation)
        : node(`missing:${child.node}`, "observation", titles.get(child.node) ?? child.node, {
            value: child.missing ?? child.state,
          });
      children.push({ ...found, contribution });
    }
    const { score, stretchedFrom, aggregation } = explained.value;
    const { minimum: lowest = null, maximum: highest = null } = stretchedFrom ?? {};
    const label = `${titles.get(at)}: ${areaName(area, "en")}${period ? `, ${period}` : ""}`;
    return ok(
      node(scoreId(stored.id, area, at, period), "score", label, {
        value: score.score ?? score.reason,
        recipe: stored.recipe,
        stretchedFrom: lowest === null || highest === null ? null : [lowest, highest],
        ...(aggregation.method !== "arithmetic" && { formedBy: aggregation }),
        inputs: children,
      }),
    );
  };
  const path = await below(from);
  if (!path.ok) return path;
  return ok({ ...path.value, inputs: [await runNode(effects, actor, stored), ...path.value.inputs] });
}

async function ofDocument(effects: Effects, actor: Actor, sha256: string): Promise<Path> {
  const { catalogue } = effects.store;
  const id = `document:${sha256}`;
  const source = await catalogue.sources.byHash(sha256 as Sha256);
  const allowed = permission(actor, "document.read", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  const reading = source && (await catalogue.documents.bySource(source.sha256));
  if (!source || !reading) return unknown(id);
  const from = await ofSource(effects, actor, sha256);
  return ok(
    node(id, "document", reading.title ?? source.name, {
      value: reading.readerVersion,
      inputs: from.ok ? [from.value] : [],
      source: await pointer(effects, actor, source.sha256, null),
    }),
  );
}

async function ofPassage(effects: Effects, actor: Actor, id: string): Promise<Path> {
  const { catalogue } = effects.store;
  const passage = await catalogue.passages.byId(id);
  const source = passage && (await catalogue.sources.byHash(passage.source));
  const allowed = permission(actor, "document.read", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  if (!passage) return unknown(passageTraceId(id));
  const reading = await catalogue.documents.bySource(passage.source);
  const locator: Locator = {
    kind: "text",
    spans: passage.spans,
    ...(passage.page !== null && { page: passage.page }),
  };
  const documentNode = node(`document:${passage.source}`, "document", reading?.title ?? passage.source, {
    value: reading?.readerVersion ?? null,
    source: await pointer(effects, actor, passage.source, null),
  });
  return ok(
    node(passageTraceId(id), "passage", `${passage.kind}${passage.label ? ` ${passage.label}` : ""}`, {
      value: passage.text,
      inputs: [documentNode],
      source: await pointer(effects, actor, passage.source, locator),
    }),
  );
}

/** The path from a figure or a sentence to the file and cell, or the words, it stands on. */
export const trace: RouteUseCase<"trace"> = async (effects, actor, input) => {
  const allowed = permission(actor, "trace.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const parsed = parseTraceId(input.id);
  const [first = ""] = parsed?.parts ?? [];
  const path = async (): Promise<Path> => {
    switch (parsed?.kind) {
      case "score":
        return ofScore(effects, actor, input.id, parsed.parts);
      case "observation":
        return ofObservation(effects, actor, input.id, parsed.parts);
      case "passage":
        return ofPassage(effects, actor, first);
      case "document":
        return ofDocument(effects, actor, first);
      case "release":
        return ofRelease(effects, actor, first);
      case "source":
        return ofSource(effects, actor, first);
      case "study":
      case "edition": {
        const version = parsed.kind === "study" ? null : Number(parsed.parts[1]);
        const sourceOf = (sha256: string) => ofSource(effects, actor, sha256);
        const found = await traceStudy(effects, actor, first, version, { node, sourceOf });
        return found.ok ? (found.value === null ? unknown(input.id) : ok(found.value)) : found;
      }
      case "run": {
        const run = await catalogue.indexes.run(first);
        if (!run) return unknown(input.id);
        const release = await ofRelease(effects, actor, run.release);
        return release.ok ? ok(await runNode(effects, actor, run)) : release;
      }
      case "definition": {
        const found = await ofDefinition(effects, first, parsed.parts[1] ?? "");
        return found ? ok(found) : unknown(input.id);
      }
      case "evaluation": {
        const record = await catalogue.evaluations.byId(first);
        if (!record) return unknown(input.id);
        const from = await ofSource(effects, actor, record.provenance.source);
        if (!from.ok) return from;
        const source = await pointer(effects, actor, record.provenance.source, record.provenance.locator);
        return ok(node(input.id, "evaluation", record.title, { value: record.origin, source }));
      }
      case "ratification": {
        const event = await catalogue.standards.ratification(first);
        if (!event) return unknown(input.id);
        const from = await ofSource(effects, actor, event.provenance.source);
        if (!from.ok) return from;
        const source = await pointer(effects, actor, event.provenance.source, event.provenance.locator);
        const value = event.registered ?? event.inForce;
        return ok(
          node(
            input.id,
            "ratification",
            `${event.convention}, ${areaName(event.area, "en")} (${event.list})`,
            { value, source },
          ),
        );
      }
      default:
        return unknown(input.id);
    }
  };
  const followed = await path();
  // What is hidden further along is not named: the address asked for leads nowhere, and no more is said.
  const isUnknown = !followed.ok && followed.problems.some(({ code }) => code === "app.trace-unknown");
  const found = isUnknown ? unknown(input.id) : followed;
  return found as Result<RouteReply<"trace">>;
};
