// The design of a file of an edition, laid out once for all tables over it.

import { failAll, ok, problem, type Result } from "#kernel";
import type { StudyFile } from "#records";
import { readSurveyRequest, type SurveyRequest, type SurveyTable, surveyContext } from "#statistics";

type Made = Extract<ReturnType<typeof surveyContext>, { readonly ok: true }>;
/** What estimates are computed on. */
export type FileContext = Made["value"];

/** The design of a file as the estimator takes it, and the columns it needs. */
export function designOf(
  file: StudyFile,
): Result<{ readonly design: SurveyRequest["design"]; readonly columns: readonly string[] }> {
  const read = readSurveyRequest({
    design: file.design,
    estimates: [{ id: "design", statistic: "degrees-of-freedom" }],
  });
  if (!read.ok) return unusable(file, read.problems.map(({ message }) => message).join(" "));
  if (read.value.files.length > 0)
    return unusable(
      file,
      "Its replicate weights lie in a file of their own; in an edition they are columns of the file.",
    );
  return ok({ design: read.value.design, columns: read.value.columns });
}

/** Strata, units and weights laid out over the rows of a file. */
export function fileContext(file: StudyFile, table: SurveyTable): Result<FileContext> {
  const declared = designOf(file);
  if (!declared.ok) return declared;
  const made = surveyContext(declared.value.design, table);
  // Rows and cells of the design are not told to whoever asks for a table: only what is wrong.
  return made.ok ? made : unusable(file, made.problems.map(({ code }) => code).join(", "));
}

const unusable = (file: StudyFile, why: string) =>
  failAll([
    problem(
      "survey.design-unusable",
      `The design of file "${file.name}" cannot be laid out: ${why} Publish an edition with a correct design.`,
      { field: "file" },
    ),
  ]);

/** What a design comes to, as a table says it. */
export function designFacts({ design }: FileContext) {
  const [first] = design.stages;
  let single = 0;
  for (let stratum = 0; stratum < first.strata; stratum++)
    if (first.drawn[stratum] === 1 && first.fraction[stratum]! < 1) single += 1;
  return {
    strata: first.strata,
    units: first.units,
    degreesOfFreedom: design.replicates?.degreesOfFreedom ?? first.units - first.strata,
    singleUnitStrata: single,
    isClustered: first.units < design.rows,
  };
}
