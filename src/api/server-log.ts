// The log: one JSON document a line, to a file in the data folder and to standard error. What opens a door
// (cookies, tokens, passwords) never reaches it: requests are logged by an explicit list of fields, and
// names of secrets are blotted out wherever they come up.

import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Logger, pino, stdSerializers } from "pino";
import type { LogLevel } from "#app";

const secrets = [
  "password",
  "token",
  "cookie",
  "authorization",
  "set-cookie",
  "x-socle-token",
  "link",
  "databaseUrl",
];
const paths = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/** The log starts anew beyond this size; one former log is kept. */
const mostBytes = 50_000_000;

export type ServerLog = { readonly log: Logger; readonly close: () => void };

/**
 * @param home data folder; the log is `logs/socle.log` in it, readable by its owner alone
 * @param standardError where to write besides; a terminal gets warnings only, so that the address printed
 *   at the start stays in sight
 */
export function openServerLog(
  home: string,
  level: LogLevel,
  standardError: NodeJS.WritableStream & { readonly isTTY?: boolean },
): ServerLog {
  const folder = join(home, "logs");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "socle.log");
  if (existsSync(path) && statSync(path).size > mostBytes) renameSync(path, `${path}.1`);
  const file = pino.destination({ dest: path, mode: 0o600, sync: true });
  // A line that cannot be written (a full disk, a closed terminal) is lost; the server goes on.
  file.on("error", () => undefined);
  standardError.on("error", () => undefined);
  const atTerminal = standardError.isTTY === true && (level === "info" || level === "debug");
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: "…" },
      serializers: { err: errorForLog },
    },
    pino.multistream([
      { level, stream: file },
      { level: atTerminal ? "warn" : level, stream: standardError },
    ]),
  );
  return { log, close: () => file.end() };
}

/** An error without the values it was about: a check that failed may carry a password it was given. */
function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { type, message, stack } = stdSerializers.err(error);
  const code = (error as { readonly code?: unknown }).code;
  const cause = error.cause instanceof Error ? { cause: errorForLog(error.cause) } : {};
  return { type, message, stack, ...(typeof code === "string" ? { code } : {}), ...cause };
}
