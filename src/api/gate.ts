// What every request passes before its body is read: host, limit, who asks, from where, and the policy.
// Refusing here costs next to nothing, and no handler can forget to ask.

import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { actorOfToken, type Effects, may, type Settings } from "#app";
import { problem } from "#kernel";
import { type Actor, operator, visitor } from "#records";
import { isAllowedHost } from "./allowed-host.ts";
import { Refusal } from "./refusal.ts";
import { isSafeMethod, isSameOrigin } from "./same-origin.ts";
import { sessionTokenOf } from "./session-cookie.ts";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
  }
  interface FastifyContextConfig {
    /** The action asked of the policy; every address under /api has one. */
    action?: string;
  }
}

export type GateOptions = {
  readonly effects: Effects;
  readonly settings: Settings;
  readonly https: boolean;
  readonly publicHost: string | null;
  /** The secret in the lock file; null where nothing was announced. */
  readonly operatorToken: string | null;
};

/** The action that the operator's token opens; it opens nothing else. */
const operatorAction = "command.run";

/** Puts the gate in front of every address of `app`, those registered later included. */
export function addGate(app: FastifyInstance, options: GateOptions): void {
  const { effects, settings, https, publicHost } = options;
  const limit = app.createRateLimit({ max: settings.requestsPerMinute || 1, timeWindow: 60_000 });
  app.decorateRequest("actor");

  // A route under /api that names no action would be open to everyone: the server does not start with one.
  app.addHook("onRoute", (route) => {
    if (route.url.startsWith("/api") && !route.config?.action) {
      throw new Error(`The route ${route.method} ${route.url} names no action of the access policy.`);
    }
  });

  app.addHook("onRequest", async (request) => {
    request.actor = visitor;
    if (!isAllowedHost(request.headers.host, settings.host, publicHost)) throw hostNotAllowed(request);
    if (settings.requestsPerMinute > 0) {
      const found = await limit(request);
      if (!found.isAllowed && found.isExceeded) throw tooManyRequests(found.ttlInSeconds);
    }
    const action = request.routeOptions.config.action;
    if (action === undefined) return; // static files and unknown addresses
    if (action === operatorAction && fromOperator(request, options.operatorToken)) request.actor = operator;
    else {
      const token = sessionTokenOf(request, https);
      if (!isSafeMethod(request.method)) refuseForeignOrigin(request, https);
      request.actor = await actorOfToken(effects, token);
    }
    const decision = may(request.actor, action);
    if (!decision.allowed) {
      throw new Refusal([
        decision.signIn
          ? problem(
              "access.sign-in-needed",
              `${decision.reason} You are not signed in: sign in and try again.`,
            )
          : problem("access.not-allowed", decision.reason),
      ]);
    }
  });
}

const hashed = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request brings the token of the data folder, from this machine. */
function fromOperator(request: FastifyRequest, token: string | null): boolean {
  const given = request.headers["x-socle-token"];
  if (token === null || typeof given !== "string") return false;
  const { remoteAddress = "", localAddress } = request.socket;
  const isLocal = /^(127\.|::1$|::ffff:127\.)/.test(remoteAddress) || remoteAddress === localAddress;
  // Hashes have one length and no useful prefix, so the comparison tells nothing about the token.
  return isLocal && timingSafeEqual(hashed(given), hashed(token));
}

function refuseForeignOrigin(request: FastifyRequest, https: boolean): void {
  const { origin, host, cookie, "sec-fetch-site": fetchSite } = request.headers;
  const sameOrigin = isSameOrigin({
    origin,
    fetchSite: typeof fetchSite === "string" ? fetchSite : undefined,
    host,
    https,
    hasCookie: cookie !== undefined,
  });
  if (sameOrigin) return;
  throw new Refusal([
    problem(
      "api.foreign-origin",
      `The request to change something came from ${origin ? `"${origin.slice(0, 200)}"` : "an unnamed page"}, not from Socle's own pages at ${host}. Another site may be acting in your name; do it from Socle's pages. Nothing was changed.`,
    ),
  ]);
}

const hostNotAllowed = (request: FastifyRequest) =>
  new Refusal([
    problem(
      "api.host-not-allowed",
      `This server does not answer for the host ${JSON.stringify((request.headers.host ?? "").slice(0, 200))}. Use the address it printed at its start, or set SOCLE_ADDRESS to the one people use.`,
    ),
  ]);

const tooManyRequests = (seconds: number) =>
  new Refusal(
    [
      problem(
        "api.too-many-requests",
        `Your address has asked more often than the server allows in a minute. Wait ${seconds} seconds; for large amounts download a release instead.`,
      ),
    ],
    { "retry-after": String(seconds) },
  );
