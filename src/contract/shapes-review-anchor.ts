import { z } from "zod";
import { recordId } from "./shapes-review-records.ts";
import { Sha256Shape, SpanShape } from "./shapes-shared.ts";

export const AnchorShape = z
  .object({
    record: recordId.nullable(),
    source: Sha256Shape,
    textVersion: z.int().min(1),
    spans: z.array(SpanShape).min(1).max(200),
    quote: z.string().max(50_000),
    page: z.int().nullable(),
    passage: z.string().max(300).nullable(),
  })
  .meta({ id: "Anchor" });
