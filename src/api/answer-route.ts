// One request to one route: gathers the input, calls the use case, sends what comes of it.

import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Download, type Effects, hasIssuedSession, type Settings, type UseCase, type Work } from "#app";
import type { Route } from "#contract";
import type { Result } from "#kernel";
import { type AttemptLimit, attemptKeys } from "./attempt-limit.ts";
import { tooManyAttempts } from "./attempt-refusal.ts";
import { failure, sendProblems } from "./error-answers.ts";
import { withUpload } from "./kept-upload.ts";
import { progressLines } from "./progress-lines.ts";
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from "./session-cookie.ts";
import { attachment } from "./upload-name.ts";

export type Shell = {
  readonly effects: Effects;
  readonly settings: Settings;
  readonly https: boolean;
  readonly attempts: AttemptLimit;
};

export type AnyUseCase = UseCase<unknown, unknown>;

export async function answerRoute(
  shell: Shell,
  route: Route,
  perform: AnyUseCase,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { effects, https } = shell;
  const ended = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) ended.abort();
  });
  const sessionToken = sessionTokenOf(request, https);
  const work: Work = { signal: ended.signal, ...(sessionToken === undefined ? {} : { sessionToken }) };
  const input = {
    ...(route.body === "upload" ? {} : (request.body as object | null)),
    ...(request.query as object),
    // Last: no body can speak of another resource than the address does.
    ...(request.params as object),
  };
  const run = (more: object = {}, how: Work = work) =>
    perform(effects, request.actor, { ...input, ...more }, how);

  if (route.reply === "lines") {
    const lines = progressLines(
      (progress) => run({}, { ...work, progress }),
      (error) => failure(error, request),
    );
    return reply.type("application/x-ndjson; charset=utf-8").send(lines);
  }

  const result =
    route.body === "upload"
      ? await uploaded(shell, request, run)
      : route.action === "session.create"
        ? await attempted(shell.attempts, request, input, run)
        : await run();
  if (!result.ok) return sendProblems(request, reply, result.problems);
  if (route.reply === "file") {
    const { fileName, mediaType, stream, inline, leadsTo, tag } = result.value as Download;
    // The newest may be another tomorrow: nobody keeps where it leads.
    if (leadsTo !== undefined) return reply.header("cache-control", "no-cache").redirect(leadsTo, 302);
    if (tag !== undefined && isKept(request, reply, tag)) return reply.code(304).send();
    if (!inline) reply.header("content-disposition", attachment(fileName));
    return reply.type(mediaType).send(Readable.from(stream, { objectMode: false }));
  }
  if (hasIssuedSession(result.value)) setSessionCookie(reply, https, result.value.issued);
  if (route.action === "session.delete") clearSessionCookie(reply, https);
  return reply.send(result.value);
}

/** Sends the tag of a file along; true where whoever asks has just these bytes. */
function isKept(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const weak = `W/"${tag}"`;
  reply.header("etag", weak);
  const known = request.headers["if-none-match"]?.split(",").map((text) => text.trim());
  if (!known?.some((text) => text === weak || text === "*")) return false;
  reply.header("cache-control", request.actor.kind === "visitor" ? "public, no-cache" : "private, no-cache");
  reply.header("vary", "Cookie");
  return true;
}

function uploaded(
  { effects, settings }: Shell,
  request: FastifyRequest,
  run: (more: object) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  return withUpload(
    request.body instanceof Readable ? request.body : Readable.from([]),
    {
      name: (request.query as { readonly name?: string }).name ?? "",
      announced: Number(request.headers["content-length"] ?? Number.NaN),
      limitBytes: settings.uploadLimitBytes,
      home: effects.store.home,
    },
    (upload) => run({ name: upload.name, upload }),
  );
}

/** Signing in, as often as the limits on attempts let it. */
async function attempted(
  attempts: AttemptLimit,
  request: FastifyRequest,
  input: { readonly email?: unknown },
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const keys = attemptKeys(request.ip, String(input.email ?? ""));
  const wait = attempts.begin(keys);
  if (wait > 0) throw tooManyAttempts(wait);
  const result = await run();
  if (result.ok) attempts.succeeded(keys);
  else request.log.warn("sign-in refused");
  return result;
}
