import { ok, type Problem, type Result, type Sha256 } from "#kernel";
import type { Actor, Evaluation, Origin } from "#records";
import type { ChangeCounts } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { sourceRecord } from "../kept-source.ts";
import { mergedRecord } from "./merged-record.ts";

export type KeptRecords = ChangeCounts & {
  readonly ids: readonly string[];
  readonly warnings: readonly Problem[];
};

/** Keeps the records read from a file, with the file, as one change of the registry and one transaction. What people wrote stands. */
export const keepRecords = (
  effects: Effects,
  actor: Actor,
  given: {
    readonly stored: { readonly sha256: Sha256; readonly bytes: number };
    readonly name: string;
    readonly origin: Origin;
    readonly records: readonly Evaluation[];
    readonly warnings: readonly Problem[];
    /** Fields the file has a place for; absent where it has one for all. */
    readonly filled?: ReadonlySet<string>;
    readonly title?: string;
    readonly detail?: Readonly<Record<string, unknown>>;
  },
): Promise<Result<KeptRecords>> =>
  effects.store.transaction(async (catalogue) => {
    const { stored, name, origin, warnings } = given;
    const known = new Map(
      (await catalogue.changes.standing(given.records.map(({ id }) => id))).map((one) => [one.id, one]),
    );
    const records = given.records.map((record) => {
      const before = known.get(record.id);
      return before ? mergedRecord(before, record, given.filled ?? null) : record;
    });
    await catalogue.sources.add(sourceRecord(effects, actor, stored, { name, origin }));
    const counts = await catalogue.changes.put(records, {
      kind: "import",
      title: given.title || name,
      source: stored.sha256,
      undoes: null,
      detail: given.detail ?? {},
      at: effects.now(),
      by: actor.id,
    });
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.import", `source:${stored.sha256}`, {
        name,
        change: counts.change.id,
        added: counts.added,
        superseded: counts.superseded,
        unchanged: counts.unchanged,
      }),
    );
    return ok({ ...counts, ids: records.map(({ id }) => id), warnings });
  });
