// What a process of the command line knows of the installation it runs from.

import { randomBytes } from "node:crypto";
import { type Effects, readSettings, type Settings, smtpMail } from "#app";
import type { Result } from "#kernel";
import type { Store } from "#store";
import { codeVersion, projectRoot } from "./code-version.ts";

export const settings = (): Result<Settings> => readSettings(process.env, projectRoot);

export const now = (): string => new Date().toISOString();

export const effectsOf = (store: Store, given: Settings): Effects => ({
  store,
  now,
  randomBytes: (length) => randomBytes(length),
  codeVersion,
  reading: given.reading,
  address: given.address ?? `http://localhost:${given.port}`,
  timeZone: given.timeZone,
  ...(given.smtpUrl === null ? {} : { mail: smtpMail(given.smtpUrl, given.mailFrom) }),
});
