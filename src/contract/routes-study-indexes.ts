// Indexes of persons and enterprises, from the answers of a survey.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import { MicroDefinitionShape, MicroResultShape } from "./shapes.ts";

const Edition = z.object({ edition: z.coerce.number().int().min(1).optional() });
const name = z.string().min(1).max(200);

export const studyIndexesRoutes = {
  studyIndexes: route({
    operationId: "studyIndexes",
    method: "GET",
    path: "/api/studies/:id/indexes",
    summary: "Indexes of persons or enterprises that the data of a study can give",
    action: "study.read",
    params: Id,
    query: Edition,
    reply: z.array(MicroDefinitionShape),
  }),
  studyIndex: route({
    operationId: "studyIndex",
    method: "GET",
    path: "/api/studies/:id/indexes/:definition",
    summary:
      "Scores of persons or enterprises: weighted means and shares below the deficit line, with errors, by sex",
    action: "study.tabulate",
    params: Id.extend({ definition: name }),
    query: Edition.extend({
      by: name
        .optional()
        .meta({ description: "`none`: all together; absent: women and men where they are known." }),
      deficit: z.coerce
        .number()
        .min(0)
        .max(1)
        .optional()
        .meta({ description: "Below it a score is a deficit; the definition's own when absent." }),
      language: z
        .enum(languages)
        .default("en")
        .meta({ description: "Of notes; labels come in all languages." }),
    }),
    reply: MicroResultShape,
  }),
  releaseStudyIndex: route({
    operationId: "releaseStudyIndex",
    method: "POST",
    path: "/api/studies/:id/indexes/:definition/release",
    summary: "Make the scores of a study a draft release of indicators with standard errors",
    action: "study.publish",
    params: Id.extend({ definition: z.string().min(1).max(200) }),
    body: z.object({ edition: z.int().min(1).optional() }),
    reply: z.object({ release: z.string(), rows: z.int() }),
  }),
} as const;
