import { sql } from "kysely";
import { completeEvaluation, type Evaluation, type StoredEvaluation } from "#records";
import type { Database } from "../database.ts";
import { ofEvaluations, placeRecommendations } from "../follow-up/placement.ts";
import { explainSearch } from "../search/explain-search.ts";
import { evaluationFilters, searchEvaluations } from "../search/search-evaluations.ts";
import { ofTiers } from "../search/tier-condition.ts";
import { storableJson } from "../storable-text.ts";
import type { Catalogue } from "../store.ts";
import type { VersionCounts } from "../versions.ts";
import { atomically } from "./atomically.ts";
import { putVersions } from "./put-versions.ts";

/** The registry of evaluations: every change is a new version, the current one is read. */
export const evaluationsOf = (db: Database): Catalogue["evaluations"] => ({
  put: (evaluations, at, by) => atomically(db, (inside) => putEvaluations(inside, evaluations, at, by)),
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

/** Appends a version of each record that differs. Runs inside a transaction. */
export async function putEvaluations(
  db: Database,
  evaluations: readonly Evaluation[],
  at: string,
  by: string,
): Promise<VersionCounts> {
  if (evaluations.length > 0)
    await db
      .insertInto("evaluations")
      .columns(["id", "addedAt"])
      .expression(
        sql`select distinct value, ${at} from json_array_elements_text(${storableJson(evaluations.map((e) => e.id))}::json)`,
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const counts = await putVersions(
    db,
    { table: "evaluation_versions", key: "id", by },
    new Map(evaluations.map((evaluation) => [evaluation.id, evaluation])),
    at,
  );
  if (counts.added > 0) await placeRecommendations(db, ofEvaluations(evaluations.map(({ id }) => id)));
  return counts;
}
