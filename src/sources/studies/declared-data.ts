// What people declare about the data of a study, before any row is read.

import type { AnalysisUnit, StudyDesign, StudyEdition, StudyFile, StudyVariable } from "#records";

/** A file of rows as a person declares it: all of `StudyFile` that cannot be read off the file itself. */
export type DeclaredFile = {
  /** `persons`: what requests call it. */
  readonly name: string;
  readonly unit: AnalysisUnit;
  /** Name of the file that holds the rows. */
  readonly file: string;
  /** Columns that name a row; none where rows have no name. */
  readonly key: readonly string[];
  /** The declared file that holds the unit around it, and the columns here that hold its key, in its order. */
  readonly parent: StudyFile["parent"];
  readonly design: StudyDesign;
  readonly knownTotals: StudyFile["knownTotals"];
};

/** What a person says of a variable; what is left out is taken from the data or from a codebook. */
export type DeclaredVariable = Pick<StudyVariable, "file" | "name"> &
  Partial<Omit<StudyVariable, "file" | "name">>;

/** What a person declares about the data of a study: what `StudyEdition` has before any row is read. */
export type EditionDeclaration = Pick<StudyEdition, "state" | "from" | "changes" | "minimumCases"> & {
  readonly files: readonly DeclaredFile[];
  readonly variables: readonly DeclaredVariable[];
};
