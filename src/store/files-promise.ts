// What the store promises about files by hash.

import type { Result, Sha256 } from "#kernel";
import type { Progress } from "./progress.ts";

export type Files = {
  /** Writes once, named by hash, after the bytes are safely on disk; the same bytes again cost nothing. */
  put(
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<{ readonly sha256: Sha256; readonly bytes: number }>;
  /** Takes in a file of this machine by copying. */
  putPath(path: string): Promise<{ readonly sha256: Sha256; readonly bytes: number }>;
  read(sha256: Sha256): Promise<Uint8Array | null>;
  /** A row of a stored delimited file with its header, rows counted as a spreadsheet shows them. */
  row(
    sha256: Sha256,
    row: number,
  ): Promise<Result<{ readonly header: readonly string[]; readonly cells: readonly string[] }>>;
  /** The first bytes of a stored file, at most `bytes` of them; `whole` when that is all there is. */
  readHead(
    sha256: Sha256,
    bytes: number,
  ): Promise<{ readonly head: Uint8Array; readonly whole: boolean } | null>;
  /** Takes a file away again that no record refers to, after an import that was refused; else does nothing. */
  discard(sha256: Sha256): Promise<void>;
  /** Path of a stored file for engines that open it themselves; null when absent. */
  path(sha256: Sha256): Promise<string | null>;
  /** Reads every stored file again; the hashes that no longer fit their bytes. */
  verify(progress?: Progress): Promise<{
    readonly checked: number;
    readonly broken: readonly { readonly sha256: string; readonly found: string | null }[];
  }>;
};
