// The rows in memory, kept fresh: only what changed since the last look is read. Writers of the rows wait
// for one another, so the numbers of changes come in the order in which they become visible.

import { type RawBuilder, sql } from "kysely";
import { breathe } from "../catalogue/atomically.ts";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import { type IndexedRow, RowIndex } from "./row-index.ts";

type Held = { readonly index: RowIndex; last: number; refreshing: Promise<void> | null };
const held = new WeakMap<Database, Held>();

const columns: RawBuilder<unknown> = sql`recommendation, changed, shown, evaluation, unit, region, countries, year, themes,
  priority, language, origin, tier, state, verdict, answered_in_general, response_due, action_due, actions,
  to_verify, owners, response_days, completion_days, events`;
type Read = IndexedRow & { readonly changed: number };
const batch = 20_000;

/** One JSON text a batch: rows as objects of the driver would cost ten times as long. */
async function readOn(db: Database, into: Held): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ rows: readonly Read[] | null }>`
      select json_agg(json_build_object('recommendation', recommendation, 'changed', changed, 'shown', shown,
        'evaluation', evaluation, 'unit', unit, 'region', region, 'countries', countries, 'year', year,
        'themes', themes, 'priority', priority, 'language', language, 'origin', origin, 'tier', tier,
        'state', state, 'verdict', verdict, 'answeredInGeneral', answered_in_general,
        'responseDue', response_due, 'actionDue', action_due, 'actions', actions, 'toVerify', to_verify,
        'owners', owners, 'responseDays', response_days, 'completionDays', completion_days, 'events', events)
        order by changed) as rows
      from (select * from follow_up_rows where changed > ${into.last} order by changed limit ${batch}) as part`.execute(
      db,
    );
    const read = rows[0]?.rows ?? [];
    for (const row of read) {
      into.index.put(row);
      into.last = row.changed;
    }
    if (read.length < batch) return;
    await breathe();
  }
}

/**
 * The index of the rows as they stand. Inside a transaction one is made for this question alone, since what
 * is not yet committed may be taken back.
 *
 * Cost: the first look reads every row (some seconds and about 100 MB for 300,000), each later one what has changed.
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
    where recommendation = any(array(select json_array_elements_text(${storableJson(ids)}::json)))`.execute(
    db,
  );
  return rows.map(({ changed: _, ...row }) => row);
}
