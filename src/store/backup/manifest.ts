import { readFileSync } from "node:fs";

/** What a backup holds; the first member of the archive. */
export type BackupManifest = {
  readonly format: "socle-backup";
  readonly formatVersion: 1;
  readonly codeVersion: string;
  readonly created: string;
  /** The newest migration the catalogue had; a restore begins there. */
  readonly schema: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly members: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
};

export const manifestName = "manifest.json";

export const tableMember = (table: string): string => `catalogue/${table}.jsonl`;

export const fileMember = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;

/** Version of the code, from package.json. */
export const codeVersion = (): string =>
  (JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as { version: string })
    .version;
