import { sql } from "kysely";
import type { Lesson } from "#records";
import type { Database } from "../database.ts";
import { foundByText } from "../follow-up/search-recommendations.ts";
import { currentLessons, listEntries, placedRows, placeOf } from "../lessons/lesson-index.ts";
import type { LessonsCatalogue, ListedLesson } from "../lessons-catalogue.ts";
import { storableJson } from "../storable-text.ts";
import { atomically } from "./atomically.ts";
import { putVersions } from "./put-versions.ts";

/** Lessons and good practices by version, and lists of those that stand. */
export const lessonsOf = (db: Database): LessonsCatalogue => ({
  put: (lessons, at, by) =>
    atomically(db, async (inside) => {
      if (lessons.length === 0) return { added: 0, superseded: 0, unchanged: 0 };
      await inside
        .insertInto("lessons")
        .columns(["id", "addedAt"])
        .expression(
          sql`select distinct value, ${at} from json_array_elements_text(${storableJson(lessons.map(({ id }) => id))}::json)`,
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return putVersions(
        inside,
        { table: "lesson_versions", key: "id", by },
        new Map(lessons.map((one) => [one.id, one])),
        at,
      );
    }),
  async withdraw(ids, at) {
    if (ids.length === 0) return;
    await sql`update lesson_versions set superseded_at = ${at} where superseded_at is null
      and id in (select json_array_elements_text(${storableJson(ids)}::json))`.execute(db);
  },
  async byId(id) {
    const found = await db
      .selectFrom("lessonVersions")
      .select(["record", "version", "supersededAt"])
      .where("id", "=", id)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!found) return null;
    const [row] = await placedRows(db, sql`l.id = ${id} and l.version = ${found.version}`);
    return {
      record: found.record,
      version: found.version,
      current: found.supersededAt === null,
      place: placeOf(row!),
    };
  },
  ofDocument: async (source) =>
    (
      await db
        .selectFrom("lessonVersions")
        .select("record")
        .where("document", "=", source)
        .where("supersededAt", "is", null)
        .orderBy("id")
        .execute()
    ).map(({ record }) => record),
  versions: (id) =>
    db
      .selectFrom("lessonVersions")
      .select(["version", "record", "recordedAt", "recordedBy", "supersededAt"])
      .where("id", "=", id)
      .orderBy("version", "desc")
      .execute(),
  async list(filter, page) {
    const found = await foundByText(db, filter.text, "lesson_versions");
    const { page: shown, ...counts } = listEntries(await currentLessons(db), filter, found, page);
    const { rows } = await sql<{ id: string; record: Lesson; version: number }>`
      select id, record, version from lesson_versions where superseded_at is null
        and id in (select json_array_elements_text(${storableJson(shown.map(({ id }) => id))}::json))`.execute(
      db,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const items = shown.flatMap(({ id, place }): readonly ListedLesson[] => {
      const row = byId.get(id);
      return row ? [{ record: row.record, version: row.version, place }] : [];
    });
    return { ...counts, items };
  },
});
