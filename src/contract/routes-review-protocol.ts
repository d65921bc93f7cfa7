// The protocol of a review by version, and as a file.

import { z } from "zod";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import { ProtocolShape } from "./shapes-review-protocol.ts";
import { ProtocolVersionShape } from "./shapes-reviews.ts";

const version = z.coerce.number().int().min(1).optional();

export const reviewProtocolRoutes = {
  reviewProtocol: route({
    operationId: "reviewProtocol",
    method: "GET",
    path: "/api/reviews/:id/protocol",
    summary: "One version of the protocol, what it changed, and what was done while it stood",
    action: "review.read",
    params: Id,
    query: z.object({ version }),
    reply: z.object({
      protocol: ProtocolShape.nullable(),
      version: ProtocolVersionShape.nullable(),
      /** The first event done under it, and the last. */
      events: z.object({ from: z.int(), to: z.int() }).nullable(),
      changes: z.array(
        z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
    }),
  }),
  downloadProtocol: route({
    operationId: "downloadProtocol",
    method: "GET",
    path: "/api/reviews/:id/protocol/file",
    summary: "The protocol with all its versions as one file, to be read back into another review",
    action: "review.read",
    params: Id,
    reply: "file",
  }),
} as const;
