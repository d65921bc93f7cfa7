import type { Problem } from "#kernel";
import type { Study, StudyVariable } from "#records";
import { type DeclaredVariable, mergeVariables, type ProposedVariable } from "#sources";
import type { Effects } from "../../effects.ts";
import { readForm } from "./read-form.ts";

/**
 * A proposed dictionary with what the questionnaires of the study say of the same names: the question as it was asked,
 * its answers, who was asked. Forms that programs read are asked, the first that has a name wins.
 *
 * @returns one variable for each proposed one, and where the rows hold what no form has
 */
export async function askedVariables(
  effects: Effects,
  study: Pick<Study, "questionnaires">,
  proposed: readonly ProposedVariable[],
): Promise<{ readonly variables: readonly StudyVariable[]; readonly warnings: readonly Problem[] }> {
  const columns = new Map(proposed.map(({ variable }) => [variable.name, variable.file]));
  const asked = new Map<string, DeclaredVariable>();
  for (const { name, sha256 } of study.questionnaires) {
    if (!/\.xlsx$/i.test(name)) continue;
    const bytes = await effects.store.files.read(sha256).catch(() => null);
    const { questions } = bytes === null ? { questions: [] } : await readForm(bytes, name);
    for (const { variable } of questions) {
      const file = columns.get(variable.name);
      if (file !== undefined && !asked.has(variable.name)) asked.set(variable.name, { ...variable, file });
    }
  }
  const merged = mergeVariables([...asked.values()], proposed, "the questionnaire");
  return { variables: merged.variables, warnings: merged.problems };
}
