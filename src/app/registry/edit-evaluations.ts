import { permission } from "#access";
import {
  areaByCode,
  fail,
  failAll,
  isInventedAreaCode,
  ok,
  type Problem,
  problem,
  type Result,
} from "#kernel";
import type { Actor, Evaluation } from "#records";
import { breathe } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { readableTiers } from "../readable.ts";
import type { RouteInput, RouteReply, RouteUseCase } from "../use-case.ts";
import { type FieldChange, fieldChanges } from "./field-changes.ts";
import { keptPrepared, type PreparedRecords, preparedRecords } from "./prepared-records.ts";

type Input = RouteInput<"editEvaluations">;
type Edit = Pick<Input, "set" | "add" | "remove">;
type Reply = RouteReply<"editEvaluations">;
type Edited = { readonly records: Reply["records"]; readonly changed: PreparedRecords };

/** Records looked at before others have their turn. */
const atOnce = 100;

/**
 * Changes fields of one record or of many, as one change of the registry that can be taken back. A record
 * that somebody changed after it was looked at is refused, and then nothing is changed at all. Each value
 * set remembers who set it and when.
 *
 * The records are read and edited a hundred at a time before the transaction, which only writes.
 */
export const editEvaluations: RouteUseCase<"editEvaluations"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.edit");
  if (!allowed.ok) return allowed;
  const { set, add, remove } = input;
  if ([set, add, remove].every((part) => Object.keys(part).length === 0))
    return fail(
      problem(
        "app.edit-empty",
        "No field was named. Say what to set, add or take away; nothing was changed.",
      ),
    );
  return keptPrepared(
    () => editedRecords(effects, actor, input),
    (edited) => keepEdited(effects, actor, input, edited),
  );
};

async function editedRecords(effects: Effects, actor: Actor, input: Input): Promise<Result<Edited>> {
  const { changes } = effects.store.catalogue;
  const tiers = readableTiers(actor);
  const problems: Problem[] = [...areaProblems(input)];
  const asked = [...new Map(input.records.map((one) => [one.id, one])).values()];
  const records: Reply["records"] = [];
  const changed = preparedRecords();
  for (let from = 0; from < asked.length; from += atOnce) {
    await breathe();
    const part = asked.slice(from, from + atOnce);
    const standing = new Map(
      (await changes.standing(part.map(({ id }) => id)))
        .filter(({ tier }) => tier === null || tiers.includes(tier))
        .map((one) => [one.record.id, one]),
    );
    const differing: Parameters<PreparedRecords["add"]>[0][number][] = [];
    for (const { id, version } of part) {
      const found = standing.get(id);
      if (!found || (version !== undefined && found.version !== version)) {
        problems.push(found ? movedOn(found, version) : unknown(id));
        continue;
      }
      const edited = editedRecord(found.record, input, actor, effects.now());
      records.push({
        id,
        title: found.record.title,
        version: found.version,
        changes: edited.changes,
      });
      if (edited.changes.length > 0) differing.push({ record: edited.record, standing: found.version });
    }
    if (problems.length === 0 && !input.preview) await changed.add(differing);
  }
  return problems.length > 0 ? failAll(problems) : ok({ records, changed });
}

async function keepEdited(
  effects: Effects,
  actor: Actor,
  { title, set, add, remove }: Input,
  { records, changed }: Edited,
): Promise<Result<Reply>> {
  if (changed.size() === 0) return ok({ outcome: null, records });
  return effects.store.transaction<Reply>(async (catalogue) => {
    const put = await catalogue.changes.putPrepared(changed.parts(), {
      kind: "edit",
      title,
      source: null,
      undoes: null,
      detail: { set, add, remove },
      at: effects.now(),
      by: actor.id,
    });
    if (!put.ok) return put;
    const { change, ...counts } = put.value;
    if (change === null) return ok({ outcome: null, records });
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.edit", `change:${change.id}`, {
        title,
        records: changed.size(),
        fields: [...new Set(records.flatMap((record) => record.changes.map(({ field }) => field)))],
      }),
    );
    return ok({ outcome: { change: change.id, ...counts }, records });
  });
}

const unknown = (id: string): Problem =>
  problem("app.not-found", `There is no evaluation "${id.slice(0, 100)}" in the registry.`, {
    field: "records",
  });

const movedOn = (
  { version, record }: { readonly version: number; readonly record: Evaluation },
  seen: number | undefined,
): Problem =>
  problem(
    "app.record-changed",
    `"${record.title.slice(0, 100)}" (${record.id}) was changed since you looked at it: version ${seen} was seen, version ${version} stands. Look at it again, then repeat the edit. Nothing was changed.`,
    { field: "records" },
  );

/** The record with the edit in it, and the fields in which it differs now. */
function editedRecord(
  before: Evaluation,
  edit: Edit,
  actor: Actor,
  at: string,
): { readonly record: Evaluation; readonly changes: FieldChange[] } {
  const lists = (field: keyof Edit["add"]): readonly string[] => {
    const gone = new Set(edit.remove[field] ?? []);
    const standing = ((edit.set as Readonly<Record<string, unknown>>)[field] ??
      before[field]) as readonly string[];
    return [...new Set([...standing.filter((value) => !gone.has(value)), ...(edit.add[field] ?? [])])];
  };
  const ofLists = Object.fromEntries(
    [...new Set([...Object.keys(edit.add), ...Object.keys(edit.remove)])].map((field) => [
      field,
      lists(field as keyof Edit["add"]),
    ]),
  );
  const link = edit.set.link === undefined ? {} : { printedLink: edit.set.link };
  const given = Object.fromEntries(Object.entries(edit.set).filter(([, value]) => value !== undefined));
  const draft = { ...before, ...given, ...link, ...ofLists } as Evaluation;
  const changed = fieldChanges(before, draft);
  const fields = new Set(changed.map(({ field }) => field));
  const missing = Object.fromEntries(Object.entries(before.missing).filter(([field]) => !fields.has(field)));
  const byPerson = Object.fromEntries(
    [...fields].map((field) => [field, { source: null, locator: null, by: actor.id, at }]),
  );
  const record = { ...draft, missing, valueOrigins: { ...before.valueOrigins, ...byPerson } };
  const { missing: wasMissing } = before;
  const told = Object.keys(missing).length === Object.keys(wasMissing).length;
  return { record, changes: told ? changed : fieldChanges(before, record) };
}

function areaProblems({ set, add }: Edit): readonly Problem[] {
  return [...(set.countries ?? []), ...(add.countries ?? [])].flatMap((code) => {
    const area = areaByCode(code);
    if (area !== null && (area.kind !== "region" || isInventedAreaCode(code))) return [];
    return [
      problem(
        "app.country-unknown",
        `"${code}" is no country: give ISO 3166 alpha-3 codes such as KEN. Regions follow from the countries. Nothing was changed.`,
        { field: "countries" },
      ),
    ];
  });
}
