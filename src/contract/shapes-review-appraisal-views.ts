// Shapes in which appraisal and extraction are shown.

import { z } from "zod";
import { AppraisalAnswerShape, InstrumentShape, JudgementShape } from "./shapes-review-appraisal.ts";
import { ExtractionFormShape, ExtractionRowShape } from "./shapes-review-extraction.ts";
import { AgreementFigureShape } from "./shapes-review-screening-views.ts";

export const appraisalStatus = z.enum([
  "not-planned",
  "waiting",
  "to-reconcile",
  "appraised",
  "included",
  "excluded",
]);
export const extractionStatus = z.enum(["not-planned", "waiting", "to-reconcile", "extracted"]);

/** A report as it stands in the lists of appraisal and extraction. */
export const AppraisedReportShape = z
  .object({
    record: z.string(),
    title: z.string(),
    year: z.int().nullable(),
    language: z.string().nullable(),
    /** Whether a text is held that whoever asks may read; `withheld`: it is held, and they may not. */
    text: z.enum(["held", "withheld", "none"]),
  })
  .meta({ id: "AppraisedReport" });

export const OverallRatingShape = z
  .object({
    value: z.number().nullable(),
    grade: z.string().nullable(),
    sections: z.array(z.object({ section: z.string(), value: z.number().nullable() })),
    open: z.array(z.string()),
  })
  .meta({ id: "OverallRating" });

export const FinalAppraisalShape = z
  .object({
    by: z.enum(["one", "agreement", "reconciled"]),
    instrument: z.string(),
    version: z.string(),
    answers: z.array(AppraisalAnswerShape),
    judgement: JudgementShape.nullable(),
    rule: OverallRatingShape,
  })
  .meta({ id: "FinalAppraisal" });

export const OneAppraisalShape = z
  .object({
    by: z.string().meta({ description: "Name of the member." }),
    own: z.boolean(),
    at: z.string(),
    instrument: z.string(),
    version: z.string(),
    answers: z.array(AppraisalAnswerShape),
    judgement: JudgementShape.nullable(),
    rule: OverallRatingShape,
  })
  .meta({ id: "OneAppraisal" });

/** A definition to choose, with what became of it in this review. */
const defined = {
  /** `ready`: it comes with Socle and was not taken into the review. */
  state: z.enum(["ready", "taken"]),
  /** Somebody has worked by it, so it never changes. */
  used: z.boolean(),
  /** The protocol names it. */
  stands: z.boolean(),
};
export const DefinedInstrumentShape = z.object({ ...defined, instrument: InstrumentShape });
export const DefinedFormShape = z.object({ ...defined, form: ExtractionFormShape });

export const AgreementFiguresShape = z
  .object({
    percent: AgreementFigureShape,
    cohen: AgreementFigureShape,
    alpha: AgreementFigureShape,
    gwet: AgreementFigureShape,
    pairs: z.array(z.object({ members: z.array(z.string()), kappa: AgreementFigureShape })),
  })
  .meta({ id: "AgreementFigures" });

export const OneExtractionShape = z
  .object({
    by: z.string().meta({ description: "Name of the member." }),
    own: z.boolean(),
    submitted: z.boolean(),
    nothing: z.string().nullable(),
    rows: z.array(ExtractionRowShape),
    /** Rows that rest on texts whoever asks may not read. */
    withheld: z.int(),
  })
  .meta({ id: "OneExtraction" });

export const RowPairShape = z
  .object({
    first: ExtractionRowShape.nullable(),
    second: ExtractionRowShape.nullable(),
    differing: z.array(z.string()),
  })
  .meta({ id: "RowPair" });
