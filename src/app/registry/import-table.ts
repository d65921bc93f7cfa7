// What a table would become under a mapping, and making it so.

import type { WorkbookTable } from "#documents";
import { fail, failAll, ok, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, Evaluation, Origin } from "#records";
import { applyMapping, type EvaluationMapping, type MappingOutcome, type RowOutcome } from "#sources";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { sourceRecord } from "../kept-source.ts";
import { mayReadSource } from "../readable.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { fieldChanges } from "./field-changes.ts";
import { fieldsOfMapping, mergedRecord } from "./merged-record.ts";
import { draftGone, draftOf, mappedTable } from "./table-drafts.ts";

/** Records that identifiers of the table may meet, asked for in parts. */
async function knownRecords(
  effects: Effects,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Evaluation>> {
  const { catalogue } = effects.store;
  const known = new Map<string, Evaluation>();
  for (const record of await catalogue.changes.standing(ids))
    if (await mayReadSource(catalogue, actor, record.provenance.source)) known.set(record.id, record);
  return known;
}

/** What the rows become, against the records that have their identifiers: what people wrote stands. */
async function outcomeOf(
  effects: Effects,
  actor: Actor,
  given: {
    readonly source: Sha256;
    readonly name: string;
    readonly origin: Origin;
    readonly table: WorkbookTable;
    readonly mapping: EvaluationMapping;
  },
): Promise<Result<{ readonly outcome: MappingOutcome; readonly known: ReadonlyMap<string, Evaluation> }>> {
  const { source, name, origin, table, mapping } = given;
  const first = applyMapping(table, mapping, { source, name, origin });
  if (!first.ok) return first;
  const ids = first.value.rows.flatMap(({ record }) => (record ? [record.id] : []));
  const known = await knownRecords(effects, actor, ids);
  if (known.size === 0) return ok({ outcome: first.value, known });
  const filled = fieldsOfMapping(mapping.fields);
  const rows = first.value.rows.map((row): RowOutcome => {
    const before = row.record && known.get(row.record.id);
    if (!row.record || !before) return row;
    const record = mergedRecord(before, row.record, filled);
    const changed = fieldChanges(before, record).map(({ field }) => field);
    const state = changed.length > 0 ? "changed" : "unchanged";
    return { ...row, record, state, changed, oddities: record.oddities };
  });
  return ok({ outcome: { ...first.value, rows }, known });
}

export const previewTable: RouteUseCase<"previewTable"> = async (effects, actor, input) => {
  const draft = await draftOf(effects, actor, input.sha256);
  if (!draft.ok) return draft;
  const mapped = mappedTable(draft.value, input.mapping);
  if (!mapped.ok) return mapped;
  const made = await outcomeOf(effects, actor, {
    source: input.sha256 as Sha256,
    name: draft.value.name,
    origin: input.origin,
    ...mapped.value,
  });
  if (!made.ok) return made;
  const { outcome, known } = made.value;
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0, odd: 0 };
  for (const row of outcome.rows) {
    counts[row.state]++;
    if (row.oddities.length > 0) counts.odd++;
  }
  const asked = outcome.rows.filter(
    ({ state, oddities }) =>
      input.state === undefined || (input.state === "odd" ? oddities.length > 0 : state === input.state),
  );
  return ok({
    counts,
    total: asked.length,
    rows: asked
      .slice(input.offset, input.offset + input.limit)
      .map(({ row, state, record, oddities, problems }) => ({
        row,
        state,
        id: record?.id ?? null,
        title: record?.title ?? null,
        changes: record ? fieldChanges(known.get(record.id) ?? null, record) : [],
        oddities: [...oddities],
        problems: [...problems],
      })),
    openValues: outcome.openValues.map((value) => ({ ...value, rows: [...value.rows] })),
    problems: [...outcome.problems],
  });
};

export const importTable: RouteUseCase<"importTable"> = async (effects, actor, input) => {
  const draft = await draftOf(effects, actor, input.sha256);
  if (!draft.ok) return draft;
  const { name, bytes, reading } = draft.value;
  const mapped = mappedTable(draft.value, input.mapping);
  if (!mapped.ok) return mapped;
  const source = input.sha256 as Sha256;
  const { mapping, table } = mapped.value;
  const made = await outcomeOf(effects, actor, { source, name, origin: input.origin, table, mapping });
  if (!made.ok) return made;
  const { rows, problems } = made.value.outcome;
  const refused = rows.filter(({ state }) => state === "refused");
  if (refused.length > 0 && !input.withoutRefused) return failAll(refused.flatMap((row) => row.problems));
  // What a row leaves as it was is kept as it was: its older source stays its source.
  const records = rows.flatMap(({ state, record }) => (record && state !== "unchanged" ? [record] : []));
  const unchanged = rows.filter(({ state }) => state === "unchanged").length;
  if (records.length + unchanged === 0)
    return fail(
      problem("app.table-without-records", `No row of ${name} makes a record. Nothing was imported.`, {
        file: name,
      }),
    );
  return effects.store.transaction<RouteReply<"importTable">>(async (catalogue) => {
    // Of several who import it at one moment the first takes it; the others would make empty changes.
    if (!(await catalogue.drafts.remove(source))) return draftGone;
    await catalogue.sources.add(
      sourceRecord(effects, actor, { sha256: source, bytes }, { name, origin: input.origin }),
    );
    const { change, ...counts } = await catalogue.changes.put(records, {
      kind: "import",
      title: input.title || name,
      source,
      undoes: null,
      detail: { mapping, sheet: table.sheet, repairs: reading.repairs, refused: refused.length },
      at: effects.now(),
      by: actor.id,
    });
    if (input.saveAs !== null) await catalogue.mappings.put(input.saveAs, mapping, effects.now(), actor.id);
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.import", `source:${source}`, {
        name,
        change: change.id,
        ...counts,
        refused: refused.length,
        mapping: input.saveAs,
      }),
    );
    return ok({
      change: change.id,
      added: counts.added,
      superseded: counts.superseded,
      unchanged: counts.unchanged + unchanged,
      refused: refused.length,
      warnings: [...reading.problems, ...problems],
    });
  });
};
