import { studentQuantile } from "../distributions/student-t.ts";
import type { RequestFrame } from "./estimate-request.ts";

/** How wide intervals are: the share of samples they hold for, and the degrees of freedom of Student's t. */
export type IntervalBasis = {
  readonly confidence: number;
  readonly degreesOfFreedom: number;
};

/** The basis a request asks for; degrees of freedom of the domain unless it says otherwise. */
export const intervalBasis = (request: RequestFrame, degreesOfFreedom: number): IntervalBasis => ({
  confidence: request.confidence ?? 0.95,
  degreesOfFreedom:
    request.degreesOfFreedom === "infinite"
      ? Number.POSITIVE_INFINITY
      : (request.degreesOfFreedom ?? degreesOfFreedom),
});

/** How many standard errors an interval reaches to each side; NaN without degrees of freedom. */
export const reach = ({ confidence, degreesOfFreedom }: IntervalBasis): number =>
  degreesOfFreedom > 0 ? studentQuantile(1 - (1 - confidence) / 2, degreesOfFreedom) : Number.NaN;

/** Degrees of freedom as an answer shows them. */
export const shownDegrees = (degrees: number): number | null => (Number.isFinite(degrees) ? degrees : null);
