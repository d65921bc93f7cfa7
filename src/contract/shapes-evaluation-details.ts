// Shapes of what an evaluation office keeps of an evaluation beyond its identity.

import { z } from "zod";
import { missingReasons } from "#kernel";
import {
  branches,
  evaluationCriteria,
  evaluationStatuses,
  managementResponseStates,
  relationKinds,
} from "#records";
import { LanguageShape, Sha256Shape } from "./shapes-shared.ts";

export const MoneyShape = z
  .object({ amount: z.number(), currency: z.string().nullable(), printed: z.string() })
  .meta({ id: "Money" });

export const evaluationDetailShapes = {
  titles: z.partialRecord(LanguageShape, z.string()),
  otherSymbols: z.array(
    z.object({ printed: z.string(), symbol: z.string().nullable(), isPlaceholder: z.boolean() }),
  ),
  projects: z.array(z.string()),
  status: z.enum(evaluationStatuses).nullable(),
  projectBudget: MoneyShape.nullable(),
  evaluationBudget: MoneyShape.nullable(),
  plannedStart: z.string().nullable(),
  plannedEnd: z.string().nullable(),
  actualStart: z.string().nullable(),
  actualEnd: z.string().nullable(),
  publishedOn: z.string().nullable(),
  coversFrom: z.string().nullable(),
  coversTo: z.string().nullable(),
  commissioningOffice: z.string().nullable(),
  manager: z.string().nullable(),
  evaluators: z.array(z.string()),
  administrativeUnit: z.string().nullable(),
  technicalUnit: z.string().nullable(),
  policyOutcome: z.string().nullable(),
  countryProgrammeOutcome: z.string().nullable(),
  sdgTargets: z.array(z.string()),
  branches: z.array(z.enum(branches)),
  criteria: z.array(z.enum(evaluationCriteria)),
  populations: z.array(z.string()),
  reportLanguages: z.array(LanguageShape),
  otherLanguages: z.array(z.string()),
  links: z.array(
    z.object({
      url: z.string().nullable(),
      printed: z.string(),
      title: z.string().nullable(),
      sha256: Sha256Shape.nullable(),
      retrieved: z.string().nullable(),
    }),
  ),
  partners: z.array(z.string()),
  attributionNote: z.string().nullable(),
  qualityRating: z.string().nullable(),
  managementResponse: z.enum(managementResponseStates).nullable(),
  relations: z.array(z.object({ kind: z.enum(relationKinds), to: z.string(), note: z.string().nullable() })),
  missing: z.record(z.string(), z.enum(missingReasons)),
  unmapped: z.record(z.string(), z.string()),
};
