// The shapes of answers shared by API and web. Named components of the OpenAPI document.

import { z } from "zod";
import { languages, missingReasons } from "#kernel";
import {
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  origins,
  passageKinds,
  releaseKinds,
  roles,
} from "#records";

export const LanguageShape = z.enum(languages);
export const OriginShape = z
  .enum(origins)
  .meta({ id: "Origin", description: "What kind of world the source speaks of." });
export const SpanShape = z.tuple([z.int().min(0), z.int().min(0)]);
export const Sha256Shape = z.string().regex(/^[0-9a-f]{64}$/);

export const ProblemShape = z
  .object({
    code: z.string(),
    message: z.string(),
    at: z
      .object({
        file: z.string(),
        field: z.string(),
        sheet: z.string(),
        row: z.int(),
        column: z.string(),
        line: z.int(),
        page: z.int(),
        article: z.string(),
      })
      .partial()
      .optional(),
  })
  .meta({ id: "Problem" });

/** RFC 9457 body; `problems` lists all that is wrong. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    problems: z.array(ProblemShape),
  })
  .meta({ id: "ProblemDetails" });

export const CitationShape = z
  .object({
    title: z.string(),
    author: z.string().optional(),
    publisher: z.string().optional(),
    issued: z.string().optional(),
    url: z.string().optional(),
    licence: z.string().optional(),
    retrieved: z.string().optional(),
  })
  .meta({ id: "Citation" });

export const RecipeShape = z
  .object({
    method: z.string(),
    definition: z.object({ id: z.string(), version: z.string(), sha256: Sha256Shape }).nullable(),
    inputs: z.array(Sha256Shape),
    seed: z.number().nullable(),
    codeVersion: z.string(),
  })
  .meta({ id: "Recipe" });

export const SourceFileShape = z
  .object({
    sha256: Sha256Shape,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    origin: OriginShape,
    citation: CitationShape,
    addedAt: z.string(),
  })
  .meta({ id: "SourceFile" });

export const PassageShape = z
  .object({
    id: z.string(),
    source: Sha256Shape,
    kind: z.enum(passageKinds),
    label: z.string().nullable(),
    printedLabel: z.string().nullable(),
    paragraph: z.string().nullable(),
    heading: z.string().nullable(),
    text: z.string(),
    spans: z.array(SpanShape),
    page: z.int().nullable(),
    language: LanguageShape.nullable(),
    confidence: z.number(),
    reason: z.string(),
  })
  .meta({ id: "Passage" });

export const TextBlockShape = z
  .object({
    kind: z.enum(["heading", "paragraph", "list-item", "table", "footnote", "page-furniture"]),
    level: z.int().optional(),
    number: z.string().optional(),
    label: z.string().optional(),
    text: z.string(),
    spans: z.array(SpanShape),
    page: z.int().nullable(),
  })
  .meta({ id: "TextBlock" });

export const DocumentShape = z
  .object({
    source: SourceFileShape,
    format: z.enum(["text", "pdf", "docx", "html"]),
    language: LanguageShape.nullable(),
    title: z.string().nullable(),
    pages: z.int().nullable(),
    text: z.string(),
    blocks: z.array(TextBlockShape),
    passages: z.array(PassageShape),
    evaluations: z.array(z.string()),
    readerVersion: z.string(),
  })
  .meta({ id: "Document" });

export const EvaluationShape = z
  .object({
    id: z.string(),
    printedId: z.string().nullable(),
    reportId: z.string().nullable(),
    title: z.string(),
    language: LanguageShape.nullable(),
    printedSymbol: z.string().nullable(),
    symbol: z.string().nullable(),
    symbolIsPlaceholder: z.boolean(),
    type: z.enum(evaluationTypes).nullable(),
    printedType: z.string().nullable(),
    timing: z.enum(evaluationTimings).nullable(),
    nature: z.enum(evaluationNatures).nullable(),
    region: z.enum(evaluationRegions).nullable(),
    regionBasis: z.string().nullable(),
    countries: z.array(z.string()),
    countryGroups: z.array(z.string()),
    themes: z.array(z.string()),
    donor: z.string().nullable(),
    fundingNote: z.string().nullable(),
    period: z.string().nullable(),
    year: z.int().nullable(),
    link: z.string().nullable(),
    printedLink: z.string().nullable(),
    summary: z.string().nullable(),
    origin: OriginShape,
    oddities: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .meta({ id: "Evaluation" });

export const FacetsShape = z.record(
  z.string(),
  z.array(z.object({ value: z.string().nullable(), count: z.int() })),
);

export const ObservationShape = z
  .object({
    id: z.string().meta({ description: "Ask /api/trace with it where the figure comes from." }),
    area: z.string(),
    indicator: z.string(),
    period: z.string(),
    source: z.string(),
    sex: z.string(),
    breakdowns: z.record(z.string(), z.string()),
    unit: z.string().nullable(),
    value: z.number().nullable(),
    missing: z.enum(missingReasons).nullable(),
    status: z.string().nullable(),
    note: z.string().nullable(),
    origin: OriginShape,
  })
  .meta({ id: "Observation" });

export const ReleaseShape = z
  .object({
    id: z.string(),
    series: z.string(),
    version: z.int(),
    kind: z.enum(releaseKinds),
    title: z.string(),
    origin: OriginShape,
    citation: CitationShape,
    licence: z.string(),
    caveats: z.array(z.string()),
    rows: z.int(),
    checksum: Sha256Shape,
    sources: z.array(Sha256Shape),
    recipe: RecipeShape.nullable(),
    changes: z.object({ added: z.int(), changed: z.int(), withdrawn: z.int() }).nullable(),
    createdAt: z.string(),
  })
  .meta({ id: "Release" });

export const ReleaseContentsShape = z.array(
  z.object({
    indicator: z.string(),
    unit: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    areas: z.int(),
    values: z.int(),
    missing: z.int(),
  }),
);

export const LocalisedShape = z.object({
  en: z.string(),
  fr: z.string().optional(),
  es: z.string().optional(),
  pt: z.string().optional(),
});

export const IndicatorShape = z
  .object({
    id: z.string(),
    label: LocalisedShape,
    form: z.string(),
    level: z.string(),
    group: z.string(),
    type: z.string(),
    direction: z.union([z.literal(1), z.literal(-1)]),
    unit: z.string(),
    evidence: z
      .object({
        tag: z.enum(["seen", "memory"]),
        confidence: z.enum(["high", "medium", "low"]).optional(),
        note: z.string().nullable(),
      })
      .meta({ description: "How it is known that the indicator belongs to its form." }),
  })
  .meta({ id: "Indicator" });

export const IndexDefinitionShape = z
  .object({
    id: z.string(),
    version: z.string(),
    title: LocalisedShape,
    form: z.string().nullable(),
    reconstruction: z.boolean(),
    sha256: Sha256Shape,
    definition: z.unknown(),
    addedAt: z.string(),
  })
  .meta({ id: "IndexDefinition" });

export const ScoreShape = z
  .object({
    area: z.string(),
    node: z.string(),
    period: z.string().nullable(),
    score: z.number().nullable(),
    rank: z.int().nullable(),
    n: z.int(),
    expected: z.int(),
    reason: z.string().nullable(),
  })
  .meta({ id: "Score" });

export const IndexRunSummaryShape = z
  .object({
    id: z.string(),
    definitionId: z.string(),
    definitionVersion: z.string(),
    release: z.string(),
    title: LocalisedShape,
    form: z.string().nullable(),
    reconstruction: z.boolean(),
    origin: OriginShape,
    createdAt: z.string(),
  })
  .meta({ id: "IndexRunSummary" });

export const IndexRunShape = IndexRunSummaryShape.extend({
  recipe: RecipeShape,
  definition: z.unknown(),
  scores: z.array(ScoreShape),
  thresholds: z.array(
    z.object({
      node: z.string(),
      period: z.string().nullable(),
      value: z.number().nullable(),
      n: z.int().meta({ description: "Areas with a score." }),
      ties: z.int().meta({ description: "Areas on the threshold itself." }),
    }),
  ),
  countryGroups: z.array(
    z.object({
      area: z.string(),
      node: z.string(),
      period: z.string().nullable(),
      group: z.string(),
      flag: z.string().nullable(),
    }),
  ),
  dropped: z.array(z.object({ indicator: z.string(), reason: z.string() })),
  droppedNodes: z.array(z.object({ node: z.string(), reason: z.string() })),
  flags: z.array(z.string()),
}).meta({ id: "IndexRun" });

export const ConventionShape = z
  .object({
    code: z.string(),
    number: z.int(),
    title: z.string(),
    adopted: z.int(),
    class: z.string(),
    status: z.string(),
    securities: z.array(z.string()),
    verified: z.boolean(),
    known: z.int().meta({ description: "States with a known ratification; the lists are partial." }),
  })
  .meta({ id: "Convention" });

export const RatificationShape = z
  .object({
    id: z.string(),
    convention: z.string(),
    area: z.string(),
    type: z.string(),
    registered: z.string().nullable(),
    inForce: z.string().nullable(),
    printedCountry: z.string(),
    note: z.string().nullable(),
    list: z.string(),
    verified: z.boolean(),
  })
  .meta({ id: "Ratification" });

export const CountryProfileShape = z
  .object({
    area: z.string(),
    origin: OriginShape.meta({ description: "invented for areas of the demonstration, else real" }),
    ratings: z.array(
      z.object({
        run: z.string(),
        definitionId: z.string(),
        form: z.string().nullable(),
        reconstruction: z.boolean(),
        origin: OriginShape,
        node: z.string(),
        role: z.string().nullable(),
        period: z.string().nullable(),
        score: z.number().nullable(),
        rank: z.int().nullable(),
        of: z.int(),
        n: z.int(),
        expected: z.int(),
        reason: z.string().nullable(),
        countryGroup: z.string().nullable(),
        flag: z.string().nullable(),
        trace: z.string(),
      }),
    ),
    evaluations: z.array(EvaluationShape),
    ratifications: z.array(RatificationShape),
    releases: z.array(
      z.object({
        release: z.string(),
        title: z.string(),
        origin: OriginShape,
        indicators: z.int(),
        values: z.int(),
      }),
    ),
  })
  .meta({ id: "CountryProfile" });

export type TraceNodeShape = {
  id: string;
  kind: string;
  label: string;
  value: number | string | null;
  recipe: z.infer<typeof RecipeShape> | null;
  contribution: { value: number | null; weight: number | null; range: [number, number] | null } | null;
  inputs: TraceNodeShape[];
  source: {
    sha256: string;
    file: string;
    locator:
      | { page: number | null; spans: [number, number][] }
      | { sheet: string | null; row: number; column: string }
      | null;
  } | null;
};
export const TraceShape: z.ZodType<TraceNodeShape> = z
  .object({
    id: z.string(),
    kind: z.string(),
    label: z.string(),
    value: z.union([z.number(), z.string()]).nullable(),
    recipe: RecipeShape.nullable(),
    contribution: z
      .object({
        value: z.number().nullable(),
        weight: z.number().nullable(),
        range: z.tuple([z.number(), z.number()]).nullable(),
      })
      .nullable()
      .meta({ description: "What this part gave to the score above it." }),
    get inputs() {
      return z.array(TraceShape);
    },
    source: z
      .object({
        sha256: z.string(),
        file: z.string(),
        locator: z
          .union([
            z.object({ page: z.int().nullable(), spans: z.array(SpanShape) }),
            z.object({ sheet: z.string().nullable(), row: z.int(), column: z.string() }),
          ])
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Trace" });

export const AccountShape = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    createdAt: z.string(),
    disabledAt: z.string().nullable(),
  })
  .meta({ id: "Account" });

export const SessionShape = z
  .object({
    account: AccountShape.nullable(),
    role: z.enum(roles),
    /** Actions the present actor may take, so that a page can say why a control is disabled. */
    may: z.array(z.string()),
  })
  .meta({ id: "Session" });

export const ImportOutcome = z
  .object({
    added: z.int(),
    superseded: z.int(),
    unchanged: z.int(),
    release: z.string().nullable(),
    /** Identifiers of what came in: source, evaluation or release. */
    ids: z.array(z.string()),
    warnings: z.array(ProblemShape),
    problems: z.array(ProblemShape),
  })
  .meta({ id: "ImportOutcome" });

export const OverviewShape = z
  .object({
    evaluations: z.int(),
    documents: z.int(),
    passages: z.int(),
    releases: z.array(ReleaseShape),
    runs: z.array(IndexRunSummaryShape),
    conventions: z.int(),
    ratifications: z.int(),
    sources: z.int(),
    demonstration: z.boolean(),
    updatedAt: z.string().nullable(),
  })
  .meta({ id: "Overview" });
