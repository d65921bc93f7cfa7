import { type Citation, fail, ok, problem, type Result, type Sha256 } from "#kernel";
import type { AccessTier, Actor, Origin, SourceFile } from "#records";
import type { Files } from "#store";
import type { Effects } from "./effects.ts";

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
export async function bytesKept(
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
