import { sql } from "kysely";
import type { StoredIndexDefinition, StoredIndexRun } from "#records";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import type { Catalogue } from "../store.ts";

const definitionColumns = [
  "id",
  "version",
  "sha256",
  "title",
  "form",
  "reconstruction",
  "definition",
  "addedAt",
  "addedBy",
] as const;

const runColumns = [
  "id",
  "definitionId",
  "definitionVersion",
  "release",
  "title",
  "form",
  "reconstruction",
  "origin",
  "recipe",
  "resultSha256",
  "createdAt",
  "createdBy",
] as const;

/** Index definitions and frozen runs. A version of a definition and a run are written once. */
export const indexesOf = (db: Database): Catalogue["indexes"] => ({
  async addDefinition({ id, version, sha256, title, form, reconstruction, definition, addedAt, addedBy }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("indexDefinitions")
      .values({
        id,
        version,
        sha256,
        title: storableJson(title),
        form,
        reconstruction,
        definition: storableJson(definition),
        addedAt,
        addedBy,
      })
      .onConflict((conflict) => conflict.columns(["id", "version"]).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  definition: async (id, version) =>
    ((await db
      .selectFrom("indexDefinitions")
      .select(definitionColumns)
      .where("id", "=", id)
      .$if(version !== null, (query) => query.where("version", "=", version as string))
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst()) as StoredIndexDefinition | undefined) ?? null,
  definitions: async () =>
    (await db
      .selectFrom("indexDefinitions")
      .select(definitionColumns)
      .orderBy("number")
      .execute()) as unknown as readonly StoredIndexDefinition[],
  async addRun(run) {
    await db
      .insertInto("indexRuns")
      .values({
        id: run.id,
        definitionId: run.definitionId,
        definitionVersion: run.definitionVersion,
        release: run.release,
        title: storableJson(run.title),
        form: run.form,
        reconstruction: run.reconstruction,
        origin: run.origin,
        recipe: storableJson(run.recipe),
        result: storableJson(run.result),
        resultSha256: run.resultSha256,
        createdAt: run.createdAt,
        createdBy: run.createdBy,
      })
      .execute();
  },
  run: async (id) =>
    ((await db
      .selectFrom("indexRuns")
      .select([...runColumns, "result"])
      .where("id", "=", id)
      .executeTakeFirst()) as StoredIndexRun | undefined) ?? null,
  runs: async () =>
    (await db
      .selectFrom("indexRuns")
      .select(runColumns)
      .orderBy("number", "desc")
      .execute()) as unknown as readonly Omit<StoredIndexRun, "result">[],
  latestRuns: async () =>
    (await db
      .selectFrom("indexRuns")
      .select([...runColumns, "result"])
      .where("number", "in", sql<number>`(select max(number) from index_runs group by definition_id)`)
      .orderBy("number", "desc")
      .execute()) as unknown as readonly StoredIndexRun[],
});
