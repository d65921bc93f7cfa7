import { sql } from "kysely";
import { completeEvaluation, type Evaluation, type StoredEvaluation } from "#records";
import type { Database } from "../database.ts";
import { ofEvaluations, placeRecommendations } from "../follow-up/placement.ts";
import type { PreparedRecord } from "../registry-catalogue.ts";
import { explainSearch } from "../search/explain-search.ts";
import { evaluationFilters, searchEvaluations } from "../search/search-evaluations.ts";
import { ofTiers } from "../search/tier-condition.ts";
import { wordsInBulk } from "../search/words-in-bulk.ts";
import { storableJson, storableJsonText } from "../storable-text.ts";
import type { Catalogue } from "../store.ts";
import type { VersionCounts } from "../versions.ts";
import { atomically, breathe, chunksOf } from "./atomically.ts";
import {
  appendVersions,
  lockVersions,
  type NewVersion,
  rowsAtOnce,
  type VersionTable,
  type WrittenVersion,
  writeVersions,
} from "./put-versions.ts";

/** The registry of evaluations: every change is a new version, the current one is read. */
export const evaluationsOf = (db: Database): Catalogue["evaluations"] => ({
  put: (evaluations, at, by) =>
    atomically(db, async (inside) => (await putEvaluations(inside, evaluations, at, by)).counts),
  byId: async (id) => {
    const found = await db
      .selectFrom("evaluationVersions")
      .select("record")
      .where("id", "=", id)
      .where("supersededAt", "is", null)
      .executeTakeFirst();
    return found ? completeEvaluation(found.record as StoredEvaluation) : null;
  },
  list: (filter) => searchEvaluations(db, filter),
  explain: (filter) =>
    explainSearch(db, filter.text ?? "", evaluationFilters(filter), async (text, filters) => ({
      total: (
        await searchEvaluations(db, { text, filters, facets: [], tiers: filter.tiers, limit: 0, offset: 0 })
      ).total,
      more: false,
    })),
  countByCountry: async (tiers) =>
    (
      await sql<{ area: string; count: number }>`
        select area, count(*)::integer as count
        from evaluation_versions, jsonb_array_elements_text(countries) as area
        where superseded_at is null ${ofTiers(sql.ref("evaluation_versions.source"), tiers)}
        group by area order by area`.execute(db)
    ).rows,
});

/** From so many on, the words of records go into their index in bulk. */
const manyRecords = 1000;

const versions = (by: string): VersionTable => ({ table: "evaluation_versions", key: "id", by });

/** Appends a version of each record that differs. Runs inside a transaction. */
export async function putEvaluations(
  db: Database,
  evaluations: readonly Evaluation[],
  at: string,
  by: string,
): Promise<{ readonly counts: VersionCounts; readonly written: readonly WrittenVersion[] }> {
  // The lock comes before the first look, so that `before` is what a version really supersedes.
  await lockVersions(db, versions(by));
  await makeKnown(
    db,
    evaluations.map(({ id }) => id),
    at,
  );
  const put = await writeVersions(
    db,
    versions(by),
    new Map(evaluations.map((evaluation) => [evaluation.id, evaluation])),
    at,
  );
  await placeAgain(
    db,
    put.written.map(({ key }) => key),
  );
  return put;
}

/**
 * Appends versions of records that were prepared outside of the transaction, part by part as they come.
 *
 * @returns what was written; or the identifiers of records of which another version stands by now than the
 * one they were prepared against, and then the transaction must be given up
 */
export async function putPrepared(
  db: Database,
  parts: AsyncIterable<readonly PreparedRecord[]>,
  at: string,
  by: string,
): Promise<{ readonly written: readonly WrittenVersion[]; readonly moved: readonly string[] }> {
  const into = versions(by);
  await lockVersions(db, into);
  const written: WrittenVersion[] = [];
  let bulk: Awaited<ReturnType<typeof wordsInBulk>> | null = null;
  for await (const all of parts)
    for (const part of chunksOf(all, rowsAtOnce)) {
      await breathe();
      if (written.length >= manyRecords) bulk ??= await wordsInBulk(db);
      const { rows, moved } = await numbered(db, part);
      if (moved.length > 0) return { written, moved };
      await makeKnown(
        db,
        part.map(({ id }) => id),
        at,
      );
      await appendVersions(db, into, rows, at);
      for (const { key, before, after } of rows) written.push({ key, before, after });
    }
  await bulk?.end();
  await placeAgain(
    db,
    written.map(({ key }) => key),
  );
  return { written, moved: [] };
}

/** Prepared records with the numbers of their versions, and those of which another version stands by now. */
async function numbered(
  db: Database,
  part: readonly PreparedRecord[],
): Promise<{ readonly rows: readonly NewVersion[]; readonly moved: readonly string[] }> {
  const ids = part.map(({ id }) => id);
  const { rows } = await sql<{ id: string; last: number; standing: number | null }>`
    select id, max(version) as last, max(version) filter (where superseded_at is null) as standing
    from evaluation_versions where id in (select json_array_elements_text(${storableJson(ids)}::json))
    group by id`.execute(db);
  const known = new Map(rows.map((row) => [row.id, row]));
  return {
    moved: ids.filter((id, i) => (known.get(id)?.standing ?? null) !== part[i]!.standing),
    rows: part.map(({ id, json, standing }) => ({
      key: id,
      before: standing,
      after: (known.get(id)?.last ?? 0) + 1,
      json: storableJsonText(json),
    })),
  };
}

/** Identifiers that were never there before become known; a record refers to its own. */
async function makeKnown(db: Database, ids: readonly string[], at: string): Promise<void> {
  for (const part of chunksOf(ids, 1000))
    await db
      .insertInto("evaluations")
      .columns(["id", "addedAt"])
      .expression(
        sql`select distinct value, ${at} from json_array_elements_text(${storableJson(part)}::json)`,
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Where recommendations of changed records belong; those of records that stay as they were stay too. */
async function placeAgain(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await placeRecommendations(db, ofEvaluations(ids));
}
