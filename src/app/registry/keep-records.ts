import { isDeepStrictEqual } from "node:util";
import { ok, type Problem, problem, type Result, type Sha256, visibleTexts } from "#kernel";
import type { Actor, Evaluation, Origin } from "#records";
import { breathe, type ChangeCounts, type StandingEvaluation } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { sourceRecord } from "../kept-source.ts";
import { fieldChanges } from "./field-changes.ts";
import { mergedRecord } from "./merged-record.ts";
import { keptPrepared, type PreparedRecords, preparedRecords } from "./prepared-records.ts";

export type KeptRecords = ChangeCounts & {
  readonly ids: readonly string[];
  readonly warnings: readonly Problem[];
};

type Given = {
  readonly stored: { readonly sha256: Sha256; readonly bytes: number };
  readonly name: string;
  readonly origin: Origin;
  readonly records: readonly Evaluation[];
  readonly warnings: readonly Problem[];
  /** Fields the file has a place for; absent where it has one for all. */
  readonly filled?: ReadonlySet<string>;
  readonly title?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Records looked at before others have their turn. */
const atOnce = 200;

/**
 * Keeps the records read from a file, with the file, as one change of the registry and one transaction. What
 * people wrote stands. A file that says nothing new makes no change, and is not kept for it.
 */
export function keepRecords(effects: Effects, actor: Actor, read: Given): Promise<Result<KeptRecords>> {
  // By the door of the registry nothing comes in that nobody sees.
  const given = { ...read, records: read.records.map((record) => visibleTexts(record)) };
  return keptPrepared(
    async () => ok(await compared(effects, given)),
    (changed) => keepChanged(effects, actor, given, changed),
  );
}

/** What differs from what stands; of an identifier that comes twice the last one counts. */
async function compared(effects: Effects, { records, filled }: Given): Promise<PreparedRecords> {
  const { changes } = effects.store.catalogue;
  const changed = preparedRecords();
  const wanted = [...new Map(records.map((record) => [record.id, record])).values()];
  for (let from = 0; from < wanted.length; from += atOnce) {
    await breathe();
    const part = wanted.slice(from, from + atOnce);
    const known = new Map(
      (await changes.standing(part.map(({ id }) => id))).map((one) => [one.record.id, one]),
    );
    await changed.add(
      part.flatMap((fresh): readonly { record: Evaluation; standing: number | null }[] => {
        const before = known.get(fresh.id);
        if (!before) return [{ record: fresh, standing: null }];
        const record = mergedRecord(before.record, fresh, filled ?? null);
        return saysTheSame(before, record) ? [] : [{ record, standing: before.version }];
      }),
    );
  }
  return changed;
}

/** The same file read again may cite another place; from another file only what it says makes a version. */
const saysTheSame = ({ record: before }: StandingEvaluation, after: Evaluation): boolean =>
  before.provenance.source === after.provenance.source
    ? isDeepStrictEqual(before, JSON.parse(JSON.stringify(after)))
    : fieldChanges(before, after).length === 0;

const keepChanged = (
  effects: Effects,
  actor: Actor,
  given: Given,
  changed: PreparedRecords,
): Promise<Result<KeptRecords>> =>
  effects.store.transaction<KeptRecords>(async (catalogue) => {
    const { stored, name, origin, records } = given;
    const ids = records.map(({ id }) => id);
    const unchanged = new Set(ids).size - changed.size();
    if (changed.size() > 0)
      await catalogue.sources.add(sourceRecord(effects, actor, stored, { name, origin }));
    const put = await catalogue.changes.putPrepared(changed.parts(), {
      kind: "import",
      title: given.title || name,
      source: stored.sha256,
      undoes: null,
      detail: given.detail ?? {},
      at: effects.now(),
      by: actor.id,
    });
    if (!put.ok) return put;
    const { change, added, superseded } = put.value;
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.import", `source:${stored.sha256}`, {
        name,
        change: change?.id ?? null,
        added,
        superseded,
        unchanged,
      }),
    );
    const warnings = change === null ? [...given.warnings, nothingChanged(name, unchanged)] : given.warnings;
    return ok({ change, added, superseded, unchanged, ids, warnings });
  });

/** Told where a file was taken in and all it says stands already. */
export const nothingChanged = (name: string, records: number): Problem =>
  problem(
    "app.nothing-changed",
    `Nothing changed: all ${records} record${records === 1 ? "" : "s"} of ${name} stand in the registry already and say the same. No change was made, so there is none to take back.`,
    { file: name },
  );
