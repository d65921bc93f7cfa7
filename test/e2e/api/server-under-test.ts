// A server over a store of its own, an account and a session for each role, and a clock the tests move.

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { createServer, type ServerOptions, type UseCases } from "#api";
import { type Effects, readSettings, type Settings, startSession, useCases } from "#app";
import { type Role, roles } from "#records";
import { openStore } from "#store";
import { emptyFolder } from "../../prepared-folders.ts";

export const operatorToken = "operator-token-of-the-test-0123456789abcdefghi";
export const host = "localhost:4500";
export const origin = `http://${host}`;

export type UnderTest = {
  readonly app: FastifyInstance;
  readonly effects: Effects;
  readonly settings: Settings;
  /** Cookie header of a session for each role; none for the visitor. */
  readonly cookies: Readonly<Record<Role, string | undefined>>;
  /** Moves the clock on. */
  pass(seconds: number): void;
  /** New sessions for all roles, after the clock has moved past the end of the old ones. */
  renewSessions(): Promise<void>;
  /** As a browser on the server's own pages would ask. */
  ask(options: InjectOptions & { readonly as?: Role }): Promise<LightMyRequestResponse>;
  /** A second server over the same store. */
  another(options: {
    readonly settings?: Readonly<Record<string, string>>;
    readonly useCases?: UseCases;
    readonly server?: Partial<ServerOptions>;
  }): Promise<FastifyInstance>;
  close(): Promise<void>;
};

/** @param given use cases to register; all real ones when absent */
export async function serverUnderTest(given: UseCases = useCases): Promise<UnderTest> {
  const home = await mkdtemp(join(tmpdir(), "socle-api-"));
  let offset = 0;
  const now = () => new Date(Date.parse("2026-03-01T08:00:00Z") + offset).toISOString();
  await emptyFolder(home);
  const opened = await openStore({ home, databaseUrl: null, now });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store = opened.value;
  const effects: Effects = {
    store,
    now,
    randomBytes: (length) => randomBytes(length),
    codeVersion: "0.0.0-test",
    address: origin,
  };
  const settingsOf = (env: Readonly<Record<string, string>>) => {
    const read = readSettings({ SOCLE_HOME: home, SOCLE_RATE_LIMIT: "0", ...env }, home);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  };
  const settings = settingsOf({});
  const servers: FastifyInstance[] = [];
  const another: UnderTest["another"] = async (options) => {
    const made = await createServer(effects, options.useCases ?? given, settingsOf(options.settings ?? {}), {
      webRoot: null,
      operatorToken,
      ...options.server,
    });
    servers.push(made);
    return made;
  };
  const app = await another({});
  const cookies = {} as Record<Role, string | undefined>;
  const renewSessions = async () => {
    for (const role of roles) cookies[role] = await cookieOf(effects, role);
  };
  await renewSessions();
  return {
    app,
    effects,
    settings,
    cookies,
    renewSessions,
    another,
    pass(seconds) {
      offset += seconds * 1_000;
    },
    ask: ({ as = "visitor", ...options }) => askAs(app, cookies[as], options),
    async close() {
      for (const server of servers) await server.close();
      await store.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export function askAs(
  app: FastifyInstance,
  cookie: string | undefined,
  options: InjectOptions,
): Promise<LightMyRequestResponse> {
  const safe = options.method === undefined || options.method === "GET" || options.method === "HEAD";
  return app.inject({
    ...options,
    headers: {
      host,
      ...(cookie === undefined ? {} : { cookie }),
      ...(safe ? {} : { origin, "sec-fetch-site": "same-origin" }),
      ...options.headers,
    },
  });
}

/** A session of the account of the role, made where absent, begun as signing in begins it. */
async function cookieOf(effects: Effects, role: Role): Promise<string | undefined> {
  if (role === "visitor") return undefined;
  const account = {
    id: `account-${role}`,
    email: `${role}@example.org`,
    name: `The ${role}`,
    role,
    createdAt: effects.now(),
    disabledAt: null,
  };
  const session = await effects.store.transaction(async (catalogue) => {
    if ((await catalogue.accounts.byId(account.id)) === null) {
      await catalogue.accounts.add({ ...account, passwordHash: null });
    }
    return { ok: true, value: await startSession(effects, catalogue, account) };
  });
  if (!session.ok) throw new Error("no session");
  return `socle=${session.value.issued.token}`;
}

/** The session cookie an answer sets, as a Cookie header; null when it sets none. */
export function cookieSet(response: LightMyRequestResponse): string | null {
  const cookie = response.cookies.find(({ name }) => name === "socle" || name === "__Host-socle");
  return cookie === undefined ? null : `${cookie.name}=${cookie.value}`;
}
