import type { Actor } from "#records";
import type { VariableStatistics as DdiStatistics } from "#sources";
import type { Effects } from "../../effects.ts";
import type { ReadableEdition } from "../visible-studies.ts";
import { variableStatistics } from "./variable-statistics.ts";

/** Each variable is counted over all rows: of wider dictionaries the description has no counts. */
const mostVariables = 400;

/** Counts of the variables of an edition as the asker may see them, in the words of DDI. */
export async function ddiStatistics(
  effects: Effects,
  actor: Actor,
  readable: ReadableEdition,
): Promise<readonly DdiStatistics[]> {
  const { files, variables } = readable.edition;
  if (variables.length > mostVariables) return [];
  const found: DdiStatistics[] = [];
  for (const variable of variables) {
    const file = files.find(({ name }) => name === variable.file);
    const counted =
      file && (await variableStatistics(effects, actor, readable, file, variable).catch(() => null));
    if (!counted) continue;
    found.push({
      file: variable.file,
      name: variable.name,
      valid: counted.answered,
      invalid: counted.answered === null ? null : counted.rows - counted.answered,
      min: null,
      max: null,
      mean: counted.mean,
      standardDeviation: counted.standardDeviation,
      decimals: null,
      frequencies: counted.categories.flatMap(({ code, cases }) =>
        code === null ? [] : [{ code, count: cases }],
      ),
    });
  }
  return found;
}
