import { readDocument } from "#documents";
import { fail, ok, problem } from "#kernel";
import { readEvaluationTable, readInventory } from "#sources";
import { auditEntry } from "./audit-entry.ts";
import { importOutcome } from "./import-outcome.ts";
import { inventoryEvaluations } from "./inventory-evaluations.ts";
import { sourceRecord, withKeptFile } from "./kept-source.ts";
import type { RouteUseCase } from "./use-case.ts";

/**
 * Takes a registry of evaluations in: the inventory printed in a report (an annex listing what was
 * reviewed), or a table in CSV. Oddities of the source are kept with each record; a record that differs
 * from the one known supersedes it, and the old one stays readable.
 */
export const importEvaluations: RouteUseCase<"importEvaluations"> = async (effects, actor, input) =>
  withKeptFile(effects, actor, "evaluation.import", input, input.name, async ({ stored, bytes }) => {
    const from = { source: stored.sha256, name: input.name, origin: input.origin };
    const read = /\.(csv|tsv)$/i.test(input.name) ? tableOf(bytes, from) : await inventoryOf(bytes, from);
    if (!read.ok) return read;
    return effects.store.transaction(async (catalogue) => {
      await catalogue.sources.add(
        sourceRecord(effects, actor, stored, { name: input.name, origin: input.origin }),
      );
      const counts = await catalogue.evaluations.put(read.value.records, effects.now(), actor.id);
      await catalogue.audit.append(
        auditEntry(effects, actor, "evaluation.import", `source:${stored.sha256}`, {
          name: input.name,
          ...counts,
        }),
      );
      return ok(
        importOutcome({
          ...counts,
          ids: read.value.records.map((record) => record.id),
          warnings: [...read.value.warnings],
        }),
      );
    });
  });

async function inventoryOf(
  bytes: Uint8Array,
  from: Parameters<typeof inventoryEvaluations>[1] & { readonly name: string },
) {
  const document = await readDocument(bytes, from.name);
  if (!document.ok) return document;
  const inventory = readInventory(document.value);
  if (inventory.records.length > 0)
    return ok({ records: inventoryEvaluations(inventory, from), warnings: inventory.warnings });
  return fail(
    problem(
      "app.no-inventory",
      `${from.name} holds no list of evaluations: no row with a number, a report identifier, a title and a type was found. Give a table (CSV) or a report with such an annex. Nothing was imported.`,
      { file: from.name },
    ),
  );
}

function tableOf(bytes: Uint8Array, from: Parameters<typeof readEvaluationTable>[1]) {
  const table = readEvaluationTable(bytes, from);
  return table.ok ? ok({ records: table.value, warnings: [] }) : table;
}
