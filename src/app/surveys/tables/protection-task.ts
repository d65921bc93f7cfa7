// What is decided on together: all cases of a file over its opened variables; and for a numeric variable the cases
// with a value of it.

import { ok, type Result } from "#kernel";
import type { StudyEdition, StudyFile, StudyKind, StudyVariable } from "#records";
import type { Protection, SurveyTable } from "#statistics";
import { isOpened, mostCrossed, variablesOf } from "./check-question.ts";
import { codedVariable, numericValues } from "./coded-column.ts";
import type { FileContext } from "./file-context.ts";
import type { ProtectionTask } from "./protect-thread.ts";

/** A total is withheld where the second largest enterprise could compute the largest to within this percentage. */
const dominancePercent = 10;

/** The variables of a file that tables can be laid out by. */
export const openedVariables = (edition: StudyEdition, file: StudyFile): readonly StudyVariable[] =>
  [...variablesOf(edition, file).values()].filter(isOpened);

/** Whether single units of a file can make up most of a total. */
export const canDominate = (kind: StudyKind, { unit }: StudyFile): boolean =>
  kind === "enterprise" && unit === "establishment";

/** The decision on all cases. */
export function casesTask(
  edition: StudyEdition,
  file: StudyFile,
  table: SurveyTable,
  { design }: FileContext,
  earlier: Protection | null,
): ProtectionTask {
  const coded = openedVariables(edition, file).map((variable) =>
    codedVariable(variable, table.columns.get(variable.name)!),
  );
  return {
    rows: table.rows,
    dimensions: coded.map(({ variable, levels }) => ({
      name: variable.name,
      levels: levels.map(({ code }) => code),
    })),
    codes: coded.map(({ codes }) => codes),
    weights: design.weights,
    minimumCases: edition.minimumCases,
    order: mostCrossed,
    seed: 1,
    ...(earlier !== null && { earlier }),
  };
}

/**
 * The decision on the cases with a value of a numeric variable; `null` where that is every case and none can
 * dominate, so that the cells are those of all cases.
 *
 * What is withheld of all cases is withheld here and its complements with it. So what is open here is open there:
 * whoever knows that everybody of a group answered learns no cell of all cases from it, and no total from that.
 */
export function valuesTask(
  kind: StudyKind,
  file: StudyFile,
  variable: StudyVariable,
  table: SurveyTable,
  cases: ProtectionTask,
  ofCases: Protection,
): Result<ProtectionTask | null> {
  const values = numericValues(variable, table.columns.get(variable.name)!);
  if (!values.ok) return values;
  const weights = cases.weights!;
  const isMeasured = canDominate(kind, file);
  const isComplete = values.value.every((value, row) => !Number.isNaN(value) || !(weights[row]! > 0));
  if (isComplete && !isMeasured) return ok(null);
  return ok({
    ...cases,
    weights: weights.map((weight, row) => (Number.isNaN(values.value[row]!) ? 0 : weight)),
    earlier: ofCases,
    ...(isMeasured && {
      measured: [{ name: variable.name, values: values.value }],
      dominancePercent,
    }),
  });
}
