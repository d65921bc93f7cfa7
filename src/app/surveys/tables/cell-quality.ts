// How far a figure can be trusted, by thresholds that are published.

/** Statistics Canada's limits of the coefficient of variation, and the cases below which a figure is at best usable with caution. */
export const thresholds = { caution: 0.166, unreliable: 0.333, fewCases: 30 } as const;

export type CellQuality = "good" | "caution" | "unreliable";

/**
 * Standard error over estimate; of a share over the smaller of p and 1 − p, so that 3 % who have something and
 * 97 % who have it not are equally uncertain. Null where the estimate is 0 or there is no error.
 */
export function coefficientOfVariation(
  estimate: number | null,
  standardError: number | null,
  isShare: boolean,
): number | null {
  if (estimate === null || standardError === null) return null;
  const base = isShare ? Math.min(estimate, 1 - estimate) : Math.abs(estimate);
  return base > 0 ? standardError / base : null;
}

/**
 * A flag for an estimate. Without a coefficient of variation (a share of 0 or 1, no degrees of freedom) the error
 * is not seen, and the figure is to be used with caution at best.
 *
 * @source Statistics Canada, guidelines for the release of survey estimates: 16.6 % and 33.3 %
 */
export function qualityOf(
  coefficient: number | null,
  cases: number,
  degreesOfFreedom: number | null,
): CellQuality {
  if (coefficient !== null && coefficient > thresholds.unreliable) return "unreliable";
  const isSeen = coefficient !== null && degreesOfFreedom !== null && degreesOfFreedom > 0;
  return isSeen && coefficient <= thresholds.caution && cases >= thresholds.fewCases ? "good" : "caution";
}
