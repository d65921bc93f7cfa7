import { permission } from "#access";
import { type Citation, fail, ok, problem, type Result, type Sha256 } from "#kernel";
import type { AccessTier, Actor, Origin, SourceFile } from "#records";
import type { Files } from "#store";
import type { Effects } from "./effects.ts";
import { uploadOf } from "./import-outcome.ts";
import type { Upload } from "./use-case.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  txt: "text/plain",
  md: "text/plain",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  htm: "text/html",
  json: "application/json",
};

export const mediaTypeOf = (name: string): string =>
  mediaTypes[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";

/**
 * Does work that makes records of a file just put into the store. Whether it succeeds, is refused or fails,
 * the file is taken away again where no record speaks of it afterwards.
 */
export async function keptOnly<T>(files: Files, sha256: Sha256, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    // What ended the work is the thing to tell, not that its remains could not be cleared.
    await files.discard(sha256).catch(() => undefined);
  }
}

/** The most a document or a list may have; both are read in memory. Tables of observations are not. */
const mostBytes = 200_000_000;

/** The bytes of a file just put into the store, or why they cannot be had. */
async function bytesKept(
  files: Files,
  stored: { readonly sha256: Sha256; readonly bytes: number },
  name: string,
): Promise<Result<Uint8Array>> {
  if (stored.bytes > mostBytes)
    return fail(
      problem(
        "app.file-too-large",
        `${name} has ${stored.bytes} bytes; a document or a list may have ${mostBytes}. Split it into parts; tables of figures are imported as observations. Nothing was imported.`,
        { file: name },
      ),
    );
  const bytes = await files.read(stored.sha256);
  return bytes
    ? ok(bytes)
    : fail(
        problem(
          "app.file-lost",
          `The file ${name} could not be read back from the store. Nothing was imported; try again.`,
        ),
      );
}

/**
 * The beginning of every import that reads its file in memory: asks the policy, puts the file into the
 * store and hands its bytes to the work. A file of which no record speaks afterwards is taken away again.
 *
 * @returns what the work answers, the policy's refusal, or why there is no file or none that can be read
 */
export async function withKeptFile<T>(
  effects: Effects,
  actor: Actor,
  action: string,
  input: { readonly upload?: Upload },
  name: string,
  work: (file: {
    readonly stored: { readonly sha256: Sha256; readonly bytes: number };
    readonly bytes: Uint8Array;
  }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = permission(actor, action);
  if (!allowed.ok) return allowed;
  const upload = uploadOf(input);
  if (!upload.ok) return upload;
  const { files } = effects.store;
  const stored = await files.putPath(upload.value.path);
  return keptOnly(files, stored.sha256, async () => {
    const bytes = await bytesKept(files, stored, name);
    return bytes.ok ? work({ stored, bytes: bytes.value }) : bytes;
  });
}

/** What is known of a file besides its bytes. */
export type SourceFacts = {
  readonly name: string;
  readonly origin: Origin;
  readonly tier?: AccessTier;
  readonly citation?: Citation;
};

/** The record of a file that has been put into the store. */
export const sourceRecord = (
  effects: Effects,
  actor: Actor,
  stored: { readonly sha256: Sha256; readonly bytes: number },
  facts: SourceFacts,
): SourceFile => ({
  sha256: stored.sha256,
  name: facts.name,
  mediaType: mediaTypeOf(facts.name),
  bytes: stored.bytes,
  origin: facts.origin,
  tier: facts.tier ?? "public",
  citation: facts.citation ?? { title: facts.name },
  addedAt: effects.now(),
  addedBy: actor.id,
});
