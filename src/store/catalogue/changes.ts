// Changes of the registry that are kept as one thing and can be taken back as a whole.

import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { fail, ok, problem, type Result } from "#kernel";
import {
  type AccessTier,
  type ChangeItem,
  type ChangeSet,
  completeEvaluation,
  type Evaluation,
  type StoredEvaluation,
} from "#records";
import type { Database } from "../database.ts";
import type {
  ChangeCounts,
  NewChange,
  PreparedRecord,
  RegistryCatalogue,
  SavedVersion,
  StandingEvaluation,
} from "../registry-catalogue.ts";
import { storableJson } from "../storable-text.ts";
import { atomically, breathe, chunksOf } from "./atomically.ts";
import { putEvaluations, putPrepared } from "./evaluations.ts";
import type { WrittenVersion } from "./put-versions.ts";

/** How many records a refusal names before it says how many more there are. */
const namedAtMost = 20;

/** Records, and numbers of versions, of one statement: the embedded catalogue answers nobody else meanwhile. */
const recordsAtOnce = 250;
const numbersAtOnce = 1000;

export const changesOf = (db: Database): RegistryCatalogue["changes"] => ({
  put: (records, change) =>
    atomically(db, async (inside) => {
      const { counts, written } = await putEvaluations(inside, records, change.at, change.by);
      return { change: await writtenChange(inside, change, written), ...counts };
    }),
  putPrepared: (parts, change) => atomically(db, (inside) => putPreparedChange(inside, parts, change)),
  undo: (id, change) => atomically(db, (inside) => undoChange(inside, id, change)),
  async byId(id) {
    const row = await db.selectFrom("changeSets").selectAll().where("id", "=", id).executeTakeFirst();
    if (!row) return null;
    const items = await db
      .selectFrom("changeItems")
      .select(["evaluation", "before", "after"])
      .where("changeSet", "=", id)
      .orderBy("evaluation")
      .execute();
    return { change: changeOf(row), items, undoneBy: await undoneBy(db, id) };
  },
  async list({ limit, offset }) {
    const rows = await db
      .selectFrom("changeSets")
      .selectAll()
      .select((e) => [
        e
          .selectFrom("changeItems")
          .whereRef("changeItems.changeSet", "=", "changeSets.id")
          .select(sql<number>`count(*)::integer`.as("items"))
          .$asScalar()
          .$notNull()
          .as("items"),
        e
          .selectFrom("changeSets as later")
          .whereRef("later.undoes", "=", "changeSets.id")
          .select("later.id")
          .$asScalar()
          .as("undoneBy"),
      ])
      .orderBy("number", "desc")
      .limit(limit)
      .offset(offset)
      .execute();
    const { total } = await db
      .selectFrom("changeSets")
      .select(sql<number>`count(*)::integer`.as("total"))
      .executeTakeFirstOrThrow();
    return {
      total,
      changes: rows.map((row) => ({ ...changeOf(row), items: row.items, undoneBy: row.undoneBy })),
    };
  },
  async standing(ids) {
    const found: StandingEvaluation[] = [];
    for (const part of chunksOf([...new Set(ids)].sort(), recordsAtOnce)) {
      const { rows } = await sql<{ version: number; record: StoredEvaluation; tier: AccessTier | null }>`
        select v.version, v.record, s.tier
        from evaluation_versions v left join sources s on s.sha256 = v.source
        where v.superseded_at is null
          and v.id in (select json_array_elements_text(${storableJson(part)}::json))
        order by v.id`.execute(db);
      found.push(...rows.map((row) => ({ ...row, record: completeEvaluation(row.record) })));
      await breathe();
    }
    return found;
  },
  versions: async (evaluation) =>
    (
      await db
        .selectFrom("evaluationVersions")
        .select(["version", "record", "recordedAt", "recordedBy", "supersededAt"])
        .where("id", "=", evaluation)
        .orderBy("version", "desc")
        .execute()
    ).map((row) => ({ ...row, record: completeEvaluation(row.record as StoredEvaluation) })),
});

const changeOf = (row: ChangeSet): ChangeSet => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  source: row.source,
  undoes: row.undoes,
  detail: row.detail,
  at: row.at,
  by: row.by,
});

const undoneBy = async (db: Database, id: string): Promise<string | null> =>
  (await db.selectFrom("changeSets").select("id").where("undoes", "=", id).executeTakeFirst())?.id ?? null;

/** Keeps the change that wrote these versions; none where nothing was written. */
const writtenChange = async (
  db: Database,
  change: NewChange,
  written: readonly WrittenVersion[],
): Promise<ChangeSet | null> =>
  written.length === 0
    ? null
    : writeChange(
        db,
        change,
        written.map(({ key, before, after }) => ({ evaluation: key, before, after })),
      );

async function putPreparedChange(
  db: Database,
  parts: AsyncIterable<readonly PreparedRecord[]>,
  change: NewChange,
): Promise<Result<ChangeCounts>> {
  const { written, moved } = await putPrepared(db, parts, change.at, change.by);
  if (moved.length > 0)
    return fail(
      problem(
        "store.records-moved",
        `${moved.slice(0, namedAtMost).join(", ")} ${moved.length === 1 ? "was" : "were"} changed by somebody else while the change was made ready; it would undo their work. Try again in a moment. Nothing was changed.`,
      ),
    );
  return ok({
    change: await writtenChange(db, change, written),
    added: written.length,
    superseded: written.filter(({ before }) => before !== null).length,
    unchanged: 0,
  });
}

async function undoChange(
  db: Database,
  id: string,
  change: Parameters<RegistryCatalogue["changes"]["undo"]>[1],
): ReturnType<RegistryCatalogue["changes"]["undo"]> {
  await sql`lock table evaluation_versions in share row exclusive mode`.execute(db);
  const undone = await undoneBy(db, id);
  if (undone !== null)
    return fail(
      problem(
        "store.change-undone",
        `${id} has been taken back already, by ${undone}. To have it again, take ${undone} back.`,
      ),
    );
  const items = await db
    .selectFrom("changeItems")
    .select(["evaluation", "before", "after"])
    .where("changeSet", "=", id)
    .execute();
  const current = await currentVersions(
    db,
    items.map((item) => item.evaluation),
  );
  const moved = await changedSince(
    db,
    items.filter((item) => (current.get(item.evaluation) ?? null) !== item.after),
  );
  if (moved.length > 0) {
    const named = moved.slice(0, namedAtMost).map((item) => item.evaluation);
    const more = moved.length - named.length;
    return fail(
      problem(
        "store.change-overtaken",
        `${moved.length} of the ${items.length} records of ${id} have been changed since: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}. Taking it back would lose the later work. Take the later changes back first, newest first. Nothing was changed.`,
      ),
    );
  }
  const restored: Evaluation[] = [];
  for (const part of chunksOf(
    items.filter((item) => item.before !== null),
    recordsAtOnce,
  )) {
    await breathe();
    const { rows } = await sql<{ record: StoredEvaluation }>`
      select e.record from evaluation_versions e
      join json_to_recordset(${storableJson(part)}::json) as wanted (evaluation text, before integer)
        on e.id = wanted.evaluation and e.version = wanted.before`.execute(db);
    restored.push(...rows.map((row) => completeEvaluation(row.record)));
  }
  const gone = items.filter((item) => item.before === null).map((item) => item.evaluation);
  for (const part of chunksOf(gone, recordsAtOnce)) {
    await breathe();
    await db
      .updateTable("evaluationVersions")
      .set({ supersededAt: change.at })
      .where("id", "in", part)
      .where("supersededAt", "is", null)
      .execute();
  }
  const { counts } = await putEvaluations(db, restored, change.at, change.by);
  const after = await currentVersions(
    db,
    items.map((item) => item.evaluation),
  );
  const made = await writeChange(
    db,
    { ...change, kind: "undo", undoes: id, source: null },
    items.map((item) => ({
      evaluation: item.evaluation,
      before: current.get(item.evaluation) ?? null,
      after: after.get(item.evaluation) ?? null,
    })),
  );
  return ok({ change: made, ...counts, superseded: counts.superseded + gone.length });
}

/** Those whose record differs from what the change left: a later change that was taken back counts for nothing. */
async function changedSince(db: Database, items: readonly ChangeItem[]): Promise<readonly ChangeItem[]> {
  const changed: ChangeItem[] = [];
  for (const part of chunksOf(items, recordsAtOnce)) {
    await breathe();
    const { rows } = await sql<{ evaluation: string; left: unknown; standing: unknown }>`
      select wanted.evaluation, l.record as left, s.record as standing
      from json_to_recordset(${storableJson(part)}::json) as wanted (evaluation text, after integer)
      left join evaluation_versions l on l.id = wanted.evaluation and l.version = wanted.after
      left join evaluation_versions s on s.id = wanted.evaluation and s.superseded_at is null`.execute(db);
    const same = new Set(
      rows.filter((row) => isDeepStrictEqual(row.left, row.standing)).map((row) => row.evaluation),
    );
    changed.push(...part.filter((item) => !same.has(item.evaluation)));
  }
  return changed;
}

async function currentVersions(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const current = new Map<string, number>();
  for (const part of chunksOf(ids, numbersAtOnce)) {
    await breathe();
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from evaluation_versions
      where superseded_at is null
        and id in (select json_array_elements_text(${storableJson(part)}::json))`.execute(db);
    for (const { id, version } of rows) current.set(id, version);
  }
  return current;
}

async function writeChange(
  db: Database,
  change: NewChange,
  items: readonly ChangeItem[],
): Promise<ChangeSet> {
  await sql`lock table change_sets in share row exclusive mode`.execute(db);
  const { last } = await db
    .selectFrom("changeSets")
    .select((e) => e.fn.coalesce(e.fn.max("number"), sql.lit(0)).as("last"))
    .executeTakeFirstOrThrow();
  const made: ChangeSet = { ...change, id: `change-${Number(last) + 1}` };
  await db
    .insertInto("changeSets")
    .values({ ...changeOf(made), detail: storableJson(made.detail) })
    .execute();
  for (const part of chunksOf(items, numbersAtOnce)) {
    await breathe();
    await sql`insert into change_items (change_set, evaluation, before, after)
      select ${made.id}, * from json_to_recordset(${storableJson(part)}::json)
        as item (evaluation text, before integer, after integer)`.execute(db);
  }
  return made;
}

/** Rows of a table of saved versions, newest version of each. */
export const savedVersions = async (
  db: Database,
  table: "mappingVersions" | "vocabularyVersions",
  id?: string,
): Promise<readonly SavedVersion[]> =>
  db
    .selectFrom(table)
    .select(["id", "version", "record", "recordedAt", "recordedBy"])
    .where("supersededAt", "is", null)
    .$if(id !== undefined, (query) => query.where("id", "=", id as string))
    .orderBy("id")
    .execute() as Promise<readonly SavedVersion[]>;
