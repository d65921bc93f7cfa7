// Shapes of the catalogue of indicators and of choices of values.

import { z } from "zod";
import { missingReasons } from "#kernel";
import { ObservationShape } from "./shapes-numbers.ts";
import { LocalisedShape, OriginShape, Sha256Shape } from "./shapes-shared.ts";

const SourceOfIndicatorShape = z.object({
  agency: z.string(),
  series: z.string().nullable().meta({ description: "The agency's code; null: the indicator's own id." }),
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
    scale: z.array(z.number()).length(2).nullable(),
    transformation: z.string().nullable(),
    sources: z.array(SourceOfIndicatorShape).meta({ description: "Best first; empty: not stated." }),
    breakdowns: z.array(z.string()),
    evidence: z
      .object({
        tag: z.enum(["seen", "memory", "own"]),
        confidence: z.enum(["high", "medium", "low"]).optional(),
        note: z.string().nullable(),
      })
      .meta({ description: "How it is known that the indicator belongs to its form." }),
    shipped: z.boolean().meta({ description: "Comes with Socle, and nobody here has changed it." }),
    version: z.string().meta({ description: "Of the shipped file, or of this installation: `own-2`." }),
  })
  .meta({ id: "Indicator" });

export const DocumentationShape = z
  .record(z.string(), z.object({ text: LocalisedShape, by: z.enum(["ours", "source"]) }))
  .meta({ description: "By SDMX heading; a heading that is absent is not stated." });

export const IndicatorVersionShape = z.object({
  version: z.string(),
  shipped: z.boolean(),
  reason: z.string().nullable(),
  recordedAt: z.string().nullable(),
  recordedBy: z.string().nullable(),
  supersededAt: z.string().nullable(),
  label: LocalisedShape,
  changed: z.array(z.string()).meta({ description: "Fields that differ from the version before." }),
});

export const IndicatorDataShape = z.object({
  indicator: z.string(),
  releases: z.array(z.string()),
  values: z.int(),
  areas: z.int().meta({ description: "Most areas of one release." }),
  from: z.string().nullable(),
  to: z.string().nullable(),
  sources: z.array(z.string()),
});

export const OneIndicatorShape = IndicatorShape.extend({
  documentation: DocumentationShape,
  record: z.unknown().meta({ description: "As a file has it: change it and send it back as a new version." }),
  versions: z.array(IndicatorVersionShape),
  data: IndicatorDataShape,
}).meta({ id: "OneIndicator" });

/** An observation as it may be chosen, with the release it stands in. */
export const CandidateShape = ObservationShape.omit({ breakdowns: true }).extend({
  release: z.string(),
  year: z.int(),
  sourcePlace: z.int().nullable(),
  fate: z.string().meta({ description: "Taken, or why not." }),
});

export const IndicatorSeriesShape = z.object({
  area: z.string(),
  observations: z.array(ObservationShape.extend({ release: z.string() })),
  selection: z.object({ id: z.string(), version: z.int(), years: z.array(z.int()) }).nullable(),
  chosen: z
    .array(z.object({ year: z.int(), sex: z.string(), id: z.string().nullable(), why: z.string() }))
    .meta({ description: "What the selection took for each reference year: the address, or null for none." }),
});

export const SelectionSummaryShape = z
  .object({
    id: z.string(),
    version: z.int(),
    title: LocalisedShape,
    release: z.string(),
    inputs: z.array(z.object({ id: z.string(), checksum: Sha256Shape })),
    ruleSha256: Sha256Shape,
    outcomeSha256: Sha256Shape,
    table: Sha256Shape,
    origin: OriginShape,
    overrides: z.int(),
    createdAt: z.string(),
    counts: z.object({
      cells: z.int(),
      values: z.int(),
      areas: z.int(),
      indicators: z.int(),
      byPerson: z.int(),
    }),
  })
  .meta({ id: "SelectionSummary" });

export const CellKeyShape = z.object({
  indicator: z.string().min(1).max(200),
  area: z.string().min(1).max(20),
  year: z.coerce.number().int().min(1000).max(2999),
  sex: z.string().min(1).max(20).default("T"),
});

export const OverrideShape = CellKeyShape.extend({
  take: z.string().min(1).max(2_000).meta({
    description: "Address of a candidate; `none` for no value; `rule` gives the cell back to the rule.",
  }),
  missing: z.enum(missingReasons).nullable().default(null),
  reason: z.string().trim().min(3).max(2_000),
});

export const SelectionShape = SelectionSummaryShape.extend({
  rule: z.unknown(),
  years: z.array(z.int()),
  sexes: z.array(z.string()),
  indicators: z.array(z.object({ id: z.string(), values: z.int(), cells: z.int() })),
  whys: z.record(z.string(), z.int()),
  lowCoverage: z.array(
    z.object({
      area: z.string(),
      year: z.int(),
      form: z.string(),
      group: z.string(),
      n: z.int(),
      expected: z.int(),
    }),
  ),
  flags: z.array(
    z.object({
      code: z.string(),
      indicator: z.string(),
      area: z.string().nullable(),
      year: z.int().nullable(),
      detail: z.string(),
    }),
  ),
  decisions: z.array(
    OverrideShape.extend({
      by: z.string().nullable().meta({ description: "Name of the person, for those who choose values." }),
      at: z.string(),
      stands: z.boolean().meta({ description: "False: a later decision on the cell took its place." }),
    }),
  ),
  versions: z.array(z.object({ version: z.int(), release: z.string(), createdAt: z.string() })),
}).meta({ id: "Selection" });

export const CellOfSelectionShape = z.object({
  cell: CellKeyShape,
  value: z.number().nullable(),
  missing: z.enum(missingReasons).nullable(),
  unit: z.string().nullable(),
  why: z.string(),
  candidates: z.array(CandidateShape),
});
