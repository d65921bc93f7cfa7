// Comparing two frozen runs of an index.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { downloadFormat } from "./route-inputs.ts";
import { dividedCauseWords, RunComparisonShape } from "./shapes.ts";

const compared = z.object({
  from: z.string().min(1).max(300),
  to: z.string().min(1).max(300),
  node: z.string().max(300).optional(),
  periodFrom: z.string().max(40).optional(),
  periodTo: z.string().max(40).optional(),
  divide: z.enum(dividedCauseWords).optional(),
});

export const indexComparisonRoutes = {
  compareRuns: route({
    operationId: "compareRuns",
    method: "GET",
    path: "/api/run-comparisons",
    summary: "Why ranks differ between two index runs: shares of the causes, which sum to each change",
    action: "index.read",
    query: compared,
    reply: RunComparisonShape,
  }),
  downloadComparison: route({
    operationId: "downloadComparison",
    method: "GET",
    path: "/api/run-comparisons/download",
    summary: "A comparison of two index runs as CSV, XLSX or JSON with its README",
    action: "release.download",
    query: compared.extend({ format: downloadFormat, language: z.enum(languages).default("en") }),
    reply: "file",
  }),
} as const;
