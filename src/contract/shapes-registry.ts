// Shapes of changes of the registry: edits, imports of tables, vocabularies, duplicates, projects.

import { z } from "zod";
import { changeSetKinds, duplicateVerdicts } from "#records";
import { evaluationDetailShapes } from "./shapes-evaluation-details.ts";
import { EvaluationShape } from "./shapes-evidence.ts";
import { LanguageShape, LocalisedShape, Sha256Shape } from "./shapes-shared.ts";

export const ChangeSetShape = z
  .object({
    id: z.string(),
    kind: z.enum(changeSetKinds),
    title: z.string(),
    source: Sha256Shape.nullable(),
    undoes: z.string().nullable(),
    at: z.string(),
    by: z.string(),
    items: z.int(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: "ChangeSet" });

export const ChangeOutcomeShape = z
  .object({
    change: z.string(),
    added: z.int(),
    superseded: z.int(),
    unchanged: z.int(),
  })
  .meta({ id: "ChangeOutcome" });

/** One field of a record before and after, as JSON values. */
export const FieldChangeShape = z
  .object({ field: z.string(), before: z.unknown(), after: z.unknown() })
  .meta({ id: "FieldChange" });

/** The fields a person may set; identity, provenance and oddities are not among them. */
export const editableFields = z
  .object({
    title: z.string().trim().min(1).max(1_000),
    language: LanguageShape.nullable(),
    type: EvaluationShape.shape.type,
    timing: EvaluationShape.shape.timing,
    nature: EvaluationShape.shape.nature,
    region: EvaluationShape.shape.region,
    countries: z.array(z.string().max(12)).max(300),
    countryGroups: z.array(z.string().max(200)).max(50),
    themes: z.array(z.string().max(200)).max(100),
    donor: z.string().max(500).nullable(),
    fundingNote: z.string().max(1_000).nullable(),
    year: z.int().min(1900).max(2200).nullable(),
    summary: z.string().max(20_000).nullable(),
    /** An address of the web: what a browser would run is none. */
    link: z
      .url({ protocol: /^https?$/, error: "an address that begins with http:// or https://" })
      .max(2_000)
      .nullable(),
    titles: evaluationDetailShapes.titles,
    otherSymbols: evaluationDetailShapes.otherSymbols,
    projects: evaluationDetailShapes.projects,
    status: evaluationDetailShapes.status,
    projectBudget: evaluationDetailShapes.projectBudget,
    evaluationBudget: evaluationDetailShapes.evaluationBudget,
    plannedStart: isoDate().nullable(),
    plannedEnd: isoDate().nullable(),
    actualStart: isoDate().nullable(),
    actualEnd: isoDate().nullable(),
    publishedOn: isoDate().nullable(),
    coversFrom: isoDate().nullable(),
    coversTo: isoDate().nullable(),
    commissioningOffice: z.string().max(500).nullable(),
    manager: z.string().max(500).nullable(),
    evaluators: z.array(z.string().max(300)).max(100),
    administrativeUnit: z.string().max(500).nullable(),
    technicalUnit: z.string().max(500).nullable(),
    policyOutcome: z.string().max(1_000).nullable(),
    countryProgrammeOutcome: z.string().max(1_000).nullable(),
    sdgTargets: z.array(z.string().regex(/^\d{1,2}(\.[0-9a-z]{1,2})?$/)).max(100),
    branches: evaluationDetailShapes.branches,
    criteria: evaluationDetailShapes.criteria,
    populations: z.array(z.string().max(200)).max(100),
    reportLanguages: evaluationDetailShapes.reportLanguages,
    partners: z.array(z.string().max(300)).max(100),
    attributionNote: z.string().max(2_000).nullable(),
    qualityRating: z.string().max(200).nullable(),
    managementResponse: evaluationDetailShapes.managementResponse,
    relations: evaluationDetailShapes.relations,
  })
  .partial()
  .meta({ id: "EvaluationEdit" });

/** Date takes 31 February for 3 March; a day of the calendar comes back as it went in. */
function isDayOfCalendar(text: string): boolean {
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Year, year and month, or day. */
function isoDate() {
  return z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
    .refine((text) => isDayOfCalendar(text), "a day that the calendar has");
}

const TermText = z.object({
  en: z.string().max(500),
  fr: z.string().max(500).optional(),
  es: z.string().max(500).optional(),
  pt: z.string().max(500).optional(),
});

export const VocabularyTermShape = z.object({
  code: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  label: TermText,
  note: TermText.nullable(),
  broader: z.string().nullable(),
  isRetired: z.boolean(),
});

export const VocabularyShape = z
  .object({
    id: z.string(),
    title: LocalisedShape,
    isFixed: z.boolean(),
    terms: z.array(VocabularyTermShape),
    version: z.int(),
    recordedAt: z.string(),
    recordedBy: z.string(),
  })
  .meta({ id: "Vocabulary" });

/** A record as lists of duplicates and projects show it. */
export const EvaluationCardShape = EvaluationShape.pick({
  id: true,
  title: true,
  year: true,
  type: true,
  timing: true,
  nature: true,
  countries: true,
  language: true,
  printedSymbol: true,
  link: true,
  origin: true,
}).meta({ id: "EvaluationCard" });

export const DuplicatePairShape = z.object({
  first: z.string(),
  second: z.string(),
  /** 0 to 1: how alike the titles are. */
  likeness: z.number(),
  reasons: z.array(
    z.enum(["same-link", "same-title", "similar-title", "same-symbol", "same-year", "same-country"]),
  ),
});

export const DuplicateGroupShape = z
  .object({
    members: z.array(EvaluationCardShape),
    pairs: z.array(DuplicatePairShape),
  })
  .meta({ id: "DuplicateGroup" });

export const DuplicateDecisionShape = z
  .object({
    first: z.string(),
    second: z.string(),
    verdict: z.enum(duplicateVerdicts),
    keep: z.string().nullable(),
    reason: z.string(),
    at: z.string(),
    by: z.string(),
  })
  .meta({ id: "DuplicateDecision" });

export const ProjectShape = z
  .object({
    /** The symbol with hyphens for slashes: its address. */
    id: z.string(),
    symbol: z.string(),
    evaluations: z.array(EvaluationCardShape),
  })
  .meta({ id: "Project" });
