// Variables in the sections of a dictionary: by dimension of security where they have one, else by what they
// are for.

import { securityDimensions } from "#records";
import type { StudyVariable } from "./answers.ts";

export type VariableSection = {
  /** A dimension, or `kind.` and what the variables are for. */
  readonly id: string;
  readonly variables: readonly StudyVariable[];
};

const order = [
  "kind.background",
  ...securityDimensions,
  "kind.other",
  "kind.design",
  "kind.identifier",
] as const;

/** A variable as the address of an open dictionary names it; two files may have one of the same name. */
export const variableKey = ({ file, name }: Pick<StudyVariable, "file" | "name">): string =>
  `${file}:${name}`;

/** The section a variable stands in. */
export const sectionOf = (variable: StudyVariable): (typeof order)[number] =>
  variable.place !== null
    ? variable.place.dimension
    : variable.kind === "identifier"
      ? "kind.identifier"
      : variable.kind === "design" || variable.kind === "weight"
        ? "kind.design"
        : variable.concept !== null
          ? "kind.background"
          : "kind.other";

/** Sections in their order, each with its variables as they come; empty ones are left out. */
export const sectionsOfVariables = (variables: readonly StudyVariable[]): readonly VariableSection[] =>
  order
    .map((id) => ({ id, variables: variables.filter((one) => sectionOf(one) === id) }))
    .filter((section) => section.variables.length > 0);
