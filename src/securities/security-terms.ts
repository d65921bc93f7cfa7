// The words by which forms of security, levels and kinds of indicator are known in data and definitions.

import type { Localised } from "#kernel";

/** In the order in which the ILO's programme listed them. */
export const formIds = [
  "labour-market",
  "employment",
  "job",
  "work",
  "skill-reproduction",
  "income",
  "representation",
] as const;
export type FormId = (typeof formIds)[number];

export const securityLevels = ["national", "enterprise", "household"] as const;
export type SecurityLevel = (typeof securityLevels)[number];

/** Input: instruments and rules; process: mechanisms and resources; outcome: whether both work. */
export const indicatorRoles = ["input", "process", "outcome"] as const;
export type IndicatorRole = (typeof indicatorRoles)[number];

export type FormOfSecurity = {
  readonly id: FormId;
  /** The short sign of its index in the programme's papers, such as `LMSI`. */
  readonly indexSign: string;
  readonly name: Localised;
  /** A second name in use. */
  readonly alsoCalled: Localised | null;
  /** In our own words. */
  readonly meaning: Localised;
  /** Income and representation come before the others. */
  readonly basic: boolean;
};
