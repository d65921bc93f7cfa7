import type { RequestFrame } from "./estimate-request.ts";
import type { SurveyDesign } from "./read-survey-request.ts";
import type { SampleDesign } from "./sample-design.ts";
import type { SurveyTable } from "./survey-table.ts";
import type { VarianceOptions } from "./variance-of-totals.ts";

/** What an estimator works on. */
export type EstimationContext = {
  readonly table: SurveyTable;
  readonly design: SampleDesign;
  /** The design in the words of the request. */
  readonly declared?: SurveyDesign;
};

/** How single units are treated: the request's word, else the design's. */
export const varianceOptions = ({ design }: EstimationContext, request: RequestFrame): VarianceOptions => ({
  singleUnit: request.singleUnit ?? design.singleUnit,
  adjustSingleUnitsInDomains: request.adjustSingleUnitsInDomains ?? false,
});
