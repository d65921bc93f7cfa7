import { type RawBuilder, sql } from "kysely";
import { stateActs } from "#records";
import type { Database } from "../database.ts";
import {
  type HarvestCatalogue,
  type HarvestItem,
  type HarvestKind,
  type HarvestRange,
  harvestKinds,
} from "../harvest-catalogue.ts";

/**
 * For each kind the public records that stand, and those that are gone. `at` is cut to the second, as indexes of
 * the migration have it; all times of the catalogue are UTC.
 */
const walksAt = (
  now: string,
): Readonly<
  Record<
    HarvestKind,
    { readonly standing: RawBuilder<unknown>; readonly deleted: RawBuilder<unknown> | null }
  >
> => ({
  evaluation: {
    standing: sql`select v.id, left(v.recorded_at, 19) as at from evaluation_versions v
      where v.superseded_at is null and ${isPublic(sql`v.source`)}`,
    deleted: sql`select v.id, left(v.superseded_at, 19) as at from evaluation_versions v
      where ${isLast("evaluation_versions")} and ${isPublic(sql`v.source`)}`,
  },
  report: {
    standing: sql`select v.source as id, left(v.recorded_at, 19) as at from readings v
      where v.superseded_at is null and ${isPublic(sql`v.source`)}`,
    deleted: null,
  },
  lesson: {
    standing: sql`select v.id, left(v.recorded_at, 19) as at from lesson_versions v
      where v.superseded_at is null and ${isPublic(sql`v.document`)} and ${ofPublicEvaluation()}`,
    deleted: sql`select v.id, left(v.superseded_at, 19) as at from lesson_versions v
      where ${isLast("lesson_versions")} and ${isPublic(sql`v.document`)} and ${ofPublicEvaluation()}`,
  },
  recommendation: {
    standing: sql`select v.id, left(v.recorded_at, 19) as at from recommendation_versions v
      join follow_up_rows f on f.recommendation = v.id
      where v.superseded_at is null and f.tier = 'public' and f.shown`,
    deleted: sql`select v.id, left(v.superseded_at, 19) as at from recommendation_versions v
      join follow_up_rows f on f.recommendation = v.id
      where ${isLast("recommendation_versions")} and f.tier = 'public'`,
  },
  release: {
    standing: sql`select v.id, left(e.effective_at, 19) as at from releases v ${lastAct(sql`v.id`)}
      where v.tier = 'public' and ${isPublished(now)}`,
    deleted: sql`select v.id, left(e.at, 19) as at from releases v ${lastAct(sql`v.id`)}
      where v.tier = 'public' and e.kind = 'withdrawn'`,
  },
  run: {
    standing: sql`select v.id, left(greatest(v.created_at, e.effective_at), 19) as at from index_runs v
      join releases r on r.id = v.release ${lastAct(sql`r.id`)}
      where r.tier = 'public' and ${isPublished(now)}`,
    deleted: sql`select v.id, left(greatest(v.created_at, e.at), 19) as at from index_runs v
      join releases r on r.id = v.release ${lastAct(sql`r.id`)}
      where r.tier = 'public' and e.kind = 'withdrawn'`,
  },
});

/** The act that made a release what it is. */
function lastAct(release: RawBuilder<unknown>) {
  return sql`join lateral (select kind, at, effective_at from release_events
    where release = ${release} and kind in (${sql.join(stateActs)}) order by number desc limit 1) e on true`;
}
/** Published, or under an embargo that has ended by now. */
function isPublished(now: string) {
  return sql`e.kind in ('published', 'embargoed') and left(e.effective_at, 19) <= ${stamp(now)}`;
}

function isPublic(source: RawBuilder<unknown>) {
  return sql`exists (select from sources s where s.sha256 = ${source} and s.tier = 'public')`;
}
/** The last version of a record of which none stands. */
function isLast(table: string) {
  return sql`v.superseded_at is not null and not exists (
    select from ${sql.table(table)} later where later.id = v.id and later.version > v.version)`;
}
/** What belongs to an evaluation is as public as that evaluation. */
function ofPublicEvaluation() {
  return sql`not exists (
    select from evaluation_versions e join sources es on es.sha256 = e.source
    where e.superseded_at is null and es.tier <> 'public' and e.id = coalesce(v.record ->> 'evaluation', (
      select linked.evaluation from document_evaluations linked where linked.source = v.document
      order by linked.linked_at, linked.evaluation limit 1)))`;
}

type Row = { readonly id: string; readonly at: string };
const itemOf = (kind: HarvestKind, deleted: boolean, { id, at }: Row): HarvestItem => ({
  kind,
  id,
  at: `${at}Z`,
  deleted,
});
/** A moment to the second as the columns begin. */
const stamp = (at: string) => at.slice(0, 19);
const inRange = ({ from, until }: HarvestRange) => sql`
  ${from === undefined ? sql`true` : sql`at >= ${stamp(from)}`}
  and ${until === undefined ? sql`true` : sql`at <= ${stamp(until)}`}`;

/** The walks of a range in their order: what stands of all kinds, then what is gone. */
const legsOf = (kinds: readonly HarvestKind[], now: string) =>
  [false, true].flatMap((deleted) =>
    harvestKinds
      .filter((kind) => kinds.includes(kind))
      .flatMap((kind) => {
        const rows = walksAt(now)[kind][deleted ? "deleted" : "standing"];
        return rows === null ? [] : [{ kind, deleted, rows }];
      }),
  );

/** Addresses of public records for harvesters. Cost: a page is one ordered look for each kind it touches. */
export const harvestOf = (db: Database, now: () => string): HarvestCatalogue => ({
  async page({ after, limit, ...range }) {
    const legs = legsOf(range.kinds, now());
    const first = after
      ? legs.findIndex(({ kind, deleted }) => kind === after.kind && deleted === after.deleted)
      : 0;
    const items: HarvestItem[] = [];
    for (const [i, { kind, deleted, rows }] of legs.entries()) {
      if (first === -1 || i < first) continue;
      const behind = after && i === first ? sql`and (at, id) > (${stamp(after.at)}, ${after.id})` : sql``;
      const found = await sql<Row>`select id, at from (${rows}) as walked
        where ${inRange(range)} ${behind} order by at, id limit ${limit + 1 - items.length}`.execute(db);
      items.push(...found.rows.map((row) => itemOf(kind, deleted, row)));
      if (items.length > limit) return { items: items.slice(0, limit), more: true };
    }
    return { items, more: false };
  },
  async count(range) {
    let total = 0;
    for (const { rows } of legsOf(range.kinds, now())) {
      const counted = await sql<{ count: number }>`select count(*)::integer as count
        from (${rows}) as walked where ${inRange(range)}`.execute(db);
      total += counted.rows[0]?.count ?? 0;
    }
    return total;
  },
  async item(kind, id) {
    for (const { rows, deleted } of legsOf([kind], now())) {
      const { rows: found } = await sql<Row>`select id, at from (${rows}) as walked where id = ${id}`.execute(
        db,
      );
      if (found[0]) return itemOf(kind, deleted, found[0]);
    }
    return null;
  },
  async earliest() {
    const moments: string[] = [];
    for (const { rows } of legsOf(harvestKinds, now())) {
      const { rows: found } = await sql<{
        at: string | null;
      }>`select min(at) as at from (${rows}) as walked`.execute(db);
      if (found[0]?.at) moments.push(`${found[0].at}Z`);
    }
    return moments.sort()[0] ?? null;
  },
  standing: async (kind, { limit, offset }) =>
    (
      await sql<Row>`select id, at from (${walksAt(now())[kind].standing}) as walked
        order by at, id limit ${limit} offset ${offset}`.execute(db)
    ).rows.map((row) => itemOf(kind, false, row)),
});
