// The seven forms of socio-economic security, the levels they are measured at and the three kinds of
// indicator that show them. Names and meanings stand in `forms-of-security.data.ts`.

import type { Localised } from "#kernel";
import { formTexts, levelNames, roleTexts } from "./forms-of-security.data.ts";

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

export const formsOfSecurity: readonly FormOfSecurity[] = formIds.map((id) => ({ id, ...formTexts[id] }));

/**
 * A form with its names, its meaning in our words and the sign of its index.
 *
 * @example
 * formOfSecurity("representation").alsoCalled.en // => "Voice security"
 */
export const formOfSecurity = (id: FormId): FormOfSecurity => ({ id, ...formTexts[id] });

/**
 * The name of a level in the four languages.
 *
 * @example
 * securityLevelName("household").en // => "Household or person"
 */
export const securityLevelName = (level: SecurityLevel): Localised => levelNames[level];

/**
 * The name of a kind of indicator in the four languages.
 *
 * @example
 * indicatorRoleName("outcome").es // => "Resultados"
 */
export const indicatorRoleName = (role: IndicatorRole): Localised => roleTexts[role].name;

/**
 * What a kind of indicator shows, in the four languages.
 *
 * @example
 * indicatorRoleMeaning("input").en // => "Instruments and rules: Conventions ratified, basic laws."
 */
export const indicatorRoleMeaning = (role: IndicatorRole): Localised => roleTexts[role].meaning;
