import { sql } from "kysely";
import type {
  StoredClassification,
  StoredIndexDefinition,
  StoredIndexRun,
  StoredIndexUncertainty,
} from "#records";
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
  async addUncertainty({ run, recipe, plan, resultSha256, createdAt }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("indexUncertainties")
      .values({ run, recipe: storableJson(recipe), plan: storableJson(plan), resultSha256, createdAt })
      .onConflict((conflict) => conflict.column("run").doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  uncertainty: async (run) =>
    ((await db
      .selectFrom("indexUncertainties")
      .select(["run", "recipe", "plan", "resultSha256", "createdAt"])
      .where("run", "=", run)
      .executeTakeFirst()) as StoredIndexUncertainty | undefined) ?? null,
  async addClassification({ groups, ...rest }) {
    await db
      .insertInto("classifications")
      .values({ ...rest, groups: storableJson(groups) })
      .execute();
  },
  classifications: async () =>
    (await db
      .selectFrom("classifications")
      .select(["id", "attribute", "source", "year", "version", "groups", "sha256", "addedAt", "addedBy"])
      .orderBy("year", "desc")
      .orderBy("number", "desc")
      .execute()) as unknown as readonly StoredClassification[],
  async lock() {
    await sql`lock table index_runs in share row exclusive mode`.execute(db);
  },
  runs: async () =>
    (await db
      .selectFrom("indexRuns")
      .select(runColumns)
      .orderBy("number", "desc")
      .execute()) as unknown as readonly Omit<StoredIndexRun, "result">[],
});
