// Importing a foreign table of evaluations in three steps: hand it in, look at what would happen, import.

import { z } from "zod";
import { route } from "./route.ts";
import { count } from "./route-inputs.ts";
import {
  EvaluationMappingShape,
  MappingProposalShape,
  OpenedTableShape,
  rowStates,
  Sha256Shape,
  TableImportShape,
  TableOrigin,
  TablePreviewShape,
} from "./shapes.ts";

const table = z.object({ sha256: Sha256Shape });

export const tablesRoutes = {
  openTable: route({
    operationId: "openTable",
    method: "POST",
    path: "/api/registry/tables",
    summary: "Hand in a table of evaluations (CSV, XLSX, JSON) and get a proposal for its columns",
    action: "evaluation.import",
    query: z.object({ name: z.string().min(1).max(300), source: z.string().max(200).optional() }),
    body: "upload",
    reply: OpenedTableShape,
  }),
  draftTable: route({
    operationId: "draftTable",
    method: "GET",
    path: "/api/registry/tables/:sha256",
    summary: "A table that was handed in and waits for its mapping, with the proposal for it",
    action: "evaluation.import",
    params: table,
    query: z.object({ source: z.string().max(200).optional() }),
    reply: OpenedTableShape,
  }),
  proposeMapping: route({
    operationId: "proposeMapping",
    method: "POST",
    path: "/api/registry/tables/:sha256/proposal",
    summary: "A proposal for another sheet or another name of the source",
    action: "evaluation.import",
    params: table,
    body: z.object({ sheet: z.string().nullable().default(null), source: z.string().max(200) }),
    reply: MappingProposalShape,
  }),
  previewTable: route({
    operationId: "previewTable",
    method: "POST",
    path: "/api/registry/tables/:sha256/preview",
    summary: "What a table would become under a mapping, row by row; changes nothing",
    action: "evaluation.import",
    params: table,
    body: z.object({
      mapping: z.unknown(),
      origin: TableOrigin,
      state: z.enum([...rowStates, "odd"]).optional(),
      limit: count(500, 50),
      offset: count(1_000_000, 0),
    }),
    reply: TablePreviewShape,
  }),
  importTable: route({
    operationId: "importTable",
    method: "POST",
    path: "/api/registry/tables/:sha256/import",
    summary: "Import a table under a mapping as one change that can be taken back",
    action: "evaluation.import",
    params: table,
    body: z.object({
      mapping: z.unknown(),
      origin: TableOrigin,
      title: z.string().trim().max(300).default(""),
      /** Rows that make no record are left out; without this, one of them keeps the whole table out. */
      withoutRefused: z.boolean().default(false),
      /** Name under which the mapping is kept for the next table of this source. */
      saveAs: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,60}$/)
        .nullable()
        .default(null),
    }),
    reply: TableImportShape,
  }),
  dropTable: route({
    operationId: "dropTable",
    method: "DELETE",
    path: "/api/registry/tables/:sha256",
    summary: "Throw a table away that was handed in and not imported",
    action: "evaluation.import",
    params: table,
    reply: z.object({ dropped: z.boolean() }),
  }),
  listMappings: route({
    operationId: "listMappings",
    method: "GET",
    path: "/api/registry/mappings",
    summary: "Saved mappings of tables",
    action: "evaluation.import",
    reply: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        recordedAt: z.string(),
        mapping: EvaluationMappingShape,
      }),
    ),
  }),
} as const;
