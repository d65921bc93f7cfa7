// The rows in memory, kept fresh: only what changed since the last look is read. Writers of the rows wait
// for one another, so the numbers of changes come in the order in which they become visible.

import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { type IndexedRow, RowIndex } from "./row-index.ts";

type Held = { readonly index: RowIndex; last: number; refreshing: Promise<void> | null };
const held = new WeakMap<Database, Held>();

const columns: RawBuilder<unknown> = sql`recommendation, changed, shown, evaluation, unit, region, countries, year, themes,
  priority, language, origin, tier, state, verdict, answered_in_general, response_due, action_due, actions,
  to_verify, owners, response_days, completion_days, events`;
type Read = IndexedRow & { readonly changed: number };
const batch = 20_000;

async function readOn(db: Database, into: Held): Promise<void> {
  for (;;) {
    const { rows } = await sql<Read>`select ${columns} from follow_up_rows
      where changed > ${into.last} order by changed limit ${batch}`.execute(db);
    for (const row of rows) {
      const { changed, ...kept } = row;
      into.index.put(kept);
      into.last = changed;
    }
    if (rows.length < batch) return;
  }
}

/**
 * The index of the rows as they stand. Inside a transaction one is made for this question alone, since what
 * is not yet committed may be taken back.
 *
 * Cost: the first look reads every row (about 3 s and 250 MB for 300,000), each later one what has changed.
 */
export async function currentIndex(db: Database): Promise<RowIndex> {
  if (db.isTransaction) {
    const own: Held = { index: new RowIndex(), last: -1, refreshing: null };
    await readOn(db, own);
    return own.index;
  }
  let mine = held.get(db);
  if (!mine) {
    mine = { index: new RowIndex(), last: -1, refreshing: null };
    held.set(db, mine);
  }
  const kept = mine;
  kept.refreshing ??= readOn(db, kept).finally(() => {
    kept.refreshing = null;
  });
  await kept.refreshing;
  return kept.index;
}

/** Rows as they stand in the table, for a few. */
export async function readRows(db: Database, ids: readonly string[]): Promise<readonly IndexedRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Read>`select ${columns} from follow_up_rows
    where recommendation in (select json_array_elements_text(${JSON.stringify(ids)}::json))`.execute(db);
  return rows.map(({ changed: _, ...row }) => row);
}
