// The process of the server: settings, store, demonstration, listening, the lines people read at the
// start, and a stop that finishes what is under way.

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  beginReader,
  completeUncertainty,
  createFirstLink,
  type Effects,
  prepareDemonstration,
  readSettings,
  resumeChecks,
  resumeReading,
  smtpMail,
  stopChecks,
  stopReading,
  stopUncertainty,
  useCases,
} from "#app";
import type { Problem } from "#kernel";
import { operator } from "#records";
import { openStore } from "#store";
import manifest from "../../package.json" with { type: "json" };
import { listen } from "./listen.ts";
import { remindRegularly } from "./remind-regularly.ts";
import { createServer } from "./server.ts";
import { openServerLog } from "./server-log.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const now = () => new Date().toISOString();

const isLoopback = (host: string) => host === "localhost" || host === "::1" || /^127\./.test(host);

/** Says what kept the server from starting, for people, and ends the process. */
function refuseToStart(problems: readonly Problem[]): never {
  for (const { message } of problems) process.stderr.write(`${message}\n`);
  process.exit(1);
}

// Whoever started the server may stop listening to what it prints; it goes on all the same.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const read = readSettings(process.env, root);
if (!read.ok) refuseToStart(read.problems);
const settings = read.value;

// A new folder: the reports of the demonstration will be read, once its catalogue is laid out.
if (settings.databaseUrl === null && !existsSync(join(settings.home, "catalogue")))
  beginReader(settings.reading);
const opened = await openStore({ home: settings.home, databaseUrl: settings.databaseUrl, now });
if (!opened.ok) refuseToStart(opened.problems);
const store = opened.value;
const { log, close: closeLog } = openServerLog(settings.home, settings.logLevel, process.stderr);
const ending = stopOnSignal(log, async () => {
  await store.close();
  closeLog();
});

let port = settings.port;
const effects: Effects = {
  store,
  now,
  randomBytes: (length) => randomBytes(length),
  codeVersion: manifest.version,
  reading: settings.reading,
  // Known for certain once the server listens, where the system chooses the port.
  get address() {
    return settings.address ?? `http://localhost:${port}`;
  },
  timeZone: settings.timeZone,
  ...(settings.contact === null ? {} : { contact: settings.contact }),
  ...(settings.smtpUrl === null ? {} : { mail: smtpMail(settings.smtpUrl, settings.mailFrom) }),
};

async function start(): Promise<void> {
  let said = 0;
  const prepared = await prepareDemonstration(effects, ({ label, done, total, unit }) => {
    if (performance.now() - said < 2_000) return;
    said = performance.now();
    process.stderr.write(`${label}: ${done}${total === null ? "" : ` of ${total}`} ${unit}\n`);
  });
  if (!prepared.ok) return ending.stop(prepared.problems);

  const operatorToken = randomBytes(32).toString("base64url");
  const webRoot = fileURLToPath(new URL("../../dist", import.meta.url));
  const app = await createServer(effects, useCases, settings, { webRoot, operatorToken, log });
  // Run in the opposite order: first no more requests, then no more reading.
  ending.first(() => stopReading(effects));
  ending.first(() => stopUncertainty(effects));
  ending.first(() => stopChecks(effects));
  ending.first(() => app.close());
  const listening = await listen(app, settings.host, settings.port);
  if (!listening.ok) return ending.stop(listening.problems);
  port = listening.value.port;
  await store.announce({ address: listening.value.localAddress, token: operatorToken });
  const link = await createFirstLink(effects);
  if (!link.ok) return ending.stop(link.problems);

  resumeReading(effects);
  resumeChecks(effects);
  completeUncertainty(effects).catch((error: unknown) =>
    log.warn({ err: error }, "not every run has its analysis of ranks"),
  );
  ending.first(remindRegularly(effects, log));
  log.info({ address: effects.address, engine: store.engine, version: effects.codeVersion }, "started");
  if (!isLoopback(settings.host) && !effects.address.startsWith("https:")) {
    log.warn(
      "Listening beyond this machine without HTTPS: passwords can be read on the way. Put a proxy with HTTPS in front and set SOCLE_ADDRESS.",
    );
  }
  const readings = await useCases.outdatedReadings(effects, operator, {});
  process.stdout.write(`Socle ${effects.codeVersion} is ready: ${effects.address}\n`);
  if (readings.ok && readings.value.outdated > 0) {
    const { outdated, documents } = readings.value;
    log.info(readings.value, "reports read by an earlier reader");
    process.stdout.write(
      `${outdated} of ${documents} reports were read by an earlier version of the reader and lack what this one finds. Read them again with "bin/socle reread", or on the desk under the import of reports; what people decided stays.\n`,
    );
  }
  if (link.value !== null) {
    process.stdout.write(
      `Become its administrator with this one-time link, good for 24 hours:\n${link.value}\n`,
    );
  }
}

start().catch((error: unknown) => {
  log.fatal({ err: error }, "could not start");
  ending.stop([
    {
      code: "api.failed",
      message: `The server could not start: ${error instanceof Error ? error.message : String(error)}. Details are in logs/socle.log in ${settings.home}.`,
    },
  ]);
});
