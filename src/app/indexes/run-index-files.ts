// `socle index run`: an index from files and nothing else.

import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import { type IndexRun, readIndexDefinition, runIndex } from "#securities";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import { attributesFrom, dataFrom, type TextFile } from "./data-file.ts";

/**
 * An index from a definition and a long data file. One pass over the file; all rows are in memory.
 *
 * @param given.areas a table of areas and their groups, for steps that fill holes by group
 * @param given.stages whether the values of each cell after each step are listed
 * @returns the run with its recipe (hashes of all files), or all problems of all files at once
 */
export function runIndexFiles(
  definitionText: string,
  data: TextFile,
  codeVersion: string,
  given: { readonly areas?: TextFile; readonly stages?: boolean } = {},
): Result<IndexRun & { readonly recipe: unknown }> {
  let json: unknown;
  try {
    json = JSON.parse(definitionText);
  } catch (error) {
    return failAll([
      problem(
        "app.json-unreadable",
        `The definition is not JSON: ${(error as Error).message}. Correct it, or start from one of the files in definitions/indexes.`,
      ),
    ]);
  }
  const definition = readIndexDefinition(json);
  const read = dataFrom(data);
  const groups = given.areas
    ? attributesFrom(given.areas)
    : ok(new Map<string, ReadonlyMap<string, string>>());
  if (!definition.ok || !read.ok || !groups.ok)
    return failAll([definition, read, groups].flatMap((part) => (part.ok ? [] : part.problems)));
  const run = runIndex(definition.value, read.value.observations, {
    attributes: new Map([...read.value.attributes, ...groups.value]),
    ...(given.stages && { stages: true }),
  });
  if (!run.ok) return failAll(run.problems.map((one) => atItsRow(one, data.file)));
  return ok({
    ...run.value,
    recipe: {
      method: "securities.index-run",
      definition: {
        id: definition.value.id,
        version: definition.value.version,
        sha256: sha256Of(canonicalJson(json)),
      },
      inputs: [sha256Of(data.text), ...(given.areas ? [sha256Of(given.areas.text)] : [])],
      seed: null,
      codeVersion,
    },
  });
}

/** A problem of the nth observation is one of row n + 2: the header is the first row, and none is skipped. */
function atItsRow(found: Problem, file: string): Problem {
  const [, position, column] = /^observations\[(\d+)\](?:\.(\w+))?$/.exec(found.at?.field ?? "") ?? [];
  return position === undefined
    ? found
    : problem(found.code, found.message, { file, row: Number(position) + 2, ...(column && { column }) });
}
