// Drafts of tables, saved mappings, vocabularies, decisions on duplicates, and the projects behind reports.

import { sql } from "kysely";
import type { DuplicateDecision, StoredVocabulary, Vocabulary } from "#records";
import type { Database } from "../database.ts";
import type { RecordFeatures, RegistryCatalogue } from "../registry-catalogue.ts";
import { ofTiers } from "../search/tier-condition.ts";
import { atomically } from "./atomically.ts";
import { changesOf, savedVersions } from "./changes.ts";
import { putVersions } from "./put-versions.ts";

export const registryOf = (db: Database): RegistryCatalogue => ({
  changes: changesOf(db),
  drafts: draftsOf(db),
  mappings: {
    list: () => savedVersions(db, "mappingVersions"),
    byId: async (id) => (await savedVersions(db, "mappingVersions", id))[0] ?? null,
    put: (id, record, at, by) => putSaved(db, "mapping_versions", id, record, at, by),
  },
  vocabularies: {
    list: async () => (await savedVersions(db, "vocabularyVersions")).map(vocabularyOf),
    versions: async (id) =>
      (
        await db
          .selectFrom("vocabularyVersions")
          .select(["id", "version", "record", "recordedAt", "recordedBy"])
          .where("id", "=", id)
          .orderBy("version", "desc")
          .execute()
      ).map(vocabularyOf),
    put: (vocabulary, at, by) => putSaved(db, "vocabulary_versions", vocabulary.id, vocabulary, at, by),
  },
  duplicates: duplicatesOf(db),
  projects: projectsOf(db),
});

const draftsOf = (db: Database): RegistryCatalogue["drafts"] => ({
  async add({ sha256, name, at, by }) {
    await db
      .insertInto("tableDrafts")
      .values({ sha256, name, addedAt: at, addedBy: by })
      .onConflict((conflict) => conflict.column("sha256").doUpdateSet({ name, addedAt: at, addedBy: by }))
      .execute();
  },
  byHash: async (sha256) =>
    (await db
      .selectFrom("tableDrafts")
      .select(["name", "addedBy"])
      .where("sha256", "=", sha256)
      .executeTakeFirst()) ?? null,
  async remove(sha256) {
    const { numDeletedRows } = await db
      .deleteFrom("tableDrafts")
      .where("sha256", "=", sha256)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  },
  before: async (at) =>
    (await db.selectFrom("tableDrafts").select("sha256").where("addedAt", "<", at).execute()).map(
      (row) => row.sha256,
    ),
});

const vocabularyOf = (row: {
  readonly record: unknown;
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
}): StoredVocabulary => ({
  ...(row.record as Vocabulary),
  version: row.version,
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
});

/** The number of the version that stands afterwards; the same record again makes none. */
const putSaved = (
  db: Database,
  table: "mapping_versions" | "vocabulary_versions",
  id: string,
  record: unknown,
  at: string,
  by: string,
): Promise<number> =>
  atomically(db, async (inside) => {
    await putVersions(inside, { table, key: "id", by }, new Map([[id, record]]), at);
    const { rows } = await sql<{ version: number }>`
      select version from ${sql.table(table)} where id = ${id} and superseded_at is null`.execute(inside);
    return rows[0]!.version;
  });

const decisionColumns = ["first", "second", "verdict", "keep", "reason", "at", "by"] as const;

const duplicatesOf = (db: Database): RegistryCatalogue["duplicates"] => ({
  features: async (tiers) =>
    (
      await sql<RecordFeatures>`
        select id, title, record ->> 'link' as link, record ->> 'symbol' as symbol, timing, year, countries
        from evaluation_versions
        where superseded_at is null ${ofTiers(sql.ref("evaluation_versions.source"), tiers)}
        order by id`.execute(db)
    ).rows,
  async decide(decisions) {
    if (decisions.length === 0) return;
    await db
      .insertInto("duplicateDecisions")
      .values(decisions.map((decision) => ({ ...decision })))
      .execute();
  },
  standing: async () =>
    (
      await sql<DuplicateDecision>`
        select first, second, verdict, keep, reason, at, by from (
          select *, row_number() over (partition by first, second order by number desc) as place
          from duplicate_decisions) as ranked
        where place = 1 and verdict <> 'undecided' order by first, second`.execute(db)
    ).rows,
  of: (evaluation) =>
    db
      .selectFrom("duplicateDecisions")
      .select(decisionColumns)
      .where((e) => e.or([e("first", "=", evaluation), e("second", "=", evaluation)]))
      .orderBy("number", "desc")
      .execute(),
});

/** Cost: one pass over the current records that have a symbol. */
const projectsOf = (db: Database): RegistryCatalogue["projects"] => ({
  async list({ tiers, symbol, atLeast, limit, offset }) {
    const { rows } = await sql<{ symbol: string; evaluations: readonly string[]; total: number }>`
      with named as (
        select id, record ->> 'symbol' as symbol from evaluation_versions
        where superseded_at is null and record ->> 'symbol' is not null
          ${ofTiers(sql.ref("evaluation_versions.source"), tiers)}
        union
        select id, other ->> 'symbol' from evaluation_versions,
          json_array_elements(coalesce(record -> 'otherSymbols', '[]'::json)) as other
        where superseded_at is null and other ->> 'symbol' is not null
          ${ofTiers(sql.ref("evaluation_versions.source"), tiers)}
      ),
      grouped as (
        select symbol, json_agg(id order by id) as evaluations from named
        ${symbol === undefined ? sql`` : sql`where symbol = ${symbol}`}
        group by symbol having count(*) >= ${atLeast}
      )
      select symbol, evaluations, (select count(*)::integer from grouped) as total
      from grouped order by json_array_length(evaluations) desc, symbol
      limit ${limit} offset ${offset}`.execute(db);
    return {
      total: rows[0]?.total ?? 0,
      projects: rows.map((row) => ({ symbol: row.symbol, evaluations: row.evaluations })),
    };
  },
});
