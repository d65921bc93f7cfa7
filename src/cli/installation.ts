// What a process of the command line knows of the installation it runs from.

import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type Effects, readSettings, type Settings } from "#app";
import type { Result } from "#kernel";
import type { Store } from "#store";
import manifest from "../../package.json" with { type: "json" };

export const codeVersion = manifest.version;
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

export const settings = (): Result<Settings> => readSettings(process.env, projectRoot);

export const now = (): string => new Date().toISOString();

export const effectsOf = (store: Store, given: Settings): Effects => ({
  store,
  now,
  randomBytes: (length) => randomBytes(length),
  codeVersion,
  address: given.address ?? `http://localhost:${given.port}`,
});
