import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import type { StoredIndexDefinition, StoredIndexRun } from "#records";
import { type IndexDefinition, readIndexDefinition, runIndex } from "#securities";
import { auditEntry } from "../audit-entry.ts";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import type { Effects } from "../effects.ts";
import { keptOnly } from "../kept-source.ts";
import { shownRun } from "../read-data.ts";
import { noSuchRelease, readableRelease } from "../releases/visible-releases.ts";
import type { RouteInput, RouteUseCase } from "../use-case.ts";
import { classificationsFor } from "./classifications.ts";
import { indexInputs } from "./index-inputs.ts";
import { runUncertainty } from "./uncertainty.ts";

/** The newest or the named version of a stored definition, or the one given with the request. */
async function definitionOf(
  effects: Effects,
  input: RouteInput<"createRun">,
): Promise<Result<{ readonly definition: IndexDefinition; readonly json: unknown }>> {
  if (input.definition !== undefined) {
    const read = readIndexDefinition(input.definition);
    return read.ok ? ok({ definition: read.value, json: input.definition }) : read;
  }
  if (!input.definitionId)
    return fail(
      problem(
        "app.definition-missing",
        "Name a definition (definitionId) or send one (definition). The list of definitions stands under Indexes.",
        { field: "definitionId" },
      ),
    );
  const stored = await effects.store.catalogue.indexes.definition(
    input.definitionId,
    input.definitionVersion ?? null,
  );
  if (!stored)
    return fail(
      problem(
        "app.not-found",
        `There is no index definition "${input.definitionId}"${input.definitionVersion ? ` of version ${input.definitionVersion}` : ""}. Look it up in the list of definitions.`,
        { field: "definitionId" },
      ),
    );
  const read = readIndexDefinition(stored.definition);
  return read.ok ? ok({ definition: read.value, json: stored.definition }) : read;
}

const versionUsed = ({ id, version }: IndexDefinition) =>
  fail(
    problem(
      "app.version-used",
      `Version ${version} of "${id}" exists already with another content. Runs refer to it, so it cannot change; give your definition a new version.`,
      { field: "version" },
    ),
  );

/**
 * Runs an index over a release and freezes the result with its recipe: definition and its hash, the
 * checksum of the release, the version of the code. The same definition over the same release again gives
 * the run that exists. A definition that comes with the request is kept under its id and version; another
 * content under a version already used is refused.
 */
export const createRun: RouteUseCase<"createRun"> = async (effects, actor, input, work) => {
  const frozen = await freezeRun(effects, actor, input);
  // No rank is shown without its interval. Where this is stopped the run stands, and the first who reads it waits.
  const run = frozen.ok ? await effects.store.catalogue.indexes.run(frozen.value.id) : null;
  if (run) await runUncertainty(effects, run, work);
  return frozen;
};

/** As `createRun`, with the analysis of how sure the ranks are left for later. */
export const freezeRun: RouteUseCase<"createRun"> = async (effects, actor, input) => {
  const allowed = permission(actor, "index.run");
  if (!allowed.ok) return allowed;
  const { store } = effects;
  const chosen = await definitionOf(effects, input);
  if (!chosen.ok) return chosen;
  const { definition, json } = chosen.value;
  const readable = await readableRelease(effects, actor, input.release);
  if (!readable.ok) return readable;
  const { release } = readable.value;
  if (release.kind !== "observations")
    return noSuchRelease(input.release, "release of observations", "release");

  const definitionText = canonicalJson(json);
  const definitionSha256 = sha256Of(definitionText);
  const sameVersion = await store.catalogue.indexes.definition(definition.id, definition.version);
  if (sameVersion && sameVersion.sha256 !== definitionSha256) return versionUsed(definition);
  const groups = await classificationsFor(store, definition, input.classifications);
  if (!groups.ok) return groups;
  const { used, attributes } = groups.value;
  const id = [`${definition.id}-v${definition.version}-${release.id}`, ...used.map((one) => one.id)].join(
    "-",
  );
  const existing = await store.catalogue.indexes.run(id);
  if (existing) return ok(shownRun(existing));

  const inputs = await indexInputs(store, release.id, definition);
  if (!inputs.ok) return inputs;
  const run = runIndex(definition, inputs.value, { attributes });
  if (!run.ok) return run;
  const resultText = canonicalJson(run.value);
  const result = await store.files.put(new TextEncoder().encode(resultText));
  const at = effects.now();
  const stored: StoredIndexDefinition = {
    id: definition.id,
    version: definition.version,
    sha256: definitionSha256,
    title: definition.title,
    form: definition.form,
    reconstruction: definition.reconstruction,
    definition: json,
    addedAt: at,
    addedBy: actor.id,
  };
  const record: StoredIndexRun = {
    id,
    definitionId: definition.id,
    definitionVersion: definition.version,
    release: release.id,
    title: definition.title,
    form: definition.form,
    reconstruction: definition.reconstruction,
    origin: release.origin,
    recipe: {
      method: "securities.index-run",
      definition: { id: definition.id, version: definition.version, sha256: definitionSha256 },
      inputs: [release.checksum, ...used.map(({ sha256 }) => sha256)],
      seed: null,
      codeVersion: effects.codeVersion,
    },
    result: run.value,
    resultSha256: result.sha256,
    createdAt: at,
    createdBy: actor.id,
  };
  return keptOnly(store.files, result.sha256, () =>
    store.transaction(async (catalogue) => {
      await catalogue.indexes.lock();
      // Asked again: somebody else may have asked for the same while this one was computed.
      const meanwhile = await catalogue.indexes.run(id);
      if (meanwhile) return ok(shownRun(meanwhile));
      await catalogue.indexes.addDefinition(stored);
      const kept = await catalogue.indexes.definition(definition.id, definition.version);
      if (kept?.sha256 !== definitionSha256) return versionUsed(definition);
      await catalogue.indexes.addRun(record);
      await catalogue.audit.append(
        auditEntry(effects, actor, "index.run", `run:${id}`, {
          definition: definitionSha256,
          release: release.id,
        }),
      );
      return ok(shownRun(record));
    }),
  );
};
