// A route is data: address, action, shapes. The API registers handlers by it, the client calls by it, the
// access test walks it. What a response shape does not declare is never sent.

import type { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  readonly operationId: string;
  readonly method: Method;
  /** Fastify form: `/api/evaluations/:id`. */
  readonly path: string;
  readonly summary: string;
  /** The action asked of the access policy, `noun.verb`. */
  readonly action: string;
  readonly params: Params | null;
  readonly query: Query | null;
  /**
   * JSON body; `upload` = the raw bytes of a file with its name in the query; `form` = fields of a form as
   * browsers and harvesters send them, each a text or a list of texts.
   */
  readonly body: Body | "upload" | "form" | null;
  /** Shape of the answer with status 200; `file` = a download, `lines` = one JSON document a line. */
  readonly reply: Reply | "file" | "lines";
};

/** Declares a route without losing the types of its shapes. */
export function route<
  Params extends z.ZodType = z.ZodNever,
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
  Reply extends z.ZodType = z.ZodNever,
>(definition: {
  operationId: string;
  method: Method;
  path: string;
  summary: string;
  action: string;
  params?: Params;
  query?: Query;
  body?: Body | "upload" | "form";
  reply: Reply | "file" | "lines";
}): Route<Params, Query, Body, Reply> {
  return {
    ...definition,
    params: definition.params ?? null,
    query: definition.query ?? null,
    body: definition.body ?? null,
  };
}
