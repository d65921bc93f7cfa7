import type { Result } from "#kernel";
import type { Actor, ReviewAct, RunSearch } from "#records";
import { nextRecord } from "#reviews";
import type { Catalogue } from "#store";
import type { Effects } from "../../effects.ts";
import { randomKey } from "../random-key.ts";
import { recordActs } from "../record-acts.ts";
import type { NewRecord } from "./record-of-reference.ts";

/** Records of one event; see `records.added`. */
const recordsAtOnce = 500;

/**
 * Records a search and what it brought, in one step: all of it or nothing. The records get the next free
 * identifiers, in their order.
 *
 * @param before done in the same transaction: the file they came from is put on record
 */
export async function addRecords(
  effects: Effects,
  actor: Actor,
  id: string,
  search: RunSearch,
  records: readonly NewRecord[],
  before?: (catalogue: Catalogue) => Promise<void>,
): Promise<Result<{ readonly added: number; readonly first: string | null }>> {
  let first: string | null = null;
  const done = await recordActs(
    effects,
    actor,
    id,
    (state) => {
      const start = nextRecord(state);
      first = records.length > 0 ? `R${start}` : null;
      const acts: ReviewAct[] = [{ kind: "search.run", search }];
      for (let from = 0; from < records.length; from += recordsAtOnce)
        acts.push({
          kind: "records.added",
          records: records
            .slice(from, from + recordsAtOnce)
            .map((record, at) => ({ ...record, id: `R${start + from + at}`, search: search.id })),
        });
      return acts.map((act) => ({ key: randomKey(effects), act }));
    },
    { together: true, ...(before && { before }) },
  );
  return done.ok ? { ok: true, value: { added: records.length, first } } : done;
}
