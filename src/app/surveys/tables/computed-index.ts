// An index computed over an edition: scores of every row, estimates by group, and which of them may be seen.

import { fail, failAll, ok, problem, type Result } from "#kernel";
import type { StudyVariable } from "#records";
import {
  type MicroEstimates,
  type MicroScores,
  microColumns,
  microEstimates,
  microScores,
} from "#securities";
import type { Effects } from "../../effects.ts";
import { isOpened, unknownVariable } from "./check-question.ts";
import { type CodedVariable, codedVariable } from "./coded-column.ts";
import type { FileContext } from "./file-context.ts";
import { fileGuard } from "./file-guard.ts";
import { type ScoreGuard, scoreGuard } from "./index-guard.ts";
import type { UsableIndex } from "./micro-definitions.ts";
import { fileData, type UsableEdition } from "./table-data.ts";

export type ComputedIndex = {
  readonly context: FileContext;
  readonly scores: MicroScores;
  readonly estimates: MicroEstimates;
  readonly by: CodedVariable | null;
  /** By score: what may be seen; all of it where there is none. */
  readonly guards: ReadonlyMap<string, ScoreGuard>;
};

/** The variable an index is laid out by: women and men where nothing is said. */
function groupsOf(
  { dictionary, file }: UsableIndex,
  by: string | undefined,
  isProtected: boolean,
): Result<StudyVariable | null> {
  if (by === "none") return ok(null);
  if (by === undefined) {
    const sex = dictionary.find(({ concept, kind }) => concept === "sex" && kind === "categorical");
    return ok(sex !== undefined && (!isProtected || isOpened(sex)) ? sex : null);
  }
  const found = dictionary.find(({ name }) => name === by);
  if (found === undefined)
    return failAll([
      unknownVariable(
        by,
        "by",
        file.name,
        dictionary.map(({ name }) => name),
      ),
    ]);
  if (found.kind !== "categorical")
    return fail(
      problem("survey.variable-unfit", `"${by}" is not categorical and cannot part persons into groups.`, {
        field: "by",
      }),
    );
  if (isProtected && !isOpened(found))
    return fail(
      problem(
        "survey.variable-not-open",
        `"${by}" is not opened for tables: its groups can be small enough to know people by. Opened are ${dictionary
          .filter(isOpened)
          .map(({ name }) => `"${name}"`)
          .join(", ")}.`,
        { field: "by" },
      ),
    );
  return ok(found);
}

/**
 * @param isProtected whether small groups are withheld: for those who may not see the rows, and for what is published
 */
export async function computedIndex(
  effects: Effects,
  data: UsableEdition,
  index: UsableIndex,
  wishes: { readonly by: string | undefined; readonly deficit: number | undefined },
  isProtected: boolean,
): Promise<Result<ComputedIndex>> {
  const { definition, dictionary, file } = index;
  const by = groupsOf(index, wishes.by, isProtected);
  if (!by.ok) return by;
  if (isProtected && wishes.deficit !== undefined && wishes.deficit !== definition.deficitBelow)
    return fail(
      problem(
        "survey.line-fixed",
        `Shares below ${wishes.deficit} are for those who may see the rows: two lines close together would tell of the one person between them. Leave the line out; the definition has ${definition.deficitBelow}.`,
        { field: "deficit" },
      ),
    );
  const items = microColumns(definition);
  const opened = dictionary.filter((variable) => isOpened(variable) && items.includes(variable.name));
  const names = [...new Set([...items, ...(by.value === null ? [] : [by.value.name])])];
  const read = await fileData(effects, file, names);
  if (!read.ok) return read;
  const { table } = read.value;
  const scores = microScores(definition, table, dictionary);
  if (!scores.ok) return scores;
  const coded = by.value === null ? null : codedVariable(by.value, table.columns.get(by.value.name)!);
  const columns = new Map(table.columns);
  if (coded !== null)
    columns.set(coded.variable.name, {
      kind: "category",
      codes: coded.codes,
      levels: coded.levels.map(({ code }) => code),
    });
  const context: FileContext = { ...read.value, table: { rows: table.rows, columns } };
  const estimates = microEstimates(definition, scores.value, context, {
    by: coded === null ? [[]] : [[], [coded.variable.name]],
    dictionary,
    ...(wishes.deficit !== undefined && { deficitBelow: wishes.deficit }),
  });
  if (!estimates.ok) return estimates;
  const guards = new Map<string, ScoreGuard>();
  if (isProtected) {
    const guard = await fileGuard(effects, data.study.kind, data.edition, file, data.earlier);
    if (!guard.ok) return guard;
    const inside = Uint8Array.from(context.design.weights, (weight) => (weight > 0 ? 1 : 0));
    const rows = {
      inside,
      by: coded,
      items: opened.map((variable) => codedVariable(variable, table.columns.get(variable.name)!)),
      unopened: items.length - opened.length,
    };
    for (const score of scores.value.scores)
      guards.set(score.id, scoreGuard(guard.value, score, rows, definition.deficitBelow));
  }
  return ok({ context, scores: scores.value, estimates: estimates.value, by: coded, guards });
}
