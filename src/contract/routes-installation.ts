// The installation itself: is it there, what is in it, who may do what.

import { z } from "zod";
import { roles } from "#records";
import { route } from "./route.ts";
import { OverviewShape } from "./shapes.ts";

export const installationRoutes = {
  health: route({
    operationId: "health",
    method: "GET",
    path: "/api/health",
    summary: "Whether the server and its stores answer",
    action: "health.read",
    reply: z.object({
      status: z.enum(["ok", "degraded"]),
      version: z.string(),
      engine: z.string(),
      uptimeSeconds: z.number(),
    }),
  }),
  overview: route({
    operationId: "overview",
    method: "GET",
    path: "/api/overview",
    summary: "What is in here and how fresh it is",
    action: "overview.read",
    reply: OverviewShape,
  }),
  policy: route({
    operationId: "policy",
    method: "GET",
    path: "/api/policy",
    summary: "The access policy: roles, and who may take which action and why",
    action: "policy.read",
    reply: z.object({
      roles: z.array(z.object({ role: z.enum(roles), description: z.string() })),
      actions: z.array(
        z.object({
          action: z.string(),
          does: z.string(),
          because: z.string(),
          allowed: z.union([z.literal("everyone"), z.literal("operator"), z.array(z.enum(roles))]),
        }),
      ),
    }),
  }),
} as const;
