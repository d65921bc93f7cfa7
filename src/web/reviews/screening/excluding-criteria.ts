import type { Criterion } from "#records";

/** Criteria an exclusion may name, in the order of their numbers: those of exclusion, then those not met. */
export const excludingCriteria = (criteria: readonly Criterion[]): readonly Criterion[] => [
  ...criteria.filter(({ column }) => column === "exclude"),
  ...criteria.filter(({ column }) => column !== "exclude"),
];
