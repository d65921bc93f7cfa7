// What is decided on together: all opened variables of a file, and the rows with a value of each numeric one.

import { ok, type Result } from "#kernel";
import type { StudyEdition, StudyFile, StudyKind, StudyVariable } from "#records";
import type { Protection, SurveyTable } from "#statistics";
import { isOpened, mostCrossed, variablesOf } from "./check-question.ts";
import { codedVariable, numericValues } from "./coded-column.ts";
import type { FileContext } from "./file-context.ts";
import type { ProtectionTask } from "./protect-thread.ts";

/** A total is withheld where the second largest enterprise could compute the largest to within this percentage. */
export const dominancePercent = 10;

/** The variables of a file that a decision is about. */
export function protectedVariables(
  edition: StudyEdition,
  file: StudyFile,
): { readonly opened: readonly StudyVariable[]; readonly numeric: readonly StudyVariable[] } {
  const all = [...variablesOf(edition, file).values()];
  return { opened: all.filter(isOpened), numeric: all.filter(({ kind }) => kind === "numeric") };
}

export type ProtectionPlan = {
  readonly task: ProtectionTask;
  /** By numeric variable what it is measured as; `null`: every case has a value, the cells are those of all cases. */
  readonly layerOf: ReadonlyMap<string, string | null>;
};

/**
 * The decision as a task. Numeric variables that the same rows lack are one quantity: a cell of those with a value
 * is the same cell. Where single enterprises can dominate a total, each variable is a quantity of its own.
 */
export function protectionPlan(
  kind: StudyKind,
  edition: StudyEdition,
  file: StudyFile,
  table: SurveyTable,
  { design }: FileContext,
  earlier: Protection | null,
): Result<ProtectionPlan> {
  const { opened, numeric } = protectedVariables(edition, file);
  const coded = opened.map((variable) => codedVariable(variable, table.columns.get(variable.name)!));
  const canDominate = kind === "enterprise" && file.unit === "establishment";
  const layerOf = new Map<string, string | null>();
  const measured: { readonly name: string; readonly values: Float64Array }[] = [];
  for (const variable of numeric) {
    const values = numericValues(variable, table.columns.get(variable.name)!);
    if (!values.ok) return values;
    const own = values.value;
    const isComplete = own.every((value, row) => !Number.isNaN(value) || !(design.weights[row]! > 0));
    const same = canDominate
      ? undefined
      : measured.find(({ values: other }) =>
          other.every((value, row) => Number.isNaN(value) === Number.isNaN(own[row]!)),
        );
    if (isComplete && !canDominate) layerOf.set(variable.name, null);
    else if (same !== undefined) layerOf.set(variable.name, same.name);
    else {
      measured.push({ name: variable.name, values: own });
      layerOf.set(variable.name, variable.name);
    }
  }
  return ok({
    layerOf,
    task: {
      rows: table.rows,
      dimensions: coded.map(({ variable, levels }) => ({
        name: variable.name,
        levels: levels.map(({ code }) => code),
      })),
      codes: coded.map(({ codes }) => codes),
      weights: design.weights,
      measured,
      minimumCases: edition.minimumCases,
      order: mostCrossed,
      seed: 1,
      ...(canDominate && { dominancePercent }),
      ...(earlier !== null && { earlier }),
    },
  });
}
