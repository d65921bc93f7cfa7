// Everything that ends a request other than by an answer: refusals, faults in what was sent, failures.

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type Problem, problem } from "#kernel";
import { problemBody, problemMediaType } from "./problem-body.ts";
import { statusOf } from "./problem-status.ts";
import { Refusal } from "./refusal.ts";

/** Answers with problems; usable from handlers and from the error handler alike. */
export function sendProblems(
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
): FastifyReply {
  const status = statusOf(problems);
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .serializer(JSON.stringify)
    .type(problemMediaType)
    .send(problemBody(problems, status, pathOf(request)));
}

/** The path without the query, which may hold what a person looked for. */
export const pathOf = (request: FastifyRequest): string => request.url.split("?", 1)[0] ?? "/";

export function addErrorAnswers(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request, reply) => answerError(error, request, reply));
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return sendProblems(request, reply.headers(error.headers), error.problems);
  const problems = hasZodFastifySchemaValidationErrors(error)
    ? error.validation.map((issue) => invalid(error.validationContext, issue.instancePath, issue.message))
    : known(error as Partial<FastifyError>);
  if (problems !== null) return sendProblems(request, reply, problems);
  return sendProblems(request, reply, [failure(error, request)]);
}

/** Writes a defect to the log and gives the problem that names where to find it there. */
export function failure(error: unknown, request: FastifyRequest): Problem {
  request.log.error({ err: error }, "request failed");
  return problem(
    "api.failed",
    `The server failed at something that should not fail; nothing was changed by halves. Tell the administrator the reference ${request.id}: the log has the details under it.`,
  );
}

function invalid(context: string | undefined, path: string, message = "is not as declared"): Problem {
  const field = path.replace(/^\//, "").replaceAll("/", ".");
  const part = context === "querystring" ? "query" : context === "params" ? "path" : (context ?? "request");
  const subject = field === "" ? `The ${part}` : `${field} (in the ${part})`;
  return problem(
    "api.invalid-request",
    `${subject}: ${message}. Correct it; /api/docs has the declared form. Nothing was changed.`,
    { field: field || part },
  );
}

/** Faults that Fastify finds by itself, in our words; null for what is nobody's fault but ours. */
function known(error: Partial<FastifyError>): readonly Problem[] | null {
  switch (error.code) {
    case "FST_ERR_CTP_INVALID_JSON_BODY":
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
      return [
        problem(
          "api.invalid-json",
          "The body is not a JSON document. Send one, with content-type application/json. Nothing was changed.",
        ),
      ];
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return [
        problem(
          "api.wrong-content-type",
          "The body's content-type is not one this address takes: application/json everywhere, application/octet-stream for uploads. Nothing was changed.",
        ),
      ];
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return [
        problem(
          "api.body-too-large",
          "The JSON body is larger than 1 MB. Send less at once; files go to the upload addresses. Nothing was changed.",
        ),
      ];
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return [
        problem(
          "api.invalid-request",
          "The body ended before the announced Content-Length. Send it again. Nothing was changed.",
          { field: "body" },
        ),
      ];
    case "FST_ERR_BAD_URL":
    case "FST_ERR_ASYNC_CONSTRAINT":
      return [unknownAddress("This address")];
    default:
      // A body that broke off because the client went away.
      if (error.code === "ECONNRESET" || error.code === "ERR_STREAM_PREMATURE_CLOSE") {
        return [
          problem(
            "api.invalid-request",
            "The body broke off before its end. Send it again. Nothing was changed.",
            {
              field: "body",
            },
          ),
        ];
      }
      return error.statusCode === 404 || error.statusCode === 403 ? [unknownAddress("This address")] : null;
  }
}

export const unknownAddress = (subject: string): Problem =>
  problem(
    "api.unknown-address",
    `${subject} serves nothing. The list of addresses stands at /api/docs; pages begin at /.`,
  );
