// What the pages of indexes need beyond a run itself.

import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import { RunInputsShape, RunUncertaintyShape } from "./shapes.ts";

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
    reply: RunUncertaintyShape,
  }),
} as const;
