import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { EditionEvent, StoredStudy } from "#records";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import type { StudiesCatalogue } from "../studies-catalogue.ts";
import { atomically } from "./atomically.ts";
import { searchVariables } from "./search-variables.ts";

const versionColumns = [
  "id",
  "version",
  "record",
  "reason",
  "recordedAt",
  "recordedBy",
  "supersededAt",
] as const;

const indexColumns = [
  "id",
  "version",
  "record",
  "recordSha256",
  "reason",
  "recordedAt",
  "recordedBy",
] as const;

/** Studies, editions of their data and what was done with them. A version is superseded, an edition stays. */
export const studiesOf = (db: Database): StudiesCatalogue => {
  const versions = () => db.selectFrom("studyVersions").select(versionColumns);
  const lock = (on: Database) => sql`lock table studies in share row exclusive mode`.execute(on);
  return {
    async lock() {
      await lock(db);
    },
    put: (study, { reason, at, by }) =>
      atomically(db, async (inside) => {
        await lock(inside);
        const record = storableJson(study);
        const { id } = study;
        await inside
          .insertInto("studies")
          .values({ id, addedAt: at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const standing = await inside
          .selectFrom("studyVersions")
          .select(["version", "record"])
          .where("id", "=", id)
          .where("supersededAt", "is", null)
          .executeTakeFirst();
        if (standing && isDeepStrictEqual(standing.record, JSON.parse(record)))
          return { version: standing.version, changed: false };
        if (standing)
          await inside
            .updateTable("studyVersions")
            .set({ supersededAt: at })
            .where("id", "=", id)
            .where("supersededAt", "is", null)
            .execute();
        const version = (standing?.version ?? 0) + 1;
        await inside
          .insertInto("studyVersions")
          .values({ id, version, record, reason, recordedAt: at, recordedBy: by, supersededAt: null })
          .execute();
        return { version, changed: true };
      }),
    byId: async (id) =>
      ((await versions().where("id", "=", id).where("supersededAt", "is", null).executeTakeFirst()) as
        | StoredStudy
        | undefined) ?? null,
    versions: async (id) =>
      (await versions()
        .where("id", "=", id)
        .orderBy("version", "desc")
        .execute()) as unknown as readonly StoredStudy[],
    list: async (kind) =>
      (await versions()
        .where("supersededAt", "is", null)
        .$if(kind !== undefined, (query) => query.where(sql`record ->> 'kind'`, "=", kind as string))
        .orderBy("id")
        .execute()) as unknown as readonly StoredStudy[],
    async addEdition(edition) {
      const { study, version, checksum, createdAt, createdBy } = edition;
      await db
        .insertInto("studyEditions")
        .values({ study, version, checksum, createdAt, createdBy, record: storableJson(edition) })
        .execute();
    },
    edition: async (study, version) =>
      (
        await db
          .selectFrom("studyEditions")
          .select("record")
          .where("study", "=", study)
          .where("version", "=", version)
          .executeTakeFirst()
      )?.record ?? null,
    editions: async (study) =>
      (
        await db
          .selectFrom("studyEditions")
          .select("record")
          .$if(study !== undefined, (query) => query.where("study", "=", study as string))
          .orderBy("study")
          .orderBy("version", "desc")
          .execute()
      ).map(({ record }) => record),
    async record(event) {
      await db.insertInto("studyEvents").values(event).execute();
    },
    events: async (study) =>
      (await db
        .selectFrom("studyEvents")
        .select(["study", "version", "act", "at", "by", "reason"])
        .$if(study !== undefined, (query) => query.where("study", "=", study as string))
        .orderBy("number")
        .execute()) as readonly EditionEvent[],
    async ofFile(sha256) {
      const { rows } = await sql<{ study: string; version: number }>`
        select study, version from study_editions where exists (
          select from json_array_elements(record -> 'files') as file
          where ${sha256} in (file ->> 'source', file ->> 'data')) order by number`.execute(db);
      return rows;
    },
    searchVariables: (question) => searchVariables(db, question),
    protection: async (study, version, base) =>
      (
        await db
          .selectFrom("studyProtections")
          .select("protection")
          .where("study", "=", study)
          .where("version", "=", version)
          .where("base", "=", base)
          .executeTakeFirst()
      )?.protection ?? null,
    async addProtection(protection) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("studyProtections")
        .values(protection)
        .onConflict((conflict) => conflict.columns(["study", "version", "base"]).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    addIndex: (index) =>
      atomically(db, async (inside) => {
        // Of two at once the second waits: both would count up from the same version.
        await sql`lock table study_indexes in share row exclusive mode`.execute(inside);
        const newest = await inside
          .selectFrom("studyIndexes")
          .select(["version", "recordSha256"])
          .where("id", "=", index.id)
          .orderBy("version", "desc")
          .executeTakeFirst();
        if (newest?.recordSha256 === index.recordSha256) return { version: newest.version, changed: false };
        const version = (newest?.version ?? 0) + 1;
        await inside
          .insertInto("studyIndexes")
          .values({ ...index, version, record: storableJson(index.record) })
          .execute();
        return { version, changed: true };
      }),
    index: async (id, version) =>
      (await db
        .selectFrom("studyIndexes")
        .select(indexColumns)
        .where("id", "=", id)
        .$if(version !== null, (query) => query.where("version", "=", version as number))
        .orderBy("version", "desc")
        .executeTakeFirst()) ?? null,
    indexes: () =>
      db
        .selectFrom("studyIndexes")
        .select(indexColumns)
        .distinctOn("id")
        .orderBy("id")
        .orderBy("version", "desc")
        .execute(),
  };
};
