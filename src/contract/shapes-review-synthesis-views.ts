// The synthesis as it is shown.

import { z } from "zod";
import { certainties, certaintyComponents, concerns, questionAxes } from "#records";
import {
  CertaintyJudgementShape,
  FindingTextShape,
  SupportShape,
  ThemeTextShape,
} from "./shapes-review-synthesis.ts";
import { OriginShape, Sha256Shape } from "./shapes-shared.ts";

/** A coding, row or passage with where it stands. */
export const SupportViewShape = z
  .object({
    support: SupportShape,
    record: z.string().nullable(),
    title: z.string(),
    source: Sha256Shape.nullable(),
    page: z.int().nullable(),
    /** Empty where `withheld`. */
    quote: z.string(),
    /** The words stand in a report that whoever asks may not read, or in coding they may not know yet. */
    withheld: z.boolean(),
    codes: z.array(z.string()),
    /** Why it no longer counts. */
    lost: z.enum(["coding", "row", "not-selected"]).nullable(),
  })
  .meta({ id: "SupportView" });

const weight = z.object({ passages: z.int(), reports: z.array(z.string()), units: z.int() });

export const SuggestedCertaintyShape = z
  .object({
    components: z.object(
      Object.fromEntries(
        certaintyComponents.map((name) => [
          name,
          z.object({ concern: z.enum(concerns).nullable(), counts: z.record(z.string(), z.int()) }),
        ]),
      ) as {
        readonly [C in (typeof certaintyComponents)[number]]: z.ZodObject<{
          concern: z.ZodNullable<z.ZodEnum<{ [K in (typeof concerns)[number]]: K }>>;
          counts: z.ZodRecord<z.ZodString, z.ZodInt>;
        }>;
      },
    ),
    overall: z.enum(certainties).nullable(),
  })
  .meta({ id: "SuggestedCertainty" });

const formerFinding = z.object({ finding: FindingTextShape, by: z.string(), at: z.string() });

export const FindingViewShape = z
  .object({
    id: z.string(),
    finding: FindingTextShape,
    by: z.string(),
    at: z.string(),
    /** What it was before, the oldest first. */
    former: z.array(formerFinding),
    supports: z.array(SupportViewShape),
    deviant: z.array(SupportViewShape),
    weight,
    against: weight,
    singleSource: z.boolean(),
    lost: z.int(),
    suggested: SuggestedCertaintyShape,
    judgement: z
      .object({
        judgement: CertaintyJudgementShape,
        by: z.string(),
        at: z.string(),
        /** The finding was written anew since. */
        earlier: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: "FindingView" });

export const ThemeViewShape = z
  .object({
    id: z.string(),
    parent: z.string().nullable(),
    depth: z.int(),
    theme: ThemeTextShape,
    codes: z.array(z.string()),
    codings: z.array(z.string()),
    /** With what the themes under it gather. */
    passages: z.int(),
    reports: z.array(z.string()),
    units: z.int(),
  })
  .meta({ id: "ThemeView" });

export const SynthesisQuestionShape = z.object({
  id: z.string(),
  axis: z.enum(questionAxes),
  text: z.string(),
  subQuestions: z.array(z.object({ id: z.string(), text: z.string() })),
});

export const RemovedFindingShape = z.object({
  id: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  finding: FindingTextShape,
});

const label = z
  .object({ en: z.string(), fr: z.string(), es: z.string(), pt: z.string() })
  .partial()
  .nullable();
const value = z.object({ id: z.string(), label });
export const MapFieldShape = z.object({ id: z.string(), label });
export const MapValuesShape = z.object({ id: z.string(), label, values: z.array(value) });

export const mapCellState = z.enum(["found", "nothing", "not-searched"]);
export const MapCellShape = z.object({
  row: z.string(),
  column: z.string(),
  items: z.int(),
  reports: z.array(z.string()),
  units: z.int(),
  state: mapCellState,
});

export const NeedShape = z
  .object({
    release: z.object({ id: z.string(), title: z.string(), origin: OriginShape }),
    indicator: z.object({
      id: z.string(),
      label,
      unit: z.string().nullable(),
      /** 1 where more is better, -1 where less is. */
      direction: z.int(),
    }),
    /** The column of the map it is about; null: all. */
    column: z.string().nullable(),
    /** What a row has: its own figure, or of its countries the mean by population or the median. */
    measure: z.enum(["own", "weighted-mean", "median"]),
    /** The series of the release by which was weighted. */
    population: z.string().nullable(),
    /** Highest need with least evidence first. */
    rows: z.array(
      z.object({
        row: z.string(),
        label,
        value: z.number().nullable(),
        areas: z.int(),
        periods: z.array(z.string()).nullable(),
        level: z.enum(["high", "middle", "low", "unknown"]),
        items: z.int(),
        units: z.int(),
        state: mapCellState,
      }),
    ),
    /** Areas with a figure that belong to no row. */
    elsewhere: z.int(),
  })
  .meta({ id: "NeedBesideEvidence" });
