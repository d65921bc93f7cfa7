import { fail, failAll, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, Evaluation, Origin } from "#records";
import { applyMapping, proposeMapping, readEvaluationTable, readInventory, readMapping } from "#sources";
import type { Effects } from "./effects.ts";
import { importOutcome } from "./import-outcome.ts";
import { inventoryEvaluations } from "./inventory-evaluations.ts";
import { withKeptFile } from "./kept-source.ts";
import { readApart } from "./reading/read-apart.ts";
import { importBibliography, isBibliography } from "./registry/import-bibliography.ts";
import { keepRecords } from "./registry/keep-records.ts";
import { fieldsOfMapping } from "./registry/merged-record.ts";
import type { RouteUseCase } from "./use-case.ts";

type Given = {
  readonly stored: { readonly sha256: Sha256; readonly bytes: number };
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly origin: Origin;
  readonly source: string;
};
type Found = {
  readonly records: readonly Evaluation[];
  readonly warnings: readonly Problem[];
  readonly filled?: ReadonlySet<string>;
};

/**
 * Takes a registry of evaluations in: the inventory printed in a report (an annex listing what was
 * reviewed), a table with the columns of this registry, a foreign table under a mapping, or references
 * (RIS, BibTeX, CSL-JSON). Oddities of the source are kept with each record; a record that differs from the
 * one known supersedes it, and the old one stays readable. The whole import is one change of the registry
 * and can be taken back.
 */
export const importEvaluations: RouteUseCase<"importEvaluations"> = async (effects, actor, input) =>
  withKeptFile(effects, actor, "evaluation.import", input, input.name, async ({ stored, bytes }) => {
    const source = input.source?.trim() || input.name.replace(/\.[^.]+$/, "");
    const given: Given = { stored, bytes, name: input.name, origin: input.origin, source };
    const kept = isBibliography(input.name)
      ? await importBibliography(effects, actor, given)
      : await keptRecords(effects, actor, given, await foundIn(effects, given, input.mapping));
    if (!kept.ok) return kept;
    const { added, superseded, unchanged, change, ids, warnings } = kept.value;
    return ok(
      importOutcome({
        added,
        superseded,
        unchanged,
        change: change?.id ?? null,
        ids: [...ids],
        warnings: [...warnings],
      }),
    );
  });

const keptRecords = async (effects: Effects, actor: Actor, given: Given, found: Result<Found>) =>
  found.ok ? keepRecords(effects, actor, { ...given, ...found.value }) : found;

async function foundIn(effects: Effects, given: Given, mapping: string | undefined): Promise<Result<Found>> {
  const { bytes, name } = given;
  if (mapping !== undefined) return mappedRecords(effects, given, mapping);
  if (/\.(csv|tsv)$/i.test(name)) {
    const table = readEvaluationTable(bytes, { source: given.stored.sha256, name, origin: given.origin });
    if (table.ok) return ok({ records: table.value, warnings: [] });
    const lacks = (column: string) =>
      table.problems.some((one) => one.code === "sources.column-missing" && one.at?.column === column);
    return lacks("id") || lacks("title") ? mappingNeeded(name) : table;
  }
  if (/\.(xlsx|json|json\.txt)$/i.test(name)) return mappingNeeded(name);
  return inventoryOf(effects, given);
}

async function inventoryOf(effects: Effects, { bytes, name, origin, stored }: Given): Promise<Result<Found>> {
  const document = await readApart("document", { bytes, name }, { limits: effects.reading });
  if (!document.ok) return document;
  const inventory = readInventory(document.value);
  if (inventory.records.length > 0)
    return ok({
      records: inventoryEvaluations(inventory, { source: stored.sha256, origin }),
      warnings: inventory.warnings,
    });
  return fail(
    problem(
      "app.no-inventory",
      `${name} holds no list of evaluations: no row with a number, a report identifier, a title and a type was found. Give a table (CSV) or a report with such an annex. Nothing was imported.`,
      { file: name },
    ),
  );
}

const mappingNeeded = (name: string): Result<never> =>
  fail(
    problem(
      "app.mapping-needed",
      `${name} is a table with columns of its own, and nothing says yet what they mean. Map it on the page "Import a table of evaluations", or name a mapping: "proposed", one that was saved, or its JSON. Nothing was imported.`,
      { file: name, field: "mapping" },
    ),
  );

/** A foreign table under a mapping that is proposed now, was saved, or is given as JSON. */
async function mappedRecords(effects: Effects, given: Given, mapping: string): Promise<Result<Found>> {
  const { bytes, name, origin, source, stored } = given;
  const workbook = await readApart("workbook", { bytes, name }, { limits: effects.reading });
  if (!workbook.ok) return workbook;
  const first = workbook.value.tables.find(({ hidden }) => !hidden) ?? workbook.value.tables[0];
  if (!first) return mappingNeeded(name);
  let json: unknown;
  if (mapping === "proposed") json = proposeMapping(first, source).mapping;
  else if (mapping.trimStart().startsWith("{")) {
    try {
      json = JSON.parse(mapping);
    } catch {
      json = null;
    }
  } else {
    const saved = await effects.store.catalogue.mappings.byId(mapping);
    if (!saved)
      return fail(
        problem(
          "app.mapping-unknown",
          `No mapping is saved under the name "${mapping.slice(0, 80)}". Those saved are: ${
            (await effects.store.catalogue.mappings.list()).map(({ id }) => id).join(", ") || "none"
          }. Nothing was imported.`,
          { field: "mapping" },
        ),
      );
    json = saved.record;
  }
  const read = readMapping(json);
  if (!read.ok) return read;
  const table = workbook.value.tables.find(({ sheet }) => sheet === read.value.sheet) ?? first;
  const outcome = applyMapping(table, read.value, { source: stored.sha256, name, origin });
  if (!outcome.ok) return outcome;
  const refused = outcome.value.rows.flatMap(({ problems }) => problems);
  if (refused.length > 0) return failAll(refused);
  return ok({
    records: outcome.value.rows.flatMap(({ record }) => (record ? [record] : [])),
    warnings: [...workbook.value.problems, ...outcome.value.problems],
    filled: fieldsOfMapping(read.value.fields),
  });
}
