// A number with its unit. Units are SDMX-like codes; a percentage is kept as printed (12.5, not 0.125).

export type Quantity = {
  readonly value: number;
  /** Unit code, for example `PT` (per cent), `PS` (persons), `USD`, `RT` (ratio), `IX` (index), `BIN` (yes or no). */
  readonly unit: string;
};

/** Units the product itself writes; other codes from sources are kept as they come. */
export const unitCodes = ["PT", "PS", "RT", "IX", "BIN", "USD", "PPP", "YR", "NUM"] as const;

export type UnitCode = (typeof unitCodes)[number];
