import { permission } from "#access";
import { codePointsOf, fail, isSha256, ok, problem, type Sha256 } from "#kernel";
import type { Actor } from "#records";
import { readIndexDefinition, runIndex } from "#securities";
import { readerVersion } from "#sources";
import { type Progress, storableText } from "#store";
import { canonicalJson, sha256Of } from "./canonical-json.ts";
import type { Effects } from "./effects.ts";
import { verifyFollowUp } from "./follow-up/index.ts";
import { attributesOfRun } from "./indexes/classifications.ts";
import { indexInputs } from "./indexes/index-inputs.ts";
import { verifyUncertainty } from "./indexes/uncertainty.ts";
import { verifySelections } from "./indicators/index.ts";
import { readApart } from "./reading/read-apart.ts";
import { readingDefaults } from "./settings.ts";
import { verifyStudies } from "./surveys/index.ts";
import { passageTraceId, releaseId, runId, sourceId } from "./trace-ids.ts";
import type { RouteUseCase } from "./use-case.ts";

type Difference = { id: string; stored: unknown; recomputed: unknown };
type Tally = { checked: number; differences: Difference[] };

const compare = (tally: Tally, id: string, stored: unknown, recomputed: unknown) => {
  tally.checked += 1;
  if (canonicalJson(stored) !== canonicalJson(recomputed)) tally.differences.push({ id, stored, recomputed });
};

/** The bytes of a stored file; null where it is absent or damaged, which the check of the files tells. */
const bytesOf = (effects: Effects, sha256: Sha256): Promise<Uint8Array | null> =>
  effects.store.files.read(sha256).catch(() => null);

/** Runs are computed again from definition and release, and compared to the last digit. */
async function verifyRuns(effects: Effects, only: string | undefined, tally: Tally) {
  const { catalogue } = effects.store;
  for (const summary of await catalogue.indexes.runs()) {
    if (only !== undefined && only !== runId(summary.id)) continue;
    const run = await catalogue.indexes.run(summary.id);
    const stored = await catalogue.indexes.definition(summary.definitionId, summary.definitionVersion);
    if (!run || !stored) continue;
    compare(
      tally,
      `definition:${stored.id}/${stored.version}`,
      stored.sha256,
      sha256Of(canonicalJson(stored.definition)),
    );
    const definition = readIndexDefinition(stored.definition);
    // A damaged Parquet file stops the engine; the run is then a difference like any other.
    const inputs = definition.ok
      ? await indexInputs(effects.store, run.release, definition.value).catch(() => null)
      : null;
    const attributes = await attributesOfRun(effects.store, run);
    const again =
      definition.ok && inputs?.ok ? runIndex(definition.value, inputs.value, { attributes }) : null;
    const text = again?.ok ? canonicalJson(again.value) : null;
    compare(tally, runId(run.id), run.resultSha256, text === null ? null : sha256Of(text));
    compare(tally, `${runId(run.id)} as shown`, run.resultSha256, sha256Of(canonicalJson(run.result)));
    const file = await bytesOf(effects, run.resultSha256);
    compare(tally, `${runId(run.id)} as filed`, run.resultSha256, file && sha256Of(file));
    await verifyUncertainty(effects, run, (id, kept, made) => compare(tally, id, kept, made));
  }
}

/** A source of the catalogue whose file is gone; the check of the files sees only those that are there. */
async function verifyPresence(effects: Effects, only: string | undefined, tally: Tally) {
  const { catalogue, files } = effects.store;
  for (const { sha256 } of await catalogue.sources.list()) {
    const id = sourceId(sha256);
    if ((only !== undefined && only !== id) || (await files.path(sha256)) !== null) continue;
    tally.checked += 1;
    tally.differences.push({ id, stored: sha256, recomputed: null });
  }
}

/** 1 where the address is that of a file in the store. */
async function countOfSource(effects: Effects, id: string): Promise<number> {
  const sha256 = id.slice("source:".length);
  return isSha256(sha256) && (await effects.store.files.path(sha256)) !== null ? 1 : 0;
}

/** Parquet files are measured again: rows and checksum. */
async function verifyReleases(effects: Effects, only: string | undefined, tally: Tally) {
  for (const release of await effects.store.catalogue.releases.list({ kind: "observations" })) {
    if (only !== undefined && only !== releaseId(release.id)) continue;
    const measured = await effects.store.releases.measure(release.files);
    compare(tally, releaseId(release.id), { rows: release.rows, checksum: release.checksum }, measured);
  }
}

/** The text of a report is read again from its file; each passage must be exactly the slices of that text. */
async function verifyDocuments(
  effects: Effects,
  actor: Actor,
  only: string | undefined,
  tally: Tally,
  progress?: Progress,
) {
  const { catalogue } = effects.store;
  // What was taken in under other limits is still to be verified.
  const limits = { ...(effects.reading ?? readingDefaults), maxBytes: 2_000_000_000, maxPages: 100_000 };
  const documents = await catalogue.documents.list();
  for (const [done, { source }] of documents.entries()) {
    progress?.({ label: "reports", done, total: documents.length, unit: "reports" });
    const [reading, file] = [
      await catalogue.documents.bySource(source),
      await catalogue.sources.byHash(source),
    ];
    if (!reading || !file) continue;
    // A reading made by older rules is compared with its passages only: rules may change what a text is.
    if (reading.readerVersion === readerVersion && (only === undefined || only === `document:${source}`)) {
      const bytes = await bytesOf(effects, source);
      const again = bytes && (await readApart("document", { bytes, name: file.name }, { limits }));
      compare(
        tally,
        `document:${source}`,
        sha256Of(reading.text),
        // As it was kept: characters that the database cannot hold were replaced.
        again?.ok ? sha256Of(storableText(again.value.text)) : null,
      );
    }
    const text = codePointsOf(reading.text);
    // Whoever may verify may not therefore read: of what is kept from them, hashes are compared.
    const isReadable = permission(actor, "document.read", { tier: file.tier }).ok;
    const shown = (words: string) => (isReadable ? words : sha256Of(words));
    for (const passage of await catalogue.passages.ofDocument(source)) {
      const id = passageTraceId(passage.id);
      if (only !== undefined && only !== id) continue;
      const slices = passage.spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, " ").trim());
      compare(tally, id, shown(passage.text.replace(/\s+/g, " ").trim()), shown(slices.join(" ")));
    }
  }
}

/**
 * Computes again what was derived and compares: every stored file with its hash, releases with their
 * checksums, editions of surveys with theirs, index runs from definition and release, passages with the text they slice. Cost: one read of
 * every file and one run of every index.
 */
export const verify: RouteUseCase<"verify"> = async (effects, actor, input, work) => {
  const allowed = permission(actor, "store.verify");
  if (!allowed.ok) return allowed;
  const tally: Tally = { checked: 0, differences: [] };
  const only = input.id;
  const wants = (kind: string) => only === undefined || only.startsWith(`${kind}:`);
  if (wants("source")) {
    const files = await effects.store.files.verify(work?.progress);
    const broken = files.broken.filter(({ sha256 }) => only === undefined || only === sourceId(sha256));
    tally.checked += only === undefined ? files.checked : await countOfSource(effects, only);
    tally.differences.push(
      ...broken.map(({ sha256, found }) => ({ id: sourceId(sha256), stored: sha256, recomputed: found })),
    );
    await verifyPresence(effects, only, tally);
  }
  if (wants("release")) await verifyReleases(effects, only, tally);
  if (wants("selection"))
    await verifySelections(effects, only, (id, stored, again) => compare(tally, id, stored, again));
  if (wants("edition"))
    await verifyStudies(effects, only, (id, stored, again) => compare(tally, id, stored, again));
  if (wants("run")) await verifyRuns(effects, only, tally);
  if (wants("passage") || wants("document"))
    await verifyDocuments(effects, actor, only, tally, work?.progress);
  if (wants("recommendation"))
    await verifyFollowUp(effects, only, (id, stored, again) => compare(tally, id, stored, again));
  if (only !== undefined && tally.checked === 0)
    return fail(
      problem(
        "app.not-found",
        `There is nothing to verify under "${only}". Give release:ID, edition:STUDY/VERSION, run:ID, source:SHA256, document:SHA256 or passage:ID or recommendation:ID as they stand in a trace, or nothing to verify everything.`,
      ),
    );
  return ok(tally);
};
