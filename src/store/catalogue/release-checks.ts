import { sql } from "kysely";
import type { ReleaseCheckWork } from "#records";
import type { Database } from "../database.ts";
import type { ReleaseChecksCatalogue } from "../release-checks-catalogue.ts";
import { storableJson } from "../storable-text.ts";

const columns = ["release", "state", "askedAt", "askedBy", "attempts", "done", "total", "problems"] as const;

/** Checks under way. Like reading jobs they are work and no record: their rows change and go. */
export const releaseChecksOf = (db: Database): ReleaseChecksCatalogue => {
  const of = async (release: string) =>
    ((await db
      .selectFrom("releaseChecks")
      .select(columns)
      .where("release", "=", release)
      .executeTakeFirst()) as ReleaseCheckWork | undefined) ?? null;
  const underWay = (release: string) =>
    db
      .updateTable("releaseChecks")
      .where("release", "=", release)
      .where("state", "in", ["queued", "checking"]);
  return {
    of,
    async ask(release, at, by) {
      await db
        .insertInto("releaseChecks")
        .values({ release, state: "queued", askedAt: at, askedBy: by, problems: "[]" })
        .onConflict((conflict) =>
          conflict
            .column("release")
            .doUpdateSet({
              state: "queued",
              askedAt: at,
              askedBy: by,
              attempts: 0,
              done: 0,
              total: null,
              problems: "[]",
            })
            .where("releaseChecks.state", "in", ["stopped", "failed"]),
        )
        .execute();
    },
    async take(release) {
      const { rows } = await sql<{ release: string }>`
        update release_checks set state = 'checking', attempts = attempts + 1, done = 0, total = null
        where release = (
          select release from release_checks where state = 'queued'
            ${release === undefined ? sql`` : sql`and release = ${release}`}
          order by asked_at, number limit 1 for update skip locked)
        returning release`.execute(db);
      return rows[0] ? of(rows[0].release) : null;
    },
    async progress(release, done, total) {
      await db
        .updateTable("releaseChecks")
        .set({ done, total })
        .where("release", "=", release)
        .where("state", "=", "checking")
        .execute();
    },
    async complete(release) {
      const { numDeletedRows } = await db
        .deleteFrom("releaseChecks")
        .where("release", "=", release)
        .where("state", "=", "checking")
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async fail(release, problems) {
      await underWay(release)
        .set({ state: "failed", problems: storableJson(problems) })
        .execute();
    },
    async giveBack(release) {
      await db
        .updateTable("releaseChecks")
        .set((e) => ({ state: "queued" as const, attempts: e("attempts", "-", 1), done: 0, total: null }))
        .where("release", "=", release)
        .where("state", "=", "checking")
        .execute();
    },
    async stop(release) {
      const { numUpdatedRows } = await underWay(release).set({ state: "stopped" }).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async recover(mostAttempts, problem) {
      await db
        .updateTable("releaseChecks")
        .set({ state: "failed", problems: storableJson([problem]) })
        .where("state", "=", "checking")
        .where("attempts", ">=", mostAttempts)
        .execute();
      await db
        .updateTable("releaseChecks")
        .set({ state: "queued", done: 0, total: null })
        .where("state", "=", "checking")
        .execute();
    },
  };
};
