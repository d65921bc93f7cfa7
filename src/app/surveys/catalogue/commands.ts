// Surveys at the command line: the routes of the pages, for the operator, and a whole survey at once.

import { z } from "zod";
import { routes } from "#contract";
import type { Actor } from "#records";
import type { Effects } from "../../effects.ts";
import type { Work } from "../../use-case.ts";
import { addStudyIndex } from "../tables/study-definitions.ts";
import { actOnEdition } from "./act-on-edition.ts";
import { importSurvey } from "./import-survey.ts";
import { listStudies } from "./list-studies.ts";
import { study } from "./read-study.ts";
import { searchVariables } from "./read-variables.ts";

const SurveyFiles = z.object({
  study: z.unknown(),
  edition: z.unknown(),
  files: z.array(z.object({ path: z.string(), name: z.string() })).min(1),
  reason: z.string().trim().min(3).max(2_000).default("Imported at the command line."),
  publish: z.boolean().default(false),
});
const OfEdition = z.object({ id: z.string(), edition: z.int().min(1).optional() });
const IndexFile = z.object({
  definition: z.record(z.string(), z.unknown()),
  reason: z.string().trim().min(3).max(2_000).default("Added at the command line."),
});
const Act = z.object({
  id: z.string(),
  version: z.int().min(1),
  act: z.enum(["published", "withdrawn"]),
  reason: z.string().max(2_000).optional(),
});

/** The query of a route with its defaults, as `parse` leaves it. */
type Query<T> = T extends (effects: Effects, actor: Actor, input: infer I, ...rest: never) => unknown
  ? I
  : never;

export const studyCommands = {
  "survey-import": {
    args: SurveyFiles,
    run: (effects: Effects, actor: Actor, args: z.output<typeof SurveyFiles>, work: Work) =>
      importSurvey(effects, actor, args, work),
  },
  "studies-list": {
    args: routes.listStudies.query as z.ZodType<Query<typeof listStudies>>,
    run: (effects: Effects, actor: Actor, args: Query<typeof listStudies>) =>
      listStudies(effects, actor, args),
  },
  "studies-show": {
    args: OfEdition,
    run: (effects: Effects, actor: Actor, { id, edition }: z.output<typeof OfEdition>) =>
      study(effects, actor, { id, ...(edition !== undefined && { edition }) }),
  },
  "studies-act": {
    args: Act,
    run: (effects: Effects, actor: Actor, { reason, ...args }: z.output<typeof Act>) =>
      actOnEdition(effects, actor, { ...args, ...(reason !== undefined && { reason }) }),
  },
  "study-index-add": {
    args: IndexFile,
    run: (effects: Effects, actor: Actor, args: z.output<typeof IndexFile>) =>
      addStudyIndex(effects, actor, args),
  },
  "variables-search": {
    args: routes.searchVariables.query as z.ZodType<Query<typeof searchVariables>>,
    run: (effects: Effects, actor: Actor, args: Query<typeof searchVariables>) =>
      searchVariables(effects, actor, args),
  },
} as const;
