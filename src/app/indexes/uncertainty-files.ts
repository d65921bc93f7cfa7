// `socle index uncertainty` over files and nothing else.

import { fail, failAll, ok, problem, type Result } from "#kernel";
import {
  type RunUncertainty,
  readIndexDefinition,
  standardUncertaintyPlan,
  type UncertaintyPlan,
} from "#securities";
import type { Work } from "../use-case.ts";
import { attributesFrom, dataFrom, type TextFile } from "./data-file.ts";
import { compiledOver } from "./uncertainty.ts";
import { uncertaintyApart } from "./uncertainty-thread.ts";

/**
 * How sure the ranks are that a definition gives for a long data file; its column `standard_error`, where
 * there is one, is taken as the sampling error of each value.
 */
export async function analyseIndexFiles(
  definition: TextFile,
  data: TextFile,
  areas: TextFile | null,
  changes: Partial<UncertaintyPlan>,
  seed: number,
  work: Work,
): Promise<Result<RunUncertainty>> {
  let json: unknown;
  try {
    json = JSON.parse(definition.text);
  } catch (error) {
    return fail(
      problem("app.json-unreadable", `${definition.file} is not JSON: ${(error as Error).message}.`, {
        file: definition.file,
      }),
    );
  }
  const read = readIndexDefinition(json);
  const rows = dataFrom(data);
  const groups = areas ? attributesFrom(areas) : ok(new Map<string, ReadonlyMap<string, string>>());
  if (!read.ok || !rows.ok || !groups.ok)
    return failAll([read, rows, groups].flatMap((part) => (part.ok ? [] : part.problems)));
  const attributes = new Map([...rows.value.attributes, ...groups.value]);
  const compiled = compiledOver(read.value, rows.value.observations, attributes);
  if (!compiled.ok) return compiled;
  const plan = standardUncertaintyPlan(read.value, changes);
  const found = await uncertaintyApart(compiled.value, plan, seed, work);
  return found ?? fail(problem("app.stopped", "Stopped before the end. Nothing was kept."));
}
