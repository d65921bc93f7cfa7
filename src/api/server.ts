// The server put together. Parts are added in the order in which a request meets them.

import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { type Effects, pageHead, type RouteUseCase, runCommand, type Settings } from "#app";
import { type Route, routes } from "#contract";
import { visibleTexts } from "#kernel";
import { attemptLimit } from "./attempt-limit.ts";
import { answerBrokenRequest, mostHeaderBytes } from "./broken-requests.ts";
import { addCacheAnswers } from "./cache-answers.ts";
import { describeApi } from "./describe-api.ts";
import { addErrorAnswers, answerError, pathOf } from "./error-answers.ts";
import { addGate } from "./gate.ts";
import { registerRoutes, type UseCases } from "./register-routes.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { addWebPages } from "./web-pages.ts";

export type ServerOptions = {
  /** Absolute path of the built pages; null for the API alone. */
  readonly webRoot: string | null;
  /** The secret announced in the lock file; without it no command is taken. */
  readonly operatorToken?: string;
  readonly log?: FastifyBaseLogger;
  /** Other routes than the contract's, for tests. */
  readonly table?: Readonly<Record<string, Route>>;
};

/**
 * A server ready to listen or to be asked in the process. It holds no state but sessions of limits; all
 * else is in the store of `effects`. Closing it finishes what is under way; the store stays open.
 */
export async function createServer(
  effects: Effects,
  useCases: UseCases,
  settings: Settings,
  options: ServerOptions,
): Promise<FastifyInstance> {
  const { log, operatorToken = null, table = routes, webRoot } = options;
  const https = settings.address?.startsWith("https:") ?? false;
  const publicHost = settings.address === null ? null : new URL(settings.address).hostname;
  const app: FastifyInstance = fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: 1_000_000,
    // Long enough for a large upload on a slow line; slow headers are cut off by Node after a minute.
    requestTimeout: 3_600_000,
    http: { maxHeaderSize: mostHeaderBytes },
    clientErrorHandler: answerBrokenRequest,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply as never),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser("text/plain");
  addErrorAnswers(app);
  logAnswers(app);
  letConnectionsGo(app);

  await addSecurityHeaders(app, https);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  addGate(app, { effects, settings, https, publicHost, operatorToken });
  // Before compression: the tag is made of the plain bytes.
  addCacheAnswers(app);
  // Bodies are taken as they are: a small compressed one can unfold to any size.
  await app.register(compress, { globalDecompression: false, encodings: ["br", "gzip"] });

  // What people write is checked and kept as it is seen; a password is nobody's to change.
  app.addHook("preValidation", async (request) => {
    request.body = visibleTexts(request.body, ["password"]);
  });
  await describeApi(app, effects.codeVersion);
  const attempts = attemptLimit(() => Date.parse(effects.now()));
  await registerRoutes(app, { effects, settings, https, attempts }, table, { command, ...useCases });
  await addWebPages(app, webRoot, (path, language) => pageHead(effects, path, language));
  await app.ready();
  return app;
}

/** Work sent by `bin/socle`: the name in the path, the arguments in the body. */
const command: RouteUseCase<"command"> = (effects, actor, { name, ...args }, work) =>
  runCommand(effects, actor, name, args, work);

/** One line a request: what, how it ended, how long it took, who asked. No query, header or body. */
function logAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const line = {
      method: request.method,
      path: pathOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      actor: request.actor?.id ?? null,
      address: request.ip,
    };
    if (request.routeOptions.config.action === undefined) request.log.debug(line, "answered");
    else request.log.info(line, "answered");
  });
}

/**
 * While the server closes, a connection whose answer began before would stay open until its client lets
 * go, which may be a minute later; it is ended with its answer.
 */
function letConnectionsGo(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onResponse", async (request) => {
    if (closing) request.raw.socket.end();
  });
}
