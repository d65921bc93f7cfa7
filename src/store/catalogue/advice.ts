import { sql } from "kysely";
import type { AdviceGroup } from "#records";
import type { Database } from "../database.ts";
import type { AdviceCatalogue } from "../follow-up-catalogue.ts";
import { storableJson } from "../storable-text.ts";
import { atomically, breathe, chunksOf } from "./atomically.ts";

/** Recurring advice: the groups of the last run with the corrections since, and every correction ever made. */
export const adviceOf = (db: Database): AdviceCatalogue => ({
  corrections: () =>
    db
      .selectFrom("adviceCorrections")
      .select(["kind", "a", "b", "at", "by", "reason"])
      .orderBy("number")
      .execute(),
  async correct(corrections) {
    for (const part of chunksOf(corrections, 500))
      await db
        .insertInto("adviceCorrections")
        .values(part.map(({ kind, a, b, at, by, reason }) => ({ kind, a, b, at, by, reason })))
        .execute();
  },
  lastRun: async () =>
    (await db
      .selectFrom("adviceRuns")
      .select(["at", "recipe", "recommendations"])
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst()) ?? null,
  replace: (run, groups) =>
    atomically(db, async (inside) => {
      await inside
        .insertInto("adviceRuns")
        .values({ ...run, recipe: storableJson(run.recipe) })
        .execute();
      await inside.deleteFrom("adviceMembers").execute();
      await inside.deleteFrom("adviceGroups").execute();
      await addGroups(inside, groups);
    }),
  exchange: (gone, groups) =>
    atomically(db, async (inside) => {
      if (gone.length > 0) {
        await inside.deleteFrom("adviceMembers").where("advice", "in", gone).execute();
        await inside.deleteFrom("adviceGroups").where("id", "in", gone).execute();
      }
      await addGroups(inside, groups);
    }),
  group: async (id) => (await readGroups(db, [id]))[0] ?? null,
  async groupOf(recommendation) {
    const found = await db
      .selectFrom("adviceMembers")
      .select("advice")
      .where("recommendation", "=", recommendation)
      .executeTakeFirst();
    return found ? ((await readGroups(db, [found.advice]))[0] ?? null) : null;
  },
  async list({ tiers, limit, offset }) {
    if (tiers?.length === 0) return { total: 0, groups: [] };
    const { rows } = await sql<{ id: string; total: number }>`
      select m.advice as id, count(*) over ()::integer as total
      from advice_members m join follow_up_rows f on f.recommendation = m.recommendation
      where f.shown ${tiers ? sql`and f.tier in (${sql.join(tiers)})` : sql``}
      group by m.advice having count(*) > 1
      order by count(*) desc, m.advice limit ${limit} offset ${offset}`.execute(db);
    const groups = new Map(
      (
        await readGroups(
          db,
          rows.map(({ id }) => id),
        )
      ).map((group) => [group.id, group]),
    );
    return { total: rows[0]?.total ?? 0, groups: rows.flatMap(({ id }) => groups.get(id) ?? []) };
  },
});

async function addGroups(db: Database, groups: readonly AdviceGroup[]): Promise<void> {
  for (const part of chunksOf(groups, 500)) {
    await breathe();
    await db
      .insertInto("adviceGroups")
      .values(part.map(({ id, terms, cohesion }) => ({ id, terms: storableJson(terms), cohesion })))
      .execute();
    for (const members of chunksOf(
      part.flatMap(({ id, members }) =>
        members.map((recommendation, place) => ({ recommendation, advice: id, place })),
      ),
      1_000,
    ))
      await db.insertInto("adviceMembers").values(members).execute();
  }
}

async function readGroups(db: Database, ids: readonly string[]): Promise<readonly AdviceGroup[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AdviceGroup>`
    select g.id, g.terms::text::json as terms, g.cohesion, json_agg(m.recommendation order by m.place) as members
    from advice_groups g join advice_members m on m.advice = g.id
    where g.id in (select json_array_elements_text(${storableJson(ids)}::json))
    group by g.id, g.terms::text, g.cohesion`.execute(db);
  return rows;
}
