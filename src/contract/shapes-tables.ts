// Shapes of importing a foreign table of evaluations: what it holds, how its columns fill a record, and
// what would become of each row.

import { z } from "zod";
import { missingReasons } from "#kernel";
import { ChangeOutcomeShape } from "./shapes-registry.ts";
import { OriginShape, ProblemShape, Sha256Shape } from "./shapes-shared.ts";

const MappedValueShape = z.object({
  from: z.string(),
  isPrefix: z.boolean(),
  to: z.string().nullable(),
  missing: z.enum(missingReasons).nullable(),
});

export const EvaluationMappingShape = z
  .object({
    version: z.literal(1),
    source: z.string(),
    prefix: z.string(),
    sheet: z.string().nullable(),
    header: z.array(z.string()),
    fields: z.array(
      z.object({
        field: z.string(),
        columns: z.array(z.string()),
        separators: z.array(z.string()),
        values: z.array(MappedValueShape),
        dateOrder: z.enum(["day-first", "month-first"]).nullable(),
        currency: z.string().nullable(),
      }),
    ),
    leftOut: z.array(z.string()),
  })
  .meta({ id: "EvaluationMapping" });

export const MappingProposalShape = z
  .object({
    mapping: EvaluationMappingShape,
    fields: z.array(
      z.object({
        field: z.string(),
        columns: z.array(z.string()),
        confidence: z.number(),
        reason: z.string(),
        alternatives: z.array(z.object({ column: z.string(), confidence: z.number(), reason: z.string() })),
        values: z.array(
          z.object({
            value: z.string(),
            count: z.int(),
            to: z.string().nullable(),
            missing: z.enum(missingReasons).nullable(),
            isPrefix: z.boolean(),
            suggestion: z.string().nullable(),
            reason: z.string(),
          }),
        ),
      }),
    ),
    unused: z.array(z.object({ column: z.string(), filled: z.int(), examples: z.array(z.string()) })),
    problems: z.array(ProblemShape),
  })
  .meta({ id: "MappingProposal" });

/** A field that a column can fill, with the codes its values must become. */
const MappingFieldShape = z.object({
  id: z.string(),
  kind: z.string(),
  codes: z.array(z.string()).nullable(),
});

export const OpenedTableShape = z
  .object({
    table: Sha256Shape,
    name: z.string(),
    format: z.enum(["delimited", "xlsx", "json"]),
    encoding: z.string().nullable(),
    sheets: z.array(z.object({ sheet: z.string().nullable(), hidden: z.boolean(), rows: z.int() })),
    /** Bare NaN and Infinity read as missing. */
    repairs: z.int(),
    warnings: z.array(ProblemShape),
    fields: z.array(MappingFieldShape),
    proposal: MappingProposalShape,
    /** Saved mappings that can be used on this table. */
    saved: z.array(
      z.object({
        id: z.string(),
        isSame: z.boolean(),
        added: z.array(z.string()),
        mapping: EvaluationMappingShape,
      }),
    ),
  })
  .meta({ id: "OpenedTable" });

export const rowStates = ["new", "changed", "unchanged", "refused"] as const;

export const TablePreviewShape = z
  .object({
    counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int(), odd: z.int() }),
    /** Rows in the state asked for. */
    total: z.int(),
    rows: z.array(
      z.object({
        row: z.int(),
        state: z.enum(rowStates),
        id: z.string().nullable(),
        title: z.string().nullable(),
        changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
        oddities: z.array(z.object({ code: z.string(), message: z.string() })),
        problems: z.array(ProblemShape),
      }),
    ),
    openValues: z.array(
      z.object({ field: z.string(), value: z.string(), count: z.int(), rows: z.array(z.int()) }),
    ),
    problems: z.array(ProblemShape),
  })
  .meta({ id: "TablePreview" });

export const TableImportShape = ChangeOutcomeShape.extend({
  /** Null where every row said what stands already: nothing changed. */
  change: z.string().nullable(),
  refused: z.int(),
  warnings: z.array(ProblemShape),
}).meta({ id: "TableImport" });

export const TableOrigin = OriginShape.default("real");
