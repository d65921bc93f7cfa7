import { ok, type Result } from "#kernel";
import type { Actor } from "#records";
import type { Effects } from "../../effects.ts";
import type { RouteInput, RouteUseCase } from "../../use-case.ts";
import type { CellGuard } from "./cell-guard.ts";
import { type CheckedQuestion, checkQuestion, type TableInput } from "./check-question.ts";
import type { FileContext } from "./file-context.ts";
import { fileGuard } from "./file-guard.ts";
import { variablesAsked } from "./laid-table.ts";
import { type StudyTable, tableOf } from "./shown-table.ts";
import { fileData, type UsableEdition, usableEdition } from "./table-data.ts";

type Input = RouteInput<"studyTable">;

/** A question with all it is answered from. */
export type PreparedTable = {
  readonly data: UsableEdition;
  readonly checked: CheckedQuestion;
  readonly context: FileContext;
  /** `null` for those who may see the rows. */
  readonly guard: CellGuard | null;
};

/** Finds, checks and reads what a table needs. */
export async function preparedTable(
  effects: Effects,
  actor: Actor,
  input: TableInput,
): Promise<Result<PreparedTable>> {
  const data = await usableEdition(effects, actor, input.id, input.edition);
  if (!data.ok) return data;
  const { edition, seesRows } = data.value;
  const checked = checkQuestion(edition, input, !seesRows);
  if (!checked.ok) return checked;
  const { file } = checked.value;
  const context = await fileData(effects, file, variablesAsked(checked.value));
  if (!context.ok) return context;
  const { variable } = checked.value;
  const numeric = variable?.kind === "numeric" ? variable : null;
  const guard = seesRows
    ? ok(null)
    : await fileGuard(effects, data.value.study.kind, edition, file, data.value.earlier, numeric);
  if (!guard.ok) return guard;
  return ok({ data: data.value, checked: checked.value, context: context.value, guard: guard.value });
}

/** The answer to a question that was prepared. */
export const answeredTable = (
  effects: Effects,
  { data, checked, context, guard }: PreparedTable,
  language: Input["language"],
): Result<StudyTable> =>
  tableOf(data, context, checked, { guard, language, codeVersion: effects.codeVersion });

/** A table on demand. Whoever may not see the rows gets it with small cells withheld. */
export const studyTable: RouteUseCase<"studyTable"> = async (effects, actor, input) => {
  const prepared = await preparedTable(effects, actor, input);
  return prepared.ok ? answeredTable(effects, prepared.value, input.language) : prepared;
};
