import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { StoredIndicator, StoredSelection } from "#records";
import type { Database } from "../database.ts";
import type { IndicatorsCatalogue, SelectionsCatalogue } from "../indicators-catalogue.ts";
import { storableJson } from "../storable-text.ts";
import { atomically } from "./atomically.ts";

const versionColumns = [
  "id",
  "version",
  "record",
  "reason",
  "recordedAt",
  "recordedBy",
  "supersededAt",
] as const;

/** Indicators an installation added or changed; a version is superseded, never changed. */
export const indicatorsOf = (db: Database): IndicatorsCatalogue => ({
  async lock() {
    await sql`lock table indicator_versions in share row exclusive mode`.execute(db);
  },
  put: (indicators, { reason, at, by }) =>
    atomically(db, async (inside) => {
      await sql`lock table indicator_versions in share row exclusive mode`.execute(inside);
      const counts = { added: 0, superseded: 0, unchanged: 0 };
      for (const { id, record } of indicators) {
        const standing = await inside
          .selectFrom("indicatorVersions")
          .select(["version", "record"])
          .where("id", "=", id)
          .where("supersededAt", "is", null)
          .executeTakeFirst();
        if (standing && isDeepStrictEqual(standing.record, record)) {
          counts.unchanged += 1;
          continue;
        }
        if (standing)
          await inside
            .updateTable("indicatorVersions")
            .set({ supersededAt: at })
            .where("id", "=", id)
            .where("supersededAt", "is", null)
            .execute();
        counts[standing ? "superseded" : "added"] += 1;
        const version = (standing?.version ?? 0) + 1;
        await inside
          .insertInto("indicatorVersions")
          .values({
            ...{ id, version, reason, recordedAt: at, recordedBy: by, supersededAt: null },
            record: storableJson(record),
          })
          .execute();
      }
      return counts;
    }),
  current: async () =>
    (await db
      .selectFrom("indicatorVersions")
      .select(versionColumns)
      .where("supersededAt", "is", null)
      .orderBy("id")
      .execute()) as unknown as readonly StoredIndicator[],
  versions: async (id) =>
    (await db
      .selectFrom("indicatorVersions")
      .select(versionColumns)
      .where("id", "=", id)
      .orderBy("version", "desc")
      .execute()) as unknown as readonly StoredIndicator[],
});

const selectionColumns = [
  "id",
  "version",
  "title",
  "rule",
  "ruleSha256",
  "inputs",
  "indicators",
  "overrides",
  "release",
  "tableSha256 as table",
  "outcome",
  "outcomeSha256",
  "createdAt",
  "createdBy",
] as const;

/** Choices of values: each version is written once. */
export const selectionsOf = (db: Database): SelectionsCatalogue => {
  const select = () => db.selectFrom("selections").select(selectionColumns);
  return {
    async add({ title, rule, inputs, indicators, overrides, table, outcome, ...rest }) {
      await db
        .insertInto("selections")
        .values({
          ...rest,
          tableSha256: table,
          title: storableJson(title),
          rule: storableJson(rule),
          inputs: storableJson(inputs),
          indicators: storableJson(indicators),
          overrides: storableJson(overrides),
          outcome: storableJson(outcome),
        })
        .execute();
    },
    byId: async (id, version) =>
      ((await select()
        .where("id", "=", id)
        .$if(version !== null, (query) => query.where("version", "=", version as number))
        .orderBy("version", "desc")
        .limit(1)
        .executeTakeFirst()) as StoredSelection | undefined) ?? null,
    ofRelease: async (release) =>
      ((await select().where("release", "=", release).executeTakeFirst()) as StoredSelection | undefined) ??
      null,
    list: async () => {
      const all = (await select()
        .orderBy("number", "desc")
        .execute()) as unknown as readonly StoredSelection[];
      const seen = new Set<string>();
      return all.filter(({ id }) => !seen.has(id) && seen.add(id));
    },
    versions: async (id) =>
      (await select()
        .where("id", "=", id)
        .orderBy("version", "desc")
        .execute()) as unknown as readonly StoredSelection[],
    async lock() {
      await sql`lock table selections in share row exclusive mode`.execute(db);
    },
  };
};
