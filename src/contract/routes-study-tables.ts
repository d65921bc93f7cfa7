// Tables on demand over the data of studies.

import { z } from "zod";
import { languages } from "#kernel";
import { tableStatistics } from "#records";
import { route } from "./route.ts";
import { downloadFormat, Id, list } from "./route-inputs.ts";
import { StudyPoolShape, StudyTableShape } from "./shapes.ts";

const name = z.string().min(1).max(200);

/** What a table shows and of whom; the whole of it stands in the address. */
const TableQuery = z.object({
  edition: z.coerce.number().int().min(1).optional(),
  file: name.optional().meta({ description: "File of the edition; the first one when absent." }),
  statistic: z.enum(tableStatistics).default("share"),
  variable: name.optional(),
  rows: name.optional(),
  columns: name
    .optional()
    .meta({ description: "`none`: no columns; absent: women and men where they are known." }),
  subset: name.optional().meta({ description: "A variable, and `only` one of its codes." }),
  only: z.string().max(200).optional(),
  confidence: z.coerce.number().min(0.5).max(0.999).default(0.95),
  language: z
    .enum(languages)
    .default("en")
    .meta({ description: "Of notes and methods; labels come in all languages." }),
});

export const studyTablesRoutes = {
  studyTable: route({
    operationId: "studyTable",
    method: "GET",
    path: "/api/studies/:id/table",
    summary: "A table on demand: estimates with their errors, small cells withheld",
    action: "study.tabulate",
    params: Id,
    query: TableQuery,
    reply: StudyTableShape,
  }),
  downloadStudyTable: route({
    operationId: "downloadStudyTable",
    method: "GET",
    path: "/api/studies/:id/table/download",
    summary: "The same table as a file, with design, method and citation",
    action: "study.tabulate",
    params: Id,
    query: TableQuery.extend({ format: downloadFormat.default("csv") }),
    reply: "file",
  }),
  studyPool: route({
    operationId: "studyPool",
    method: "GET",
    path: "/api/study-pools",
    summary:
      "One table over several studies: together where universe and question agree, else the reasons why not",
    action: "study.tabulate",
    query: TableQuery.omit({ edition: true }).extend({ studies: list(name) }),
    reply: StudyPoolShape,
  }),
} as const;
