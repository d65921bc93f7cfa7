// The catalogue of indicators, and choosing values where several sources have one.

import { z } from "zod";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import {
  CellKeyShape,
  CellOfSelectionShape,
  IndicatorDataShape,
  IndicatorSeriesShape,
  IndicatorShape,
  ObservationShape,
  OneIndicatorShape,
  OverrideShape,
  SelectionShape,
  SelectionSummaryShape,
} from "./shapes.ts";

const OfVersion = z.object({ version: z.coerce.number().int().min(1).optional() });

export const indicatorsRoutes = {
  listIndicators: route({
    operationId: "listIndicators",
    method: "GET",
    path: "/api/indicators",
    summary: "The catalogue of indicators, as it stands",
    action: "indicator.read",
    reply: z.array(IndicatorShape),
  }),
  indicatorData: route({
    operationId: "indicatorData",
    method: "GET",
    path: "/api/indicator-data",
    summary: "What the newest releases hold of each indicator",
    action: "indicator.read",
    reply: z.array(IndicatorDataShape),
  }),
  indicator: route({
    operationId: "indicator",
    method: "GET",
    path: "/api/indicators/:id",
    summary: "One indicator: documentation, versions, data",
    action: "indicator.read",
    params: Id,
    reply: OneIndicatorShape,
  }),
  indicatorLatest: route({
    operationId: "indicatorLatest",
    method: "GET",
    path: "/api/indicators/:id/latest",
    summary: "The latest value of each area and source, both sexes together",
    action: "observation.read",
    params: Id,
    reply: z.array(ObservationShape.extend({ release: z.string() })),
  }),
  indicatorSeries: route({
    operationId: "indicatorSeries",
    method: "GET",
    path: "/api/indicators/:id/series",
    summary: "All figures of one area from all sources, and what a selection took of them",
    action: "observation.read",
    params: Id,
    query: z.object({ area: z.string().min(1).max(20), selection: z.string().max(100).optional() }),
    reply: IndicatorSeriesShape,
  }),
  addIndicators: route({
    operationId: "addIndicators",
    method: "POST",
    path: "/api/indicators",
    summary: "Add indicators, or put new versions in the place of those that stand",
    action: "indicator.change",
    body: z.object({
      indicators: z
        .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
        .meta({ description: "A list of indicators, or a whole catalogue as its file has it." }),
      reason: z.string().trim().min(3).max(2_000),
    }),
    reply: z.object({
      added: z.int(),
      superseded: z.int(),
      unchanged: z.int(),
      ids: z.array(z.string()),
    }),
  }),
  listSelections: route({
    operationId: "listSelections",
    method: "GET",
    path: "/api/selections",
    summary: "Choices of values, newest first",
    action: "selection.read",
    reply: z.array(SelectionSummaryShape),
  }),
  selection: route({
    operationId: "selection",
    method: "GET",
    path: "/api/selections/:id",
    summary: "One choice of values: rule, decisions, coverage, flags",
    action: "selection.read",
    params: Id,
    query: OfVersion,
    reply: SelectionShape,
  }),
  selectionCell: route({
    operationId: "selectionCell",
    method: "GET",
    path: "/api/selections/:id/cell",
    summary: "Every candidate of one value, and why it was taken or not",
    action: "selection.read",
    params: Id,
    query: CellKeyShape.extend(OfVersion.shape),
    reply: CellOfSelectionShape,
  }),
  makeSelection: route({
    operationId: "makeSelection",
    method: "POST",
    path: "/api/selections",
    summary: "Choose values by a rule from some releases, and freeze them as a release",
    action: "selection.make",
    body: z.object({
      rule: z.unknown(),
      releases: z.array(z.string().max(300)).min(1).max(200),
      overrides: z.array(OverrideShape).max(5_000).optional(),
    }),
    reply: SelectionSummaryShape,
  }),
  overrideSelection: route({
    operationId: "overrideSelection",
    method: "POST",
    path: "/api/selections/:id/overrides",
    summary: "Decide on single values, each with its reason; makes the next version",
    action: "selection.make",
    params: Id,
    body: z.object({
      version: z.int().min(1).meta({ description: "The version looked at; a newer one refuses." }),
      overrides: z.array(OverrideShape).min(1).max(5_000),
    }),
    reply: SelectionSummaryShape,
  }),
} as const;
