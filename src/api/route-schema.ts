import type { FastifySchema } from "fastify";
import { z } from "zod";
import { type ActionRule, actions } from "#app";
import { ProblemDetails, type Route } from "#contract";

const Bytes = z.string().meta({ format: "binary" });

/** What a route declares, in the form that checks requests, strips answers and describes both. */
export function schemaOfRoute(route: Route): FastifySchema {
  const success =
    route.reply === "file"
      ? { description: "A file to save.", content: { "application/octet-stream": { schema: Bytes } } }
      : route.reply === "lines"
        ? { description: "One JSON document a line.", content: { "application/x-ndjson": { schema: Bytes } } }
        : route.reply;
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: whoMay(route.action),
    tags: [route.path.split("/")[2] ?? "api"],
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body && route.body !== "upload" && route.body !== "form" ? { body: route.body } : {}),
    response: {
      200: success,
      default: {
        description: "What is wrong, as RFC 9457 problem details.",
        content: { "application/problem+json": { schema: ProblemDetails } },
      },
    },
  } as FastifySchema;
}

/** Who may ask, in words. */
function whoMay(action: string): string {
  const rule: ActionRule | undefined = (actions as Readonly<Record<string, ActionRule>>)[action];
  if (rule === undefined) return "";
  const who =
    rule.allowed === "everyone"
      ? "Everyone"
      : rule.allowed === "operator"
        ? "Only the operator at the machine"
        : `Only these roles: ${rule.allowed.join(", ")},`;
  return `${who} may ${rule.does} (action \`${action}\`). ${rule.because}`;
}
