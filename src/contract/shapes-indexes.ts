// Shapes of what the pages of indexes compute with.

import { z } from "zod";

export const RunInputsShape = z
  .object({
    areas: z.array(z.string()),
    periods: z.array(z.string().nullable()).meta({ description: "[null] where the data have none." }),
    columns: z.array(
      z.object({
        indicator: z.string(),
        values: z
          .array(z.number().nullable())
          .meta({ description: "At position (period × areas + area); null where there is no value." }),
        standardErrors: z
          .array(z.number().nullable())
          .nullable()
          .meta({ description: "In the same order; null where the source gives none." }),
      }),
    ),
    groups: z
      .array(z.object({ attribute: z.string(), byArea: z.array(z.string().nullable()) }))
      .meta({ description: "Group of each area, for attributes by which the definition fills gaps." }),
  })
  .meta({ id: "RunInputs" });

export const ClassificationShape = z
  .object({
    id: z.string(),
    attribute: z.string().meta({ description: "What areas are grouped by, as definitions name it." }),
    source: z.string(),
    year: z.int(),
    version: z.string(),
    groups: z.record(z.string(), z.array(z.string())).meta({ description: "Codes of areas by group." }),
    sha256: z.string().meta({ description: "Among the inputs in the recipe of a run that used it." }),
    addedAt: z.string(),
  })
  .meta({ id: "Classification" });
