// The seven forms of socio-economic security, the levels they are measured at and the three kinds of
// indicator that show them. Names and meanings stand in `forms-of-security.data.ts`.

import type { Localised } from "#kernel";
import { formTexts, levelNames, roleTexts } from "./forms-of-security.data.ts";
import {
  type FormId,
  type FormOfSecurity,
  formIds,
  type IndicatorRole,
  type SecurityLevel,
} from "./security-terms.ts";

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
