// Themes, findings, contributions and maps as they are read; what is done goes through `actOnReview`.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { count, Id, list } from "./route-inputs.ts";
import { reviewIdentifier } from "./shapes-review-protocol.ts";
import {
  FindingViewShape,
  MapCellShape,
  MapFieldShape,
  MapValuesShape,
  NeedShape,
  RemovedFindingShape,
  SupportViewShape,
  SynthesisQuestionShape,
  ThemeViewShape,
} from "./shapes-review-synthesis-views.ts";
import { LanguageShape } from "./shapes-shared.ts";

const unit = z.enum(["report", "project"]);
const titles = z.record(z.string(), z.string());
/** `field:value`; several values of one field widen, several fields narrow. */
const where = list(z.string().max(300));
const axes = {
  rows: reviewIdentifier.default("region"),
  columns: reviewIdentifier.default("branch"),
  where,
};
const needAsked = {
  release: z.string().max(100).optional(),
  indicator: z.string().max(100).optional(),
  need: z.string().max(300).optional().meta({ description: "The column the indicator is about." }),
};
const fieldCount = z.object({
  value: z.string().nullable(),
  findings: z.array(z.string()),
  passages: z.int(),
  reports: z.array(z.string()),
  units: z.int(),
});

export const reviewSynthesisRoutes = {
  reviewSynthesis: route({
    operationId: "reviewSynthesis",
    method: "GET",
    path: "/api/reviews/:id/synthesis",
    summary: "Questions, themes and findings with what each rests on and how sure it is",
    action: "review.read",
    params: Id,
    reply: z.object({
      language: LanguageShape,
      unit,
      plan: z.string(),
      mayWrite: z.boolean(),
      mayJudge: z.boolean(),
      questions: z.array(SynthesisQuestionShape),
      /** Questions that no finding answers. */
      unanswered: z.array(z.string()),
      codes: z.array(z.object({ id: z.string(), name: z.string(), depth: z.int() })),
      themes: z.array(ThemeViewShape),
      findings: z.array(FindingViewShape),
      removed: z.array(RemovedFindingShape),
      selected: z.int(),
      titles,
    }),
  }),
  supportsToFind: route({
    operationId: "supportsToFind",
    method: "GET",
    path: "/api/reviews/:id/synthesis/supports",
    summary: "Codings, rows and passages of the selected reports that a finding can rest on",
    action: "review.read",
    params: Id,
    query: z.object({
      kind: z.enum(["coding", "row", "passage"]).default("coding"),
      q: z.string().max(300).optional(),
      record: z.string().max(20).optional(),
      theme: z.string().max(60).optional(),
      limit: count(200, 20),
    }),
    reply: z.object({
      total: z.int(),
      /** Left out, since whoever asks may not read their reports. */
      withheld: z.int(),
      supports: z.array(SupportViewShape),
    }),
  }),
  reviewContributions: route({
    operationId: "reviewContributions",
    method: "GET",
    path: "/api/reviews/:id/synthesis/contributions",
    summary: "Which reports feed each theme and finding, and findings counted by field",
    action: "review.read",
    params: Id,
    reply: z.object({
      unit,
      reports: z.array(z.object({ record: z.string(), title: z.string(), unit: z.string() })),
      feeds: z.array(
        z.object({
          kind: z.enum(["theme", "finding"]),
          id: z.string(),
          depth: z.int(),
          title: z.string(),
          by: z.record(z.string(), z.int()),
          against: z.record(z.string(), z.int()),
          passages: z.int(),
          units: z.int(),
        }),
      ),
      fields: z.record(z.string(), z.array(fieldCount)),
      /** Everything found, by branch, region, country and intervention; null: not said. */
      evidence: z.record(
        z.string(),
        z.array(
          z.object({
            value: MapValuesShape.shape.values.element.nullable(),
            passages: z.int(),
            reports: z.array(z.string()),
            units: z.int(),
          }),
        ),
      ),
      labels: z.record(z.string(), MapFieldShape.shape.label),
    }),
  }),
  themePassages: route({
    operationId: "themePassages",
    method: "GET",
    path: "/api/reviews/:id/synthesis/themes/:theme",
    summary: "The passages a theme gathers, and the findings that name it",
    action: "review.read",
    params: z.object({ ...Id.shape, theme: z.string().max(60) }),
    query: z.object({ limit: count(500, 100) }),
    reply: z.object({
      theme: ThemeViewShape,
      total: z.int(),
      passages: z.array(SupportViewShape),
      findings: z.array(z.string()),
    }),
  }),
  reviewMap: route({
    operationId: "reviewMap",
    method: "GET",
    path: "/api/reviews/:id/map",
    summary: "A map of the evidence over two fields, with need from a release beside it",
    action: "review.read",
    params: Id,
    query: z.object({
      rows: reviewIdentifier.optional().meta({
        description:
          "Left out with columns: the first map the review keeps, or two fields that hold something.",
      }),
      columns: reviewIdentifier.optional(),
      where,
      ...needAsked,
    }),
    reply: z.object({
      unit,
      mayKeep: z.boolean(),
      mayLeaveOut: z.boolean(),
      fields: z.array(MapFieldShape),
      rows: MapValuesShape,
      columns: MapValuesShape,
      cells: z.array(MapCellShape),
      items: z.int(),
      /** What is counted: the selected reports themselves before anything is coded or extracted. */
      of: z.enum(["passages", "reports"]),
      notStated: z.int(),
      /** Values of the fields that can be filtered by. */
      filters: z.array(MapValuesShape),
      leftOut: z.array(z.object({ field: z.string(), values: z.array(z.string()), reason: z.string() })),
      kept: z.array(z.object({ id: z.string(), title: z.string(), rows: z.string(), columns: z.string() })),
      /** First and last date of the searches; null where none is stated. */
      searched: z.object({ first: z.string(), last: z.string() }).nullable(),
      protocol: z.int().nullable(),
      releases: z.array(z.object({ id: z.string(), title: z.string(), indicators: z.array(MapFieldShape) })),
      need: NeedShape.nullable(),
    }),
  }),
  mapCell: route({
    operationId: "mapCell",
    method: "GET",
    path: "/api/reviews/:id/map/cell",
    summary: "What stands in one cell of a map",
    action: "review.read",
    params: Id,
    query: z.object({
      ...axes,
      row: z.string().max(300),
      column: z.string().max(300),
      limit: count(500, 200),
    }),
    reply: z.object({
      total: z.int(),
      items: z.array(
        z.object({
          ...SupportViewShape.shape,
          support: SupportViewShape.shape.support.nullable(),
          findings: z.array(z.object({ id: z.string(), text: z.string() })),
        }),
      ),
    }),
  }),
  downloadReviewMap: route({
    operationId: "downloadReviewMap",
    method: "GET",
    path: "/api/reviews/:id/map/file",
    summary:
      "A map as a page that stands by itself (HTML) or a table (CSV), with date of search and protocol",
    action: "review.read",
    params: Id,
    query: z.object({
      ...axes,
      ...needAsked,
      lang: z.enum(languages).default("en"),
      format: z.enum(["html", "csv"]),
    }),
    reply: "file",
  }),
} as const;
