// For the tests: small tables of text, and short ways to what a mapping makes of them.

import { readWorkbook, type WorkbookTable } from "#documents";
import type { Sha256 } from "#kernel";
import type { Evaluation } from "#records";
import { applyMapping } from "./apply-mapping.ts";
import type { EvaluationMapping, MappingOutcome, MappingProposal } from "./mapping.ts";

export const source = "ab".repeat(32) as Sha256;
export const context = { source, name: "list.csv", origin: "invented" } as const;

export async function tableOf(given: string | Uint8Array, name = "list.csv"): Promise<WorkbookTable> {
  const read = await readWorkbook(typeof given === "string" ? new TextEncoder().encode(given) : given, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.tables[0]!;
}

export function applied(
  table: WorkbookTable,
  mapping: EvaluationMapping,
  known?: ReadonlyMap<string, Evaluation>,
): MappingOutcome {
  const made = applyMapping(table, mapping, known === undefined ? context : { ...context, known });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

export const columnsOf = ({ mapping }: MappingProposal) =>
  Object.fromEntries(mapping.fields.map(({ field, columns }) => [field, columns.join(" + ")]));
export const record = (outcome: MappingOutcome, row = 0) => outcome.rows[row]!.record!;
export const odd = (outcome: MappingOutcome, row = 0) =>
  outcome.rows[row]!.oddities.map(({ code }) => code.replace("evaluations.mapping-", ""));
