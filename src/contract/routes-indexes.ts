// What the pages of indexes need beyond a run itself.

import { z } from "zod";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import { RunInputsShape, RunUncertaintyShape } from "./shapes.ts";

/** The ranks and scores of a large run are some megabytes that a page of causes does not need. */
const UncertaintyQuery = z.object({ only: z.enum(["causes"]).optional() });

export const indexesRoutes = {
  runInputs: route({
    operationId: "runInputs",
    method: "GET",
    path: "/api/runs/:id/inputs",
    summary: "The observations an index run was made of, laid out by indicator, period and area",
    action: "observation.read",
    params: Id,
    reply: RunInputsShape,
  }),
  runUncertainty: route({
    operationId: "runUncertainty",
    method: "GET",
    path: "/api/runs/:id/uncertainty",
    summary:
      "How sure the ranks of an index run are: intervals, what makes them wide, what each indicator moves",
    action: "index.read",
    params: Id,
    query: UncertaintyQuery,
    reply: RunUncertaintyShape,
  }),
} as const;
