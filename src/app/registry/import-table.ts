// What a table would become under a mapping, and making it so. Rows are judged some hundred at a time against
// the records that stand, and what changes waits as text for the transaction, which only writes.

import type { WorkbookTable } from "#documents";
import { fail, failAll, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, Evaluation, Origin } from "#records";
import { type EvaluationMapping, type MappingEnd, mappedRows, type RowOutcome } from "#sources";
import { breathe } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { sourceRecord } from "../kept-source.ts";
import { readableTiers } from "../readable.ts";
import type { RouteInput, RouteReply, RouteUseCase } from "../use-case.ts";
import { fieldChanges } from "./field-changes.ts";
import { nothingChanged } from "./keep-records.ts";
import { fieldsOfMapping, mergedRecord } from "./merged-record.ts";
import { keptPrepared, type PreparedRecords, preparedRecords } from "./prepared-records.ts";
import { type Draft, draftGone, draftOf, mappedTable } from "./table-drafts.ts";

type Judged = {
  readonly source: Sha256;
  readonly name: string;
  readonly origin: Origin;
  readonly table: WorkbookTable;
  readonly mapping: EvaluationMapping;
};

/** A row with the record that stands under its identifier, and the version of that, whoever may read it. */
type JudgedRow = RowOutcome & { readonly before: Evaluation | null; readonly standing: number | null };

/**
 * What the rows become, some hundred at a time, against the records that have their identifiers: what people
 * wrote stands.
 */
async function judgedRows(
  effects: Effects,
  actor: Actor,
  { source, name, origin, table, mapping }: Judged,
  each: (rows: readonly JudgedRow[]) => Promise<void> | void,
): Promise<Result<MappingEnd>> {
  const steps = mappedRows(table, mapping, { source, name, origin });
  if (!steps.ok) return steps;
  const filled = fieldsOfMapping(mapping.fields);
  const tiers = readableTiers(actor);
  let step = steps.value.next();
  for (; !step.done; step = steps.value.next()) {
    await breathe();
    if (step.value.length === 0) continue;
    const ids = step.value.flatMap(({ record }) => (record ? [record.id] : []));
    const known = new Map(
      (await effects.store.catalogue.changes.standing(ids)).map((one) => [one.record.id, one]),
    );
    await each(
      step.value.map((row): JudgedRow => {
        const found = row.record && known.get(row.record.id);
        const standing = found?.version ?? null;
        if (!row.record || !found || !(found.tier === null || tiers.includes(found.tier)))
          return { ...row, before: null, standing };
        const record = mergedRecord(found.record, row.record, filled);
        const changed = fieldChanges(found.record, record).map(({ field }) => field);
        const state = changed.length > 0 ? "changed" : "unchanged";
        return { ...row, record, state, changed, oddities: record.oddities, before: found.record, standing };
      }),
    );
  }
  return ok(step.value);
}

export const previewTable: RouteUseCase<"previewTable"> = async (effects, actor, input) => {
  const draft = await draftOf(effects, actor, input.sha256);
  if (!draft.ok) return draft;
  const mapped = mappedTable(draft.value, input.mapping);
  if (!mapped.ok) return mapped;
  const { name } = draft.value;
  const judged = { source: input.sha256 as Sha256, name, origin: input.origin, ...mapped.value };
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0, odd: 0 };
  const shown: JudgedRow[] = [];
  let total = 0;
  const end = await judgedRows(effects, actor, judged, (rows) => {
    for (const row of rows) {
      const isOdd = row.oddities.length > 0;
      counts[row.state]++;
      if (isOdd) counts.odd++;
      if (input.state !== undefined && (input.state === "odd" ? !isOdd : row.state !== input.state)) continue;
      if (total >= input.offset && shown.length < input.limit) shown.push(row);
      total++;
    }
  });
  if (!end.ok) return end;
  return ok({
    counts,
    total,
    rows: shown.map(({ row, state, record, before, oddities, problems }) => ({
      row,
      state,
      id: record?.id ?? null,
      title: record?.title ?? null,
      changes: record ? fieldChanges(before, record) : [],
      oddities: [...oddities],
      problems: [...problems],
    })),
    openValues: end.value.openValues.map((value) => ({ ...value, rows: [...value.rows] })),
    problems: [...end.value.problems],
  });
};

/** What an import would write, and what it would not. */
type Prepared = {
  readonly records: PreparedRecords;
  readonly unchanged: number;
  readonly refused: number;
  readonly problems: readonly Problem[];
};

async function prepared(
  effects: Effects,
  actor: Actor,
  judged: Judged,
  withoutRefused: boolean,
): Promise<Result<Prepared>> {
  const records = preparedRecords();
  const why: Problem[] = [];
  let [unchanged, refused] = [0, 0];
  const end = await judgedRows(effects, actor, judged, async (rows) => {
    const changed: Parameters<PreparedRecords["add"]>[0][number][] = [];
    for (const { state, record, standing, problems } of rows)
      if (state === "refused") {
        refused++;
        why.push(...problems);
      }
      // What a row leaves as it was is kept as it was: its older source stays its source.
      else if (state === "unchanged") unchanged++;
      else if (record) changed.push({ record, standing });
    await records.add(changed);
  });
  if (!end.ok) return end;
  if (refused > 0 && !withoutRefused) return failAll(why);
  if (records.size() + unchanged === 0)
    return fail(
      problem("app.table-without-records", `No row of ${judged.name} makes a record. Nothing was imported.`, {
        file: judged.name,
      }),
    );
  return ok({ records, unchanged, refused, problems: end.value.problems });
}

export const importTable: RouteUseCase<"importTable"> = async (effects, actor, input) => {
  const draft = await draftOf(effects, actor, input.sha256);
  if (!draft.ok) return draft;
  const mapped = mappedTable(draft.value, input.mapping);
  if (!mapped.ok) return mapped;
  const source = input.sha256 as Sha256;
  const judged: Judged = { source, name: draft.value.name, origin: input.origin, ...mapped.value };
  const kept = await keptPrepared(
    () => prepared(effects, actor, judged, input.withoutRefused),
    (ready) => keepTable(effects, actor, { input, judged, draft: draft.value, ready }),
  );
  // A table that changed nothing is referred to by nothing.
  if (kept.ok && kept.value.change === null) await effects.store.files.discard(source);
  return kept;
};

const keepTable = (
  effects: Effects,
  actor: Actor,
  given: {
    readonly input: RouteInput<"importTable">;
    readonly judged: Judged;
    readonly draft: Draft;
    readonly ready: Prepared;
  },
): Promise<Result<RouteReply<"importTable">>> =>
  effects.store.transaction<RouteReply<"importTable">>(async (catalogue) => {
    const { input, draft, ready } = given;
    const { source, name, origin, mapping, table } = given.judged;
    const { reading, bytes } = draft;
    const { records, unchanged, refused, problems } = ready;
    // Of several who import it at one moment the first takes it.
    if (!(await catalogue.drafts.remove(source))) return draftGone;
    if (records.size() > 0)
      await catalogue.sources.add(sourceRecord(effects, actor, { sha256: source, bytes }, { name, origin }));
    const put = await catalogue.changes.putPrepared(records.parts(), {
      kind: "import",
      title: input.title || name,
      source,
      undoes: null,
      detail: { mapping, sheet: table.sheet, repairs: reading.repairs, refused },
      at: effects.now(),
      by: actor.id,
    });
    if (!put.ok) return put;
    const { change, added, superseded } = put.value;
    if (input.saveAs !== null) await catalogue.mappings.put(input.saveAs, mapping, effects.now(), actor.id);
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.import", `source:${source}`, {
        name,
        change: change?.id ?? null,
        added,
        superseded,
        unchanged,
        refused,
        mapping: input.saveAs,
      }),
    );
    return ok({
      change: change?.id ?? null,
      added,
      superseded,
      unchanged,
      refused,
      warnings: [
        ...reading.problems,
        ...problems,
        ...(change === null ? [nothingChanged(name, unchanged)] : []),
      ],
    });
  });
