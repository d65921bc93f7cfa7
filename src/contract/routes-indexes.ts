// What the pages of indexes need beyond a run itself.

import { z } from "zod";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import { ClassificationShape, RunInputsShape, RunUncertaintyShape } from "./shapes.ts";

/** The ranks and scores of a large run are some megabytes that a page of causes does not need. */
const UncertaintyQuery = z.object({ only: z.enum(["causes"]).optional() });

export const indexesRoutes = {
  listClassifications: route({
    operationId: "listClassifications",
    method: "GET",
    path: "/api/classifications",
    summary: "Groups of areas that were stated, such as income groups of a year, newest year first",
    action: "index.read",
    reply: z.array(ClassificationShape),
  }),
  addClassification: route({
    operationId: "addClassification",
    method: "POST",
    path: "/api/classifications",
    summary: "Add groups of areas as a source states them: a table with the columns area and group",
    action: "indicator.change",
    body: z.object({
      attribute: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
      source: z.string().trim().min(2).max(200),
      year: z.coerce.number().int().min(1900).max(2200),
      version: z.string().trim().min(1).max(100),
      table: z.string().max(1_000_000).meta({ description: "CSV: area, group; one row an area." }),
      leaveOut: z
        .array(z.string())
        .max(200)
        .optional()
        .meta({ description: "Areas of the table that are left out, as spelled there." }),
    }),
    reply: ClassificationShape,
  }),
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
