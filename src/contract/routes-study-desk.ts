// Bringing studies in: description, files, dictionary, designs; publishing and withdrawing.

import { z } from "zod";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import {
  EditionCheckShape,
  EditionHeadShape,
  MicrodataUploadShape,
  ProblemShape,
  Sha256Shape,
  StudyVariableShape,
} from "./shapes.ts";

const Declaration = z
  .record(z.string(), z.unknown())
  .meta({ description: "As its file has it: files, keys, designs, dictionary, what was changed and why." });
/** Which file brought before is meant by each file name of the declaration. */
const Brought = z.array(z.object({ name: z.string().min(1).max(300), sha256: Sha256Shape })).max(100);
const Reason = z.string().trim().min(3).max(2_000);

export const studyDeskRoutes = {
  describeStudy: route({
    operationId: "describeStudy",
    method: "POST",
    path: "/api/studies",
    summary: "Describe a study, or put a new version of its description in the place of the one that stands",
    action: "study.change",
    body: z.object({
      study: z.record(z.string(), z.unknown()).meta({ description: "As its file has it." }),
      reason: Reason,
    }),
    reply: z.object({
      id: z.string(),
      version: z.int(),
      changed: z.boolean(),
      warnings: z.array(ProblemShape),
    }),
  }),
  readStudyDdi: route({
    operationId: "readStudyDdi",
    method: "POST",
    path: "/api/study-ddi",
    summary: "Read a DDI-Codebook file into a description and a dictionary; nothing is kept",
    action: "study.change",
    query: z.object({ name: z.string().max(300) }),
    body: "upload",
    reply: z.object({
      study: z.record(z.string(), z.unknown()).meta({
        description: "As the file of a description has it; what the codebook does not say is left out.",
      }),
      files: z.array(z.object({ name: z.string(), rows: z.int().nullable() })),
      variables: z.array(StudyVariableShape.partial().required({ file: true, name: true })),
      warnings: z.array(ProblemShape),
    }),
  }),
  addQuestionnaire: route({
    operationId: "addQuestionnaire",
    method: "POST",
    path: "/api/studies/:id/questionnaires",
    summary: "Add a questionnaire to a study",
    action: "study.change",
    params: Id,
    query: z.object({ name: z.string().max(300), language: z.enum(["en", "fr", "es", "pt"]).optional() }),
    body: "upload",
    reply: z.object({
      id: z.string(),
      version: z.int(),
      questions: z.int(),
      warnings: z.array(ProblemShape),
    }),
  }),
  uploadMicrodata: route({
    operationId: "uploadMicrodata",
    method: "POST",
    path: "/api/studies/:id/files",
    summary: "Bring a file of rows: what its columns hold, and a codebook proposed from it",
    action: "study.change",
    params: Id,
    query: z.object({ name: z.string().max(300), file: z.string().max(100).optional() }),
    body: "upload",
    reply: MicrodataUploadShape,
  }),
  checkEdition: route({
    operationId: "checkEdition",
    method: "POST",
    path: "/api/studies/:id/editions/check",
    summary: "Check files, keys, designs and dictionary of an edition before it is kept",
    action: "study.change",
    params: Id,
    body: z.object({ edition: Declaration, brought: Brought }),
    reply: EditionCheckShape,
  }),
  addEdition: route({
    operationId: "addEdition",
    method: "POST",
    path: "/api/studies/:id/editions",
    summary: "Keep an edition as a draft",
    action: "study.change",
    params: Id,
    body: z.object({ edition: Declaration, brought: Brought }),
    reply: z.object({ edition: EditionHeadShape, warnings: z.array(ProblemShape) }),
  }),
  actOnEdition: route({
    operationId: "actOnEdition",
    method: "POST",
    path: "/api/studies/:id/editions/:version/acts",
    summary: "Publish an edition, or withdraw it with a reason",
    action: "study.publish",
    params: Id.extend({ version: z.coerce.number().int().min(1) }),
    body: z.object({ act: z.enum(["published", "withdrawn"]), reason: z.string().max(2_000).optional() }),
    reply: EditionHeadShape,
  }),
} as const;
