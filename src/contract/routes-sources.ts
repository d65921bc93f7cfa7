// Reading standards, sources, and the path from a figure or sentence to them.

import { z } from "zod";
import { route } from "./route.ts";
import { ConventionShape, RatificationShape, SourceFileShape, TraceShape } from "./shapes.ts";

export const sourcesRoutes = {
  listConventions: route({
    operationId: "listConventions",
    method: "GET",
    path: "/api/conventions",
    summary: "ILO Conventions",
    action: "standard.read",
    reply: z.array(ConventionShape),
  }),
  listRatifications: route({
    operationId: "listRatifications",
    method: "GET",
    path: "/api/ratifications",
    summary: "Known ratifications; the lists are partial",
    action: "standard.read",
    query: z.object({ convention: z.string().optional(), area: z.string().optional() }),
    reply: z.array(RatificationShape),
  }),
  trace: route({
    operationId: "trace",
    method: "GET",
    path: "/api/trace",
    summary: "The path from a number or sentence to its sources",
    action: "trace.read",
    query: z.object({ id: z.string().min(1).max(600) }),
    reply: TraceShape,
  }),
  source: route({
    operationId: "source",
    method: "GET",
    path: "/api/sources/:sha256",
    summary: "A source file: name, citation, origin",
    action: "source.read",
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    reply: SourceFileShape,
  }),
  sourceRow: route({
    operationId: "sourceRow",
    method: "GET",
    path: "/api/sources/:sha256/rows/:row",
    summary: "The row of a delimited source that a figure was read from, with its header",
    action: "source.read",
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), row: z.coerce.number().int().min(1) }),
    reply: z.object({ header: z.array(z.string()), cells: z.array(z.string()), row: z.int() }),
  }),
} as const;
